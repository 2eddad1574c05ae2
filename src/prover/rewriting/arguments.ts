/** Terms and arguments of functions rewritten by what is known. */
import type { Factor, Term } from '../../kernel/term.ts';
import { inverse, jet, operation, variable, zeros } from '../../kernel/graph.ts';
import { hole, type Theorem } from '../../kernel/theorem.ts';
import { writeHead } from '../../kernel/write.ts';
import { rewrites, withInverses } from './by-equations.ts';
import { addEquation, bookOf, type Context } from '../known/context.ts';
import { equation, Ledger, renamed, type Equation } from '../derived/equations.ts';
import { simplify } from '../derived/simplify.ts';
import { negated } from '../graphs/small-terms.ts';
import { termOf } from '../graphs/sum.ts';

/** Equations between factors whose arguments are rewritten: from u = v follows f(u) = f(v). */
export function withArguments(given: Context, ...terms: readonly Term[]): Context {
  let ctx = given;
  const seen = new Set<string>();
  const visit = (t: Term): void => {
    for (const m of t.monomials) {
      for (const factor of m.factors) {
        const { head } = factor;
        if (head.kind === 'variable' || seen.has(writeHead(head))) continue;
        seen.add(writeHead(head));
        const args = head.kind === 'jet' ? head.args : [head.arg];
        args.forEach((arg, j) => {
          visit(arg);
          const simpler = rewrittenArgument(arg, ctx);
          if (!simpler) return;
          const place = (x: Term): Term => headWith(head, j, x);
          const ledger = new Ledger(place(arg), place(simpler.term), bookOf(ctx));
          ledger.use(simpler.eq, place(variable(hole, arg.shape)));
          if (ledger.done) ctx = addEquation(ctx, equation(ledger.theorem(), simpler.eq.name));
        });
      }
    }
  };
  terms.forEach(visit);
  return ctx;
}

function headWith(head: Factor['head'], j: number, arg: Term): Term {
  if (head.kind === 'jet')
    return jet(
      head.fn,
      head.orders,
      head.args.map((a, i) => (i === j ? arg : a)),
      head.params,
    );
  if (head.kind === 'inverse') return inverse(arg, head.params);
  if (head.kind === 'operation') return operation(head.name, arg, head.params);
  throw new TypeError('a variable has no argument');
}

/** An argument in simplest form by what is known, with the equation that says so. */
function rewrittenArgument(arg: Term, ctx: Context): { term: Term; eq: Equation } | null {
  const rules = rewrites(
    ctx.equations.filter((e) => e.left.monomials.length + e.right.monomials.length <= 4),
    ctx,
  );
  if (rules.length === 0) return null;
  const ledger = new Ledger(arg, zeros(arg.shape), bookOf(ctx));
  simplify(ledger, rules, 12);
  if (ledger.uses.length === 0) return null;
  const term = termOf(ledger.rest, arg.shape);
  const proof = new Ledger(arg, term, bookOf(ctx));
  for (const use of ledger.uses)
    proof.use(renamed(use.equation, [...ledger.names].join(', ')), use.context);
  return proof.done && proof.uses.length > 0
    ? { term, eq: equation(proof.theorem(), [...ledger.names].join(', ')) }
    : null;
}

/**
 * A term rewritten by every known equation that shrinks it, with `simpler = term`; null where
 * nothing applies.
 */
export function rewritten(term: Term, given: Context): { term: Term; equation: Theorem } | null {
  const ctx = withInverses(given, term);
  const ledger = new Ledger(term, zeros(term.shape), bookOf(ctx));
  simplify(ledger, rewrites(ctx.equations, ctx), 60);
  if (ledger.uses.length === 0) return null;
  const simpler = termOf(ledger.rest, term.shape);
  const proof = new Ledger(simpler, term, bookOf(ctx));
  for (const use of ledger.uses)
    proof.use(renamed(use.equation, 'rewriting'), negated(use.context));
  return proof.done ? { term: simpler, equation: proof.theorem() } : null;
}
