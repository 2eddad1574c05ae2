/**
 * Terms in index notation: a sum of products of factors, each factor's slots labelled by indices.
 * An index that is not free is summed; the free ones, in order, are the shape. Everything is built
 * by `einsum`.
 */
import { type Dim, alike, multiplied, parts } from './dims.ts';
import { isMeanName, takesTensor } from './means/mean-symbols.ts';
import { type Q, demand, one, product, q, refuse, toThe } from './rational.ts';

export interface Fn {
  readonly name: string;
  readonly family: readonly Dim[];
  readonly inputs: readonly (Dim | null)[];
  readonly output: Dim | null;
  /** An activation that only has a name may have kinks. */
  readonly kinks?: boolean;
}
export type Head =
  | {
      readonly kind: 'variable';
      readonly name: string;
      readonly shape: readonly Dim[];
      readonly args: readonly [];
    }
  | {
      readonly kind: 'jet';
      readonly fn: Fn;
      readonly orders: readonly number[];
      readonly params: readonly Dim[];
      readonly args: readonly Term[];
    }
  | {
      readonly kind: 'inverse';
      readonly matrix: boolean;
      readonly params: readonly Dim[];
      readonly args: readonly Term[];
    }
  | {
      readonly kind: 'operation';
      readonly name: string;
      readonly params: readonly Dim[];
      readonly args: readonly Term[];
    };
export interface Factor {
  readonly head: Head;
  readonly at: readonly number[];
}
export interface Mono {
  readonly c: Q;
  readonly powers: ReadonlyMap<Dim, number>;
  /** The dimension of each index. */
  readonly dims: readonly Dim[];
  readonly free: readonly number[];
  readonly factors: readonly Factor[];
}
export interface Term {
  readonly shape: readonly Dim[];
  readonly sum: readonly Mono[];
}
const most = 200_000;

/** The dimensions of an operation's value, for the dimensions of its argument. */
const valueShape: Readonly<Record<string, (of: readonly Dim[]) => readonly Dim[]>> = {
  rank: () => [],
  norm: () => [],
  sigma_min: () => [],
  nuclear: () => [],
  max: (of) => (of.length === 1 ? [] : refuse('max of something other than a vector')),
  det: (of) =>
    of.length === 2 && of[0] === of[1] ? [] : refuse('a determinant of a non-square matrix'),
  adj: (of) =>
    of.length === 2 && of[0] === of[1] ? of : refuse('an adjugate of a non-square matrix'),
  sqrtm: (of) =>
    of.length === 2 && of[0] === of[1] ? of : refuse('a root of a matrix that is not square'),
  expm: (of) =>
    of.length === 2 && of[0] === of[1]
      ? of
      : refuse('an exponential of a matrix that is not square'),
  logm: (of) =>
    of.length === 2 && of[0] === of[1] ? of : refuse('a logarithm of a matrix that is not square'),
  pinv: (of) =>
    of.length === 2
      ? [of[1] as Dim, of[0] as Dim]
      : refuse('a pseudo-inverse of something other than a matrix'),
  // the constant tensor that is 1 where r = i p + j
  pair: (of) =>
    of.length === 2
      ? [...of, multiplied(...of)]
      : refuse('pairs of something other than two dimensions'),
};

