/**
 * A sum as a combination of given sums with coefficients that are not negative, however many it
 * takes: the first phase of the simplex method over the rationals, by Bland's rule, which cannot
 * cycle.
 */
import { isZero, negative, plus, ratio, times, type Ratio } from '../../kernel/ratio.ts';
import { passed, type Deadline, spend } from '../agenda/effort.ts';
import type { Sum } from '../graphs/sum.ts';

const nought = ratio(0n);
/** Entries of the tableau that are read in a unit of work. */
const cellsPerUnit = 128;
const less = (a: Ratio, b: Ratio): boolean => a.num * b.den < b.num * a.den;

/**
 * Coefficients λ ≥ 0 with Σ λ_k sums[k] = target, those that are 0 left out; null where there are
 * none, or the time is up.
 */
export function nonnegativeCombination(
  target: Sum,
  sums: readonly Sum[],
  deadline: Deadline,
): { index: number; coefficient: Ratio }[] | null {
  const texts = [...new Set([...target.keys(), ...sums.flatMap((s) => [...s.keys()])])];
  const count = sums.length;
  const cells = texts.length * (count + 1);
  spend(cells / cellsPerUnit);
  if (passed(deadline)) return null;
  // each row Σ λ_k a_k = b with b ≥ 0; a slack variable is the difference
  const rows = texts.map((text) => {
    const row = [
      ...sums.map((s) => s.get(text)?.coefficient ?? nought),
      target.get(text)?.coefficient ?? nought,
    ];
    return less(row[count] as Ratio, nought) ? row.map(negative) : row;
  });
  const basis: (number | null)[] = rows.map(() => null);
  const missing = (column: number): Ratio =>
    rows.reduce((sum, row, i) => {
      const x = row[column] as Ratio;
      return basis[i] === null && !isZero(x) ? plus(sum, x) : sum;
    }, nought);
  while (!passed(deadline)) {
    spend(cells / cellsPerUnit);
    if (isZero(missing(count)))
      return basis.flatMap((k, i) =>
        k === null || isZero((rows[i] as Ratio[])[count] as Ratio)
          ? []
          : [{ index: k, coefficient: (rows[i] as Ratio[])[count] as Ratio }],
      );
    let enters = -1;
    for (let k = 0; k < count && enters < 0; k++)
      if (!basis.includes(k) && less(nought, missing(k))) enters = k;
    if (enters < 0) return null;
    let leaves = -1;
    let least: Ratio | null = null;
    rows.forEach((row, i) => {
      const a = row[enters] as Ratio;
      if (!less(nought, a)) return;
      const quotient = times(row[count] as Ratio, ratio(a.den, a.num));
      const ties = least !== null && !less(quotient, least) && !less(least, quotient);
      if (
        least !== null &&
        !less(quotient, least) &&
        !(ties && (basis[i] ?? count) < (basis[leaves] ?? count))
      )
        return;
      [leaves, least] = [i, quotient];
    });
    if (leaves < 0) return null;
    pivot(rows, leaves, enters);
    basis[leaves] = enters;
  }
  return null;
}

function pivot(rows: Ratio[][], at: number, column: number): void {
  const row = rows[at] as Ratio[];
  spend((rows.length * row.length) / 16);
  const p = row[column] as Ratio;
  const unit = row.map((x) => (isZero(x) ? x : times(x, ratio(p.den, p.num))));
  rows[at] = unit;
  rows.forEach((other, i) => {
    const c = other[column] as Ratio;
    if (i === at || isZero(c)) return;
    const factor = negative(c);
    rows[i] = other.map((x, j) =>
      isZero(unit[j] as Ratio) ? x : plus(x, times(factor, unit[j] as Ratio)),
    );
  });
}
