/**
 * A^t of a positive definite matrix for any real exponent, and of a semidefinite one for a positive
 * number.
 */
import { isPoint, lowerEnd, upperEnd, type Bracket } from '../numbers/bracket.ts';
import { inverse } from '../numbers/elimination.ts';
import { Unsupported, type Field } from '../numbers/field.ts';
import { float64 } from '../numbers/float64.ts';
import { identity, matmul } from '../numbers/matrix.ts';
import { enclosedRoot, rationalRoot, requireDefinite } from '../numbers/matrix-roots.ts';
import { denominator, numerator, sign, type Q } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';
import {
  exponentialBall,
  logarithmBall,
  multipleBall,
  powerBall,
} from '../numbers/symmetric-functions.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import { said } from './conditions.ts';
import { refuseDerivative } from './domains.ts';
import { arg, asGrid, only } from './entries.ts';
import type { Operator } from './operator.ts';
import { realPower } from './real-powers.ts';
import { requireScalar, requireSquare } from './shapes.ts';
import { ofSpectrum, type OfSpectrum } from './symmetric-functions.ts';
import { above, grouped } from './typeset.ts';
import { weighed, type Weighed } from './weighed.ts';

/** Roots and powers up to these are taken as such; others through the logarithm. */
const [mostRoot, mostPower] = [12, 24];

/** The exponent as a fraction of small whole numbers; null where it is not one. */
const fractionOf = (t: Q): readonly [number, number] | null => {
  const [p, q] = [Number(numerator(t)), Number(denominator(t))];
  return q <= mostRoot && Math.abs(p) <= mostPower ? [p, q] : null;
};

const raised = (a: Tensor<Q>, k: number): Tensor<Q> => {
  let result = identity(rationals, a.shape[0] ?? 1);
  for (let i = 0; i < k; i++) result = matmul(rationals, result, a);
  return result;
};

const rational = (a: Tensor<Q>, t: Q): Tensor<Q> | null => {
  const parts = fractionOf(t);
  if (parts === null) return null;
  const [p, q] = parts;
  const base = p < 0 ? inverse(rationals, a) : a;
  const root = q === 1 ? base : rationalRoot(base, q);
  return root && raised(root, Math.abs(p));
};

/** The power with a given exponent; `enclosing` says the exponent for a domain of brackets. */
const power = (enclosing: Bracket): OfSpectrum => {
  const t = isPoint(enclosing) ? enclosing : null;
  const [lo, hi] = [lowerEnd(enclosing), upperEnd(enclosing)];
  return {
    name: 'a real power',
    strict: t === null || sign(t) <= 0,
    scalar: () => {
      throw new Unsupported('powers of numbers are taken elsewhere');
    },
    float: () => Number.NaN,
    exact: (a) => (t === null ? null : rational(a, t)),
    enclosed: (a, bits) => {
      const parts = t === null ? null : fractionOf(t);
      const n = a.shape[0] ?? 1;
      if (parts === null) {
        requireDefinite(a, true, 'this power');
        const log = logarithmBall({ n, mid: a.data, radius: 0 }, bits);
        return exponentialBall(multipleBall(log, lo, hi), bits);
      }
      const [p, q] = parts;
      return powerBall(enclosedRoot(p < 0 ? inverse(rationals, a) : a, q, bits), Math.abs(p), bits);
    },
    ball: (a, bits) => exponentialBall(multipleBall(logarithmBall(a, bits), lo, hi), bits),
  };
};

const floating = (t: number): OfSpectrum => ({
  ...power(0),
  strict: t <= 0,
  float: (x) => x ** t,
});

/** Of a 1×1 matrix. */
const alone = <E>(t: E): OfSpectrum['scalar'] => {
  const exponent: unknown = t;
  return (field, x) => realPower(field, x, exponent as typeof x, null);
};

const valueOf = <T>(field: Field<T>, a: Tensor<T>, t: T): Tensor<T> => {
  const [domain, numbers, exponent]: readonly unknown[] = [field, a, t];
  if (domain === float64)
    return ofSpectrum(
      float64,
      floating(exponent as number),
      numbers as Tensor<number>,
    ) as Tensor<unknown> as Tensor<T>;
  if (domain === weighed)
    return ofSpectrum(
      weighed,
      floating((exponent as Weighed).value),
      numbers as Tensor<Weighed>,
    ) as Tensor<unknown> as Tensor<T>;
  if (domain === rationals || field.name.startsWith('brackets of'))
    return ofSpectrum(field, power(exponent as Bracket), a);
  const fixed = field.numberOf?.(t) ?? null;
  if (fixed !== null) return ofSpectrum(field, floating(fixed), a);
  if (field.calculus !== undefined) throw new Unsupported('this power has an exponent that varies');
  return ofSpectrum(field, { ...power(0), scalar: alone(t) }, a);
};

export const matrixPower: Operator = {
  name: 'matpow',
  called: false,
  arity: 2,
  summary: 'A^t: real power of a pd matrix; of a psd matrix for a number t > 0',
  shape: ([base = [], exponent = []], dims) => {
    requireScalar(exponent, 'the exponent of ^');
    requireSquare(base, dims, 'the power ^');
    return base;
  },
  evaluate: <T>(field: Field<T>, args: readonly Tensor<T>[], shape: readonly number[]) => {
    refuseDerivative(field, 'a real power of a matrix');
    const [a, t] = [asGrid(arg(args, 0)), only(arg(args, 1))];
    return tensor(shape, valueOf(field, a, t).data);
  },
  defined: ([base, exponent]) => {
    if (!base || !exponent) return [];
    const positive = exponent.kind === 'number' && !exponent.value.startsWith('-');
    return [said(base, positive ? 'psd' : 'pd')];
  },
  printed: {
    strength: 4,
    wants: [5, 5],
    text: (a, t) => `${a}^${t}`,
    typeset: (a, t) => above(grouped(a), t),
  },
};
