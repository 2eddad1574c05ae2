/** Entries of u by the largest of them, and products of entries by their absolute values. */
import type { Term } from '../../kernel/term.ts';
import type { FormulaOf } from '../../kernel/formula.ts';
import { one } from '../../kernel/ratio.ts';
import { fact, weak, type Theorem } from '../../kernel/theorem.ts';
import { absolute } from '../derived/absolute.ts';
import { flipped } from '../derived/equations.ts';
import { byFacts, orderBy, summand } from '../derived/labelled.ts';
import { fromSquares } from '../derived/lengths.ts';
import { negated, nought, times } from '../graphs/small-terms.ts';
import { at, summed, type Place } from './coordinate-facts.ts';
import { absOf, entryOfAbs } from './entries-below.ts';

/** s ≤ |s|. */
function belowAbs(s: Term): Theorem {
  const { value, sign, square } = absolute(s);
  const squares = orderBy(times(s, s), times(value, value), false, [
    summand([weak(flipped(square))]),
  ]);
  return fromSquares(s, value, sign, squares);
}

/** x y ≤ |x| |y|. */
function productBelow(x: Term, y: Term): Theorem {
  const [a, b] = [absolute(x), absolute(y)];
  const [p, r] = [times(x, y), times(a.value, b.value)];
  const sign = orderBy(nought(), r, false, [summand([a.sign, b.sign])]);
  const squares = orderBy(times(p, p), times(r, r), false, [
    summand([weak(flipped(a.square))], one, [y]),
    summand([weak(flipped(b.square))], one, [a.value]),
  ]);
  return fromSquares(p, r, sign, squares);
}

/** t_e ≤ r from u_e ≤ r, for t = u and, where u = |y|, for y and −y. */
export function* entriesBelow(
  u: Term,
  own: Theorem,
  place: Place,
): Generator<{ t: Term; below: Theorem }> {
  yield { t: u, below: own };
  const y = absOf(u);
  if (!y) return;
  const { right } = own.conclusion as FormulaOf<'less'>;
  const same = weak(flipped(entryOfAbs(u, place)));
  for (const t of [y, negated(y)]) {
    const s = at(t, place);
    const short = t === y ? [] : [weak(fact('abs of the negative', at(y, place)))];
    yield { t, below: byFacts(s, right, false, [belowAbs(s), ...short, same, own]) };
  }
}

/** ±x·y ≤ sum(|x|) r from u_e ≤ r, where u is |y| and the weights are |x|. */
export function absolutes(x: Term, sizes: Term, u: Term, own: Theorem, place: Place): Theorem[] {
  const y = absOf(u);
  if (!y) return [];
  const { right } = own.conclusion as FormulaOf<'less'>;
  const sameOfY = weak(flipped(entryOfAbs(u, place)));
  const sameOfX = weak(flipped(entryOfAbs(sizes, place)));
  const size = absolute(at(y, place));
  const sign = byFacts(nought(), right, false, [size.sign, sameOfY, own]);
  return [x, negated(x)].map((v) => {
    const [s, t] = [at(v, place), at(y, place)];
    const ofV = absolute(s);
    const short = v === x ? [] : [summand([weak(fact('abs of the negative', at(x, place))), sign])];
    const here = orderBy(times(s, t), times(at(sizes, place), right), false, [
      summand([productBelow(s, t)]),
      summand([sameOfY, ofV.sign]),
      summand([own, ofV.sign]),
      ...short,
      summand([sameOfX, sign]),
    ]);
    return summed(here, place);
  });
}
