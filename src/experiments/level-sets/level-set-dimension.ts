/** Experiment: whether level sets contain each flat direction of the Jacobian. */
import type { Random } from '../../numbers/random.ts';
import type { InUnits } from '../experiment.ts';
import { exactQuantity, known, nullOf, quantity } from '../quantity.ts';
import type { Null, Quantity } from '../quantity.ts';
import { bootstrap } from '../statistics.ts';
import { flatDirection, newtonBack, norm } from './newton-back.ts';
import { networkOutputs } from './outputs.ts';
import type { Outputs } from './outputs.ts';

interface Unit {
  readonly key: string;
  readonly trials: number;
  readonly outputs: (random: Random) => Outputs;
  /** The outputs that are driven back: as many as the rank. */
  readonly driven: number;
  /** Directions from ker J, or any. */
  readonly flat: boolean;
}

/**
 * Of each direction: the order at which the way back shrinks with t, the way over t and over t² at
 * the least t, and what is left.
 */
interface Measures {
  readonly orders: readonly number[];
  readonly overT: readonly number[];
  readonly overSquare: readonly number[];
  readonly off: readonly number[];
  /** Draws that Newton's method did not come back from, and which are left out. */
  readonly lost: number;
}

const steps = [2 ** -8, 2 ** -9, 2 ** -10] as const;

/** F(a, b) = ab at the origin, where J = 0 and the level set is a cross. */
const cross: Outputs = {
  size: 2,
  start: [0, 0],
  value: ([a, b]) => [a! * b!],
  jacobian: ([a, b]) => [[b!, a!]],
};

const anyDirection = (size: number, random: Random): number[] => {
  const drawn = Array.from({ length: size }, () => random.normal());
  const length = norm(drawn);
  return drawn.map((x) => x / length);
};

/**
 * Medians over draws, with bootstrapped intervals: how far Newton's method moves from θ + t v to
 * come back to the level set of θ, as t shrinks.
 */
export const levelSetDimension: InUnits<Unit, Measures> = {
  units(form) {
    const trials = form === 'short' ? 60 : 2000;
    return [
      {
        key: 'onto, v in ker J',
        trials,
        outputs: (random) => networkOutputs([2, 3, 1], 'tanh', 4, random),
        driven: 4,
        flat: true,
      },
      {
        key: 'onto, any v',
        trials,
        outputs: (random) => networkOutputs([2, 3, 1], 'tanh', 4, random),
        driven: 4,
        flat: false,
      },
      // F = X (W_2 W_1)' + biases: rank 3 near every θ in general position, on 5 data
      {
        key: 'constant rank, v in ker J',
        trials,
        outputs: (random) => networkOutputs([2, 2, 1], 'linear', 5, random),
        driven: 3,
        flat: true,
      },
      { key: 'cross at 0, v in ker J', trials, outputs: () => cross, driven: 1, flat: false },
    ];
  },
  measure({ key, trials, outputs, driven, flat }, { stream, pause }) {
    const random = stream(key);
    const made: { order: number; overT: number; overSquare: number; off: number }[] = [];
    let lost = 0;
    while (made.length < trials && lost <= trials) {
      pause();
      const f = outputs(random);
      const v = flat
        ? flatDirection(f.jacobian(f.start).slice(0, driven), random)
        : anyDirection(f.size, random);
      const ways = v === null ? [] : steps.map((t) => newtonBack(f, f.start, v, t, driven));
      const [large, middle, small] = ways;
      if (!large || !middle || !small || large.distance === 0 || small.distance === 0) {
        lost += 1;
        continue;
      }
      const t = steps[2];
      made.push({
        order: Math.log2(large.distance / small.distance) / 2,
        overT: small.distance / t,
        overSquare: small.distance / t ** 2,
        off: Math.max(large.off, middle.off, small.off),
      });
    }
    if (made.length < trials)
      throw new RangeError(
        `Newton's method came back in ${made.length} of ${made.length + lost} draws only`,
      );
    return {
      orders: made.map((one) => one.order),
      overT: made.map((one) => one.overT),
      overSquare: made.map((one) => one.overSquare),
      off: made.map((one) => one.off),
      lost,
    };
  },
  table: (samples, { stream }) =>
    samples.flatMap(({ unit: { key, driven }, sample }) => {
      const row = (
        name: string,
        values: readonly number[],
        nulls: readonly Null[] = [],
      ): Quantity =>
        quantity(
          `${key}: ${name}`,
          bootstrap(values, median, stream(`${key} ${name}`), 400),
          nulls,
          { driven },
        );
      return [
        row('order in t', sample.orders, [nullOf('not tangent', known(1))]),
        row('distance / t', sample.overT),
        row('distance / t²', sample.overSquare),
        quantity(`${key}: most output left`, known(Math.max(...sample.off)), [], { driven }),
        exactQuantity(`${key}: draws lost`, String(sample.lost), sample.lost),
      ];
    }),
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
