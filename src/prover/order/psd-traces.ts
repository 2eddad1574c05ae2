/**
 * Traces of positive semidefinite matrices: v'A v ≤ tr(A) |v|², tr(A B) ≤ tr(A) tr(B), and tr(A U)
 * ≤ tr(A) where ‖U‖ ≤ 1.
 */
import type { Term } from '../../kernel/term.ts';
import { contract, factorTerm, number, permute } from '../../kernel/graph.ts';
import { equal, is, less, type Formula } from '../../kernel/formula.ts';
import { one } from '../../kernel/ratio.ts';
import {
  fact,
  first,
  modusPonens,
  weak,
  type Summand,
  type Theorem,
} from '../../kernel/theorem.ts';
import { tracesOfTwo } from '../bounds/definite-bounds.ts';
import { alike, byFacts, nothing, orderBy, summand } from '../derived/labelled.ts';
import { normOf } from '../derived/norm-parts.ts';
import { inner, nought, times } from '../graphs/small-terms.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { difference } from '../graphs/sum.ts';
import type { Context } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { ask, type Ask, type Attempt, type Strategy } from '../known/strategy.ts';
import { conjuncts } from '../known/usable.ts';
import { appliedIn } from '../rewriting/congruence.ts';
import { vectorsIn } from './candidates.ts';

const mark = 'traces of psd matrices';
const traceOf = (a: Term): Term => contract([a], ['ii'], '');

/** The matrices whose traces stand in the goal, each once. */
function tracedIn(goal: Formula): Term[] {
  const found: Term[] = [];
  for (const m of termsOf(goal).flatMap((t) => t.monomials))
    for (const f of m.factors)
      if (f.slots.length === 2 && f.slots[0] === f.slots[1]) {
        const a = factorTerm(f);
        if (!found.some((b) => alike(a, b))) found.push(a);
      }
  return found.slice(0, 3);
}

/** What a psd matrix A gives: 0 ≤ ‖A‖_*, ‖A‖_* ≤ tr A, ‖A‖ ≤ tr A and 0 ≤ tr A. */
interface Traced {
  readonly of: Term;
  readonly sign: Theorem;
  readonly nuclear: Theorem;
  readonly norm: Theorem;
  readonly trace: Theorem;
}

function traced(a: Term, psd: Theorem): Traced {
  const same = modusPonens(fact('nuclear norm of a psd matrix', a), psd);
  const sign = fact('the nuclear norm is not negative', a);
  const norm = first(fact('nuclear norm and norm', a));
  return {
    of: a,
    sign,
    nuclear: weak(same),
    norm: byFacts(normOf(a), traceOf(a), false, [norm, weak(same)]),
    trace: byFacts(nought(), traceOf(a), false, [sign, weak(same)]),
  };
}

/** v'A v ≤ tr(A) |v|². */
function formBelow({ of: a, norm }: Traced, v: Term): Theorem {
  const value = contract([v, a, v], ['i', 'ij', 'j'], '');
  return orderBy(value, times(traceOf(a), inner(v, v)), false, [
    summand([first(fact('the norm bounds a quadratic form', a, v))]),
    ...(v.monomials.length === 0 ? [] : [summand([norm], one, [v])]),
  ]);
}

/** tr(L A) ≤ ‖L‖ ‖A‖_*. */
const dual = (l: Term, a: Term): Summand[] => [
  summand([fact('nuclear duality', permute(l, [1, 0]), a)]),
  summand([weak(fact('norm of the transpose', l)), fact('the nuclear norm is not negative', a)]),
];
const product = (a: Term, b: Term): Term => contract([a, b], ['ij', 'ji'], '');

/** tr(A B) ≤ tr(A) tr(B). */
const productBelow = (a: Traced, b: Traced): Theorem =>
  orderBy(product(a.of, b.of), times(traceOf(a.of), traceOf(b.of)), false, [
    ...dual(a.of, b.of),
    summand([a.norm, b.sign]),
    summand([b.nuclear, a.trace]),
  ]);

/** tr(L A) ≤ ‖L‖ tr A. */
const byNorm = (l: Term, a: Traced): Theorem[] => [
  orderBy(product(l, a.of), times(normOf(l), traceOf(a.of)), false, [
    ...dual(l, a.of),
    summand([fact('the norm is not negative', l), a.nuclear]),
  ]),
];

/** tr(U A) ≤ tr A, by ‖U‖ ≤ 1. */
const contractionBelow = (u: Term, short: Theorem, a: Traced): Theorem =>
  orderBy(product(u, a.of), traceOf(a.of), false, [
    ...dual(u, a.of),
    summand([short, a.sign]),
    summand([a.nuclear]),
  ]);

/** ‖U‖ ≤ 1, of an isometry or by what else is known. */
function* atMostOne(u: Term, known: Context): Attempt {
  const unit = yield { goal: equal(normOf(u), number(one)), known, share: 400 };
  return unit ? weak(unit) : yield { goal: less(normOf(u), number(one), false), known, share: 400 };
}

function* products(
  goal: Formula,
  known: Context,
  own: readonly Traced[],
): Generator<Ask, Theorem[], Theorem | null> {
  const found: Theorem[] = [];
  const normed = appliedIn(...termsOf(goal)).flatMap((x) =>
    x.symbol === 'norm' ? [x.argument] : [],
  );
  const of = (t: Term): Traced | undefined => own.find((x) => alike(x.of, t));
  for (const pair of tracesOfTwo(...termsOf(goal)).slice(0, 3))
    for (const [left, right] of [pair, pair.toReversed()] as [Term, Term][]) {
      const [b, a] = [of(left), of(right)];
      if (!a) continue;
      if (normed.some((t) => alike(t, left))) found.push(...byNorm(left, a));
      if (b) found.push(productBelow(a, b));
      else {
        const short = yield* atMostOne(left, known);
        if (short) found.push(contractionBelow(left, short, a));
      }
    }
  return found;
}

export const psdTraces: Strategy = {
  name: mark,
  summary:
    "x' A x <= tr(A) |x|^2, tr(A B) <= tr(A) tr(B) and tr(A U) <= tr(A) for psd A, B and norm(U) <= 1",
  kinds: ['less'],
  notFor: ['bounds', 'kernels'],
  promise: (goal, known) =>
    !known.replaced.includes(mark) && tracedIn(goal).length > 0 ? 0.5 : null,
  *prove(goal, given) {
    if (goal.kind !== 'less') return null;
    const known: Context = { ...given, replaced: [...given.replaced, mark] };
    const own: Traced[] = [];
    for (const a of tracedIn(goal)) {
      const psd = yield { goal: is('psd', a), known };
      if (psd) own.push(traced(a, psd));
    }
    if (own.length === 0) return null;
    const gap = difference(goal.right, goal.left, nothing);
    const forms = own.flatMap((a) =>
      vectorsIn(gap, a.of.shape[0] as string)
        .slice(0, 4)
        .map((v) => formBelow(a, v)),
    );
    const more = [
      ...own.flatMap(({ of, norm, trace }) => [norm, trace, fact('the norm is not negative', of)]),
      ...forms,
      ...(yield* products(goal, known, own)),
    ];
    const facts = more.flatMap(conjuncts).map((theorem) => ({ theorem, name: mark }));
    return yield* assuming(known, facts, (c) => ask(goal, c));
  },
};
