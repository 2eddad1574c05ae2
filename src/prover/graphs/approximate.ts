/**
 * What a number comes to at given values of its variables, in floating point. It proves and refutes
 * nothing: it only tells a strategy what is worth an attempt.
 */
import type { Factor, Monomial, Term } from '../../kernel/term.ts';

export type Values = ReadonlyMap<string, number>;

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const bell = (x: number): number => (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x);
/** Abramowitz and Stegun, 7.1.26: the error is below 2e-7. */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const coefficients = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592];
  const tail = coefficients.reduce((sum, c) => sum * t + c, 0) * t * Math.exp(-x * x);
  return Math.sign(x) * (1 - tail);
}
const normal = (x: number): number => (1 + erf(x / Math.SQRT2)) / 2;

/** The values of a function and of its first derivatives. */
const named: Readonly<Record<string, readonly ((x: number) => number)[]>> = {
  exp: [Math.exp, Math.exp, Math.exp],
  sin: [Math.sin, Math.cos, (x) => -Math.sin(x)],
  cos: [Math.cos, (x) => -Math.sin(x), (x) => -Math.cos(x)],
  tanh: [Math.tanh, (x) => 1 - Math.tanh(x) ** 2],
  sigmoid: [sigmoid, (x) => sigmoid(x) * sigmoid(-x)],
  softplus: [(x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), sigmoid],
  silu: [(x) => x * sigmoid(x), (x) => sigmoid(x) * (1 + x * sigmoid(-x))],
  gelu: [(x) => x * normal(x), (x) => normal(x) + (x / (2 * Math.SQRT2)) * bell(x / Math.SQRT2)],
  erf: [erf, bell],
  relu: [(x) => Math.max(x, 0), (x) => (x > 0 ? 1 : 0)],
  abs: [Math.abs, Math.sign],
  log: [Math.log, (x) => 1 / x],
  sqrt: [Math.sqrt, (x) => 1 / (2 * Math.sqrt(x))],
};

function atFactor({ head, slots }: Factor, values: Values): number {
  if (slots.length > 0) return NaN;
  if (head.kind === 'variable') return values.get(head.name) ?? NaN;
  if (head.kind === 'inverse') return head.matrix ? NaN : 1 / approximate(head.arg, values);
  if (head.kind === 'operation') return NaN;
  const [argument, ...more] = head.args;
  const all = Object.hasOwn(named, head.fn.name) ? named[head.fn.name] : undefined;
  const f = all?.[head.orders[0] ?? 0];
  return f && argument && more.length === 0 ? f(approximate(argument, values)) : NaN;
}

function atMonomial(m: Monomial, values: Values): number {
  if (m.wires.length > 0) return NaN;
  const start = Object.entries(m.powers).reduce(
    (product, [d, k]) => product * (values.get(d) ?? NaN) ** k,
    Number(m.coefficient.num) / Number(m.coefficient.den),
  );
  return m.factors.reduce((product, f) => product * atFactor(f, values), start);
}

/** NaN where a variable has no value, or the term is more than functions of numbers. */
export const approximate = (t: Term, values: Values): number =>
  t.monomials.reduce((sum, m) => sum + atMonomial(m, values), 0);
