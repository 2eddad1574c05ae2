/** What is known of the coordinate vectors of fixed indices: `h[1]`, `x[3]`, `A[1,n]`. */
import type { Claim, Declaration, Expr, Index } from '../../language/ast.ts';
import { conjuncts } from '../../language/definedness/condition.ts';
import { placeText } from '../../language/layers.ts';
import type { Dim } from '../../kernel/term.ts';
import { partsOf } from '../../operators/blocks.ts';
import { isSum } from '../../operators/dimension.ts';
import { kernelDim, partsFacts, sumFact } from '../../operators/parts.ts';
import { contract, dimension, number, variable, zeros } from '../../kernel/graph.ts';
import { equal, implies, less, type Formula } from '../../kernel/formula.ts';
import { ratio } from '../../kernel/ratio.ts';
import { isCoordinate, type Scope } from './scope.ts';

/** Fixed indices, by the dimension of the axis that they point along. */
type Fixed = Map<Dim, Map<string, Index>>;

const add = (fixed: Fixed, dim: Dim, index: Index): void => {
  const at = fixed.get(dim) ?? new Map<string, Index>();
  fixed.set(dim, at.set(placeText(index), index));
};

const ofMember = (
  node: Readonly<Record<string, unknown>>,
  declared: readonly Declaration[],
  layers: ReadonlySet<Dim>,
  fixed: Fixed,
): void => {
  const index = node['index'] as Index | null | undefined;
  if (!index || typeof index !== 'object' || index.name !== null) return;
  const d = declared.find(
    (y) => y.name === node['name'] || y.name === node['fn'] || y.name === node['by'],
  );
  if (d?.family && !layers.has(d.family.to)) add(fixed, d.family.to, index);
};

const ofEntry = (e: Expr & { kind: 'entry' }, dims: readonly Dim[], fixed: Fixed): void =>
  e.places.forEach((at, k) => {
    const dim = e.body.shape[k];
    if (!at || dim === undefined || dim === '1') return;
    if (at.name === null || (dims.includes(at.name) && at.offset === 0)) add(fixed, dim, at);
  });

const coordinateAt = (index: Index, dim: Dim) => variable(`#${placeText(index)}`, [kernelDim(dim)]);

/** What is known where the axis has this many places; a dimension is one of its own places. */
interface Granted {
  readonly least: number;
  readonly formula: Formula;
}

const placeOf = (index: Index): number => (index.name === null ? index.offset : 1);

/** Two numbers along one axis are two places. */
const apart = (dim: Dim, numbers: readonly Index[]): Granted[] =>
  numbers.flatMap((a, i) =>
    numbers.slice(i + 1).map((b) => ({
      least: Math.max(placeOf(a), placeOf(b)),
      formula: equal(
        contract([coordinateAt(a, dim), coordinateAt(b, dim)], ['i', 'i'], ''),
        zeros([]),
      ),
    })),
  );

/** How many places an axis has at least, as its literal or a hypothesis of the claim says. */
function leastOf(dim: Dim, { hypotheses }: Claim): number {
  const stated = hypotheses.flatMap(conjuncts).flatMap((f) => {
    if (f.kind !== 'relation' || f.relation !== '>=') return [];
    const { left, right } = f;
    const isOurs = left.kind === 'dimension' && left.dim === dim && right.kind === 'number';
    // of `n >= 5/2` nothing is taken here: the second checker reads whole numbers too
    return isOurs && /^\d+$/.test(right.value) ? [Number(right.value)] : [];
  });
  return Math.max(1, ...(/^\d+$/.test(dim) ? [Number(dim)] : []), ...stated);
}

/** Divisions into parts, and dimensions that are sums, by their texts. */
const madeIn = (
  claim: Claim,
): { readonly parts: readonly (readonly Dim[])[]; readonly sums: readonly Dim[] } => {
  const parts = new Map<string, readonly Dim[]>();
  const sums = new Set<Dim>();
  const visit = (x: unknown): void => {
    if (typeof x !== 'object' || x === null) return;
    const node = x as Record<string, unknown>;
    if (Array.isArray(node['shape']))
      for (const d of node['shape'] as readonly Dim[]) if (isSum(d)) sums.add(d);
    if (node['kind'] === 'operator' && node['operator'] === 'blocks') {
      const { args, params } = x as Expr & { kind: 'operator' };
      for (const list of partsOf(
        args.map((a) => a.shape),
        params[1] ?? 1,
      ))
        parts.set(list.join(), list);
    }
    Object.values(node).forEach(visit);
  };
  visit(claim.declarations);
  visit(claim.hypotheses);
  visit(claim.conclusion);
  return { parts: [...parts.values()], sums: [...sums] };
};

/** What is known of the matrices that put parts into a whole, and of the sizes of wholes. */
export const wholesOf = (claim: Claim): { formula: Formula; text: string; stated: boolean }[] => {
  const { parts, sums } = madeIn(claim);
  return [...sums.map(sumFact), ...parts.flatMap(partsFacts)].map((formula) => ({
    formula,
    text: '',
    stated: true,
  }));
};

/** Fixed indices speak through coordinate vectors: what makes them coordinate vectors is known. */
export function coordinatesOf(
  claim: Claim,
  scope: Scope,
): { formula: Formula; text: string; stated: boolean }[] {
  const declared = [...claim.declarations, ...claim.random.map((r) => r.declaration)];
  const fixed: Fixed = new Map();
  const visit = (x: unknown): void => {
    if (typeof x !== 'object' || x === null) return;
    const node = x as Record<string, unknown>;
    if (node['kind'] === 'entry') ofEntry(x as Expr & { kind: 'entry' }, claim.dims, fixed);
    else ofMember(node, declared, scope.layers, fixed);
    Object.values(node).forEach(visit);
  };
  visit(claim.hypotheses);
  visit(claim.conclusion);
  return [...fixed]
    .flatMap(([dim, at]) => {
      const all = [...at.values()];
      const numbers = all.filter((index) => index.name === null);
      const granted = [
        ...all.flatMap((index) =>
          isCoordinate(coordinateAt(index, dim)).map((formula) => ({
            least: placeOf(index),
            formula,
          })),
        ),
        ...apart(dim, numbers),
      ];
      // behind a guard, `n >= 3 => x[3] = 0` mentions a place that is not always there
      const known = leastOf(dim, claim);
      return granted.map(({ least, formula }) =>
        least <= known
          ? formula
          : implies(less(number(ratio(BigInt(least))), dimension(kernelDim(dim)), false), formula),
      );
    })
    .map((formula) => ({ formula, text: '', stated: true }));
}
