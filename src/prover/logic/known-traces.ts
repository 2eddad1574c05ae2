/** Traces of what is known: tr A = tr B from A = B, 0 < tr A of a definite matrix. */
import type { Term } from '../../kernel/term.ts';
import { contract, variable } from '../../kernel/graph.ts';
import type { FormulaOf } from '../../kernel/formula.ts';
import { fact, hole, modusPonens } from '../../kernel/theorem.ts';
import { equation, Ledger, type Equation } from '../derived/equations.ts';
import { addEquation, bookOf, type Context, type Fact } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { ask, strategyFor } from '../known/strategy.ts';

const most = 8;
const mark = 'traces of what is known';
const isSquare = ({ shape }: Term): boolean => shape.length === 2 && shape[0] === shape[1];
const trace = (t: Term): Term => contract([t], ['ii'], '');

/** An equation of inverses and the symmetry of a product say nothing of traces. */
const saysMore = ({ left, right }: Equation): boolean =>
  [left, right].some((t) => t.monomials.length > 0) &&
  [left, right].every((t) =>
    t.monomials.every((m) =>
      m.factors.every(({ head }) => head.kind === 'variable' || head.kind === 'jet'),
    ),
  );

function traced(eq: Equation, ctx: Context): Equation | null {
  const ledger = new Ledger(trace(eq.left), trace(eq.right), bookOf(ctx));
  if (ledger.done) return null;
  ledger.use(eq, trace(variable(hole, eq.left.shape)));
  return ledger.done ? equation(ledger.theorem(), eq.name) : null;
}

const tracesIn = (ctx: Context): Equation[] =>
  ctx.equations
    .filter((eq) => isSquare(eq.left) && saysMore(eq))
    .slice(0, most)
    .flatMap((eq) => traced(eq, ctx) ?? []);

/** With the traces of square matrices that are equal, and of those that are definite. */
export function withTraces(ctx: Context): Context {
  const positive = ctx.facts.flatMap(({ theorem, name }): Fact[] => {
    const f = theorem.conclusion;
    return f.kind === 'is' && f.predicate === 'pd'
      ? [{ theorem: modusPonens(fact('trace of a definite matrix', f.subject), theorem), name }]
      : [];
  });
  const signed: Context = { ...ctx, facts: [...ctx.facts, ...positive] };
  return tracesIn(ctx).reduce(addEquation, signed);
}

/** A B = I, which counts dimensions better than its trace does. */
const isInverse = ({ left, right }: Equation): boolean =>
  left.monomials.length === 1 &&
  right.monomials.length === 1 &&
  [left, right].some((t) => t.monomials.every((m) => m.factors.length === 0));

const isOpen = ({ left, right }: FormulaOf<'equal'>, known: Context): boolean =>
  left.shape.length + right.shape.length === 0 &&
  !known.replaced.includes(mark) &&
  known.equations.some((eq) => isSquare(eq.left) && saysMore(eq) && !isInverse(eq));

export const knownTraces = strategyFor('equal', {
  name: mark,
  summary: 'numbers that are equal because tr A = tr B, from A = B',
  notFor: ['bounds', 'conditions'],
  promise: (goal, known) => (isOpen(goal, known) ? 0.28 : null),
  *prove(goal, given) {
    const known: Context = { ...given, replaced: [...given.replaced, mark] };
    const facts = tracesIn(known).map(({ theorem, name }): Fact => ({ theorem, name }));
    return facts.length === 0 ? null : yield* assuming(known, facts, (c) => ask(goal, c));
  },
});
