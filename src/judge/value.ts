/**
 * The value of a kernel term at a point, modulo p. It shares nothing with the kernel's own reading
 * of terms but their type: what names, functions, inverses and named scalars are worth, a `Source`
 * says.
 */
import type { Dim, Factor, FunctionSymbol, Head, Monomial, Term } from '../kernel/term.ts';
import { field } from './modular.ts';
import { operationExtent } from './operations.ts';
import {
  contractGrids,
  entries,
  place,
  strides,
  walk,
  room,
  type Grid,
  type Placed,
} from './grid.ts';

export interface Source {
  size(dim: Dim): number;
  variable(name: string, shape: readonly number[]): Grid;
  /**
   * The derivative of a function at a point, `orders[j]` times by argument j: its output's axis (if
   * any), then the derivatives' axes, argument by argument. `family` is the index of the family's
   * member, counted from 0.
   */
  jet(
    fn: FunctionSymbol,
    orders: readonly number[],
    family: readonly number[],
    args: readonly Float64Array[],
  ): ArrayLike<number>;
  /** Of an n×n matrix, or (n null) of a number. */
  inverse(n: number | null, value: Float64Array): ArrayLike<number>;
  /** Of a tensor of this shape: as many numbers as the operation's value has. */
  operation(name: string, shape: readonly number[], value: Float64Array): ArrayLike<number>;
  /**
   * The value of a whole head that the point fixes otherwise, as one drawn symmetric; undefined
   * where it does not.
   */
  fixed(head: Head, args: readonly Grid[]): Grid | undefined;
  /** Values of heads already computed at this point. */
  readonly known: { get(head: Head): Grid | undefined; set(head: Head, value: Grid): void };
}

export const headArguments = (head: Head): readonly Term[] =>
  head.kind === 'variable' ? [] : head.kind === 'jet' ? head.args : [head.arg];

const sizesOf = (dims: readonly Dim[], source: Source): number[] => dims.map((d) => source.size(d));
const block = (grid: Grid, parameters: number, at: number): Float64Array => {
  const width = entries(grid.shape.slice(parameters));
  return grid.data.subarray(at * width, (at + 1) * width);
};

/** The tensor of a head, one axis for each of its slots. */
export function headValue(head: Head, source: Source): Grid {
  const before = source.known.get(head);
  if (before) return before;
  const args = headArguments(head).map((t) => termValue(t, source));
  const value = source.fixed(head, args) ?? freshValue(head, args, source);
  source.known.set(head, value);
  return value;
}

function freshValue(head: Head, args: readonly Grid[], source: Source): Grid {
  if (head.kind === 'variable') return source.variable(head.name, sizesOf(head.shape, source));
  const params = sizesOf(head.params, source);
  const count = entries(params);
  if (head.kind === 'jet') return jetValue(head, params, args, source);
  const [arg] = args as [Grid];
  if (head.kind === 'operation') {
    const rest = arg.shape.slice(params.length);
    const own = operationExtent(head.name, rest);
    const data = room(count * entries(own));
    for (let k = 0; k < count; k++)
      data.set(source.operation(head.name, rest, block(arg, params.length, k)), k * entries(own));
    return { shape: [...params, ...own], data };
  }
  const n = head.matrix ? (arg.shape.at(-1) as number) : null;
  const shape = n === null ? params : [...params, n, n];
  const data = room(entries(shape));
  for (let k = 0; k < count; k++)
    data.set(source.inverse(n, block(arg, params.length, k)), k * (n === null ? 1 : n * n));
  return { shape, data };
}

function jetValue(
  head: Head & { kind: 'jet' },
  params: readonly number[],
  args: readonly Grid[],
  source: Source,
): Grid {
  const { fn, orders } = head;
  const family = sizesOf(fn.family, source);
  const derivatives = fn.inputs.flatMap((d, j) =>
    d === null ? [] : Array<number>(orders[j] ?? 0).fill(source.size(d)),
  );
  const own = [...(fn.output === null ? [] : [source.size(fn.output)]), ...derivatives];
  const shape = [...family, ...params, ...own];
  const data = room(entries(shape));
  const [count, width] = [entries(params), entries(own)];
  let member = 0;
  const index = strides(family);
  for (let f = 0; f < entries(family); f++) {
    const at = family.map((size, axis) => Math.floor(f / (index[axis] as number)) % size);
    for (let k = 0; k < count; k++, member++) {
      data.set(
        source.jet(
          fn,
          orders,
          at,
          args.map((a) => block(a, params.length, k)),
        ),
        member * width,
      );
    }
  }
  return { shape, data };
}

/** A coefficient and powers of dimensions, as a number. */
function coefficientValue(m: Monomial, source: Source): number {
  let value = field.fromRational(m.coefficient);
  for (const [dim, exponent] of Object.entries(m.powers)) {
    const size = field.fromInteger(source.size(dim));
    for (let k = Math.abs(exponent); k > 0; k--)
      value = exponent > 0 ? field.mul(value, size) : field.div(value, size);
  }
  return value;
}

const placed = (
  factors: readonly Factor[],
  sizes: readonly number[],
  value: FactorValue,
): Placed[] => factors.map((f, i) => place(value(f, i), f.slots, sizes));

/** The tensor of a factor, and of its place in the monomial. */
export type FactorValue = (factor: Factor, at: number) => Grid;

/** The value of a term, one axis for each dimension of its shape. */
export function termValue(term: Term, source: Source): Grid {
  const sum = zeros(term, source);
  for (const m of term.monomials) addMonomial(sum, m, source, (f) => headValue(f.head, source));
  return sum;
}

export function zeros(term: Term, source: Source): Grid {
  const shape = sizesOf(term.shape, source);
  return { shape, data: room(entries(shape)) };
}

/** Adds the value of a monomial to a tensor of its shape. */
export function addMonomial(
  { shape, data }: Grid,
  m: Monomial,
  source: Source,
  value: FactorValue,
): void {
  const steps = strides(shape);
  const sizes = sizesOf(m.wires, source);
  const kept = [...new Set(m.free)];
  const own = contractGrids(placed(m.factors, sizes, value), sizes, kept);
  const c = coefficientValue(m, source);
  // a wire that is free twice, as in the identity, runs along a diagonal
  const along = kept.map((w) =>
    m.free.reduce((sum, x, axis) => (x === w ? sum + (steps[axis] as number) : sum), 0),
  );
  let at = 0;
  walk(
    kept.map((w) => sizes[w] as number),
    [along],
    ([to]) => {
      data[to as number] = field.add(
        data[to as number] as number,
        field.mul(c, own.data[at++] as number),
      );
    },
  );
}

/**
 * The term contracted with a vector on each dimension of its shape: for random vectors a tensor
 * that is not 0 gives 0 with probability at most (number of axes)/p. Source: Schwartz–Zippel.
 */
export function pairing(term: Term, vectors: readonly Float64Array[], source: Source): number {
  let sum = 0;
  for (const m of term.monomials) {
    const sizes = sizesOf(m.wires, source);
    const ends = m.free.map(
      (w, axis): Placed => ({ wires: [w], data: vectors[axis] as Float64Array }),
    );
    const { data } = contractGrids(
      [...placed(m.factors, sizes, (f) => headValue(f.head, source)), ...ends],
      sizes,
      [],
    );
    sum = field.add(sum, field.mul(coefficientValue(m, source), data[0] as number));
  }
  return sum;
}
