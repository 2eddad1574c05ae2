/** Sums over the entries of a vector by the largest of them: c·u ≤ sum(c) max(u) for c ≥ 0. */
import type { Dim, Term } from '../../kernel/term.ts';
import { bareHead, dimension, factorTerm, variable } from '../../kernel/graph.ts';
import { less, type Formula, type FormulaOf } from '../../kernel/formula.ts';
import {
  assume,
  discharge,
  fact,
  generalise,
  hole,
  law,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { positiveSizes } from '../derived/dimension-signs.ts';
import { alike, byFacts, linearBy, orderBy, summand } from '../derived/labelled.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { argumentOf } from '../graphs/named-functions.ts';
import { nought, times } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { ask, type Ask, type Attempt } from '../known/strategy.ts';
import { at, placeIn, summed, type Place } from './coordinate-facts.ts';
import { guarded, logSumExps } from './entries-and-sums.ts';
import { absolutes, entriesBelow } from './absolute-entries.ts';
import { logSumExpBelow, tangents } from './log-sum-exp-bounds.ts';
import { absOf, boundsAt, ofLargestSize, signOfAbs } from './entries-below.ts';

const most = 5;
/** Vectors of a dimension that stand in the goal, with softmax of those under a log-sum-exp. */
function weightsIn(goal: Formula, place: Place): Term[] {
  const found: Term[] = [];
  const take = (t: Term): void => {
    if (t.shape.join() === place.dim && !found.some((u) => alike(t, u))) found.push(t);
  };
  logSumExps(goal, place).forEach((u) => take(softmaxOf(u)));
  for (const f of termsOf(goal).flatMap((t) => t.monomials.flatMap((m) => m.factors)))
    if (f.head.kind === 'variable' || f.head.kind === 'jet') take(factorTerm(f));
  return found.slice(0, most);
}
const softmaxOf = (u: Term): Term => {
  const { left } = law('softmax', u, 2).conclusion as FormulaOf<'equal'>;
  const f = left.monomials[0]?.factors.find(({ head }) => argumentOf('softmax', head) !== null);
  return f ? factorTerm(f) : u;
};

/** 0 ≤ c_e. */
function* signAt(c: Term, place: Place, known: Context): Attempt {
  const y = absOf(c);
  if (y) return signOfAbs(c, y, place);
  const there = { theorem: assume(place.guard), name: 'entries' };
  return yield* assuming(known, [there], (k) => ask(less(nought(), at(c, place), false), k, 60));
}

/** Σ c_i t_i ≤ sum(c) max(u); of softmax, whose sum is 1, ≤ max(u). */
function weighted(c: Term, sign: Theorem, below: Theorem, place: Place): Theorem {
  const f = below.conclusion as FormulaOf<'less'>;
  const w = at(c, place);
  const here = orderBy(times(w, f.left), times(w, f.right), false, [summand([below, sign])]);
  const all = summed(here, place);
  const g = all.conclusion as FormulaOf<'less'>;
  const z = argumentOf('softmax', bareHead(c));
  if (!z) return all;
  const unit = linearBy(g.right, f.right, [
    { equation: law('softmax', z, 0), context: times(variable(hole, []), f.right) },
  ]);
  return byFacts(g.left, f.right, false, [all, weak(unit)]);
}

/** Σ t_i / n ≤ max(u). */
function averaged(t: Theorem, { dim }: Place): Theorem {
  const f = t.conclusion as FormulaOf<'less'>;
  const size = dimension(dim, -1);
  const over = positiveSizes(size) as Theorem;
  return orderBy(times(f.left, size), times(f.right, size), false, [summand([t, over])]);
}

/** u_e ≤ r from what is known to be at least max(u). */
function statedBounds(u: Term, top: Theorem, known: Context): Theorem[] {
  const { left, right } = top.conclusion as FormulaOf<'less'>;
  return known.facts
    .flatMap(({ theorem }) => {
      const f = theorem.conclusion;
      return f.kind === 'less' && alike(f.left, right)
        ? [byFacts(left, f.right, false, [top, theorem])]
        : [];
    })
    .slice(0, 2);
}

/** What the largest entry of u bounds in a goal. */
export function* boundsByLargest(
  u: Term,
  goal: Formula,
  known: Context,
): Generator<Ask, Theorem[], Theorem | null> {
  const place = placeIn(u.shape[0] as Dim, known);
  const top = guarded(fact('an entry below the largest entry', u, place.e), place);
  const weights: { c: Term; sign: Theorem }[] = [];
  for (const c of weightsIn(goal, place)) {
    const sign = yield* signAt(c, place, known);
    if (sign) weights.push({ c, sign });
  }
  const found: Theorem[] = [];
  for (const own of [top, ...statedBounds(u, top, known)]) {
    const bases = [...entriesBelow(u, own, place)];
    const sums = bases.map(({ below }) => summed(below, place));
    found.push(...sums, averaged(sums[0] as Theorem, place), ...ofLargestSize(u, own, place));
    for (const { c, sign } of weights) {
      found.push(...bases.map(({ below }) => weighted(c, sign, below, place)));
      const x = absOf(c);
      if (x) found.push(...absolutes(x, c, u, own, place));
    }
  }
  if (logSumExps(goal, place).some((v) => alike(v, u))) found.push(logSumExpBelow(u, place));
  found.push(...tangents(goal, place));
  const bases = [...entriesBelow(u, top, place)];
  const { name, dim, guard } = place;
  const here = [...bases.map(({ below }) => below), ...boundsAt(u, goal, place)];
  const everywhere = here.map((t) =>
    generalise({ kind: 'tensor', name, shape: [dim] }, discharge(guard, t)),
  );
  return [...everywhere, ...found];
}
