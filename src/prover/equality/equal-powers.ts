/**
 * Numbers with equal powers: a = b because a^k = b^k and neither is negative, or because a^3 = b^3.
 */
import type { Term } from '../../kernel/term.ts';
import { add } from '../../kernel/graph.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import { one, ratio } from '../../kernel/ratio.ts';
import {
  antisymmetry,
  assume,
  asymmetry,
  cases,
  classical,
  comparable,
  weak,
  type Summand,
  type Theorem,
} from '../../kernel/theorem.ts';
import { passed } from '../agenda/effort.ts';
import { equation, flipped, Ledger, type Equation } from '../derived/equations.ts';
import { byFacts, orderBy, summand } from '../derived/labelled.ts';
import { close } from '../derived/membership.ts';
import { minus, nought, times } from '../graphs/small-terms.ts';
import { bookOf, type Context } from '../known/context.ts';
import { strategyFor, type Attempt } from '../known/strategy.ts';

const mostPower = 6;
/** Factors of a power beyond which none is written down. */
const longest = 16;
/** Graphs of a power beyond which it is not multiplied out. */
const most = 256;
const power = (s: Term, k: number): Term => times(...Array<Term>(k).fill(s));

/** The most factors of a graph. */
const length = (...terms: readonly Term[]): number =>
  Math.max(0, ...terms.flatMap((t) => t.monomials.map((m) => m.factors.length)));
/** The graphs of the k-th power of the longer sum, before any are collected. */
const graphs = (k: number, ...terms: readonly Term[]): number =>
  Math.max(1, ...terms.map((t) => t.monomials.length)) ** k;
/** Equations between numbers that may say something about powers. */
const aboutPowers = (known: Context): Equation[] =>
  known.equations.filter((e) => e.left.shape.length === 0 && length(e.left, e.right) > 1);

/** Do powers of a term keep all their factors? Roots and inverses may lose some. */
const isPolynomial = (...terms: readonly Term[]): boolean =>
  terms.every((t) =>
    t.monomials.every((m) => m.factors.every(({ head }) => head.kind === 'variable')),
  );

/** a^k = b^k for the least k > 1 for which a stated equation says so. */
function equalPower(a: Term, b: Term, known: Context): { k: number; same: Theorem } | null {
  const stated = aboutPowers(known).slice(0, 6);
  const rigid = isPolynomial(a, b);
  for (let k = 2; k <= mostPower && k * length(a, b) <= longest && graphs(k, a, b) <= most; k++)
    for (const e of stated) {
      if (passed(known.deadline)) return null;
      if (rigid && length(e.left, e.right) !== k * length(a, b)) continue;
      const ledger = new Ledger(power(a, k), power(b, k), bookOf(known));
      const direct = equation(e.theorem, e.name);
      if (close(ledger, [direct], { rounds: 1, rows: 4, weight: 24, deadline: known.deadline }))
        return { k, same: ledger.theorem() };
    }
  return null;
}

/**
 * b^k − a^k as a sum of products that are positive where a < b: from that, and 0 ≤ a where k is not
 * 3.
 */
function risen(k: number, beyond: Theorem, sign: Theorem | null, a: Term, b: Term): Summand[] {
  if (!sign)
    return [
      summand([beyond, beyond, beyond], ratio(1n, 4n)),
      summand([beyond], ratio(3n, 4n), [add(a, b)]),
    ];
  const positive = byFacts(nought(), b, true, [sign, beyond]);
  return Array.from({ length: k }, (_, i) =>
    summand([beyond, ...Array<Theorem>(i).fill(sign), ...Array<Theorem>(k - 1 - i).fill(positive)]),
  );
}

/** b ≤ a because a < b would give a^k < b^k. */
function notAbove(
  a: Term,
  b: Term,
  { k, same }: { k: number; same: Theorem },
  sign: Theorem | null,
): Theorem {
  const goal = less(b, a, false);
  const beyond = assume(less(a, b, true));
  const none = asymmetry(
    orderBy(nought(), nought(), true, [
      ...risen(k, beyond, sign, a, b),
      summand([weak(flipped(same))], one),
    ]),
  );
  return cases(comparable(b, a), assume(goal), classical(goal, none));
}

const isPlain = ({ left, right }: FormulaOf<'equal'>): boolean =>
  left.shape.length === 0 && left.monomials.length + right.monomials.length <= 4;

export const equalPowers = strategyFor('equal', {
  name: 'equal powers',
  summary: 'a = b for numbers, because a^k = b^k and 0 <= a, 0 <= b, or because a^3 = b^3',
  notFor: ['bounds'],
  promise: (goal, known) =>
    isPlain(goal) &&
    aboutPowers(known).length > 0 &&
    minus(goal.left, goal.right).monomials.length > 0
      ? 0.3
      : null,
  *prove({ left: a, right: b }, known): Attempt {
    const found = equalPower(a, b, known);
    if (!found) return null;
    const free = found.k === 3;
    const first = free ? null : yield { goal: less(nought(), a, false), known };
    const second = free || !first ? null : yield { goal: less(nought(), b, false), known };
    if (!free && (!first || !second)) return null;
    return antisymmetry(
      notAbove(b, a, { k: found.k, same: flipped(found.same) }, second),
      notAbove(a, b, found, first),
    );
  },
});
