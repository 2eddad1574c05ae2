/** Vectors and matrices are equal because a norm of their difference is at most 0. */
import type { Dim, Term } from '../../kernel/term.ts';
import { contract, identity, variable } from '../../kernel/graph.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import { one } from '../../kernel/ratio.ts';
import {
  antisymmetry,
  fact,
  generalise,
  hole,
  squares,
  type Theorem,
} from '../../kernel/theorem.ts';
import { linearBy, orderBy, summand } from '../derived/labelled.ts';
import { lengthOf, upwards } from '../derived/lengths.ts';
import { normOf } from '../derived/norm-parts.ts';
import { minus, nought, squareOf } from '../graphs/small-terms.ts';
import { freshIn, type Context } from '../known/context.ts';
import { strategyFor, type Attempt } from '../known/strategy.ts';
import { formAt, sourceOf } from './form-sources.ts';
import { atEveryPoint } from './instances-at-points.ts';

const mark = 'a distance that vanishes';

/** t·t ≤ 0 from |t| ≤ 0. */
function byLength(t: Term, below: Theorem): Theorem {
  const length = lengthOf(t);
  const parts = [summand([upwards(length)]), summand([below, length.sign])];
  return orderBy(squareOf(t), nought(), false, parts);
}

/** t·t ≤ 0 from norm(t) ≤ 0: |t v|² ≤ 0 for every v. */
function byNorm(t: Term, below: Theorem, known: Context): Theorem | null {
  const shape = [t.shape[1] as Dim];
  const name = freshIn(known, 'v#', t);
  const v = variable(name, shape);
  const here = orderBy(squareOf(contract([t, v], ['ij', 'j'], 'i')), nought(), false, [
    summand([fact('the norm bounds', t, v)]),
    summand([below, fact('the norm is not negative', t)], one, [v]),
  ]);
  const source = sourceOf(generalise({ kind: 'tensor', name, shape }, here));
  return source && formAt(source, identity(shape[0] as Dim), known);
}

/** x = y from t·t ≤ 0 with t = x − y. */
function equalBy({ left, right }: FormulaOf<'equal'>, below: Theorem): Theorem {
  const t = minus(left, right);
  const atMost = orderBy(squareOf(t), nought(), false, [summand([below])]);
  const least = orderBy(nought(), squareOf(t), false, [summand([], one, [t])]);
  const zero = squares(t, antisymmetry(atMost, least));
  return linearBy(left, right, [{ equation: zero, context: variable(hole, t.shape) }]);
}

/** Does a norm or a length stand in the number? */
const hasNorm = (t: Term): boolean =>
  t.shape.length === 0 &&
  t.monomials.some((m) =>
    m.factors.some(
      ({ head }) =>
        (head.kind === 'operation' && /^(norm|nuclear)$/.test(head.name)) ||
        (head.kind === 'jet' && head.fn.name === 'sqrt'),
    ),
  );

/** Does something known compare norms, or a function at the points of the goal? */
const comparesLengths = (known: Context): boolean =>
  known.replaced.includes(atEveryPoint) ||
  known.facts.some(
    ({ theorem: { conclusion: f } }) =>
      (f.kind === 'less' || f.kind === 'equal') && (hasNorm(f.left) || hasNorm(f.right)),
  );

export const vanishingDistance = strategyFor('equal', {
  name: mark,
  summary: 'x = y because |x - y| <= 0, or norm(A - B) <= 0',
  notFor: ['bounds', 'kernels', 'squares'],
  promise: ({ left }, known) =>
    (left.shape.length === 1 || left.shape.length === 2) &&
    !known.replaced.includes(mark) &&
    comparesLengths(known)
      ? 0.15
      : null,
  *prove(goal, given): Attempt {
    const known: Context = { ...given, replaced: [...given.replaced, mark] };
    const t = minus(goal.left, goal.right);
    if (t.shape.length === 2) {
      const norm = yield { goal: less(normOf(t), nought(), false), known, share: 300 };
      const vanishing = norm && byNorm(t, norm, known);
      if (vanishing) return equalBy(goal, vanishing);
    }
    const below = yield { goal: less(lengthOf(t).value, nought(), false), known };
    return below && equalBy(goal, byLength(t, below));
  },
});
