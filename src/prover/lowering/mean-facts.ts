/**
 * What is known of means because the mean of what is never negative is not negative: they keep the
 * order of what is averaged, the mean of a square is at least the square of the mean, and of two
 * squares Cauchy's and Schwarz's inequality.
 * Source: Rudin, Real and Complex Analysis, theorems 1.24 and 3.5. Each is stated under the
 * conditions of the law, and of means that the claim itself mentions, which it takes to exist.
 */
import type { Term } from '../../kernel/term.ts';
import { add, scale } from '../../kernel/graph.ts';
import { expectation, type RandomVariable } from '../../kernel/expectation.ts';
import { forall, implies, less, type Formula } from '../../kernel/formula.ts';
import { ratio } from '../../kernel/ratio.ts';
import { KernelError } from '../../kernel/seal.ts';
import { quickLabel } from '../graphs/quick-label.ts';
import { nought, inner, squareOf } from '../graphs/small-terms.ts';

/** A mean that a claim mentions. */
export interface Mean {
  readonly random: RandomVariable;
  /** What is averaged, the random variable free in it. */
  readonly body: Term;
  /** h, where what is averaged is written as h². */
  readonly half: Term | null;
  readonly value: Term;
  /** What its law asks for. */
  readonly conditions: readonly Formula[];
}

export interface MeanFact {
  readonly formula: Formula;
  readonly axiom: string;
}

const under = (conditions: readonly Formula[], f: Formula): Formula =>
  conditions.reduceRight((g, c) => implies(c, g), f);

/** The mean of h, where the kernel knows it. */
function meanOf(h: Term, random: RandomVariable): Term | null {
  try {
    return expectation(h, [random], quickLabel);
  } catch (error) {
    if (error instanceof KernelError) return null;
    throw error;
  }
}

/** l ≤ r wherever the random variable may be, so also of their means. */
function monotone(
  { random: { name, shape }, conditions }: Mean,
  [l, r]: readonly [Term, Term],
  [meanL, meanR]: readonly [Term, Term],
): MeanFact {
  const everywhere = forall({ kind: 'tensor', name, shape }, less(l, r, false));
  return {
    formula: under(conditions, implies(everywhere, less(meanL, meanR, false))),
    axiom: 'monotonicity of the mean',
  };
}

/** (E g·h)² ≤ E g² E h² and ±2 E g·h ≤ E g² + E h², of two squares that the claim averages. */
function pairs(a: Mean, b: Mean): MeanFact[] {
  if (!a.half || !b.half || a.half.shape.join() !== b.half.shape.join()) return [];
  const cross = meanOf(inner(a.half, b.half), a.random);
  if (!cross) return [];
  const said = (f: Formula, axiom: string): MeanFact => ({
    formula: under(a.conditions, f),
    axiom,
  });
  return [
    said(less(squareOf(cross), inner(a.value, b.value), false), 'Cauchy and Schwarz for means'),
    ...[2n, -2n].map((k) =>
      said(less(scale(ratio(k), cross), add(a.value, b.value), false), 'monotonicity of the mean'),
    ),
  ];
}

const sameLaw = (a: Mean, b: Mean): boolean =>
  a.random === b.random ||
  (a.random.name === b.random.name && a.random.shape.join() === b.random.shape.join());

/** `scalars`: numbers with a name, that something averaged may be compared with. */
export function meanFacts(means: readonly Mean[], scalars: readonly Term[]): MeanFact[] {
  const known = means.slice(0, 4);
  return known.flatMap((m, i): MeanFact[] => {
    const average = m.half && meanOf(m.half, m.random);
    const squares: MeanFact[] = average
      ? [
          {
            formula: under(m.conditions, less(squareOf(average), m.value, false)),
            axiom: 'the mean of a square is at least the square of the mean',
          },
        ]
      : [];
    const constants = [nought(), ...scalars.slice(0, 3)].flatMap((c) => [
      monotone(m, [c, m.body], [c, m.value]),
      monotone(m, [m.body, c], [m.value, c]),
    ]);
    const others = known.flatMap((n, j) =>
      i === j || !sameLaw(m, n) ? [] : [monotone(m, [m.body, n.body], [m.value, n.value])],
    );
    const crossed = known.slice(i + 1).flatMap((n) => (sameLaw(m, n) ? pairs(m, n) : []));
    return [...squares, ...crossed, ...constants, ...others];
  });
}
