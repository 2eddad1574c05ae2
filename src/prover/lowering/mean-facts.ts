/**
 * What the kernel knows of the means that a claim mentions: they keep the order of what is averaged,
 * the mean of a square is at least the square of the mean, and of two squares Cauchy's and Schwarz's
 * inequality. Each theorem is made when it is first asked for.
 */
import type { Term } from '../../kernel/term.ts';
import { add, scale } from '../../kernel/graph.ts';
import type { RandomVariable } from '../../kernel/random-variable.ts';
import { ratio } from '../../kernel/ratio.ts';
import { KernelError } from '../../kernel/seal.ts';
import { meanOfProduct, meanOfSquare, meanOrder, type Theorem } from '../../kernel/theorem.ts';
import { quickLabel } from '../graphs/quick-label.ts';
import { nought, inner, squareOf } from '../graphs/small-terms.ts';

/** A mean that a claim mentions. */
export interface Mean {
  readonly random: RandomVariable;
  /** What is averaged, the random variable free in it. */
  readonly body: Term;
  /** h, where what is averaged is written as h². */
  readonly half: Term | null;
}

/** A theorem about means; null where the kernel does not know one of them. */
export type MeanFact = () => Theorem | null;

function known(make: () => Theorem): MeanFact {
  let made: Theorem | null | undefined;
  return () => {
    if (made !== undefined) return made;
    try {
      made = make();
    } catch (error) {
      if (!(error instanceof KernelError)) throw error;
      made = null;
    }
    return made;
  };
}

/** (E g·h)² ≤ E g² E h² and ±2 E g·h ≤ E g² + E h², of two squares that the claim averages. */
function pairs({ half: g, random }: Mean, { half: h }: Mean): MeanFact[] {
  if (!g || !h || g.shape.join() !== h.shape.join()) return [];
  const cross = inner(g, h);
  const sum = add(squareOf(g), squareOf(h));
  return [
    known(() => meanOfProduct(random, g, h, quickLabel)),
    ...[2n, -2n].map((k) =>
      known(() => meanOrder(random, scale(ratio(k), cross), sum, quickLabel)),
    ),
  ];
}

const sameLaw = (a: Mean, b: Mean): boolean =>
  a.random === b.random ||
  (a.random.name === b.random.name && a.random.shape.join() === b.random.shape.join());

/** `scalars`: numbers with a name, that something averaged may be compared with. */
export function meanFacts(means: readonly Mean[], scalars: readonly Term[]): MeanFact[] {
  const first = means.slice(0, 4);
  return first.flatMap((m, i): MeanFact[] => {
    const { random, body, half } = m;
    const squares = half ? [known(() => meanOfSquare(random, half, quickLabel))] : [];
    const below = (l: Term, r: Term): MeanFact => known(() => meanOrder(random, l, r, quickLabel));
    const constants = [nought(), ...scalars.slice(0, 3)].flatMap((c) => [
      below(c, body),
      below(body, c),
    ]);
    const others = first.flatMap((n, j) =>
      i === j || !sameLaw(m, n) ? [] : [below(body, n.body)],
    );
    const crossed = first.slice(i + 1).flatMap((n) => (sameLaw(m, n) ? pairs(m, n) : []));
    return [...squares, ...crossed, ...constants, ...others];
  });
}
