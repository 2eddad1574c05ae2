/**
 * Building terms. Everything is one operation, `splice`: terms are plugged onto the wires of a skeleton, sums are
 * multiplied out, wires that meet become one, and a wire that nothing touches any more is a factor of its dimension.
 */
import type { Dim, Factor, FunctionSymbol, Monomial, Term } from './term.ts';
import { factorsOf, isDim, literal } from './dimension.ts';
import { one, plus, power, ratio, times, type Ratio } from './ratio.ts';
import { demand, emptySum, fail, seal, slotDims, tell, termOfHead } from './seal.ts';
import { writeMonomial } from './write.ts';

export interface Skeleton {
  readonly wires: readonly Dim[];
  readonly free: readonly number[];
  readonly coefficient?: Ratio;
  readonly powers?: Readonly<Record<Dim, number>>;
}
export interface Piece {
  readonly term: Term;
  /** The skeleton's wire for each dimension of the term's shape. */
  readonly on: readonly number[];
}

/** One choice of a monomial from each piece, plugged together. */
function plug(
  skeleton: Skeleton,
  chosen: readonly { readonly monomial: Monomial; readonly on: readonly number[] }[],
): Monomial {
  const dims: Dim[] = [...skeleton.wires];
  const parent: number[] = dims.map((_, i) => i);
  const find = (w: number): number => {
    while (parent[w] !== w) w = parent[w] as number;
    return w;
  };
  let coefficient = skeleton.coefficient
    ? ratio(skeleton.coefficient.num, skeleton.coefficient.den)
    : one;
  const powers: Record<Dim, number> = { ...skeleton.powers };
  const raw: { readonly factor: Factor; readonly base: number }[] = [];
  for (const { monomial, on } of chosen) {
    const base = dims.length;
    for (const d of monomial.wires) parent.push(dims.push(d) - 1);
    monomial.free.forEach((w, i) => {
      const [a, b] = [find(base + w), find(on[i] as number)];
      if (dims[a] !== dims[b]) fail(`a wire of dimension ${dims[a]} joined to one of ${dims[b]}`);
      parent[a] = b;
    });
    for (const factor of monomial.factors) raw.push({ factor, base });
    coefficient = times(coefficient, monomial.coefficient);
    for (const d of Object.keys(monomial.powers))
      powers[d] = (powers[d] ?? 0) + (monomial.powers[d] as number);
  }
  const numbers: number[] = [];
  const wires: Dim[] = [];
  const wire = (w: number): number => {
    const root = find(w);
    return (numbers[root] ??= wires.push(dims[root] as Dim) - 1);
  };
  const free = skeleton.free.map(wire);
  const factors = raw.map(({ factor, base }) => ({
    head: factor.head,
    slots: factor.slots.map((s) => wire(base + s)),
  }));
  for (let w = 0; w < dims.length; w++) {
    if (find(w) !== w || numbers[w] !== undefined) continue;
    for (const d of factorsOf(dims[w] as Dim)) {
      const value = literal(d);
      if (value === null) powers[d] = (powers[d] ?? 0) + 1;
      else coefficient = times(coefficient, ratio(value));
    }
  }
  for (const d of Object.keys(powers)) if (powers[d] === 0) delete powers[d];
  return { coefficient, powers, factors, wires, free };
}

/** Adds coefficients of monomials that read the same as they stand. */
function merge(monomials: readonly Monomial[]): Monomial[] {
  if (monomials.length < 2) return monomials.filter((m) => m.coefficient.num !== 0n);
  const sum = new Map<string, Monomial>();
  for (const monomial of monomials) {
    const { text } = writeMonomial(monomial);
    const before = sum.get(text);
    sum.set(
      text,
      before
        ? { ...monomial, coefficient: plus(before.coefficient, monomial.coefficient) }
        : monomial,
    );
  }
  return [...sum.values()].filter((m) => m.coefficient.num !== 0n);
}

const limit = 20_000;

export function splice(given: Skeleton, plugged: readonly Piece[]): Term {
  // copied before they are checked: what comes from outside may answer differently the second time
  const skeleton: Skeleton = { ...given, wires: [...given.wires], free: [...given.free] };
  if (!skeleton.wires.every(isDim)) fail('a wire without a dimension');
  const pieces = [...plugged].map(({ term, on }): Piece => ({ term, on: [...on] }));
  for (const { term, on } of pieces) {
    demand(term);
    if (on.length !== term.shape.length) fail('a term plugged onto the wrong number of wires');
  }
  let choices: { monomial: Monomial; on: readonly number[] }[][] = [[]];
  for (const { term, on } of pieces) {
    if (choices.length * term.monomials.length > limit)
      fail(`a product of more than ${limit} terms`);
    const [monomial] = term.monomials;
    if (monomial !== undefined && term.monomials.length === 1)
      for (const chosen of choices) chosen.push({ monomial, on });
    else
      choices = choices.flatMap((chosen) =>
        term.monomials.map((m) => [...chosen, { monomial: m, on }]),
      );
  }
  const shape = skeleton.free.map(
    (w) => skeleton.wires[w] ?? fail('a free wire that does not exist'),
  );
  return seal(shape, merge(choices.map((chosen) => plug(skeleton, chosen))));
}

/**
 * Contraction in index notation: `contract([A, B], ['ij', 'jk'], 'ik')` is AB, `(['ii'], '')` a trace, `(['i'], 'ii')`
 * diag(v), `([], 'i', { i: 'n' })` the vector of ones. Indices are single characters, summed unless they stand in `out`.
 */
