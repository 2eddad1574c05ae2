/** What a claim may take of places that are fixed by a number or a dimension: `x[3]`, `A[1,n]`. */
import { both, equal, type Formula } from '../formula.ts';
import { einsum, zeros } from '../term.ts';
import { atLeast } from './operator-conditions.ts';
import { conjuncts } from './placed.ts';
import { expressionsOf } from './sums-of-dims.ts';
import { coordinate, type Scope } from './symbols.ts';
import { isCoordinate, toStatement } from './to-statements.ts';
import { args, type At, type ClaimTree, type Declared, type Expr, type Said } from './tree.ts';

/** Fixed places, by the dimension of their axis. */
type Fixed = Map<string, Map<string, At>>;
function fixedIn(
  e: Expr,
  declared: ReadonlyMap<string, Declared>,
  dims: ReadonlySet<string>,
  into: Fixed,
): void {
  const note = (dim: string, at: At): void => {
    const there = into.get(dim) ?? new Map<string, At>();
    into.set(dim, there.set(`${at.name ?? at.plus}`, at));
  };
  if (e.k === 'entry')
    e.places.forEach((at, k) => {
      const dim = e.args[0].shape?.[k];
      if (at && dim !== undefined && dim !== '1' && (at.name === null || dims.has(at.name)))
        note(dim, at);
    });
  else if ('at' in e && e.at !== null && e.at.name === null) {
    const name = e.k === 'variable' ? e.name : e.k === 'derivative' ? e.by : e.fn;
    const family = declared.get(name)?.family;
    if (family) note(family.to, e.at);
  }
  args(e).forEach((a) => fixedIn(a, declared, dims, into));
}

/** How many places an axis certainly has: its literal, or what the claim assumes of it. */
const certainPlaces = (dim: string, hypotheses: readonly Said[]): number => {
  const counts = hypotheses.flatMap(conjuncts).flatMap((f) => {
    if (f.k !== 'relation' || f.sign !== '>=' || f.left.k !== 'dim' || f.left.dim !== dim)
      return [];
    return f.right.k === 'number' && f.right.d === 1n ? [Number(f.right.n)] : [];
  });
  return Math.max(1, ...(/^\d+$/.test(dim) ? [Number(dim)] : []), ...counts);
};

/**
 * Fixed places are coordinate vectors, and two numbers along one axis are two of them. `n >= 3 =>
 * x[3] = 0` alone does not say that there is a third place: what is known of it is for n >= 3.
 */
export function placesFixed(
  hypotheses: readonly Said[],
  conclusion: Said,
  claim: ClaimTree,
  scope: Scope,
): Formula[] {
  const fixed: Fixed = new Map();
  const named = [...claim.declared, ...claim.random.map((r) => r.declared)];
  const declared = new Map(named.map((d) => [d.name, d]));
  for (const e of [...hypotheses, conclusion].flatMap(expressionsOf))
    fixedIn(e, declared, claim.dims, fixed);
  return [...fixed].flatMap(([dim, places]) => {
    const all = [...places.values()];
    const numbers = all.filter((at) => at.name === null);
    const certain = certainPlaces(dim, hypotheses);
    const where = (f: Formula, ...at: readonly At[]): Formula => {
      const least = Math.max(...at.map(({ name, plus }) => (name === null ? plus : 1)));
      return least <= certain ? f : both('implies', toStatement(atLeast(dim, least), scope), f);
    };
    const product = (x: At, y: At): Formula => {
      const sides = [x, y].map((at) => [coordinate(at, dim), ['i']] as const);
      return equal(einsum([], sides), zeros([]));
    };
    return [
      ...all.flatMap((at) => isCoordinate(coordinate(at, dim)).map((f) => where(f, at))),
      ...numbers.flatMap((x, i) => numbers.slice(i + 1).map((y) => where(product(x, y), x, y))),
    ];
  });
}
