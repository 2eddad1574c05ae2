/** Draws and simplifies values for unknown activations. */
import type { ActivationValue } from '../evaluate/assignment.ts';
import type { Q } from '../numbers/rational.ts';
import { once, pick, type Dice } from './dice.ts';
import { Sampler } from './sampler.ts';
import { drawNumber, type Style } from './entries.ts';
import { fraction, isZero, simplerNumbers, weight } from './fraction.ts';

/** Known activations, the simplest first; those of `exactActivations` keep rationals rational. */
export const exactActivations = ['identity', 'relu', 'square', 'leakyrelu'] as const;
const smoothActivations = ['tanh', 'softplus'] as const;

const ladder: readonly string[] = [...exactActivations, ...smoothActivations];

/**
 * Draws what stands in for an unknown activation; `exact` leaves out those with irrational values.
 */
export const drawActivation = (random: Dice, style: Style, exact: boolean): ActivationValue<Q> => {
  if (!exact && once(random, 3)) return { kind: 'builtin', name: pick(random, smoothActivations) };
  if (once(random, 2)) return { kind: 'builtin', name: pick(random, exactActivations) };
  return {
    kind: 'polynomial',
    coefficients: trimmed(
      Array.from({ length: random.nextInt(1, 4) }, () => drawNumber(random, style)),
    ),
  };
};

/** Coefficients from the constant term on, without zeros at the end. */
const trimmed = (coefficients: readonly Q[]): Q[] => {
  const out = [...coefficients];
  while (out.length > 0 && isZero(out[out.length - 1] as Q)) out.pop();
  return out;
};

export const activationWeight = (a: ActivationValue<Q>): bigint =>
  a.kind === 'builtin'
    ? BigInt(1 + Math.max(0, ladder.indexOf(a.name)) * 2)
    : a.coefficients.reduce((sum, c) => sum + weight(c) + 1n, 8n);

/** Simpler activations, the simplest first. */
export const simplerActivations = (a: ActivationValue<Q>): ActivationValue<Q>[] => {
  const out: ActivationValue<Q>[] = exactActivations.map((name) => ({ kind: 'builtin', name }));
  if (a.kind === 'polynomial') {
    const put = (i: number, c: Q): ActivationValue<Q> => ({
      kind: 'polynomial',
      coefficients: trimmed(a.coefficients.map((old, j) => (j === i ? c : old))),
    });
    a.coefficients.forEach((c, i) => simplerNumbers(c).forEach((s) => out.push(put(i, s))));
  } else {
    out.push(
      { kind: 'polynomial', coefficients: [fraction(1)] },
      { kind: 'polynomial', coefficients: [] },
    );
  }
  return out.filter((s) => activationWeight(s) < activationWeight(a));
};

class ActivationSampler extends Sampler<ActivationValue<Q>> {
  override draw(random: Dice): ActivationValue<Q> {
    return drawActivation(random, 'small', false);
  }
  override accepts(value: unknown): value is ActivationValue<Q> {
    if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
    return (
      value.kind === 'polynomial' ||
      (value.kind === 'builtin' && 'name' in value && ladder.includes(String(value.name)))
    );
  }
  override measure(value: ActivationValue<Q>): bigint {
    return activationWeight(value);
  }
  protected override candidates(value: ActivationValue<Q>): Iterable<ActivationValue<Q>> {
    return simplerActivations(value);
  }
}

/** Activations: identity, relu, square, leakyrelu, tanh, softplus and small polynomials. */
export const activationSampler = (): Sampler<ActivationValue<Q>> => new ActivationSampler();
