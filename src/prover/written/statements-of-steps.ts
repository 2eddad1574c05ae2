/** The formula that a written step states. */
import { type Formula, equal, less } from '../../kernel/formula.ts';
import { type Theorem, weak } from '../../kernel/theorem.ts';
import type { Expr, Relation, Span } from '../../language/ast.ts';
import type { Link, ProofStep } from '../../language/index.ts';
import { within } from '../agenda/effort.ts';
import { equation } from '../derived/equations.ts';
import { narrate } from '../derived/narration.ts';
import { freshContext } from '../fresh-context.ts';
import { type Context, type Fact, addEquation } from '../known/context.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import { proveFormula } from '../search.ts';
import { ProofError } from './proof-error.ts';
import { type State, term } from './reasons.ts';

export function statement(
  left: Expr,
  relation: Relation,
  right: Expr,
  state: State,
  span: Span,
): Formula {
  const [l, r] = [term(left, state), term(right, state)];
  switch (relation) {
    case '=':
      return equal(l, r);
    case '<':
    case '<=':
      return less(l, r, relation === '<');
    case '>':
    case '>=':
      return less(r, l, relation === '>');
    default:
      throw new ProofError(`a chain has no links ${relation}`, span, [
        `write it as a step of its own: have … ${relation} … by …`,
      ]);
  }
}

/** First and last of a chain, from its links alone. */
export function whole(
  step: ProofStep & { kind: 'chain' },
  facts: readonly Fact[],
  state: State,
): Theorem {
  const last = step.links.at(-1) as Link;
  const signs = step.links.map((l) => l.relation).filter((r) => r !== '=');
  if (new Set(signs.map((s) => s[0])).size > 1)
    throw new ProofError(
      'a chain goes one way: its links have signs of both directions',
      step.span,
    );
  const relation = signs.find((s) => s.length === 1) ?? signs[0] ?? '=';
  const f = statement(step.first, relation, last.right, state, step.span);
  const empty = freshContext(within(state.patience));
  const equations = facts.filter((x) => x.theorem.conclusion.kind === 'equal');
  const base: Context = {
    ...equations.reduce((ctx, x) => addEquation(ctx, equation(x.theorem, x.name)), empty),
    facts,
  };
  const bounds =
    f.kind === 'equal' ? [] : equations.map((x) => ({ theorem: weak(x.theorem), name: x.name }));
  const withBounds: Context = { ...base, facts: [...base.facts, ...bounds] };
  const t = f.kind === 'equal' ? byEquations(f.left, f.right, base) : proveFormula(f, withBounds);
  if (!t) throw new ProofError('the links of this chain do not join', step.span);
  return narrate(t, '');
}
