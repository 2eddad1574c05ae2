/** Values of expressions that are written out in numbers, as `det([1, 2; 3, 4])`. */
import type { Expr } from '../language/ast.ts';
import { fraction, fractionOf, fractionText, isZero, one, plus, times, zero } from './rational.ts';
import type { Fraction } from './rational.ts';

/** Row by row. */
type Rows = readonly (readonly Fraction[])[];

const largest = 8;
const minusOne = fraction(-1n);

const mapped = (a: Rows, change: (x: Fraction, i: number, j: number) => Fraction): Rows =>
  a.map((row, i) => row.map((x, j) => change(x, i, j)));

const product = (a: Rows, b: Rows): Rows =>
  a.map((row) =>
    (b[0] ?? []).map((_, j) =>
      row.reduce((sum, x, k) => plus(sum, times(x, b[k]?.[j] ?? zero)), zero),
    ),
  );

const transposed = (a: Rows): Rows => (a[0] ?? []).map((_, j) => a.map((row) => row[j] ?? zero));

const over = (x: Fraction): Fraction => fraction(x.den, x.num);

/** The determinant and the inverse by elimination; the inverse is null where there is none. */
const eliminated = (a: Rows): { readonly det: Fraction; readonly inverse: Rows | null } => {
  const n = a.length;
  const rows = a.map((row, i) => [...row, ...row.map((_, j) => (i === j ? one : zero))]);
  let det = one;
  for (let k = 0; k < n; k++) {
    const pivot = rows.findIndex((row, i) => i >= k && !isZero(row[k] ?? zero));
    if (pivot < 0) return { det: zero, inverse: null };
    if (pivot !== k) det = times(det, minusOne);
    [rows[k], rows[pivot]] = [rows[pivot] as Fraction[], rows[k] as Fraction[]];
    const head = (rows[k] as Fraction[])[k] as Fraction;
    det = times(det, head);
    rows[k] = (rows[k] as Fraction[]).map((x) => times(x, over(head)));
    rows.forEach((row, i) => {
      const by = row[k] ?? zero;
      if (i === k || isZero(by)) return;
      rows[i] = row.map((x, j) => plus(x, times(minusOne, times(by, rows[k]?.[j] ?? zero))));
    });
  }
  return { det, inverse: rows.map((row) => row.slice(n)) };
};

const single = (x: Fraction): Rows => [[x]];
const numberIn = (a: Rows | null): Fraction | null =>
  a?.length === 1 && a[0]?.length === 1 ? (a[0][0] as Fraction) : null;

/** The value; null where a part is not a number that is written out. */
const valueOf = (e: Expr): Rows | null => {
  if (e.kind === 'number') return single(fractionOf(e.value));
  if (e.kind !== 'operator') return null;
  if (e.operator === 'blocks') return written(e);
  const args = e.args.map(valueOf);
  const [a, b] = args;
  if (!a || args.some((one) => one === null) || a.length > largest) return null;
  const isSquare = a.length === a[0]?.length;
  switch (e.operator) {
    case 'neg':
      return mapped(a, (x) => times(minusOne, x));
    case 'transpose':
      return transposed(a);
    case 'tr':
      return isSquare ? single(a.reduce((s, row, i) => plus(s, row[i] ?? zero), zero)) : null;
    case 'det':
      return isSquare ? single(eliminated(a).det) : null;
    case 'inv':
      return isSquare ? eliminated(a).inverse : null;
    default:
      return b ? binary(e.operator, a, b) : null;
  }
};

const binary = (operator: string, a: Rows, b: Rows): Rows | null => {
  const [s, t] = [numberIn(a), numberIn(b)];
  switch (operator) {
    case 'add':
      return mapped(a, (x, i, j) => plus(x, b[i]?.[j] ?? zero));
    case 'sub':
      return mapped(a, (x, i, j) => plus(x, times(minusOne, b[i]?.[j] ?? zero)));
    case 'hadamard':
      return mapped(a, (x, i, j) => times(x, b[i]?.[j] ?? zero));
    case 'mul':
      if (s) return mapped(b, (x) => times(s, x));
      return t ? mapped(a, (x) => times(t, x)) : product(a, b);
    case 'div':
      return t && !isZero(t) ? mapped(a, (x) => times(x, over(t))) : null;
    case 'pow': {
      const n = t?.den === 1n && t.num > 0n && t.num <= 64n ? Number(t.num) : 0;
      return n === 0 ? null : Array.from({ length: n - 1 }).reduce<Rows>((p) => product(p, a), a);
    }
    default:
      return null;
  }
};

/** A matrix whose entries are written out. */
const written = (e: Extract<Expr, { kind: 'operator' }>): Rows | null => {
  const entries = e.args.map(valueOf).map(numberIn);
  const columns = Number(e.params[1]);
  if (entries.some((x) => x === null) || !(columns > 0)) return null;
  return Array.from({ length: entries.length / columns }, (_, i) =>
    entries.slice(i * columns, (i + 1) * columns).map((x) => x ?? zero),
  );
};

/** The value as text; null where the expression has names, or is written out already. */
export const valueText = (e: Expr): string | null => {
  if (e.kind === 'number' || (e.kind === 'operator' && e.operator === 'blocks')) return null;
  const rows = valueOf(e);
  const alone = numberIn(rows);
  if (alone) return fractionText(alone);
  return rows && `[${rows.map((row) => row.map(fractionText).join(', ')).join('; ')}]`;
};
