/** The table of built-in activations. */
import type { ScalarFunction } from '../numbers/field.ts';
import { knownWord, letter, operatorWord, plainWord, type Typeset } from './typeset.ts';

/**
 * A built-in scalar function applied elementwise, or softmax, which is a function of a whole
 * vector.
 */
export interface Activation {
  readonly name: string;
  /**
   * The function of the fields; `square` and `identity` do not need one, `softmax` does not have
   * one.
   */
  readonly fn: ScalarFunction | 'square' | 'identity' | null;
  readonly elementwise: boolean;
  /**
   * In one variable x for a computer algebra package, one formula for each piece, left to right;
   * null if it cannot be written so.
   */
  readonly formula: readonly string[] | null;
  /** Where the derivative does not exist, and where the pieces meet; written as exact rationals. */
  readonly kinks: readonly string[];
  /** True where every value over the rationals is rational: then a refutation needs no brackets. */
  readonly exact: boolean;
  readonly typeset: Typeset;
  readonly summary: string;
}

const smooth = (
  name: ScalarFunction,
  formula: string | null,
  summary: string,
  typeset = plainWord(name),
): Activation => ({
  name,
  fn: name,
  elementwise: true,
  formula: formula === null ? null : [formula],
  kinks: [],
  exact: false,
  typeset,
  summary,
});

const rows: readonly Activation[] = [
  {
    name: 'relu',
    fn: 'relu',
    elementwise: true,
    formula: ['0', 'x'],
    kinks: ['0'],
    exact: true,
    typeset: plainWord('relu'),
    summary: 'max(x, 0)',
  },
  {
    name: 'leakyrelu',
    fn: 'leakyrelu',
    elementwise: true,
    formula: ['x/100', 'x'],
    kinks: ['0'],
    exact: true,
    typeset: plainWord('leakyrelu'),
    summary: 'x for x > 0, x/100 below',
  },
  smooth('tanh', 'tanh(x)', 'hyperbolic tangent', knownWord('tanh')),
  smooth('sigmoid', '1/(1+exp(-x))', '1/(1 + e^-x)', letter('sigma')),
  smooth('softplus', 'log(1+exp(x))', 'log(1 + e^x)'),
  smooth(
    'gelu',
    'x*(1+erf(x/sqrt(2)))/2',
    'x Φ(x), Φ the distribution function of the standard Gaussian',
  ),
  smooth('silu', 'x/(1+exp(-x))', 'x/(1 + e^-x)'),
  smooth('erf', 'erf(x)', '2/√π ∫ e^(-t²) dt from 0 to x', operatorWord('erf')),
  {
    name: 'square',
    fn: 'square',
    elementwise: true,
    formula: ['x^2'],
    kinks: [],
    exact: true,
    typeset: plainWord('square'),
    summary: 'x²',
  },
  {
    name: 'identity',
    fn: 'identity',
    elementwise: true,
    formula: ['x'],
    kinks: [],
    exact: true,
    typeset: plainWord('id'),
    summary: 'x',
  },
  {
    name: 'softmax',
    fn: null,
    elementwise: false,
    formula: null,
    kinks: [],
    exact: false,
    typeset: plainWord('softmax'),
    summary: 'e^(x_i) / Σ_j e^(x_j), a function of a vector',
  },
];

/** The built-in activations by name. */
export const activations: ReadonlyMap<string, Activation> = new Map(rows.map((a) => [a.name, a]));
