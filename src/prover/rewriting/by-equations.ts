/** Equality by normal forms and given equations: rewriting first, then membership. */
import type { Term } from '../../kernel/term.ts';
import { inverseOf, type Theorem } from '../../kernel/theorem.ts';
import { writeHead } from '../../kernel/write.ts';
import { contract, identity } from '../../kernel/graph.ts';
import { kroneckerOf } from '../graphs/chains.ts';
import { addEquation, bookOf, type Context } from '../known/context.ts';
import { passed } from '../agenda/effort.ts';
import { equation, Ledger, type Equation } from '../derived/equations.ts';
import { withInverse } from '../known/stated-equations.ts';
import { expandInverse, symmetricInverse } from './inverse-expand.ts';
import { invertible, nonzero } from './invertible.ts';
import { withLaws } from './laws.ts';
import { close, usual, type Effort } from '../derived/membership.ts';
import { withPairs } from '../known/pairs.ts';
import { indexInstances, unfoldings } from '../known/sequences.ts';
import { orient, simplify, type Rewrite } from '../derived/simplify.ts';
import { weight, difference } from '../graphs/sum.ts';

/** Equations as rewrite rules, each from its largest graph. */
export const rewrites = (equations: readonly Equation[], ctx: Context): Rewrite[] =>
  equations.flatMap((eq) => orient(eq, bookOf(ctx)) ?? []);

/** Equations s · 1/s = 1 and A inv(A) = I for every inverse that occurs and is known to exist. */
export function withInverses(ctx: Context, ...terms: readonly Term[]): Context {
  let next = ctx;
  const seen = new Set<string>();
  const visit = (t: Term): void => {
    for (const m of t.monomials) {
      for (const { head } of m.factors) {
        if (head.kind === 'variable') continue;
        for (const inner of head.kind === 'jet' ? head.args : [head.arg]) visit(inner);
        if (head.kind !== 'inverse' || head.params.length > 0 || seen.has(writeHead(head)))
          continue;
        seen.add(writeHead(head));
        next = withOne(next, head.arg, head.matrix);
      }
    }
  };
  terms.forEach(visit);
  return next;
}

function withOne(ctx: Context, arg: Term, matrix: boolean): Context {
  if (matrix) {
    const known = invertible(arg, ctx);
    if (!known) return ctx;
    const next = withInverse(ctx, { theorem: known, name: 'inverse' });
    const [m, ...more] = arg.monomials;
    if (m && more.length === 0 && kroneckerOf(m)) return withKronecker(next, arg);
    const symmetric = symmetricInverse(arg, known, next);
    return symmetric
      ? addEquation(next, equation(symmetric, 'inverse of a symmetric matrix'))
      : next;
  }
  const known = nonzero(arg, ctx);
  if (!known) return ctx;
  const eq = equation(inverseOf(known), 'inverse');
  const c = addEquation(ctx, eq);
  return { ...c, structural: [...c.structural, eq], inverses: [...c.inverses, eq] };
}

/** inv(A ⊗ B) = inv(A) ⊗ inv(B), as a rule. */
function withKronecker(ctx: Context, arg: Term): Context {
  const step = expandInverse(arg, ctx, { invertible, nonzero }, (a, b) =>
    byEquations(contract([a, b], ['ij', 'jk'], 'ik'), identity(a.shape[0] as string), ctx),
  );
  if (!step) return ctx;
  const eq = equation(step, 'inverse');
  const c = addEquation(ctx, eq);
  return { ...c, structural: [...c.structural, eq], inverses: [...c.inverses, eq] };
}

/** left = right by normal forms and the given equations, or null. */
export function byEquations(
  left: Term,
  right: Term,
  given: Context,
  wanted: Effort = usual,
  hypotheses = true,
): Theorem | null {
  if (left.shape.join() !== right.shape.join() || passed(given.deadline)) return null;
  const effort = { ...wanted, deadline: given.deadline };
  const laws = withPairs(withLaws(withInverses(given, left, right), left, right), left, right);
  const near = (c: Context): readonly Term[] => [
    left,
    right,
    ...c.equations.flatMap((e) => [e.left, e.right]),
  ];
  const instances =
    laws.schemas.length === 0
      ? laws
      : indexInstances(laws, near(laws)).reduce(
          (c, { theorem, name }) =>
            theorem.conclusion.kind === 'equal' ? addEquation(c, equation(theorem, name)) : c,
          laws,
        );
  const unfolded = unfoldings(instances, near(instances));
  const ctx = unfolded.reduce((c, { eq }) => addEquation(c, eq), instances);
  const structural = [...unfolded, ...rewrites(ctx.structural, ctx)];
  const ledger = new Ledger(left, right, bookOf(ctx));
  simplify(ledger, structural, 200, ctx.deadline);
  if (!ledger.done) close(ledger, hypotheses ? ctx.equations : ctx.structural, effort);
  if (ledger.done) return ledger.theorem();
  if (!hypotheses) return null;
  if (ledger.uses.length > 0) {
    // simplified too early, a stated equation may have lost its place: once more unsimplified
    const raw = new Ledger(left, right, bookOf(ctx));
    if (close(raw, ctx.equations, { ...effort, rounds: 2, rows: 120 })) return raw.theorem();
  }
  const eager = new Ledger(left, right, bookOf(ctx));
  const shrinking = rewrites(ctx.equations, ctx).filter(({ eq, from }) => {
    const rest = [...difference(eq.left, eq.right, bookOf(ctx).map).values()].filter(
      (e) => e !== from,
    );
    return rest.filter((e) => weight(e.monomial) >= weight(from.monomial)).length <= 1;
  });
  simplify(eager, [...structural, ...shrinking], 60, ctx.deadline);
  if (!eager.done) close(eager, ctx.equations, effort);
  return eager.done ? eager.theorem() : null;
}
