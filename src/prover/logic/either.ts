/**
 * Disjunctions: one side by itself, one side where the other is denied, two equations of numbers
 * whose differences multiply to 0.
 */
import type { Term } from '../../kernel/term.ts';
import { contract, inverse, variable } from '../../kernel/graph.ts';
import { equal, less, not, or, write, type Formula } from '../../kernel/formula.ts';
import { negative, one } from '../../kernel/ratio.ts';
import {
  assume,
  cases,
  classical,
  comparable,
  contradiction,
  either,
  explode,
  hole,
  inverseOf,
  type Theorem,
} from '../../kernel/theorem.ts';
import { bookOf, type Context } from '../known/context.ts';
import { equation, Ledger } from '../derived/equations.ts';
import { assuming } from '../known/facts.ts';
import { nought, minus } from '../graphs/small-terms.ts';
import { ask, strategyFor, type Attempt } from '../known/strategy.ts';

type Or = Formula & { readonly kind: 'or' };
type Equal = Formula & { readonly kind: 'equal' };

export const vanishingProduct = strategyFor('or', {
  name: 'a product that is zero',
  summary: 'a = b or c = d for numbers, because (a - b)(c - d) = 0',
  promise: ({ left, right }) => (left.kind === 'equal' && right.kind === 'equal' ? 0.9 : null),
  prove: (goal, known) =>
    goal.left.kind === 'equal' && goal.right.kind === 'equal'
      ? byProduct(goal, goal.left, goal.right, known)
      : null,
});

export const oneSide = (['left', 'right'] as const).map((side) =>
  strategyFor('or', {
    name: `the ${side} side`,
    summary: `A or B, from ${side === 'left' ? 'A' : 'B'}`,
    promise: side === 'left' ? 0.7 : 0.65,
    *prove(goal, known) {
      const other = side === 'left' ? goal.right : goal.left;
      const t = yield { goal: goal[side], known };
      return t && either(t, other, side);
    },
  }),
);

export const otherwise = (['left', 'right'] as const).map((side) =>
  strategyFor('or', {
    name: `the ${side} side, or else the other`,
    summary: `A or B, from ${side === 'left' ? 'B where A' : 'A where B'} is denied`,
    promise: side === 'left' ? 0.2 : 0.15,
    prove: (goal, known) => byDenial(goal, known, side),
  }),
);

/** φ ∨ ¬φ. */
function excludedMiddle(f: Formula): Theorem {
  const whole = or(f, not(f));
  const denied = assume(not(whole));
  const lacking = contradiction(f, explode(either(assume(f), not(f), 'left'), denied));
  return classical(whole, explode(either(lacking, f, 'right'), denied));
}

/** φ or what is known where φ fails, and that one of them holds. */
function opposite(f: Formula): { readonly fails: Formula; readonly split: Theorem } {
  if (f.kind === 'not') return { fails: f.body, split: excludedMiddle(f.body) };
  if (f.kind === 'less')
    return {
      fails: less(f.right, f.left, !f.strict),
      split: f.strict ? comparable(f.right, f.left) : comparable(f.left, f.right),
    };
  return { fails: not(f), split: excludedMiddle(f) };
}

/** One side, or else the other. */
function* byDenial(goal: Or, ctx: Context, side: 'left' | 'right'): Attempt {
  const [first, other] = side === 'left' ? [goal.left, goal.right] : [goal.right, goal.left];
  const { fails, split } = opposite(first);
  const fact = { theorem: assume(fails), name: 'otherwise' };
  const t = yield* assuming(ctx, [fact], (more) => ask(other, more));
  if (!t) return null;
  const [here, there] = [
    either(assume(first), other, side),
    either(t, first, side === 'left' ? 'right' : 'left'),
  ];
  const order = split.conclusion;
  return order.kind === 'or' && write(order.left) === write(fails)
    ? cases(split, there, here)
    : cases(split, here, there);
}

/** a = b or c = d for numbers with (a − b)(c − d) = 0: a − b, where it is not 0, is cancelled. */
function byProduct(goal: Or, left: Equal, right: Equal, ctx: Context): Theorem | null {
  if (left.left.shape.length + right.left.shape.length > 0) return null;
  const gap = (f: Equal): Term => minus(f.left, f.right);
  const [x, y] = [gap(left), gap(right)];
  const zero = ctx.equality(contract([x, y], ['', ''], ''), nought(), ctx);
  if (!zero) return null;
  const vanishing = equal(x, nought());
  const same = new Ledger(left.left, left.right, bookOf(ctx));
  same.use(equation(assume(vanishing), 'difference'), variable(hole, []));
  if (!same.done) return null;
  const away = contradiction(vanishing, explode(same.theorem(), assume(not(left))));
  const other = new Ledger(right.left, right.right, bookOf(ctx));
  other.use(
    equation(inverseOf(away), 'inverse'),
    contract([variable(hole, []), y], ['', ''], ''),
    negative(one),
  );
  other.use(
    equation(zero, 'vanishing product'),
    contract([variable(hole, []), inverse(x)], ['', ''], ''),
  );
  if (!other.done) return null;
  return cases(
    excludedMiddle(left),
    either(assume(left), right, 'left'),
    either(other.theorem(), left, 'right'),
  );
}
