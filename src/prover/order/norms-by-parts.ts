/**
 * Inequalities about spectral norms, by the norms of the parts of each matrix: ‖S A + B‖ ≤ ‖S‖ ‖A‖ +
 * ‖B‖ and ‖u v'‖ ≤ |u| |v|, next to what is known of those, all multiplied in pairs.
 */
import type { Term } from '../../kernel/term.ts';
import { factorTerm } from '../../kernel/graph.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import { fact, modusPonens, type Theorem } from '../../kernel/theorem.ts';
import { writeTerm } from '../../kernel/write.ts';
import { alike } from '../derived/labelled.ts';
import { normBound } from '../derived/norms.ts';
import { nought } from '../graphs/small-terms.ts';
import type { Context, Fact } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { begun, strategyFor, type Ask, type Attempt } from '../known/strategy.ts';
import { appliedIn } from '../rewriting/congruence.ts';
import { byTheseAlone } from './sums-of-signs.ts';
import { products } from './times-squares.ts';

const mark = 'norms by their parts';
/** The most inequalities that are multiplied with each other. */
const most = 12;

/** Matrices of more than one factor whose norms stand on the smaller side. */
const compoundIn = ({ left }: FormulaOf<'less'>): Term[] =>
  appliedIn(left)
    .filter((a) => a.symbol === 'norm')
    .map((a) => a.argument)
    .filter((t) => t.monomials.length > 1 || t.monomials[0]?.factors.length !== 1)
    .slice(0, 3);

/** 0 ≤ s for the numbers that bounds are made of. */
function* signsOf(
  bounds: readonly Term[],
  known: Context,
): Generator<Ask, Theorem[], Theorem | null> {
  const found: Theorem[] = [];
  const seen: Term[] = [];
  for (const m of bounds.flatMap((b) => b.monomials))
    for (const f of m.factors) {
      if (f.slots.length > 0) continue;
      const s = factorTerm(f);
      if (seen.some((t) => alike(s, t))) continue;
      seen.push(s);
      const sign = yield { goal: less(nought(), s, false), known, share: 40 };
      if (sign) found.push(sign);
    }
  return found;
}

/** |s| = s for the numbers in absolute value that are known not to be negative. */
function* plainSizes(
  bounds: readonly Term[],
  known: Context,
): Generator<Ask, Fact[], Theorem | null> {
  const found = new Map<string, Fact>();
  for (const { head } of bounds.flatMap((b) => b.monomials.flatMap((m) => m.factors))) {
    const [s] = head.kind === 'jet' && head.fn.name === 'abs' ? head.args : [];
    if (!s || s.shape.length > 0 || found.has(writeTerm(s))) continue;
    const sign = yield { goal: less(nought(), s, false), known, share: 40 };
    const same = sign && modusPonens(fact('abs of what is not negative', s), sign);
    if (same) found.set(writeTerm(s), { theorem: same, name: mark });
  }
  return [...found.values()];
}

export const normsByParts = strategyFor('less', {
  name: mark,
  summary: "norm(S A + u v') <= norm(S) norm(A) + |u| |v|, with what is known of these numbers",
  notFor: ['bounds', 'kernels'],
  promise: (goal, known) =>
    !known.replaced.includes(mark) && compoundIn(goal).length > 0 ? 0.5 : null,
  *prove(goal, given): Attempt {
    const known: Context = { ...given, replaced: [...given.replaced, mark] };
    const bounds = compoundIn(goal).map(normBound);
    const signs = yield* signsOf(
      bounds.map((b) => b.bound),
      known,
    );
    const stated = known.facts
      .map(({ theorem }) => theorem)
      .filter(({ conclusion: f }) => f.kind === 'less');
    const whole = bounds.map((b) => b.theorem);
    const pairs = products([...signs, ...stated].slice(0, most));
    const all = [...whole, ...stated, ...signs, ...pairs];
    const sizes = yield* plainSizes(
      bounds.map((b) => b.bound),
      known,
    );
    return yield* assuming(known, sizes, (c) => begun(byTheseAlone(goal, c, all)));
  },
});
