/**
 * How many wires of each dimension an expression of the language can have, read off its text tree.
 */
import { summandsOf } from '../operators/dimension.ts';
import type { Dim, Expr, Formula } from '../language/ast.ts';

type Ends = ReadonlyMap<Dim, number>;

const none: Ends = new Map();
const plus = (...all: readonly Ends[]): Ends => {
  const sum = new Map<Dim, number>();
  for (const count of all) for (const [d, k] of count) sum.set(d, (sum.get(d) ?? 0) + k);
  return sum;
};
const most = (...all: readonly Ends[]): Ends => {
  const best = new Map<Dim, number>();
  for (const count of all) for (const [d, k] of count) best.set(d, Math.max(k, best.get(d) ?? 0));
  return best;
};
/** An end of a sum is one of each of its summands. */
const of = (shape: readonly Dim[]): Ends =>
  plus(...shape.flatMap((d) => summandsOf(d).map((s) => new Map([[s, 1]]))));
const times = (count: Ends, k: number): Ends => new Map([...count].map(([d, n]) => [d, n * k]));

/** Ends of wires: the slots of the factors of the largest product. */
function ends(e: Expr): Ends {
  switch (e.kind) {
    case 'number':
    case 'dimension':
    case 'index':
      return none;
    case 'variable':
    case 'constant':
      return of(e.shape);
    case 'operator': {
      const args = e.args.map(ends);
      if (e.operator === 'add' || e.operator === 'sub') return most(...args);
      if (e.operator !== 'pow') return plus(...args, of(e.shape));
      const exponent = e.args[1]?.kind === 'number' ? Math.abs(Number(e.args[1].value)) : 2;
      return times(args[0] as Ends, Number.isInteger(exponent) ? Math.max(1, exponent) : 2);
    }
    case 'call':
    case 'jet':
      return plus(...e.args.map(ends), of(e.shape), ...e.args.map((a) => of(a.shape)));
    case 'entry':
      return plus(ends(e.body), of(e.body.shape));
    case 'derivative':
      return plus(ends(e.body), of(e.shape));
    case 'reduce':
      return plus(ends(e.body), new Map([[e.range.to, 2]]));
    case 'expectation':
      return plus(ends(e.body), of(e.shape));
    case 'product':
      return plus(times(ends(e.body), 2), of(e.shape));
    case 'kernel':
      return ends(e.of);
  }
}

/** A wire has two ends at least: at factors, or at the equation's own indices. */
export function wiresNeeded(f: Formula): ReadonlyMap<Dim, number> {
  switch (f.kind) {
    case 'relation': {
      const both = most(...[f.left, f.right].map((e) => plus(ends(e), of(e.shape))));
      return new Map([...both].map(([d, k]) => [d, Math.ceil(k / 2)]));
    }
    case 'and':
      return most(wiresNeeded(f.left), wiresNeeded(f.right));
    case 'each':
      return wiresNeeded(f.body);
    default:
      return none;
  }
}
