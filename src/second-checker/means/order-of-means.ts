/**
 * What is true of means because the mean of what is never negative is never negative: they keep
 * order, (E h)² <= E h², (E gh)² <= E g² E h² and ±2 E gh <= E g² + E h² (Rudin, Real and Complex
 * Analysis, theorems 1.24 and 3.5). A derivation may use each, of means that its claim mentions,
 * where their law exists.
 */
import { both, compare, is, quantify, type Formula } from '../formula.ts';
import { q, Refusal } from '../rational.ts';
import { add, einsum, labelsFor, scale, zeros, type Term } from '../term.ts';
import { mean } from './mean.ts';
import type { MeanFunctions } from './mean-functions.ts';
import type { Random } from './random.ts';

/** The mean of a number over one random variable, as the claim mentions it. */
export interface Mentioned {
  readonly x: Random;
  readonly body: Term;
  /** h, where it is the mean of h². */
  readonly half: Term | null;
  readonly value: Term;
  /** Is the variance written as a number? Then the law exists, or the claim was not read. */
  readonly isNumbered: boolean;
}

const inner = (a: Term, b: Term): Term => {
  const l = labelsFor('a', a.shape);
  return einsum(
    [],
    [
      [a, l],
      [b, l],
    ],
  );
};
const atMost = (a: Term, b: Term): Formula => compare(a, b, false);

function ifLawExists({ x, isNumbered }: Mentioned, f: Formula): Formula {
  const [variance] = x.central;
  if (!variance || isNumbered) return f;
  const exists = variance.shape.length === 2 ? is('psd', variance) : atMost(zeros([]), variance);
  return both('implies', exists, f);
}

function meanOf(t: Term, x: Random, functions: MeanFunctions): Term | null {
  try {
    return mean(t, [x], functions);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Everywhere l <= r, so E l <= E r. */
const monotone = (m: Mentioned, l: readonly [Term, Term], r: readonly [Term, Term]): Formula =>
  ifLawExists(
    m,
    both(
      'implies',
      quantify('forall', { kind: 'tensor', name: m.x.name, shape: m.x.shape }, atMost(l[0], r[0])),
      atMost(l[1], r[1]),
    ),
  );

function ofTwo(a: Mentioned, b: Mentioned, functions: MeanFunctions): Formula[] {
  if (!a.half || !b.half || a.half.shape.join() !== b.half.shape.join()) return [];
  const cross = meanOf(inner(a.half, b.half), a.x, functions);
  if (!cross) return [];
  return [
    atMost(inner(cross, cross), inner(a.value, b.value)),
    ...[2n, -2n].map((k) => atMost(scale(q(k), cross), add(a.value, b.value))),
  ].map((f) => ifLawExists(a, f));
}

/** `numbers`: what the claim declares, with which something averaged may be compared. */
export function orderOfMeans(
  all: readonly Mentioned[],
  numbers: readonly Term[],
  functions: MeanFunctions,
): Formula[] {
  return all.flatMap((m, i) => {
    const average = m.half && meanOf(m.half, m.x, functions);
    const square = average ? [ifLawExists(m, atMost(inner(average, average), m.value))] : [];
    const constants = [zeros([]), ...numbers].flatMap((c) => [
      monotone(m, [c, c], [m.body, m.value]),
      monotone(m, [m.body, m.value], [c, c]),
    ]);
    const others = all.filter((n, j) => i !== j && n.x.name === m.x.name);
    return [
      ...square,
      ...constants,
      ...others.map((n) => monotone(m, [m.body, m.value], [n.body, n.value])),
      ...others.flatMap((n) => ofTwo(m, n, functions)),
    ];
  });
}
