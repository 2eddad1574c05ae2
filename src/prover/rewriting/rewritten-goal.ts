/** A goal with its terms rewritten by equations: inside sums and products, and inside arguments. */
import type { Factor, Term } from '../../kernel/term.ts';
import { inverse, jet, operation, variable, zeros } from '../../kernel/graph.ts';
import { equal, is, less, not, type Formula } from '../../kernel/formula.ts';
import { hole, replace, type Theorem } from '../../kernel/theorem.ts';
import { writeHead } from '../../kernel/write.ts';
import { equation, Ledger } from '../derived/equations.ts';
import { simplify, type Rewrite } from '../derived/simplify.ts';
import { negated } from '../graphs/small-terms.ts';
import { termOf } from '../graphs/sum.ts';
import { bookOf, type Context } from '../known/context.ts';
import { ruleOf } from '../known/rules.ts';
import type { Attempt } from '../known/strategy.ts';
import { byEquations } from './by-equations.ts';
import { withRoots } from './laws.ts';

/** A term that is equal to another one, with `term = other`. */
interface Rewritten {
  readonly term: Term;
  readonly equation: Theorem;
}

const most = 40;
const brief = { rounds: 2, rows: 40, weight: 24 };

/** The head with another argument in one place. */
function headWith(head: Factor['head'], place: number, arg: Term): Term {
  if (head.kind === 'jet')
    return jet(
      head.fn,
      head.orders,
      head.args.map((a, i) => (i === place ? arg : a)),
      head.params,
    );
  if (head.kind === 'inverse') return inverse(arg, head.params);
  if (head.kind === 'operation') return operation(head.name, arg, head.params);
  throw new TypeError('a variable has no argument');
}

/** f(u) = f(v) where a rule rewrites u to v, for one argument of each factor. */
function insideArguments(t: Term, rules: readonly Rewrite[], ctx: Context): Rewrite[] {
  const heads = new Map(
    t.monomials.flatMap((m) => m.factors.map(({ head }) => [writeHead(head), head] as const)),
  );
  return [...heads.values()].flatMap((head) => {
    if (head.kind === 'variable') return [];
    const args = head.kind === 'jet' ? head.args : [head.arg];
    return args.flatMap((arg, place) => {
      const inner = rewriteTerm(arg, rules, ctx);
      if (!inner) return [];
      const at = (x: Term): Term => headWith(head, place, x);
      const ledger = new Ledger(at(arg), at(inner.term), bookOf(ctx));
      ledger.use(equation(inner.equation, 'rewriting'), negated(at(variable(hole, arg.shape))));
      return ledger.done ? (ruleOf(ledger.theorem(), ctx, 'rewriting') ?? []) : [];
    });
  });
}

/** The term rewritten by the rules wherever they apply; null where none does. */
export function rewriteTerm(t: Term, rules: readonly Rewrite[], ctx: Context): Rewritten | null {
  const ledger = new Ledger(t, zeros(t.shape), bookOf(ctx));
  simplify(ledger, [...rules, ...insideArguments(t, rules, ctx)], most, ctx.deadline);
  if (ledger.uses.length === 0) return null;
  const term = termOf(ledger.rest, t.shape);
  const proof = new Ledger(term, t, bookOf(ctx));
  for (const use of ledger.uses) proof.use(use.equation, negated(use.context));
  return proof.done ? { term, equation: proof.theorem() } : null;
}

/** The terms of a relation, and the relation of other terms. */
function sidesOf(
  goal: Formula,
): { readonly sides: readonly Term[]; readonly of: (...t: Term[]) => Formula } | null {
  switch (goal.kind) {
    case 'equal':
      return { sides: [goal.left, goal.right], of: (a, b) => equal(a as Term, b as Term) };
    case 'less':
      return {
        sides: [goal.left, goal.right],
        of: (a, b) => less(a as Term, b as Term, goal.strict),
      };
    case 'is':
      return { sides: [goal.subject], of: (a) => is(goal.predicate, a as Term) };
    case 'not': {
      const inner = sidesOf(goal.body);
      return inner && { sides: inner.sides, of: (...t) => not(inner.of(...t)) };
    }
    default:
      return null;
  }
}

function closed(goal: Formula, known: Context): Theorem | null {
  if (goal.kind !== 'equal') return null;
  const { left, right } = goal;
  return byEquations(left, right, withRoots(known, known.search.prove, left, right), brief);
}

/** The goal from the goal with each side rewritten. */
export function* throughRewriting(
  goal: Formula,
  known: Context,
  rewrite: (t: Term) => Rewritten | null,
): Attempt {
  const relation = sidesOf(goal);
  if (!relation) return null;
  const { sides, of } = relation;
  const found = sides.map(rewrite);
  if (found.every((r) => r === null)) return null;
  const terms = sides.map((side, i) => found[i]?.term ?? side);
  const plain = of(...terms);
  // most goals so rewritten are equal at once
  let t = closed(plain, known) ?? (yield { goal: plain, known });
  for (const [i, r] of found.entries()) {
    if (!t || !r) continue;
    const open = terms.with(i, variable(hole, r.term.shape));
    terms[i] = sides[i] as Term;
    t = replace(of(...open), r.equation, t);
  }
  return t;
}
