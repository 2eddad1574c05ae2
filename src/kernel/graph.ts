/**
 * Building terms. Everything is one operation, `splice`: terms are plugged onto the wires of a
 * skeleton, sums are multiplied out, wires that meet become one, and a wire that nothing touches
 * any more is a factor of its dimension.
 */
import type { Dim, Factor, FunctionSymbol, Head, Monomial, Term } from './term.ts';
import { factorsOf, isDim, literal } from './dimension.ts';
import { copyRatio, one, plus, power, ratio, times, type Ratio } from './ratio.ts';
import { list, own, text, texts, wholes } from './entry.ts';
import { addPower, copyPowers, noPowers } from './powers.ts';
import {
  copyHead,
  demand,
  emptySum,
  fail,
  seal,
  sealedTerms,
  slotDims,
  tell,
  termOfHead,
} from './seal.ts';
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

/** A skeleton from outside: every part there, copied and in range. */
function copySkeleton(given: Skeleton): Required<Skeleton> {
  const wires = texts(own(given, 'wires'));
  const free = wholes(own(given, 'free'));
  if (!free.every((w) => w >= 0 && w < wires.length)) fail('a free wire that does not exist');
  const coefficient = own(given, 'coefficient');
  const powers = own(given, 'powers');
  return {
    wires,
    free,
    coefficient: coefficient === undefined ? one : copyRatio(coefficient),
    powers: powers === undefined ? noPowers() : copyPowers(powers),
  };
}

/** A piece from outside, whose term is the kernel's and whose wires are there. */
function copyPiece(given: unknown, wires: number): Piece {
  const term = own(given, 'term') as Term;
  demand(term);
  const on = wholes(own(given, 'on'));
  if (on.length !== term.shape.length) fail('a term plugged onto the wrong number of wires');
  if (!on.every((w) => w >= 0 && w < wires)) fail('a term plugged onto a wire that does not exist');
  return { term, on };
}

/** One choice of a monomial from each piece, plugged together. */
function plug(
  skeleton: Required<Skeleton>,
  chosen: readonly { readonly monomial: Monomial; readonly on: readonly number[] }[],
): Monomial {
  const dims: Dim[] = [...skeleton.wires];
  const parent: number[] = dims.map((_, i) => i);
  const find = (w: number): number => {
    while (parent[w] !== w) w = parent[w] as number;
    return w;
  };
  let { coefficient } = skeleton;
  const powers = copyPowers(skeleton.powers);
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
    for (const d of Object.keys(monomial.powers)) addPower(powers, d, monomial.powers[d] as number);
  }
  const numbers = dims.map(() => -1);
  const wires: Dim[] = [];
  const wire = (w: number): number => {
    const root = find(w);
    if (numbers[root] === -1) numbers[root] = wires.push(dims[root] as Dim) - 1;
    return numbers[root] as number;
  };
  const free = skeleton.free.map(wire);
  const factors = raw.map(({ factor, base }) => ({
    head: factor.head,
    slots: factor.slots.map((s) => wire(base + s)),
  }));
  for (let w = 0; w < dims.length; w++) {
    if (find(w) !== w || numbers[w] !== -1) continue;
    for (const d of factorsOf(dims[w] as Dim)) {
      const value = literal(d);
      if (value === null) addPower(powers, d, 1);
      else coefficient = times(coefficient, ratio(value));
    }
  }
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
/** Factors and wires of a product, over all its terms: more take seconds to write down. */
const longest = 500_000;

const sizeOf = ({ factors, wires }: Monomial): number => factors.length + wires.length;

export function splice(given: Skeleton, plugged: readonly Piece[]): Term {
  const skeleton = copySkeleton(given);
  const pieces = list(plugged, (p) => copyPiece(p, skeleton.wires.length));
  let choices: { monomial: Monomial; on: readonly number[] }[][] = [[]];
  let length = 0;
  for (const { term, on } of pieces) {
    if (choices.length * term.monomials.length > limit)
      fail(`a product of more than ${limit} terms`);
    const [monomial] = term.monomials;
    length += term.monomials.reduce((most, m) => Math.max(most, sizeOf(m)), 0);
    if (choices.length * term.monomials.length * length > longest)
      fail(`a product of more than ${longest} factors`);
    if (monomial !== undefined && term.monomials.length === 1)
      for (const chosen of choices) chosen.push({ monomial, on });
    else
      choices = choices.flatMap((chosen) =>
        term.monomials.map((m) => [...chosen, { monomial: m, on }]),
      );
  }
  const shape = skeleton.free.map((w) => skeleton.wires[w] as Dim);
  return seal(shape, merge(choices.map((chosen) => plug(skeleton, chosen))));
}

