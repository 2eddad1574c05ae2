/** Signs of reciprocals: 0 < 1/s from 0 < s. */
import { contract, inverse, variable, zeros } from '../../kernel/graph.ts';
import { equal, less } from '../../kernel/formula.ts';
import { one } from '../../kernel/ratio.ts';
import type { Term } from '../../kernel/term.ts';
import {
  antisymmetry,
  assume,
  cases,
  classical,
  comparable,
  contradiction,
  explode,
  hole,
  inverseOf,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { Ledger, equation } from '../derived/equations.ts';
import { absurd, orderBy, restated, summand } from '../derived/labelled.ts';
import { nought } from '../graphs/small-terms.ts';
import { bookOf, type Context } from '../known/context.ts';
import { nonzero } from './invertible.ts';

/** From 0 ≤ a and a ≠ 0: 0 < a. Either a ≤ 0, and then a is 0, or 0 < a. */
export function strictFrom(a: Term, weakly: Theorem, known: Theorem): Theorem | null {
  const zero = nought();
  const split = comparable(a, zero);
  const f = split.conclusion;
  if (f.kind !== 'or') return null;
  const vanishing = antisymmetry(assume(f.left), weakly);
  const impossible = classical(
    less(zero, a, true),
    explode(restated(vanishing, equal(a, zero)), known),
  );
  return cases(split, impossible, assume(f.right));
}

/** s ≠ 0 from 0 < s. */
export function notZero(sign: Theorem, s: Term): Theorem {
  const zero = equal(s, zeros([]));
  return contradiction(zero, absurd([sign, weak(assume(zero))]));
}

/** 0 < 1/s from 0 < s: 1/s = s (1/s)², and it is not 0. */
export function positiveReciprocal(s: Term, sign: Theorem, ctx: Context): Theorem | null {
  const known = notZero(sign, s);
  const near = { ...ctx, facts: [{ theorem: sign, name: 'positive' }, ...ctx.facts] };
  const alsoInverse = nonzero(inverse(s), near);
  if (!alsoInverse) return null;
  const r = inverse(s);
  const same = new Ledger(contract([s, r, r], ['', '', ''], ''), r, bookOf(ctx));
  same.use(equation(inverseOf(known), 'inverse'), contract([variable(hole, []), r], ['', ''], ''));
  if (!same.done) return null;
  const weakly = orderBy(nought(), r, false, [
    summand([sign], one, [r]),
    summand([weak(same.theorem())]),
  ]);
  return strictFrom(r, weakly, alsoInverse);
}
