/**
 * Numbers compared by a vector x that is not 0: s <= t because s x'x <= t x'x, as an eigenvalue is
 * by its eigenvector.
 */
import type { Term } from '../../kernel/term.ts';
import { bareHead, variable } from '../../kernel/graph.ts';
import { less } from '../../kernel/formula.ts';
import { occurs } from '../../kernel/occurrence.ts';
import { hole, weak, type Theorem } from '../../kernel/theorem.ts';
import { flipped } from '../derived/equations.ts';
import { divided } from '../derived/divided.ts';
import { alike, byFacts, linearBy } from '../derived/labelled.ts';
import { inner, nought, squareOf, times } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import { ask, strategyFor, type Ask } from '../known/strategy.ts';
import { isNumber } from './shared-eigenvector.ts';

const mark = 'compared at a vector';

/** Vectors with a name that are not 0 and of which an equation speaks. */
const vectorsIn = (known: Context): Term[] =>
  known.facts.flatMap(({ theorem: { conclusion: f } }) => {
    if (f.kind !== 'not' || f.body.kind !== 'equal' || f.body.left.shape.length !== 1) return [];
    const head = bareHead(f.body.left);
    if (head?.kind !== 'variable' || f.body.right.monomials.length > 0) return [];
    const spoken = known.equations.some(
      (e) => e.left.shape.length === 1 && (occurs(head.name, e.left) || occurs(head.name, e.right)),
    );
    return spoken ? [f.body.left] : [];
  });

const applies = (left: Term, right: Term, known: Context): boolean =>
  !known.replaced.includes(mark) &&
  isNumber(left) &&
  isNumber(right) &&
  vectorsIn(known).length > 0;

/** x'x and that it is positive. */
function* lengths(
  known: Context,
): Generator<Ask, { x: Term; c: Term; positive: Theorem }[], Theorem | null> {
  const found: { x: Term; c: Term; positive: Theorem }[] = [];
  for (const x of vectorsIn(known).slice(0, 2)) {
    const c = squareOf(x);
    const positive = yield { goal: less(nought(), c, true), known, share: 100 };
    if (positive) found.push({ x, c, positive });
  }
  return found;
}
/** x'(A x) where the number times x'x is x'(s x) and A x = s x is known. */
function told(t: Term, x: Term, known: Context): { term: Term; equation: Theorem } | null {
  for (const e of known.equations) {
    if (e.left.shape.length !== 1 || e.left.shape.join() !== x.shape.join()) continue;
    if (!alike(inner(x, e.right), t)) continue;
    const context = inner(x, variable(hole, x.shape));
    const term = inner(x, e.left);
    return { term, equation: linearBy(term, t, [{ equation: e.theorem, context }]) };
  }
  return null;
}
const marked = (known: Context): Context => ({ ...known, replaced: [...known.replaced, mark] });

export const atVectors = strategyFor('less', {
  name: 'numbers in order at a vector',
  summary: "s <= t because s x'x <= t x'x and x != 0",
  notFor: ['bounds', 'kernels'],
  promise: ({ left, right, strict }, known) =>
    !strict && applies(left, right, known) ? 0.7 : null,
  *prove({ left, right }, given) {
    const known = marked(given);
    for (const { x, c, positive } of yield* lengths(known)) {
      const [l, r] = [times(left, c), times(right, c)];
      const [a, b] = [told(l, x, known), told(r, x, known)];
      const t = yield* ask(less(a?.term ?? l, b?.term ?? r, false), known);
      const all = t && [
        ...(a ? [weak(flipped(a.equation))] : []),
        t,
        ...(b ? [weak(b.equation)] : []),
      ];
      if (all) return divided(left, right, byFacts(l, r, false, all), positive);
    }
    return null;
  },
});
