/** Inequalities between numbers divided by what is positive. */
import type { Term } from '../../kernel/term.ts';
import { less } from '../../kernel/formula.ts';
import {
  assume,
  asymmetry,
  cases,
  classical,
  comparable,
  type Theorem,
} from '../../kernel/theorem.ts';
import { nought } from '../graphs/small-terms.ts';
import { orderBy, summand } from './labelled.ts';

/** l ≤ r from l c ≤ r c and 0 < c. */
export function divided(l: Term, r: Term, product: Theorem, positive: Theorem): Theorem {
  const goal = less(l, r, false);
  const converse = assume(less(r, l, true));
  const none = orderBy(nought(), nought(), true, [
    summand([product]),
    summand([converse, positive]),
  ]);
  return cases(comparable(l, r), assume(goal), classical(goal, asymmetry(none)));
}
