/**
 * Where climbs start: random, spread, nearly diagonal, of low rank, nearly alike, nearly commuting,
 * in small whole numbers.
 */
import { once, pick, type Dice } from '../../networks/dice.ts';
import type { Block } from './charts.ts';

const fine = 1 << 20;
const uniform = (random: Dice): number => random.nextInt(-fine, fine) / fine;
/** Nearly normal, of variance 1: a sum of uniform numbers, the same on every machine. */
const normal = (random: Dice): number => uniform(random) + uniform(random) + uniform(random);

const manners = [
  'normal',
  'normal',
  'normal',
  'normal',
  'spread',
  'nearly diagonal',
  'low rank',
  'whole',
  'alike',
  'commuting',
] as const;
export type Manner = (typeof manners)[number];

const small = [1e-3, 0.03, 0.3];
const factors = [0.01, 0.1, 0.3, 1, 3];

const fill = (
  random: Dice,
  { rows, cols }: Block,
  manner: Manner,
  other: readonly number[] | null,
): number[] => {
  const near = pick(random, small);
  const columns = Array.from({ length: cols }, () => pick(random, factors));
  const each = (value: (i: number, j: number) => number): number[] =>
    Array.from({ length: rows * cols }, (_, k) => value(Math.floor(k / cols), k % cols));
  switch (manner) {
    case 'normal':
      return each(() => normal(random));
    case 'spread':
      return each((_, j) => (columns[j] as number) * normal(random));
    case 'nearly diagonal':
      return each(
        (i, j) => (i === j || rows === 1 ? (columns[j] as number) : 0) + near * normal(random),
      );
    case 'low rank': {
      const rank = random.nextInt(1, Math.max(1, cols - 1));
      return each((_, j) => (j < rank ? 1 : near) * normal(random));
    }
    case 'whole':
      return each(() => random.nextInt(-3, 3) + near * normal(random));
    case 'alike':
      return other === null
        ? each(() => normal(random))
        : each((i, j) => (other[i * cols + j] as number) + near * normal(random));
    case 'commuting':
      return other === null
        ? each(() => normal(random))
        : each(
            (i, j) =>
              (columns[j] as number) * (other[i * cols + j] as number) + near * normal(random),
          );
  }
};

/** Free numbers for the blocks of a plan. */
export const startOf = (random: Dice, blocks: readonly Block[]): Float64Array => {
  const whole = once(random, 2) ? pick(random, manners) : null;
  const made: number[][] = [];
  blocks.forEach((block, b) => {
    const other = made.findLast(
      (_, k) => blocks[k]?.rows === block.rows && blocks[k].cols === block.cols && k < b,
    );
    const by = block.kind === 'turns' ? 1 : pick(random, [0.3, 1, 1, 1, 3]);
    const numbers = fill(random, block, whole ?? pick(random, manners), other ?? null);
    made.push(numbers.map((x) => by * x));
  });
  return Float64Array.from(made.flat());
};
