/** Sizes of differences: inv(A) R − inv(B) R = inv(A) (B − A) inv(B) R. */
import type { Term } from '../../kernel/term.ts';
import { variable } from '../../kernel/graph.ts';
import type { FormulaOf } from '../../kernel/formula.ts';
import { fact, first, hole, inverseOf, second, weak, type Theorem } from '../../kernel/theorem.ts';
import { flipped } from '../derived/equations.ts';
import { alike, linearBy, orderBy, summand } from '../derived/labelled.ts';
import { normOf, signOf } from '../derived/norm-parts.ts';
import { minus, negated, times } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import type { Ask } from '../known/strategy.ts';
import {
  behindIt,
  productBelow,
  regular,
  signOfSize,
  size,
  solvedIn,
  told,
  type Solved,
} from './inverse-fronts.ts';

/** |inv(A) R − inv(B) R| ≤ ‖inv(A)‖ ‖B − A‖ |inv(B) R|, and with A and B the other way round. */
export function* ofDifference(t: Term, known: Context): Generator<Ask, Theorem[], Theorem | null> {
  const [p, q] = t.monomials.map((m) => ({ c: m.coefficient, solved: solvedIn(m) }));
  const [a, b] = [p?.solved, q?.solved];
  if (!a || !b || t.monomials.length !== 2 || !alike(a.behind, b.behind)) return [];
  if (p?.c.den !== 1n || q?.c.den !== 1n || p.c.num * q.c.num !== -1n) return [];
  const [ka, kb] = [yield* regular(a.of, known), yield* regular(b.of, known)];
  if (!ka || !kb) return [];
  const one = (x: Solved, y: Solved, kx: Theorem, ky: Theorem, isNegative: boolean): Theorem[] => {
    const between = isNegative ? minus(x.of, y.of) : minus(y.of, x.of);
    const rest = behindIt(y.inverse, y.behind);
    const product = behindIt(x.inverse, behindIt(between, rest));
    const at = variable(hole, x.of.shape);
    const sign = (u: Term): Term => (isNegative ? negated(u) : u);
    const same = linearBy(t, product, [
      { equation: second(inverseOf(kx)), context: sign(behindIt(at, rest)) },
      {
        equation: first(inverseOf(ky)),
        context: negated(sign(behindIt(x.inverse, behindIt(at, y.behind)))),
      },
    ]);
    const inner = behindIt(between, rest);
    const bound = orderBy(
      size(product),
      times(normOf(x.inverse), normOf(between), size(rest)),
      false,
      [
        summand([productBelow(x.inverse, inner)]),
        summand([productBelow(between, rest), signOf(x.inverse)]),
      ],
    );
    const sizes = [normOf(x.inverse), size(rest)] as const;
    return [
      bound,
      ...betterBounds(between, sizes, [signOf(x.inverse), signOfSize(rest)], bound, known),
    ].map((b) => told(b, product, t, same));
  };
  const isNegative = p.c.num < 0n;
  return [...one(a, b, ka, kb, isNegative), ...one(b, a, kb, ka, !isNegative)];
}

/** The same bound with ‖−D‖ in the place of ‖D‖, and with what is known to be larger. */
function betterBounds(
  between: Term,
  [front, rest]: readonly [Term, Term],
  signs: readonly Theorem[],
  bound: Theorem,
  known: Context,
): Theorem[] {
  const opposite = negated(between);
  const turn = weak(flipped(fact('norm of the negative', between)));
  const { left } = bound.conclusion as FormulaOf<'less'>;
  const by = (...steps: readonly Theorem[]): Theorem => {
    const last = steps.at(-1)?.conclusion as FormulaOf<'less'>;
    return orderBy(left, times(front, last.right, rest), false, [
      summand([bound]),
      ...steps.map((step) => summand([step, ...signs])),
    ]);
  };
  const stated = known.facts.flatMap(({ theorem }) => {
    const f = theorem.conclusion;
    if (f.kind !== 'less') return [];
    if (alike(f.left, normOf(between))) return [by(theorem)];
    return alike(f.left, normOf(opposite)) ? [by(turn, theorem)] : [];
  });
  return [by(turn), ...stated];
}
