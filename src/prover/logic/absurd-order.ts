/** Inequalities that cannot hold: two of them contradict each other, or one by what is equal. */
import type { Term } from '../../kernel/term.ts';
import { zeros } from '../../kernel/graph.ts';
import { weak, type Theorem } from '../../kernel/theorem.ts';
import { passed } from '../agenda/effort.ts';
import { positiveSizes } from '../derived/dimension-signs.ts';
import { flipped, Ledger } from '../derived/equations.ts';
import { absurd } from '../derived/labelled.ts';
import { orient, simplify } from '../derived/simplify.ts';
import { minus, negated } from '../graphs/small-terms.ts';
import { termOf } from '../graphs/sum.ts';
import { bookOf, type Context } from '../known/context.ts';
import { safely } from '../known/strategy.ts';
import { spokenRanks } from '../matrices/rank-counting.ts';

/** Rewrites of one side: what they lead to is short, or of no use. */
const steps = 20;

/** The false statement, from an inequality and an equation or another inequality. */
export function absurdOrder(known: Context): Theorem | null {
  const bounds = known.facts
    .filter(({ theorem: { conclusion: f } }) => f.kind === 'less')
    .map((f) => f.theorem);
  const numbers = [
    ...known.equations.filter((e) => e.left.shape.length === 0).map((e) => e.theorem),
    ...spokenRanks(known).flatMap((t) => [t, flipped(t)]),
  ];
  const vanishing = numbers.map((t) => weak(t));
  for (const a of bounds)
    for (const b of [null, ...bounds, ...vanishing]) {
      const found = contradicting(b ? [a, b] : [a]);
      if (found) return found;
    }
  for (const bound of bounds) {
    if (passed(known.deadline)) return null;
    const found = rewritten(bound, known);
    if (found) return found;
  }
  return null;
}

const contradicting = (facts: readonly Theorem[]): Theorem | null => safely(() => absurd(facts));

/** An inequality whose gap is, by the equations, a number that it must not be. */
function rewritten(bound: Theorem, known: Context): Theorem | null {
  const f = bound.conclusion;
  if (f.kind !== 'less') return null;
  const gap = minus(f.right, f.left);
  const value = valueBy(gap, known);
  if (!value) return null;
  const facts = [bound, weak(value.theorem)];
  const size = positiveSizes(negated(value.term));
  return contradicting(size ? [...facts, size] : facts);
}

/** What a number is by the equations, where that is a constant or a product of dimensions. */
function valueBy(s: Term, known: Context): { term: Term; theorem: Theorem } | null {
  const book = bookOf(known);
  const rules = known.equations.flatMap((e) => orient(e, book) ?? []);
  if (rules.length === 0) return null;
  const ledger = new Ledger(s, zeros([]), book);
  simplify(ledger, rules, steps, known.deadline);
  if (ledger.uses.length === 0) return null;
  const term = termOf(ledger.rest, []);
  if (term.monomials.some((m) => m.factors.length > 0)) return null;
  const whole = new Ledger(s, term, book);
  for (const { equation, context } of ledger.uses) whole.use(equation, context);
  return whole.done ? { term, theorem: whole.theorem() } : null;
}
