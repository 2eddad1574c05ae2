/**
 * What is known of means because the mean of what is never negative is not negative: they keep the order of what is
 * averaged, and the mean of a square is at least the square of the mean. Each is said under what the law asks for, and
 * of means that the claim itself speaks of: those of what it takes to be integrable.
 */
import type { Term } from '../kernel/term.ts';
import { contract } from '../kernel/graph.ts';
import { expectation, type RandomVariable } from '../kernel/expectation.ts';
import { forall, implies, less, type Formula } from '../kernel/formula.ts';
import { KernelError } from '../kernel/seal.ts';
import { letters } from './indices.ts';
import { nought } from './order-by.ts';
import { quickLabel } from './quick-label.ts';

/** A mean that a claim speaks of. */
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

const under = (conditions: readonly Formula[], f: Formula): Formula => conditions.reduceRight((g, c) => implies(c, g), f);
const square = (t: Term): Term => contract([t, t], [letters(t.shape.length), letters(t.shape.length)], '');

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
function monotone({ random: { name, shape }, conditions }: Mean, [l, r]: readonly [Term, Term], [meanL, meanR]: readonly [Term, Term]): MeanFact {
  const everywhere = forall({ kind: 'tensor', name, shape }, less(l, r, false));
  return { formula: under(conditions, implies(everywhere, less(meanL, meanR, false))), axiom: 'monotonicity of the mean' };
}

const sameLaw = (a: Mean, b: Mean): boolean => a.random === b.random || (a.random.name === b.random.name && a.random.shape.join() === b.random.shape.join());

/** `scalars`: numbers with a name, that something averaged may be compared with. */
export function meanFacts(means: readonly Mean[], scalars: readonly Term[]): MeanFact[] {
  const known = means.slice(0, 4);
  return known.flatMap((m, i): MeanFact[] => {
    const average = m.half && meanOf(m.half, m.random);
    const squares: MeanFact[] = average ? [{ formula: under(m.conditions, less(square(average), m.value, false)), axiom: 'the mean of a square is at least the square of the mean' }] : [];
    const constants = [nought(), ...scalars.slice(0, 3)].flatMap((c) => [monotone(m, [c, m.body], [c, m.value]), monotone(m, [m.body, c], [m.value, c])]);
    const others = known.flatMap((n, j) => (i === j || !sameLaw(m, n) ? [] : [monotone(m, [m.body, n.body], [m.value, n.value])]));
    return [...squares, ...constants, ...others];
  });
}
