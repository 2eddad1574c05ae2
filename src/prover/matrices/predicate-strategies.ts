/**
 * Strategies for predicates of matrices: stated, by known inverses, kernels and ranks, or by their
 * definitions.
 */
import type { Dim, Term } from '../../kernel/term.ts';
import { contract, permute } from '../../kernel/graph.ts';
import { equal, is, type FormulaOf } from '../../kernel/formula.ts';
import { definition, modusPonens, rankOnto, second, type Theorem } from '../../kernel/theorem.ts';
import { byForm } from './by-form.ts';
import { type Context } from '../known/context.ts';
import type { Purpose } from '../known/purposes.ts';
import { invertibleByDeterminant } from './det-predicates.ts';
import {
  fromTrivialKernel,
  invertible,
  leftInverse,
  transposedOnto,
} from '../rewriting/invertible.ts';
import { alike, restated } from '../derived/labelled.ts';
import { rankArgument, rankOf } from './prove-rank.ts';
import { oneToOneByRank, ontoByRank, ontoInvertible, transposeOnto } from './rank-counting.ts';
import { strategyFor, type Attempt, type Strategy } from '../known/strategy.ts';
import { bySoftmax } from './softmax-covariances.ts';
import { byInverses, ontoByGram, ontoByProduct } from './prove-predicate.ts';

const strategyOf = (
  predicate: FormulaOf<'is'>['predicate'],
  name: string,
  summary: string,
  weight: number | ((a: Term, known: Context) => number | null),
  prove: (a: Term, known: Context) => Attempt | Theorem | null,
  notFor: readonly Purpose[] = [],
): Strategy =>
  strategyFor('is', {
    name,
    summary,
    notFor,
    promise: (goal, known) =>
      goal.predicate !== predicate
        ? null
        : typeof weight === 'number'
          ? weight
          : weight(goal.subject, known),
    prove: (goal, known) => prove(goal.subject, known),
  });

/**
 * By what the predicate means: a symmetric matrix with a form that is not negative, or positive.
 */
function* byMeaning(predicate: 'psd' | 'pd', a: Term, known: Context): Attempt {
  const unfolding = second(definition(predicate, a));
  const f = unfolding.conclusion;
  const t = f.kind === 'implies' ? yield { goal: f.left, known } : null;
  return t && modusPonens(unfolding, t);
}

/** rank a = m is known. */
function byStatedRank(a: Term, known: Context): Theorem | null {
  const [m] = a.shape as [Dim, Dim];
  const size = contract([], [], '', { i: m });
  const rank = known.facts.find(
    ({ theorem: { conclusion: f } }) =>
      f.kind === 'equal' &&
      rankArgument(f.left) !== null &&
      alike(rankArgument(f.left) as Term, a) &&
      alike(f.right, size),
  );
  return rank?.theorem
    ? modusPonens(second(rankOnto(a)), restated(rank.theorem, equal(rankOf(a), size)))
    : null;
}

export const predicateStrategies: readonly Strategy[] = [
  strategyOf(
    'invertible',
    'only zero makes the form vanish',
    "A is invertible because v'A v is positive, or negative, for every v != 0",
    0.7,
    (a, known) => fromTrivialKernel(a, known, byForm(a, known, known.search.prove)),
    ['bounds', 'kernels'],
  ),
  strategyOf(
    'invertible',
    'only zero is sent to zero',
    'A is invertible because A v = 0 gives v = 0',
    0.8,
    invertible,
  ),
  strategyOf(
    'invertible',
    'a determinant that is not zero',
    'A is invertible because det(A) != 0',
    0.6,
    invertibleByDeterminant,
  ),
  strategyOf(
    'invertible',
    'square and onto',
    'A is invertible because it is square and onto',
    0.5,
    function* squared(a, known) {
      const onto = yield { goal: is('onto', a), known };
      return onto && ontoInvertible(a, onto);
    },
  ),
  strategyOf(
    'onto',
    'an invertible product',
    'A is onto because A Z is invertible',
    0.9,
    (a, known) => ontoByProduct(a, known, known.search.prove),
  ),
  strategyOf('onto', 'a stated rank', 'A is onto because rank(A) = m', 0.8, byStatedRank),
  strategyOf(
    'onto',
    'the transpose sends only zero to zero',
    "A is onto because A' v = 0 gives v = 0",
    0.7,
    (a, known) => {
      const flipped = leftInverse(permute(a, [1, 0]), known);
      return flipped && transposeOnto(a, flipped);
    },
  ),
  strategyOf(
    'onto',
    'an invertible Gram matrix',
    "A is onto because A A' is invertible",
    0.5,
    (a, known) => ontoByGram(a, known, known.search.prove),
    ['bounds', 'kernels'],
  ),
  strategyOf(
    'onto',
    'a full rank',
    'A is onto because rank(A) >= m',
    0.4,
    (a, known) => ontoByRank(a, known, known.search.prove),
    ['bounds'],
  ),
  strategyOf(
    'one-to-one',
    'only zero has the value zero',
    'A is one-to-one because A v = 0 gives v = 0',
    0.8,
    leftInverse,
  ),
  strategyOf(
    'one-to-one',
    'the transpose is onto',
    "A is one-to-one because A' is onto",
    0.6,
    function* transposed(a, known) {
      const onto = yield { goal: is('onto', permute(a, [1, 0])), known };
      return onto && transposedOnto(a, onto);
    },
    ['conditions'],
  ),
  strategyOf(
    'one-to-one',
    'a full column rank',
    'A is one-to-one because rank(A) >= n',
    0.4,
    (a, known) => oneToOneByRank(a, known, known.search.prove),
    ['bounds'],
  ),
  strategyOf(
    'psd',
    'the covariance of softmax',
    "M (diag(p) - p p') M' is psd for p = softmax(u)",
    0.9,
    (a, known) => bySoftmax(a, known, known.search.prove),
  ),
  strategyOf(
    'psd',
    'inverses in the opposite order',
    'inv(B) - inv(A) is psd because A - B is, and B is pd',
    0.85,
    (a, known) => byInverses(a, known, known.search.prove),
  ),
  strategyOf(
    'pd',
    'inverses in the strict opposite order',
    'inv(B) - inv(A) is pd because A - B is, and B is pd',
    0.85,
    (a, known) => byInverses(a, known, known.search.prove, 'pd'),
  ),
  strategyOf('psd', 'the meaning of psd', "A is psd: symmetric, 0 <= v'A v", 0.8, (a, known) =>
    byMeaning('psd', a, known),
  ),
  strategyOf('pd', 'the meaning of pd', "A is pd: symmetric, 0 < v'A v", 0.8, (a, known) =>
    byMeaning('pd', a, known),
  ),
];
