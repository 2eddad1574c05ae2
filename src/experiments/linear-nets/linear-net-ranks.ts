/** Experiment: Hessian ranks of linear networks against their formulas. */
import { primeField } from '../../numbers/prime-field.ts';
import { rationals } from '../../numbers/rationals.ts';
import type { InUnits } from '../experiment.ts';
import type { Form } from '../form.ts';
import { exactQuantity } from '../quantity.ts';
import type { Quantity } from '../quantity.ts';
import { amended, observedHolds, published } from './formulas.ts';
import type { Ranks } from './formulas.ts';
import { ranksOf } from './ranks.ts';
import type { Architecture } from './random-net.ts';

interface Grid {
  readonly kind: 'grid';
  readonly key: string;
  readonly depth: number;
  readonly widest: number;
  /** Every rank of Σxx up to the inputs, or that of all inputs alone. */
  readonly everyRank: boolean;
}

interface Named {
  readonly kind: 'named';
  readonly key: string;
  readonly sizes: readonly number[];
}

type Unit = Grid | Named;

/** Architectures of a grid: how many, and at how many of them a formula is not the rank. */
interface Misses {
  readonly tried: number;
  readonly published: Ranks;
  readonly amended: Ranks;
  /** Where the condition under which a formula holds says otherwise than the ranks. */
  readonly conditions: number;
}

const parts = [
  ['outer', 'H_o'],
  ['functional', 'H_f'],
  ['whole', 'whole'],
] as const;

/** Widths up to the bound, for each number of weight matrices. */
const grids: Readonly<Record<Form, readonly (readonly [depth: number, widest: number])[]>> = {
  short: [
    [2, 5],
    [3, 4],
    [4, 3],
    [5, 2],
  ],
  long: [
    [2, 6],
    [3, 5],
    [4, 4],
    [5, 3],
    [6, 2],
  ],
};

const tuples = (length: number, widest: number): number[][] =>
  length === 0
    ? [[]]
    : tuples(length - 1, widest).flatMap((one) =>
        Array.from({ length: widest }, (_, i) => [...one, i + 1]),
      );

const architecturesOf = ({ depth, widest, everyRank }: Grid, biases: boolean): Architecture[] =>
  tuples(depth + 1, widest).flatMap((sizes) => {
    const inputs = sizes[0]!;
    const ranks = everyRank ? Array.from({ length: inputs }, (_, i) => i + 1) : [inputs];
    return ranks.map((rank) => ({ sizes, rank, biases }));
  });

const wrong = (found: Ranks, said: Ranks): Ranks => ({
  outer: Number(found.outer !== said.outer),
  functional: Number(found.functional !== said.functional),
  whole: Number(found.whole !== said.whole),
});
const sum = (a: Ranks, b: Ranks): Ranks => ({
  outer: a.outer + b.outer,
  functional: a.functional + b.functional,
  whole: a.whole + b.whole,
});

/**
 * Ranks of the Hessian of deep linear networks under squared error, computed exactly: modulo 2^31 −
 * 1 on every architecture of a grid, over the rationals on the named ones. Entries of the Hessian
 * are polynomials of degree 2L in weights and data, so that a random point misses the rank in
 * general position with a probability of at most 2L·rank/p.
 */
export const linearNetRanks = ({
  biases,
  named,
}: {
  readonly biases: boolean;
  readonly named: readonly (readonly number[])[];
}): InUnits<Unit, Misses | Ranks> => ({
  units: (form) => [
    ...named.map((sizes): Named => ({ kind: 'named', key: sizes.join('-'), sizes })),
    ...grids[form].map(
      ([depth, widest]): Grid => ({
        kind: 'grid',
        key: `L = ${depth}`,
        depth,
        widest,
        everyRank: form === 'long',
      }),
    ),
  ],
  measure(unit, { stream, pause }) {
    const random = stream(unit.key);
    if (unit.kind === 'named')
      return ranksOf(rationals, { sizes: unit.sizes, rank: unit.sizes[0]!, biases }, () =>
        random.int(-9999, 9999),
      );
    const field = primeField();
    const none: Ranks = { outer: 0, functional: 0, whole: 0 };
    return architecturesOf(unit, biases).reduce<Misses>(
      (misses, architecture) => {
        pause();
        const found = ranksOf(field, architecture, () => field.random(random));
        const [asPublished, said] = [
          wrong(found, published(architecture)),
          observedHolds(architecture),
        ];
        const off =
          Number(said.functional === (asPublished.functional === 1)) +
          Number(said.whole === (asPublished.whole === 1));
        return {
          tried: misses.tried + 1,
          published: sum(misses.published, asPublished),
          amended: sum(misses.amended, wrong(found, amended(architecture))),
          conditions: misses.conditions + off,
        };
      },
      { tried: 0, published: none, amended: none, conditions: 0 },
    );
  },
  table: (samples) =>
    samples.flatMap(({ unit, sample }) =>
      'tried' in sample
        ? gridRows(unit as Grid, sample, biases)
        : parts.map(([part, name]) => count(`${unit.key}: rank ${name}`, sample[part], unit)),
    ),
});

const count = (name: string, value: number, { key }: Unit): Quantity =>
  exactQuantity(name, String(value), value, { architecture: key });

function gridRows(
  unit: Grid,
  { tried, published: asPublished, amended: asAmended, conditions }: Misses,
  biases: boolean,
): Quantity[] {
  const rows = [
    count(`${unit.key}, widths to ${unit.widest}: architectures`, tried, unit),
    ...parts.map(([part, name]) =>
      count(`${unit.key}: ${name} not as published`, asPublished[part], unit),
    ),
  ];
  if (!biases) return rows;
  return [
    ...rows,
    ...parts.map(([part, name]) =>
      count(`${unit.key}: ${name} not as amended`, asAmended[part], unit),
    ),
    count(`${unit.key}: condition wrong`, conditions, unit),
  ];
}