/** The dimension of each slot; refuses a head whose arguments do not fit. */
export function slots(head: Head): readonly Dim[] {
  switch (head.kind) {
    case 'variable':
      return head.shape;
    case 'jet': {
      const { fn, orders, params, args } = head;
      demand(
        args.length === fn.inputs.length &&
          orders.length === args.length &&
          (args.length > 0 || (isMeanName(fn.name) && params.length === 0)),
        `${fn.name} with the wrong number of arguments`,
      );
      const blocks = fn.inputs.map((d, j): Dim[] => {
        const k = orders[j] as number;
        demand(Number.isSafeInteger(k) && k >= 0 && k < 1000, `${fn.name} with a broken order`);
        const { shape } = args[j] as Term;
        const isTensor =
          alike(shape.slice(0, params.length), params) &&
          takesTensor(fn.name, d, shape.slice(params.length), k);
        demand(
          isTensor || alike(shape, d === null ? params : [...params, d]),
          `${fn.name} at an argument of another shape`,
        );
        return d === null ? [] : Array<Dim>(k).fill(d);
      });
      return [
        ...fn.family,
        ...params,
        ...(fn.output === null ? [] : [fn.output]),
        ...blocks.flat(),
      ];
    }
    case 'inverse': {
      const { matrix, params } = head;
      const of = (head.args[0] as Term).shape;
      const n = of[params.length] as Dim;
      demand(alike(of, matrix ? [...params, n, n] : params), 'an inverse of a non-square matrix');
      return matrix ? [...params, n, n] : params;
    }
    case 'operation': {
      const of = (head.args[0] as Term).shape;
      demand(alike(of.slice(0, head.params.length), head.params), `${head.name} of another shape`);
      demand(
        head.name !== 'pair' || (head.args[0] as Term).sum.length === 0,
        'pairs are of a shape alone, given as the zero of that shape',
      );
      const shape = Object.hasOwn(valueShape, head.name)
        ? valueShape[head.name]
        : /^lambda\.[1-9]\d*$/.test(head.name)
          ? () => []
          : undefined;
      return [
        ...head.params,
        ...(shape ?? refuse(`an unknown operation ${head.name}`))(of.slice(head.params.length)),
      ];
    }
  }
}

type Labels = string | readonly string[];
export type Piece = readonly [term: Term, labels: Labels];

/** c · dims^powers · Σ over the labels that are not free of the product of the pieces. */
export function einsum(
  free: Labels,
  pieces: readonly Piece[],
  dims: Readonly<Record<string, Dim>> = {},
  c: Q = one,
  powers: ReadonlyMap<Dim, number> = new Map(),
): Term {
  const known = new Map(Object.entries(dims));
  for (const [t, labels] of pieces) {
    demand([...labels].length === t.shape.length, 'a factor with the wrong number of indices');
    [...labels].forEach((l, i) =>
      demand(
        (known.get(l) ?? t.shape[i]) === t.shape[i] && known.set(l, t.shape[i] as Dim) !== null,
        `an index of dimensions ${known.get(l)} and ${t.shape[i]}`,
      ),
    );
  }
  const count = pieces.reduce((k, [t]) => k * t.sum.length, 1);
  demand(count <= most, 'a product that is too long');
  const choices = pieces.reduce<readonly (readonly Mono[])[]>(
    (all, [t]) => all.flatMap((chosen) => t.sum.map((m) => [...chosen, m])),
    [[]],
  );
  const shape = [...free].map((l) => known.get(l) ?? refuse('an index without a dimension'));
  return {
    shape,
    sum: choices.map((chosen) =>
      join(
        [...free],
        pieces.map(([, labels]) => [...labels]),
        chosen,
        known,
        c,
        powers,
      ),
    ),
  };
}

