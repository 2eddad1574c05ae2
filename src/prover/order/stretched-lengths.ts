/** Lengths behind matrices whose norms stand in the goal: |x| = |inv(A) A x| ≤ ‖inv(A)‖ |A x|. */
import type { Term } from '../../kernel/term.ts';
import { contract, variable } from '../../kernel/graph.ts';
import type { Formula } from '../../kernel/formula.ts';
import { one } from '../../kernel/ratio.ts';
import { fact, hole, weak, type Theorem } from '../../kernel/theorem.ts';
import { flipped } from '../derived/equations.ts';
import { linearBy, orderBy, summand } from '../derived/labelled.ts';
import { lengthBelow, lengthOf, squareRootOf } from '../derived/lengths.ts';
import { stretch } from '../derived/lengths-of-products.ts';
import { normOf } from '../derived/norm-parts.ts';
import { inner, nought, times } from '../graphs/small-terms.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import type { Context } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { ask, type Strategy } from '../known/strategy.ts';
import { appliedIn } from '../rewriting/congruence.ts';
import { rewritten } from '../rewriting/arguments.ts';

const mark = 'stretched lengths';

/**
 * The matrices whose norms, and the vectors whose lengths stand in the goal, where the one can
 * stand before the other.
 */
function pairsIn(goal: Formula): [Term, Term][] {
  const heads = appliedIn(...termsOf(goal));
  const norms = heads.flatMap((h) => (h.symbol === 'norm' ? [h.argument] : []));
  if (norms.length === 0) return [];
  const vectors = heads.flatMap((h) => {
    const t = h.symbol === 'sqrt 0' ? squareRootOf(h.argument) : null;
    return t?.shape.length === 1 ? [t] : [];
  });
  return norms
    .flatMap((a) =>
      vectors.flatMap((v): [Term, Term][] => (a.shape[1] === v.shape[0] ? [[a, v]] : [])),
    )
    .slice(0, 6);
}

/** |A v| ≤ ‖A‖ |v|, with A v told in simpler terms where that can be. */
function bound(a: Term, v: Term, known: Context): Theorem {
  const image = contract([a, v], ['ij', 'j'], 'i');
  const simpler = rewritten(image, known);
  if (!simpler) return stretch(a, v);
  const { term, equation } = simpler;
  const [short, long] = [lengthOf(term), lengthOf(v)];
  const hollow = variable(hole, image.shape);
  const same = linearBy(inner(term, term), inner(image, image), [
    { equation, context: inner(hollow, image) },
    { equation, context: inner(term, hollow) },
  ]);
  const most = times(normOf(a), long.value);
  const sign = orderBy(nought(), most, false, [
    summand([fact('the norm is not negative', a), long.sign]),
  ]);
  const squares = orderBy(inner(term, term), times(most, most), false, [
    summand([weak(same)]),
    summand([fact('the norm bounds', a, v)]),
    summand([weak(flipped(long.square))], one, [normOf(a)]),
  ]);
  return lengthBelow(short, most, sign, squares);
}

export const stretchedLengths: Strategy = {
  name: mark,
  summary: '|A v| <= norm(A) |v| for the norms and lengths that stand in the goal',
  kinds: ['less'],
  notFor: ['bounds', 'kernels'],
  promise: (goal, known) =>
    !known.replaced.includes(mark) && pairsIn(goal).length > 0 ? 0.45 : null,
  *prove(goal, given) {
    const known: Context = { ...given, replaced: [...given.replaced, mark] };
    const facts = pairsIn(goal)
      .map(([a, v]) => bound(a, v, known))
      .map((theorem) => ({ theorem, name: mark }));
    return yield* assuming(known, facts, (c) => ask(goal, c));
  },
};
