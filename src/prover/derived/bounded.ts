/** Quantities with an upper bound that is not negative: sums and multiples of them. */
import { add, scale, zeros } from '../../kernel/graph.ts';
import type { Ratio } from '../../kernel/ratio.ts';
import type { Term } from '../../kernel/term.ts';
import { type Theorem, weak } from '../../kernel/theorem.ts';
import { times } from '../graphs/small-terms.ts';
import { orderBy, retell, summand } from './labelled.ts';

/** A quantity, what it is at most, and that the bound is not negative. */
export interface Bounded {
  readonly theorem: Theorem;
  readonly bound: Term;
  readonly sign: Theorem;
}

export const itself = (t: Term, sign: Theorem): Bounded => ({
  theorem: weak(retell(t, t)),
  bound: t,
  sign,
});

/** own ≤ x and x ≤ B: own ≤ B. */
export const through = (own: Term, below: Theorem, x: Bounded): Bounded => ({
  bound: x.bound,
  sign: x.sign,
  theorem: orderBy(own, x.bound, false, [summand([below]), summand([x.theorem])]),
});

/** own ≤ x + y with x ≤ B and y ≤ C: own ≤ B + C. */
export function together(own: Term, below: Theorem, x: Bounded, y: Bounded): Bounded {
  const bound = add(x.bound, y.bound);
  return {
    bound,
    sign: orderBy(zeros([]), bound, false, [summand([x.sign]), summand([y.sign])]),
    theorem: orderBy(own, bound, false, [
      summand([below]),
      summand([x.theorem]),
      summand([y.theorem]),
    ]),
  };
}

/** own ≤ c x for a number c ≥ 0, and x ≤ B: own ≤ c B. */
export function scaled(own: Term, below: Theorem, c: Ratio, x: Bounded): Bounded {
  const bound = scale(c, x.bound);
  return {
    bound,
    sign: orderBy(zeros([]), bound, false, [summand([x.sign], c)]),
    theorem: orderBy(own, bound, false, [summand([below]), summand([x.theorem], c)]),
  };
}

/** own ≤ s x with 0 ≤ s, and x ≤ B: own ≤ s B. */
export function multiplied(
  own: Term,
  below: Theorem,
  s: { readonly value: Term; readonly sign: Theorem },
  x: Bounded,
): Bounded {
  const bound = times(s.value, x.bound);
  return {
    bound,
    sign: orderBy(zeros([]), bound, false, [summand([s.sign, x.sign])]),
    theorem: orderBy(own, bound, false, [summand([below]), summand([s.sign, x.theorem])]),
  };
}

/** own ≤ x y with 0 ≤ x, x ≤ B and y ≤ C: own ≤ B C. */
export function ofProduct(
  own: Term,
  below: Theorem,
  nonnegative: Theorem,
  x: Bounded,
  y: Bounded,
): Bounded {
  const bound = times(x.bound, y.bound);
  return {
    bound,
    sign: orderBy(zeros([]), bound, false, [summand([x.sign, y.sign])]),
    theorem: orderBy(own, bound, false, [
      summand([below]),
      summand([nonnegative, y.theorem]),
      summand([y.sign, x.theorem]),
    ]),
  };
}
