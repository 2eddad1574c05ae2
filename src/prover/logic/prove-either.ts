/** Disjunctions: one side by itself, one side where the other is denied, two equations of numbers whose differences multiply to 0. */
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
import { passed } from '../agenda/effort.ts';
import { equation, Ledger } from '../derived/equations.ts';
import { withFact } from '../known/facts.ts';
import { nought, minus } from '../graphs/small-terms.ts';
import type { Prove } from '../known/strategy.ts';

type Or = Formula & { readonly kind: 'or' };
type Equal = Formula & { readonly kind: 'equal' };

export function proveEither(goal: Or, ctx: Context, depth: number, prove: Prove): Theorem | null {
  const numbers =
    goal.left.kind === 'equal' && goal.right.kind === 'equal'
      ? byProduct(goal, goal.left, goal.right, ctx)
      : null;
  if (numbers) return numbers;
  const left = prove(goal.left, ctx, depth + 1);
  if (left) return either(left, goal.right, 'left');
  const right = prove(goal.right, ctx, depth + 1);
  if (right) return either(right, goal.left, 'right');
  return depth > 6 || passed(ctx.deadline) ? null : byDenial(goal, ctx, depth, prove);
}

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
function byDenial(goal: Or, ctx: Context, depth: number, prove: Prove): Theorem | null {
  for (const side of ['left', 'right'] as const) {
    const [first, other] = side === 'left' ? [goal.left, goal.right] : [goal.right, goal.left];
    const { fails, split } = opposite(first);
    const t = withFact(ctx, { theorem: assume(fails), name: 'otherwise' }, (c) =>
      prove(other, c, depth + 2),
    );
    if (!t) continue;
    const [here, there] = [
      either(assume(first), other, side),
      either(t, first, side === 'left' ? 'right' : 'left'),
    ];
    const order = split.conclusion;
    return order.kind === 'or' && write(order.left) === write(fails)
      ? cases(split, there, here)
      : cases(split, here, there);
  }
  return null;
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
