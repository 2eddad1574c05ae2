/**
 * An expression written out entry by entry at given sizes. It shares no code with the evaluation
 * that the judges use.
 */
import { isSum, summandsOf } from '../operators/dimension.ts';
import type { Dim, Expr, Index, Shape } from '../language/index.ts';
import * as g from './grid.ts';
import { NoOpinion } from './no-opinion.ts';
import * as p from './polynomial-text.ts';

export interface Surroundings {
  readonly sizes: ReadonlyMap<string, number>;
  readonly indices: ReadonlyMap<string, number>;
  /** The entries of a variable, or of a family's member. */
  readonly variable: (name: string, member: number | null) => g.Grid;
}

export const sizeOf = (dim: Dim, { sizes }: Pick<Surroundings, 'sizes'>): number =>
  isSum(dim)
    ? summandsOf(dim).reduce((sum, d) => sum + sizeOf(d, { sizes }), 0)
    : dim.split('*').reduce((size, name) => {
        const known = /^\d+$/.test(name) ? Number(name) : sizes.get(name);
        if (known === undefined) throw new NoOpinion(`the size of ${name}`);
        return size * known;
      }, 1);

export const extent = (shape: Shape, at: Surroundings): readonly [number, number] => {
  if (shape.length > 2) throw new NoOpinion('a tensor of three indices');
  return [sizeOf(shape[0] ?? '1', at), sizeOf(shape[1] ?? '1', at)];
};

const member = (index: Index | null, at: Surroundings): number | null => {
  if (index === null) return null;
  if (index.name === null) return index.offset;
  const start = at.indices.get(index.name);
  if (start === undefined) throw new NoOpinion(`the index ${index.name}`);
  return start + index.offset;
};

/** A whole exponent from 0 to 4, or a dimension that is one. */
const exponent = (e: Expr | undefined, at: Surroundings): number => {
  const k =
    e?.kind === 'number'
      ? Number(e.value)
      : e?.kind === 'dimension'
        ? sizeOf(e.dim, at)
        : Number.NaN;
  if (!Number.isInteger(k) || k < 0 || k > 4) throw new NoOpinion('this power');
  return k;
};

type Rule = (
  args: readonly g.Grid[],
  e: Extract<Expr, { kind: 'operator' }>,
  at: Surroundings,
) => g.Grid;
const nth = (args: readonly g.Grid[], i: number): g.Grid => args[i] as g.Grid;
const isScalar = (e: Expr | undefined): boolean => e?.shape.length === 0;
const scale = (by: g.Grid, a: g.Grid): g.Grid => g.map(a, (x) => p.multiply(g.entry(by, 0, 0), x));

const rules: Readonly<Record<string, Rule>> = {
  add: ([a = [], b = []]) => g.zip(a, b, p.add),
  sub: ([a = [], b = []]) => g.zip(a, b, p.subtract),
  neg: ([a = []]) => g.map(a, p.negative),
  mul: ([a = [], b = []], { args }) =>
    isScalar(args[0]) ? scale(a, b) : isScalar(args[1]) ? scale(b, a) : g.product(a, b),
  hadamard: ([a = [], b = []]) => g.zip(a, b, p.multiply),
  div: ([a = [], b = []]) => {
    const by = g.entry(b, 0, 0);
    if (!/^[1-9]\d*$/.test(by)) throw new NoOpinion('a quotient');
    return g.map(a, (x) => p.multiply(`(1/${by})`, x));
  },
  transpose: ([a = []]) => g.transpose(a),
  dot: ([a = [], b = []]) => g.product(g.transpose(a), b),
  tr: ([a = []]) => g.scalar(g.trace(a)),
  det: ([a = []]) => g.scalar(g.determinant(a)),
  vec: ([a = []]) => g.transpose([g.transpose(a).flat()]),
  diag: ([a = []], { args }) =>
    args[0]?.shape.length === 2
      ? a.map((row, i) => [row[i] ?? p.zero])
      : g.build(g.rows(a), g.rows(a), (i, j) => (i === j ? g.entry(a, i, 0) : p.zero)),
  blocks: (args, { params: [, columns = 1] }) => joined(args, columns),
  kron: ([a = [], b = []]) =>
    g.build(g.rows(a) * g.rows(b), g.columns(a) * g.columns(b), (i, j) =>
      p.multiply(
        g.entry(a, Math.floor(i / g.rows(b)), Math.floor(j / g.columns(b))),
        g.entry(b, i % g.rows(b), j % g.columns(b)),
      ),
    ),
};

/** Blocks side by side and one below the other. */
const joined = (args: readonly g.Grid[], columns: number): g.Grid =>
  args.flatMap((first, k) =>
    k % columns === 0
      ? first.map((_, i) => args.slice(k, k + columns).flatMap((block) => block[i] ?? []))
      : [],
  );

const power = (base: g.Grid, k: number): g.Grid => {
  let result = g.build(g.rows(base), g.rows(base), (i, j) => (i === j ? '1' : p.zero));
  for (let i = 0; i < k; i++) result = g.product(result, base);
  return result;
};

const outside = (): never => {
  throw new NoOpinion('an entry outside');
};

/** The entries of an expression; throws `NoOpinion` where it is not a polynomial. */
export const entries = (e: Expr, at: Surroundings): g.Grid => {
  switch (e.kind) {
    case 'number':
      return g.scalar(p.rational(e.value));
    case 'dimension':
      return g.scalar(String(sizeOf(e.dim, at)));
    case 'index':
      return g.scalar(String(member({ name: e.name, offset: 0 }, at)));
    case 'variable':
      return at.variable(e.name, member(e.index, at));
    case 'constant':
      return g.build(...extent(e.shape, at), (i, j) =>
        e.which === 'ones' || (e.which === 'identity' && i === j) ? '1' : p.zero,
      );
    case 'operator': {
      if (e.operator === 'pow')
        return power(entries(e.args[0] as Expr, at), exponent(e.args[1], at));
      const rule = rules[e.operator];
      if (!rule) throw new NoOpinion(`the operator ${e.operator}`);
      const args = e.args.map((a) => entries(a, at));
      return rule([nth(args, 0), ...args.slice(1)], e, at);
    }
    case 'entry': {
      const grid = entries(e.body, at);
      const [i = null, j = null] = e.places.map((place) => place && member(place, at));
      const rows = i === null ? grid : [grid[i - 1] ?? outside()];
      return j === null ? rows : rows.map((row) => [row[j - 1] ?? outside()]);
    }
    case 'reduce': {
      const count = sizeOf(e.range.to, at);
      if (count < 1) throw new NoOpinion('a sum of no terms');
      const terms = Array.from({ length: count }, (_, i) =>
        entries(e.body, { ...at, indices: new Map(at.indices).set(e.range.index, i + 1) }),
      );
      const total = terms.reduce((a, b) => g.zip(a, b, p.add));
      return e.how === 'sum' ? total : g.map(total, (x) => p.multiply(`(1/${count})`, x));
    }
    default:
      throw new NoOpinion(`an expression of the kind ${e.kind}`);
  }
};
