/** c |t| <= r because c t·t <= r |t|: both sides are multiplied by a length of the left side. */
import type { Term } from '../../kernel/term.ts';
import { dimension, factorTerm, number } from '../../kernel/graph.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import {
  assume,
  asymmetry,
  cases,
  classical,
  comparable,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { orderBy, summand } from '../derived/labelled.ts';
import { cauchySchwarz, lengthOf, squareRootOf, type Length } from '../derived/lengths.ts';
import { inner, negated, nought, squareOf, times } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import { strategyFor, type Attempt } from '../known/strategy.ts';

const mark = 'times a length of its own';

interface Split {
  readonly length: Length;
  readonly rest: Term;
}

/** c and |t| where a number is c |t|, one graph without other roots. */
function splitOf(t: Term): Split | null {
  const [m, ...more] = t.monomials;
  if (!m || more.length > 0 || m.factors.some((f) => f.slots.length > 0)) return null;
  const roots = m.factors.filter(({ head }) => head.kind === 'jet' && head.fn.name === 'sqrt');
  const head = roots.length === 1 ? roots[0]?.head : undefined;
  const [s] = head?.kind === 'jet' && head.orders[0] === 0 ? head.args : [];
  const half = s ? squareRootOf(s) : null;
  if (!half || half.shape.length === 0) return null;
  const rest = times(
    ...m.factors.filter((f) => f !== roots[0]).map(factorTerm),
    ...Object.entries(m.powers).map(([d, k]) => dimension(d, k)),
    number(m.coefficient),
  );
  return { length: lengthOf(half), rest };
}

/** Is a vector paired with another one in what is known? Then its length may be bounded so. */
const applies = (goal: FormulaOf<'less'>, known: Context): boolean =>
  !goal.strict && !known.replaced.includes(mark) && splitOf(goal.left) !== null;

/** c |t| ≤ r from 0 ≤ c, 0 ≤ r and c t·t ≤ r |t|; otherwise 0 < (c |t| − r)² would be at most 0. */
function divided(
  { left, right }: FormulaOf<'less'>,
  { length }: Split,
  [c, r, product]: readonly [Theorem, Theorem, Theorem],
): Theorem {
  const beyond = assume(less(right, left, true));
  const squared = orderBy(times(left, length.value), times(right, length.value), false, [
    summand([weak(length.square), c]),
    summand([product]),
  ]);
  const absurd = asymmetry(
    orderBy(nought(), nought(), true, [
      summand([beyond, beyond]),
      summand([beyond, r]),
      summand([squared, c]),
    ]),
  );
  const goal = less(left, right, false);
  return cases(comparable(left, right), assume(goal), classical(goal, absurd));
}

/** s ≤ d |p| |t| from s ≤ d p·t or s ≤ −d p·t, where r = d |p|. Source: Cauchy and Schwarz. */
function* byCauchy(s: Term, t: Length, r: Term, known: Context): Attempt {
  const split = splitOf(r);
  if (!split || split.length.of.shape.join() !== t.of.shape.join()) return null;
  const sign = yield { goal: less(nought(), split.rest, false), known, share: 50 };
  for (const p of sign ? [split.length, lengthOf(negated(split.length.of))] : []) {
    const below = yield { goal: less(s, times(split.rest, inner(p.of, t.of)), false), known };
    if (!below || !sign) continue;
    return orderBy(s, times(r, t.value), false, [
      summand([below]),
      summand([cauchySchwarz(p, t), sign]),
    ]);
  }
  return null;
}

export const timesOwnLength = strategyFor('less', {
  name: mark,
  summary: 'c |t| <= r because c t·t <= r |t|, with c and r not negative',
  notFor: ['bounds', 'kernels'],
  promise: (goal, known) => (applies(goal, known) ? 0.25 : null),
  *prove(goal, given) {
    const split = splitOf(goal.left);
    if (!split) return null;
    const known: Context = { ...given, replaced: [...given.replaced, mark] };
    const { length, rest } = split;
    const c = yield { goal: less(nought(), rest, false), known, share: 100 };
    const r = c && (yield { goal: less(nought(), goal.right, false), known, share: 100 });
    const left = times(rest, squareOf(length.of));
    const product =
      r &&
      ((yield* byCauchy(left, length, goal.right, known)) ??
        (yield { goal: less(left, times(goal.right, length.value), false), known }));
    return c && r && product && divided(goal, split, [c, r, product]);
  },
});
