/**
 * Equations between slopes of activations, absolute values and roots of squares: by the facts
 * about them alone.
 */
import { equal, not, type FormulaOf } from '../../kernel/formula.ts';
import { variable, zeros } from '../../kernel/graph.ts';
import type { Term } from '../../kernel/term.ts';
import {
  fact,
  first,
  hole,
  modusPonens,
  rootOf,
  second,
  type Theorem,
} from '../../kernel/theorem.ts';
import { equation, Ledger, type Equation } from '../derived/equations.ts';
import { simplify } from '../derived/simplify.ts';
import { slopesInWords } from '../derived/slopes-in-words.ts';
import { termOf } from '../graphs/sum.ts';
import { namedIn } from '../graphs/named-functions.ts';
import { addRule, bookOf, type Context } from '../known/context.ts';
import { strategyFor, type Strategy } from '../known/strategy.ts';
import { proveEqual } from './equality.ts';
import { rewrites } from '../rewriting/by-equations.ts';
import { nonzero } from '../rewriting/invertible.ts';

const steps = 12;

/**
 * All rules at once may lead astray: |x| |x| = x x inside a root leads away from sqrt(x x) = |x|.
 */
function bySlopes({ left, right }: FormulaOf<'equal'>, known: Context): Theorem | null {
  const equations = [
    ...slopesInWords([left, right]),
    ...signsIn([left, right]).flatMap((s) => offZero(s, known)),
  ].map((t) => equation(t, 'slopes in words'));
  const direct = rewritten(left, right, equations, known);
  if (direct || equations.length === 0) return direct;
  const ctx = equations.reduce((c, eq) => addRule(c, eq), known);
  return proveEqual(left, right, ctx);
}

/** sign(s)² = 1 and sign(s) / |s| = 1 / s, where s is known to be nonzero. */
function offZero(s: Term, known: Context): Theorem[] {
  const found = nonzero(s, known) ?? known.search.prove(not(equal(s, zeros([]))), known);
  if (!found) return [];
  const all = modusPonens(fact('sign of a nonzero number', s), found);
  const positive = second(all);
  // log'(|s|) = 1 / |s|
  const logarithm = second(first(first(rootOf(positive))));
  return [first(first(all)), second(first(all)), logarithm];
}

/** The left side rewritten by these facts alone, then what is left by everything known. */
function rewritten(
  left: Term,
  right: Term,
  equations: readonly Equation[],
  known: Context,
): Theorem | null {
  const rules = rewrites(equations, known);
  const ledger = new Ledger(left, right, bookOf(known));
  simplify(ledger, rules, steps, known.deadline);
  if (ledger.done) return ledger.theorem();
  const alone = new Ledger(left, zeros(left.shape), bookOf(known));
  simplify(alone, rules, steps, known.deadline);
  if (alone.uses.length === 0) return null;
  const rest = proveEqual(termOf(alone.rest, left.shape), right, known);
  if (!rest) return null;
  const whole = new Ledger(left, right, bookOf(known));
  for (const use of alone.uses) whole.use(use.equation, use.context);
  whole.use(equation(rest, 'equations'), variable(hole, left.shape));
  return whole.done ? whole.theorem() : null;
}

const signsIn = (terms: readonly Term[]): Term[] =>
  namedIn(terms).flatMap(({ name, order, argument: s }) =>
    name === 'abs' && order === 1 && s.shape.length === 0 ? [s] : [],
  );

export const slopeStrategy: Strategy = strategyFor('equal', {
  name: 'slopes in words',
  summary: "abs(abs(x)) = abs(x), sqrt(x .* x) = abs(x), gelu'(z) and erf'(z) by erf and exp",
  promise: ({ left, right }) => (slopesInWords([left, right]).length > 0 ? 0.97 : null),
  prove: bySlopes,
});
