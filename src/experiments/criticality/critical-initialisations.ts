/** Experiment: critical initialisations of activations, in brackets. */
import { lowerEnd, upperEnd } from '../../numbers/bracket.ts';
import type { Bracket } from '../../numbers/bracket.ts';
import { add, div, sub } from '../../numbers/rational.ts';
import type { Q } from '../../numbers/rational.ts';
import { parseRational, rationalText, toFloat } from '../../numbers/rational-text.ts';
import type { InUnits } from '../experiment.ts';
import type { Form } from '../form.ts';
import { exactQuantity, quantity } from '../quantity.ts';
import type { Quantity } from '../quantity.ts';
import { criticalPoint, roundedAlike, susceptibilities } from './critical-point.ts';
import { stretchesLeft } from './exclude.ts';
import { gaussianMeans, coarse, fine } from './gaussian-means.ts';
import { fraction, gelu, swish } from './gates.ts';
import type { Gate } from './gates.ts';
import { piecewiseLinear, tanhAtLeast } from './simple-activations.ts';

/** A pair of a gated activation that is put to the test, as decimals. */
interface Wrong {
  readonly cb: string;
  readonly cw: string;
}

interface Unit {
  readonly key: string;
  readonly rows: (form: Form) => Quantity[];
}

const exactRow = (name: string, value: Q): Quantity =>
  exactQuantity(name, rationalText(value), toFloat(value));

/** A bracket as a row, its ends rounded outwards. */
function bracketRow(name: string, a: Bracket): Quantity {
  const [low, high] = [toFloat(lowerEnd(a)), toFloat(upperEnd(a))];
  const out = (x: number): number => Math.abs(x) * 2 ** -52;
  return quantity(name, {
    value: toFloat(div(add(lowerEnd(a), upperEnd(a)), 2)),
    low: low - out(low),
    high: high + out(high),
    n: 1,
  });
}

/** The number of the bracket to the given number of places, on which its ends must agree. */
function decimalRow(name: string, a: Bracket, places: number): Quantity {
  const text = roundedAlike(a, places);
  if (text === null) throw new RangeError(`${name}: the bracket is too wide for ${places} places`);
  return exactQuantity(`${name} to ${places} places`, text, toFloat(parseRational(text)));
}

function simpleRows(): Quantity[] {
  const k = fraction(7, 3);
  const small = fraction(1, 1000);
  const tanh = tanhAtLeast(small);
  return [
    ...(
      [
        ['linear', 1, 1],
        ['ReLU', 1, 0],
      ] as const
    ).flatMap(([name, right, left]) => {
      const { cw, cb, parallel } = piecewiseLinear(right, left, k);
      return [
        exactRow(`${name}: C_b`, cb),
        exactRow(`${name}: C_W`, cw),
        exactRow(`${name}: χ∥`, parallel),
      ];
    }),
    exactRow('tanh at K = 1/1000: χ∥ at least', tanh.parallel),
    exactRow('tanh at K = 1/1000: χ⊥ at least', tanh.perpendicular),
  ];
}

function gateRows(gate: Gate, ends: readonly [Q, Q], form: Form): Quantity[] {
  const means = gaussianMeans(gate, form === 'short' ? coarse : fine);
  const { k, cb, cw } = criticalPoint(means, ends, fraction(1, 2 ** (form === 'short' ? 40 : 100)));
  const places = form === 'short' ? [8] : [8, 24];
  return [
    ...places.flatMap((one) => [
      decimalRow(`${gate.name}: K`, k, one),
      decimalRow(`${gate.name}: C_b`, cb, one),
      decimalRow(`${gate.name}: C_W`, cw, one),
    ]),
    bracketRow(`${gate.name}: width of the bracket of C_b`, sub(upperEnd(cb), lowerEnd(cb))),
  ];
}

/**
 * What a pair leads to: the kernel's fixed point between the ends, and how far χ∥ and χ⊥ are from 1
 * there.
 */
function wrongRows(gate: Gate, { cb, cw }: Wrong, ends: readonly [Q, Q]): Quantity[] {
  const means = gaussianMeans(gate, coarse);
  const { k, parallel, perpendicular } = susceptibilities(
    means,
    parseRational(cb),
    parseRational(cw),
    ends,
    fraction(1, 2 ** 30),
  );
  const name = `${gate.name} with C_b = ${cb}`;
  const left = stretchesLeft(means, parseRational(cb), parseRational(cw)).length;
  return [
    exactQuantity(`${name}: K left`, String(left), left),
    bracketRow(`${name}: K`, k),
    bracketRow(`${name}: χ∥`, parallel),
    bracketRow(`${name}: χ⊥`, perpendicular),
  ];
}

/**
 * The (C_b, C_W) of critical initialisations: exact for linear, ReLU and tanh, certified brackets
 * for GELU and SWISH.
 */
export const criticalInitialisations = ({
  wrongSwish,
}: {
  readonly wrongSwish: Wrong;
}): InUnits<Unit, readonly Quantity[]> => ({
  units: () => [
    { key: 'linear, ReLU, tanh', rows: simpleRows },
    { key: 'GELU', rows: (form) => gateRows(gelu, [2, 5], form) },
    { key: 'SWISH', rows: (form) => gateRows(swish, [10, 20], form) },
    { key: 'SWISH, wrong', rows: () => wrongRows(swish, wrongSwish, [fraction(1, 16), 1]) },
  ],
  measure: ({ rows }, { form, pause }) => {
    pause();
    return rows(form);
  },
  table: (samples) => samples.flatMap(({ sample }) => sample),
});