/** One product: the labels and the monomials' own indices in one pool, those that meet made one. */
function join(
  free: readonly string[],
  labels: readonly (readonly string[])[],
  chosen: readonly Mono[],
  known: ReadonlyMap<string, Dim>,
  c: Q,
  given: ReadonlyMap<Dim, number>,
): Mono {
  const pool: Dim[] = [...known.values()];
  const place = new Map([...known.keys()].map((l, i) => [l, i]));
  const leader: number[] = pool.map((_, i) => i);
  const lead = (i: number): number => (leader[i] === i ? i : lead(leader[i] as number));
  const powers = new Map(given);
  let coefficient = c;
  const times = (d: Dim, k: number): void => {
    const { number, names } = parts(d);
    coefficient = product(coefficient, toThe(number, k));
    for (const name of names) powers.set(name, (powers.get(name) ?? 0) + k);
  };
  const loose: Factor[] = [];
  chosen.forEach((m, p) => {
    const from = pool.length;
    m.dims.forEach((d) => leader.push(pool.push(d) - 1));
    m.free.forEach((w, i) => {
      const [a, b] = [
        lead(from + w),
        lead(place.get((labels[p] as string[])[i] as string) as number),
      ];
      demand(pool[a] === pool[b], 'indices of different dimensions are joined');
      leader[a] = b;
    });
    coefficient = product(coefficient, m.c);
    m.powers.forEach((k, d) => times(d, k));
    m.factors.forEach((f) => loose.push({ head: f.head, at: f.at.map((w) => from + w) }));
  });
  const renamed = new Map<number, number>();
  const dims: Dim[] = [];
  const index = (i: number): number => {
    const l = lead(i);
    if (!renamed.has(l)) renamed.set(l, dims.push(pool[l] as Dim) - 1);
    return renamed.get(l) as number;
  };
  const outer = free.map((l) => index(place.get(l) as number));
  const factors = loose.map((f) => ({ head: f.head, at: f.at.map(index) }));
  pool.forEach((d, i) => {
    if (lead(i) === i && !renamed.has(i)) times(d, 1);
  });
  for (const [d, k] of powers) if (k === 0) powers.delete(d);
  return { c: coefficient, powers, dims, free: outer, factors };
}

/** The term of one head, every slot free. */
export function single(head: Head): Term {
  const dims = slots(head);
  const all = dims.map((_, i) => i);
  return {
    shape: dims,
    sum: [{ c: one, powers: new Map(), dims, free: all, factors: [{ head, at: all }] }],
  };
}
export const variable = (name: string, shape: readonly Dim[]): Term =>
  single({ kind: 'variable', name, shape, args: [] });
export const inverse = (t: Term, params: readonly Dim[] = []): Term =>
  single({ kind: 'inverse', matrix: t.shape.length > params.length, params, args: [t] });
export const operation = (name: string, t: Term, params: readonly Dim[] = []): Term =>
  single({ kind: 'operation', name, params, args: [t] });
export const jet = (
  fn: Fn,
  orders: readonly number[],
  args: readonly Term[],
  params: readonly Dim[] = [],
): Term => single({ kind: 'jet', fn, orders, params, args });

/** `ein('ij,jk->ik', A, B)` is A B. */
export function ein(spec: string, ...terms: readonly Term[]): Term {
  const [from, to] = spec.split('->') as [string, string];
  const labels = from.split(',');
  return einsum(
    to,
    terms.map((t, i) => [t, labels[i] as string]),
  );
}
export const zeros = (shape: readonly Dim[]): Term => ({ shape, sum: [] });
export const constant = (n: bigint, d = 1n): Term =>
  n === 0n ? zeros([]) : einsum('', [], {}, q(n, d));
export const identity = (n: Dim): Term => einsum('ii', [], { i: n });
export const size = (n: Dim): Term => einsum('', [], { i: n });
export const scale = (c: Q, t: Term): Term => ({
  shape: t.shape,
  sum: t.sum.map((m) => ({ ...m, c: product(c, m.c) })),
});
export function add(...terms: readonly Term[]): Term {
  const { shape } = terms[0] as Term;
  demand(
    terms.every((t) => alike(t.shape, shape)),
    'a sum of different shapes',
  );
  return { shape, sum: terms.flatMap((t) => t.sum) };
}
export const less = (a: Term, b: Term): Term => add(a, scale(q(-1n), b));
/** Labels that nothing else uses, one for each dimension. */
export const labelsFor = (prefix: string, shape: readonly Dim[]): string[] =>
  shape.map((_, i) => `${prefix}${i}`);
export const named = (labels: readonly string[], dims: readonly Dim[]): Record<string, Dim> =>
  Object.fromEntries(labels.map((l, i) => [l, dims[i] as Dim]));
