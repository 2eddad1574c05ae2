/**
 * What the kernel knows of the functions that have names: equations for their values and
 * derivatives at every real number, with relu'(0) = 0 and |x|'(0) = 0 agreed on at the kinks, where
 * no claim looks. An argument of any shape means each of its entries. Sources: the functions'
 * definitions, differentiated.
 */
import type { FunctionSymbol, Term } from './term.ts';
import { add, contract, inverse, jet, number, scale } from './graph.ts';
import { negative, one, ratio } from './ratio.ts';
import { demand } from './seal.ts';

export type Law = readonly [left: Term, right: Term];

const named = (name: string): FunctionSymbol => ({
  name,
  family: [],
  inputs: [null],
  output: null,
});
const letters = (t: Term): string => t.shape.map((_, i) => String.fromCharCode(97 + i)).join('');
const minus = (a: Term, b: Term): Term => add(a, scale(negative(one), b));
const times = (a: Term, b: Term): Term => contract([a, b], [letters(a), letters(a)], letters(a));
const ones = (t: Term): Term =>
  contract(
    [],
    [],
    letters(t),
    Object.fromEntries(t.shape.map((d, i) => [letters(t)[i] as string, d])),
  );
const zero = (t: Term): Term => scale(ratio(0n), t);

/** The k-th derivative of a named function at every entry. */
const at = (name: string, k: number, u: Term): Term => jet(named(name), [k], [u], u.shape);

const equations: Readonly<Record<string, (u: Term) => Law[]>> = {
  //  tanh' = 1 − tanh²
  tanh: (u) => [
    [at('tanh', 1, u), minus(ones(u), times(at('tanh', 0, u), at('tanh', 0, u)))],
    [at('tanh', 2, u), scale(ratio(-2n), times(at('tanh', 0, u), at('tanh', 1, u)))],
  ],
  //  σ' = σ − σ²
  sigmoid: (u) => [
    [
      at('sigmoid', 1, u),
      minus(at('sigmoid', 0, u), times(at('sigmoid', 0, u), at('sigmoid', 0, u))),
    ],
    [
      at('sigmoid', 2, u),
      minus(at('sigmoid', 1, u), scale(ratio(2n), times(at('sigmoid', 0, u), at('sigmoid', 1, u)))),
    ],
  ],
  softplus: (u) => [0, 1].map((k): Law => [at('softplus', k + 1, u), at('sigmoid', k, u)]),
  silu: (u) => [
    [at('silu', 0, u), times(u, at('sigmoid', 0, u))],
    [at('silu', 1, u), add(at('sigmoid', 0, u), times(u, at('sigmoid', 1, u)))],
    [at('silu', 2, u), add(scale(ratio(2n), at('sigmoid', 1, u)), times(u, at('sigmoid', 2, u)))],
  ],
  //  exp(u) exp(−u) = 1, so exp(u) is never 0
  exp: (u) => [
    ...[0, 1].map((k): Law => [at('exp', k + 1, u), at('exp', k, u)]),
    [times(at('exp', 0, u), at('exp', 0, scale(negative(one), u))), ones(u)],
  ],
  //  positively homogeneous and piecewise linear: φ(z) = φ'(z) z, φ'' = 0
  relu: (u) => [
    [times(at('relu', 1, u), u), at('relu', 0, u)],
    [times(at('relu', 1, u), at('relu', 1, u)), at('relu', 1, u)],
    [at('relu', 2, u), zero(u)],
  ],
  leakyrelu: (u) => [
    [times(at('leakyrelu', 1, u), u), at('leakyrelu', 0, u)],
    [at('leakyrelu', 2, u), zero(u)],
  ],
  //  sin' = cos, cos' = −sin, sin² + cos² = 1
  sin: (u) => [
    [at('sin', 1, u), at('cos', 0, u)],
    [at('sin', 2, u), scale(negative(one), at('sin', 0, u))],
    [
      add(times(at('sin', 0, u), at('sin', 0, u)), times(at('cos', 0, u), at('cos', 0, u))),
      ones(u),
    ],
  ],
  cos: (u) => [
    [at('cos', 1, u), scale(negative(one), at('sin', 0, u))],
    [at('cos', 2, u), scale(negative(one), at('cos', 0, u))],
    [
      add(times(at('sin', 0, u), at('sin', 0, u)), times(at('cos', 0, u), at('cos', 0, u))),
      ones(u),
    ],
  ],
  abs: (u) => [
    [times(at('abs', 0, u), at('abs', 0, u)), times(u, u)],
    [times(at('abs', 1, u), u), at('abs', 0, u)],
    [at('abs', 2, u), zero(u)],
  ],
};

/** Names of functions that have laws. */
const table: ReadonlyMap<string, (u: Term) => Law[]> = new Map(Object.entries(equations));
export const lawful: readonly string[] = Object.freeze([...table.keys()]);

/** The equations of a named function at an argument; none for a name without laws. */
export const lawsOf = (name: string, u: Term): readonly Law[] => {
  demand(u);
  return table.get(name)?.(u) ?? [];
};

/**
 * For a vector u: Σ p = 1, the Jacobian diag p − p p', p_i Σ_j exp(u_j) = exp(u_i) and exp(u_i) /
 * Σ_j exp(u_j) = p_i: the sum is positive. p = softmax(u).
 */
export function softmaxLaws(u: Term): readonly Law[] {
  demand(u);
  const n = u.shape.at(-1);
  if (n === undefined || u.shape.length > 2) return [];
  const fn: FunctionSymbol = { name: 'softmax', family: [], inputs: [n], output: n };
  const rows = u.shape.slice(0, -1);
  const p = jet(fn, [0], [u], rows);
  // of a matrix, row by row, the first alone
  if (rows.length > 0)
    return [[contract([p], ['ij'], 'i'), contract([], [], 'i', { i: rows[0] as string })]];
  return [
    [contract([p], ['i'], ''), number(one)],
    [jet(fn, [1], [u]), minus(contract([p], ['i'], 'ii'), contract([p, p], ['i', 'j'], 'ij'))],
    [contract([p, at('exp', 0, u)], ['i', 'j'], 'i'), at('exp', 0, u)],
    [
      contract([at('exp', 0, u), inverse(contract([at('exp', 0, u)], ['j'], ''))], ['i', ''], 'i'),
      p,
    ],
  ];
}

/** Functions whose names have a meaning of their own: no quantifier may bind them. */
export const hasMeaning = (name: string): boolean =>
  table.has(name) || positiveValues.has(name) || meant.has(name);
const meant: ReadonlySet<string> = new Set(['softmax', 'sqrt', 'log', 'gelu', 'erf']);

/** √s as the kernel writes it. */
export const root = (s: Term, order = 0): Term => jet(named('sqrt'), [order], [s]);
export const logarithm = (s: Term, order = 0): Term => jet(named('log'), [order], [s]);

/** Scalar functions whose values are never negative, and whether they are positive. */
const positiveValues: ReadonlyMap<string, boolean> = new Map([
  ['exp', true],
  ['sigmoid', true],
  ['softplus', true],
  ['abs', false],
  ['relu', false],
]);
/**
 * Is the named function positive (true), or never negative (false)? Undefined where nothing is
 * known.
 */
export const signOf = (name: string): boolean | undefined => positiveValues.get(name);
/** A named function's values at every entry. */
export const atEntries = (name: string, u: Term): Term => at(name, 0, u);
export const valueOf = (name: string, s: Term): Term => at(name, 0, s);
