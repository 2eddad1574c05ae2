/**
 * Is a difference a combination of equations in context? Contexts are grown from the difference's
 * own monomials, a round at a time, and the question is linear algebra over the rationals
 * (Macaulay's method for ideals, on graphs).
 */
import { isZero, negative, one, plus, ratio, times, type Ratio } from '../../kernel/ratio.ts';
import type { Term } from '../../kernel/term.ts';
import { passed, never, type Deadline, spend } from '../agenda/effort.ts';
import { Ledger, effect, occurrences, type Equation } from './equations.ts';
import { weight, type Sum } from '../graphs/sum.ts';

interface Row {
  readonly eq: Equation;
  readonly context: Term;
}
type Vector = Map<string, Ratio>;
interface Basis {
  readonly pivot: string;
  readonly vector: Vector;
  /** How the vector is made of rows. */
  readonly from: Map<number, Ratio>;
}

const addTo = <K>(v: Map<K, Ratio>, w: ReadonlyMap<K, Ratio>, c: Ratio): void => {
  spend(w.size / 8);
  for (const [k, x] of w) {
    const total = plus(v.get(k) ?? ratio(0n), times(c, x));
    if (isZero(total)) v.delete(k);
    else v.set(k, total);
  }
};
const over = (a: Ratio, b: Ratio): Ratio => times(a, ratio(b.den, b.num));
const vectorOf = (sum: Sum): Vector => new Map([...sum].map(([k, e]) => [k, e.coefficient]));

/**
 * Subtracts multiples of the basis (each free of the pivots before it, so one pass does); what was
 * added goes into `from`.
 */
function reduce(v: Vector, from: Map<number, Ratio>, basis: readonly Basis[]): void {
  for (const b of basis) {
    const c = v.get(b.pivot);
    if (!c) continue;
    const factor = negative(over(c, b.vector.get(b.pivot) as Ratio));
    addTo(v, b.vector, factor);
    addTo(from, b.from, factor);
  }
}

export interface Effort {
  readonly rounds: number;
  readonly rows: number;
  /** Graphs larger than this are not grown further. */
  readonly weight: number;
  /** In counted work. */
  readonly deadline?: Deadline;
}
export const usual: Effort = { rounds: 4, rows: 240, weight: 24 };

/** Tries to bring the ledger's rest to nothing; true when it did, with the uses entered. */
export function close(
  ledger: Ledger,
  equations: readonly Equation[],
  effort: Effort = usual,
): boolean {
  if (ledger.done) return true;
  const symmetries = ledger.book.map;
  const rows: Row[] = [];
  const basis: Basis[] = [];
  const seenRows = new Set<string>();
  const known = new Map(ledger.rest);
  let frontier = [...ledger.rest.keys()];
  for (let round = 0; round < effort.rounds && frontier.length > 0; round++) {
    const next: string[] = [];
    for (const text of frontier) {
      const entry = known.get(text);
      if (!entry || weight(entry.monomial) > effort.weight) continue;
      if (passed(effort.deadline ?? never)) return false;
      for (const eq of equations) {
        for (const { context } of occurrences(entry.monomial, eq, symmetries)) {
          if (rows.length >= effort.rows) break;
          const sum = effect(eq, context, symmetries);
          const vector = vectorOf(sum);
          const key = [...vector]
            .map(([k, c]) => `${c.num}/${c.den} ${k}`)
            .sort()
            .join('\n');
          if (vector.size === 0 || seenRows.has(key)) continue;
          seenRows.add(key);
          const from = new Map([[rows.push({ eq, context }) - 1, one]]);
          for (const [k, e] of sum) {
            if (known.has(k)) continue;
            known.set(k, e);
            next.push(k);
          }
          reduce(vector, from, basis);
          const pivot = [...vector.keys()][0];
          if (pivot !== undefined) basis.push({ pivot, vector, from });
        }
      }
    }
    const goal = vectorOf(ledger.rest);
    const combination = new Map<number, Ratio>();
    reduce(goal, combination, basis);
    if (goal.size === 0) {
      for (const [i, c] of combination)
        ledger.use((rows[i] as Row).eq, (rows[i] as Row).context, negative(c));
      return ledger.done;
    }
    frontier = next.sort((a, b) => weight(known.get(a)!.monomial) - weight(known.get(b)!.monomial));
  }
  return false;
}
