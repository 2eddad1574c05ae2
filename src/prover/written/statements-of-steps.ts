/** The formula that a written step states. */
import { type Formula, equal, is, less } from '../../kernel/formula.ts';
import type { Term } from '../../kernel/term.ts';
import { type Theorem, weak } from '../../kernel/theorem.ts';
import type { Expr, Relation, Span } from '../../language/ast.ts';
import { exprText, type Link, type ProofStep } from '../../language/index.ts';
import { within } from '../agenda/effort.ts';
import { equation } from '../derived/equations.ts';
import { narrate } from '../derived/narration.ts';
import { minus } from '../graphs/small-terms.ts';
import { freshContext } from '../fresh-context.ts';
import { type Context, type Fact, addEquation } from '../known/context.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import { loewnerChain, type LoewnerLink } from './loewner-chains.ts';
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
    case '>>=':
      return is('psd', minus(l, r));
    case '<<=':
      return is('psd', minus(r, l));
    default:
      throw new ProofError(`a chain has no links ${relation}`, span, [
        `state it alone: have x: ${exprText(left)} ${relation} ${exprText(right)}   by …`,
      ]);
  }
}

/** Whether a sign compares matrices. */
const isLoewner = (sign: Relation): boolean => sign === '<<=' || sign === '>>=';

/** The sign of a whole chain. */
function signOf(step: ProofStep & { kind: 'chain' }): Relation {
  const signs = step.links.map((l) => l.relation).filter((r) => r !== '=');
  if (signs.some(isLoewner) && !signs.every(isLoewner))
    throw new ProofError(
      'the links of a chain are of one kind: <= compares numbers and <<= matrices',
      step.span,
      ['make two chains of it'],
    );
  if (new Set(signs.map((s) => s[0])).size > 1)
    throw new ProofError(
      'a chain goes one way: its links have signs of both directions',
      step.span,
      ['make two chains of it, or turn the links around'],
    );
  return signs.find((s) => s.length === 1) ?? signs[0] ?? '=';
}

/** The links with their terms, the lowest first. */
function loewnerLinks(
  step: ProofStep & { kind: 'chain' },
  facts: readonly Fact[],
  state: State,
): LoewnerLink[] {
  const terms = [step.first, ...step.links.map((l) => l.right)].map((e) => term(e, state));
  const links = facts.map(({ theorem }, i): LoewnerLink => {
    const [left, right] = [terms[i], terms[i + 1]] as [Term, Term];
    return signOf(step) === '>>='
      ? { theorem, low: right, high: left }
      : { theorem, low: left, high: right };
  });
  return signOf(step) === '>>=' ? links.toReversed() : links;
}

/** First and last of a chain, from its links alone. */
export function whole(
  step: ProofStep & { kind: 'chain' },
  facts: readonly Fact[],
  state: State,
): Theorem {
  const last = step.links.at(-1) as Link;
  const sign = signOf(step);
  const turned = sign === '>>=';
  const f = statement(step.first, sign, last.right, state, step.span);
  const empty = freshContext(within(state.patience));
  const equations = facts.filter((x) => x.theorem.conclusion.kind === 'equal');
  const base: Context = {
    ...equations.reduce((ctx, x) => addEquation(ctx, equation(x.theorem, x.name)), empty),
    facts,
  };
  const bounds =
    f.kind !== 'less' ? [] : equations.map((x) => ({ theorem: weak(x.theorem), name: x.name }));
  const withBounds: Context = { ...base, facts: [...base.facts, ...bounds] };
  const t =
    f.kind === 'equal'
      ? byEquations(f.left, f.right, base)
      : f.kind === 'is'
        ? loewnerChain(loewnerLinks(step, facts, state), turned, empty)
        : proveFormula(f, withBounds);
  if (!t) throw new ProofError('the links of this chain do not join', step.span);
  return narrate(t, '');
}
