/**
 * Existence of one thing from that of another: ∃x φ(x) because ∃y ψ(y), and φ(y) follows from ψ(y).
 */
import type { Term } from '../../kernel/term.ts';
import { variable } from '../../kernel/graph.ts';
import { type FormulaOf } from '../../kernel/formula.ts';
import { substituteIn } from '../../kernel/binders.ts';
import { assume, instance, unpack, type Theorem } from '../../kernel/theorem.ts';
import { freshIn, type Context, type Fact } from './context.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { assuming } from './facts.ts';
import { renameExistence } from './rename-existence.ts';
import type { Attempt } from './strategy.ts';

interface Ways {
  /** As in `Ask`. */
  readonly share?: number;
  readonly firm?: boolean;
  /** What else is known of y once ψ(y) is assumed. */
  readonly more?: (y: Term, said: Theorem) => readonly Fact[];
}

export function* fromExistence(
  goal: FormulaOf<'exists'>,
  known: Theorem,
  name: string,
  ctx: Context,
  { share = Infinity, firm = false, more = () => [] }: Ways = {},
): Attempt {
  const { bound } = goal;
  const given = known.conclusion;
  if (bound.kind !== 'tensor' || given.kind !== 'exists' || given.bound.kind !== 'tensor')
    return null;
  const existence = renameExistence(known, freshIn(ctx, given.bound.name, ...termsOf(goal.body)));
  const f = existence.conclusion;
  if (f.kind !== 'exists' || f.bound.kind !== 'tensor') return null;
  const y = variable(f.bound.name, f.bound.shape);
  const said = assume(f.body);
  const at = substituteIn(goal.body, bound.name, { kind: 'term', term: y });
  // unpacked outside: what exists inside ψ(y) is named under it
  const inside = yield* assuming(ctx, [{ theorem: said, name }, ...more(y, said)], function* (c) {
    const body = yield { goal: at, known: c, share, firm };
    return body && instance(goal, y, body);
  });
  return inside && unpack(existence, inside);
}