export function contract(
  terms: readonly Term[],
  indices: readonly string[],
  out: string,
  sizes: Readonly<Record<string, Dim>> = {},
): Term {
  const names: string[] = [];
  const wires: Dim[] = [];
  const wire = (c: string, d: Dim | undefined): number => {
    const at = names.indexOf(c);
    if (at >= 0)
      return d !== undefined && wires[at] !== d
        ? fail(`index ${c} of dimensions ${wires[at]} and ${d}`)
        : at;
    names.push(c);
    return wires.push(d ?? fail(`index ${c} has no dimension`)) - 1;
  };
  for (const c of Object.keys(sizes)) wire(c, sizes[c]);
  const pieces = terms.map((term, t) => ({
    term,
    on: [...(indices[t] ?? '')].map((c, i) => wire(c, term.shape[i])),
  }));
  return splice({ wires, free: [...out].map((c) => wire(c, undefined)) }, pieces);
}

const single = (head: Factor['head']): Term => {
  const dims = slotDims(head);
  const all = dims.map((_, i) => i);
  return seal(dims, [
    { coefficient: one, powers: {}, factors: [{ head, slots: all }], wires: [...dims], free: all },
  ]);
};

/** The variable itself; its shape is a family's index (if any) and then its own dimensions. */
export const variable = (name: string, shape: readonly Dim[]): Term =>
  single({ kind: 'variable', name, shape: [...shape] });

/** A rational constant. */
export const number = (value: Ratio): Term =>
  seal(
    [],
    value.num === 0n
      ? []
      : [
          {
            coefficient: ratio(value.num, value.den),
            powers: {},
            factors: [],
            wires: [],
            free: [],
          },
        ],
  );

/** A dimension, or a power of it, as a scalar. */
export function dimension(d: Dim, exponent = 1): Term {
  if (!isDim(d) || !Number.isSafeInteger(exponent)) fail('a power of no dimension');
  const powers: Record<Dim, number> = {};
  let coefficient = one;
  for (const f of factorsOf(d)) {
    const value = literal(f);
    if (value === null) powers[f] = (powers[f] ?? 0) + exponent;
    else coefficient = times(coefficient, power(ratio(value), exponent));
  }
  for (const f of Object.keys(powers)) if (powers[f] === 0) delete powers[f];
  return seal([], [{ coefficient, powers, factors: [], wires: [], free: [] }]);
}

export const identity = (d: Dim): Term => contract([], [], 'ii', { i: d });
export const zeros = (shape: readonly Dim[]): Term => emptySum(shape);

export function add(...terms: readonly Term[]): Term {
  terms.forEach(demand);
  const [only] = terms;
  if (only !== undefined && terms.length === 1) return only;
  const shape = (only ?? fail('an empty sum')).shape;
  if (
    !terms.every((t) => t.shape.length === shape.length && t.shape.every((d, i) => d === shape[i]))
  )
    fail('a sum of different shapes');
  return seal(shape, merge(terms.flatMap((t) => t.monomials)));
}

export function scale(c: Ratio, term: Term): Term {
  demand(term);
  if (c.num === 1n && c.den === 1n) return term;
  return seal(
    term.shape,
    merge(term.monomials.map((m) => ({ ...m, coefficient: times(c, m.coefficient) }))),
  );
}

/** Permutes free wires: `permute(A, [1, 0])` is the transpose. */
export function permute(term: Term, places: readonly number[]): Term {
  const wires = [...term.shape];
  return splice({ wires, free: [...places] }, [{ term, on: wires.map((_, i) => i) }]);
}

/** `fn` differentiated `orders[j]` times by argument j, at the arguments. */
export function jet(
  fn: FunctionSymbol,
  orders: readonly number[],
  args: readonly Term[],
  params: readonly Dim[] = [],
): Term {
  const symbol = {
    name: fn.name,
    family: [...fn.family],
    inputs: [...fn.inputs],
    output: fn.output,
  };
  return single({
    kind: 'jet',
    fn: symbol,
    orders: [...orders],
    params: [...params],
    args: [...args],
  });
}

/** inv(A) of a square matrix, or 1/s of a scalar. */
export const inverse = (arg: Term, params: readonly Dim[] = []): Term =>
  single({ kind: 'inverse', matrix: arg.shape.length > params.length, params: [...params], arg });

/** The tensor m×p×mp of 0 and 1 that is 1 where the third index is that of the pair, row by row. */
export const pair = (m: Dim, p: Dim): Term => operation('pair', zeros([m, p]));

/** A named operation on a term that has no equations of its own here, as its rank. */
export const operation = (name: string, arg: Term, params: readonly Dim[] = []): Term =>
  single({ kind: 'operation', name, params: [...params], arg });

/** The head of a term that is a single bare factor with every slot free, in order; null otherwise. */
export function bareHead(term: Term): Factor['head'] | null {
  const m = term.monomials.length === 1 ? term.monomials[0] : undefined;
  const f = m?.factors.length === 1 ? m.factors[0] : undefined;
  const plain =
    m &&
    f &&
    m.coefficient.num === 1n &&
    m.coefficient.den === 1n &&
    Object.keys(m.powers).length === 0;
  if (!plain || f.slots.length !== m.free.length || new Set(f.slots).size !== f.slots.length)
    return null;
  return f.slots.every((s, i) => s === m.free[i]) ? f.head : null;
}

/** The term of one factor of a sealed term with every slot free, in order. */
export const factorTerm = ({ head }: Factor): Term => termOfHead(head);

tell('termOfHead', single);
