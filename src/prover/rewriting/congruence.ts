/**
 * Norms, ranks, eigenvalues and roots of equal things are equal: f(u) = f(v) wherever u = v can be
 * shown.
 */
import type { Head, Term } from '../../kernel/term.ts';
import { jet, operation, variable } from '../../kernel/graph.ts';
import { hole } from '../../kernel/theorem.ts';
import { writeHead } from '../../kernel/write.ts';
import { byEquations } from './by-equations.ts';
import { addEquation, bookOf, type Context } from '../known/context.ts';
import { equation, Ledger } from '../derived/equations.ts';
import { difference } from '../graphs/sum.ts';
import { passed } from '../agenda/effort.ts';

interface Applied {
  readonly symbol: string;
  readonly argument: Term;
  readonly at: (t: Term) => Term;
}

function applied(head: Head): Applied | null {
  if (head.kind === 'operation' && head.params.length === 0)
    return { symbol: head.name, argument: head.arg, at: (t) => operation(head.name, t) };
  const [argument] = head.kind === 'jet' ? head.args : [];
  if (
    head.kind !== 'jet' ||
    !argument ||
    !['sqrt', 'abs'].includes(head.fn.name) ||
    head.params.length > 0 ||
    head.args.length > 1
  )
    return null;
  return {
    symbol: `${head.fn.name} ${head.orders.join()}`,
    argument,
    at: (t) => jet(head.fn, head.orders, [t]),
  };
}

/** The operations and roots that stand in the terms, each once. */
export function appliedIn(...terms: readonly Term[]): Applied[] {
  const found = new Map<string, Applied>();
  for (const { head } of terms.flatMap((t) => t.monomials.flatMap((m) => m.factors))) {
    const one = applied(head);
    if (one) found.set(writeHead(head), one);
  }
  return [...found.values()];
}

/** Most pairs that are compared. */
const limit = 24;

/** Equations between the operations of the terms whose arguments are equal by what is known. */
export function withCongruence(given: Context, ...terms: readonly Term[]): Context {
  const heads = appliedIn(...terms);
  let ctx = given;
  let pairs = 0;
  heads.forEach((a, i) =>
    heads.slice(i + 1).forEach((b) => {
      if (
        a.symbol !== b.symbol ||
        a.argument.shape.join() !== b.argument.shape.join() ||
        pairs++ > limit ||
        passed(given.deadline)
      )
        return;
      // distinguished by the order of their factors alone, they are one already
      if (difference(a.at(a.argument), b.at(b.argument), bookOf(given).map).size === 0) return;
      const same = byEquations(a.argument, b.argument, given, { rounds: 2, rows: 60, weight: 24 });
      if (!same) return;
      const ledger = new Ledger(a.at(a.argument), b.at(b.argument), bookOf(given));
      ledger.use(equation(same, 'equal arguments'), a.at(variable(hole, a.argument.shape)));
      if (ledger.done) ctx = addEquation(ctx, equation(ledger.theorem(), 'equal arguments'));
    }),
  );
  return ctx;
}