/**
 * Contraction in index notation: `contract([A, B], ['ij', 'jk'], 'ik')` is AB, `(['ii'], '')` a
 * trace, `(['i'], 'ii')` diag(v), `([], 'i', { i: 'n' })` the vector of ones. Indices are single
 * characters, summed unless they stand in `out`.
 */
export function contract(
  givenTerms: readonly Term[],
  givenIndices: readonly string[],
  out: string,
  sizes: Readonly<Record<string, Dim>> = {},
): Term {
  const terms = sealedTerms(givenTerms);
  const indices = texts(givenIndices);
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
  for (const c of Object.keys(sizes)) wire(c, text(own(sizes, c)));
  const pieces = terms.map((term, t) => ({
    term,
    on: [...(indices.at(t) ?? '')].map((c, i) => wire(c, term.shape.at(i))),
  }));
  return splice({ wires, free: [...text(out)].map((c) => wire(c, undefined)) }, pieces);
}

const single = (head: Head): Term => {
  const dims = slotDims(head);
  const all = dims.map((_, i) => i);
  return seal(dims, [
    { coefficient: one, powers: {}, factors: [{ head, slots: all }], wires: dims, free: all },
  ]);
};

/** The variable itself; its shape is a family's index (if any) and then its own dimensions. */
export const variable = (name: string, shape: readonly Dim[]): Term =>
  single(copyHead({ kind: 'variable', name, shape }));

/** A rational constant. */
export function number(value: Ratio): Term {
  const coefficient = copyRatio(value);
  const constant = { coefficient, powers: {}, factors: [], wires: [], free: [] };
  return seal([], coefficient.num === 0n ? [] : [constant]);
}

/** A dimension, or a power of it, as a scalar. */
export function dimension(d: Dim, exponent = 1): Term {
  if (!isDim(d) || !Number.isSafeInteger(exponent)) fail('a power of no dimension');
  const powers = noPowers();
  let coefficient = one;
  for (const f of factorsOf(d)) {
    const value = literal(f);
    if (value === null) addPower(powers, f, exponent);
    else coefficient = times(coefficient, power(ratio(value), exponent));
  }
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
  const by = copyRatio(c);
  if (by.num === 1n && by.den === 1n) return term;
  return seal(
    term.shape,
    merge(term.monomials.map((m) => ({ ...m, coefficient: times(by, m.coefficient) }))),
  );
}

/** Permutes free wires: `permute(A, [1, 0])` is the transpose. */
export function permute(term: Term, places: readonly number[]): Term {
  demand(term);
  const wires = term.shape;
  return splice({ wires, free: places }, [{ term, on: wires.map((_, i) => i) }]);
}

/** `fn` differentiated `orders[j]` times by argument j, at the arguments. */
export function jet(
  fn: FunctionSymbol,
  orders: readonly number[],
  args: readonly Term[],
  params: readonly Dim[] = [],
): Term {
  return single(copyHead({ kind: 'jet', fn, orders, params, args }));
}

/** inv(A) of a square matrix, or 1/s of a scalar. */
export function inverse(arg: Term, given: readonly Dim[] = []): Term {
  demand(arg);
  const params = texts(given);
  return single(
    copyHead({ kind: 'inverse', matrix: arg.shape.length > params.length, params, arg }),
  );
}

/** The tensor m×p×mp of 0 and 1 that is 1 where the third index is that of the pair, row by row. */
export const pair = (m: Dim, p: Dim): Term => operation('pair', zeros([m, p]));

/** A named operation on a term that has no equations of its own here, as its rank. */
export const operation = (name: string, arg: Term, params: readonly Dim[] = []): Term =>
  single(copyHead({ kind: 'operation', name, params, arg }));

/**
 * The head of a term that is a single bare factor with every slot free, in order; null otherwise.
 */
export function bareHead(term: Term): Head | null {
  demand(term);
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
export const factorTerm = (factor: Factor): Term => termOfHead(own(factor, 'head') as Head);

tell('termOfHead', single);
