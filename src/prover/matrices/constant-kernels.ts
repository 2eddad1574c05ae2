/**
 * Singular matrices whose rows, or columns, add up to 0: Laplacians, I - P for a P whose rows add up
 * to 1. They send the vector of ones to 0, which is not 0.
 */
import type { Dim, Term } from '../../kernel/term.ts';
import { contract, inverse, variable, zeros } from '../../kernel/graph.ts';
import { equal, is, not } from '../../kernel/formula.ts';
import {
  assume,
  classical,
  contradiction,
  explode,
  fact,
  first,
  hole,
  inverseOf,
  modusPonens,
  second,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { positiveSizes } from '../derived/dimension-signs.ts';
import { equation, flipped, Ledger } from '../derived/equations.ts';
import { absurd } from '../derived/labelled.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { operationsIn } from '../graphs/heads.ts';
import { nought, squareOf } from '../graphs/small-terms.ts';
import { bookOf, type Context } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { ask, strategyFor, type Attempt } from '../known/strategy.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import { det } from './det-expand.ts';

const name = 'a constant kernel';
const effort = { rounds: 2, rows: 40, weight: 16 };
const ones = (n: Dim): Term => contract([], [], 'i', { i: n });

/** det A = 0 because A 1 = 0, or 1'A = 0: from an inverse would follow 1 = 0, and 1·1 = n. */
function singular(a: Term, ctx: Context): Theorem | null {
  const [n] = a.shape as [Dim];
  const u = ones(n);
  for (const left of [true, false]) {
    const names = left ? (['ij', 'j'] as const) : (['ij', 'i'] as const);
    const out = left ? 'i' : 'j';
    const gone = byEquations(contract([a, u], [...names], out), zeros([n]), ctx, effort);
    if (!gone) continue;
    const pair = inverseOf(assume(is('invertible', a)));
    // 1 = inv(A) A 1 = 0, or 1' = 1'A inv(A) = 0
    const unit = flipped(left ? second(pair) : first(pair));
    const ledger = new Ledger(u, zeros([n]), bookOf(ctx));
    ledger.use(equation(unit, name), contract([variable(hole, a.shape), u], [...names], out));
    ledger.use(equation(gone, name), contract([inverse(a), variable(hole, [n])], [...names], out));
    const size = positiveSizes(squareOf(u));
    if (!ledger.done || !size) continue;
    const square = new Ledger(squareOf(u), nought(), bookOf(ctx));
    square.use(
      equation(ledger.theorem(), name),
      contract([u, variable(hole, [n])], ['i', 'i'], ''),
    );
    const none = absurd([size, weak(square.theorem())]);
    const zero = equal(det(a), nought());
    const away = modusPonens(second(fact('det and inverse', a)), assume(not(zero)));
    return classical(zero, explode(away, contradiction(is('invertible', a), none)));
  }
  return null;
}

const isSquare = (a: Term): boolean => a.shape.length === 2 && a.shape[0] === a.shape[1];
/** Is there an equation about sums of rows or columns? */
const speaksOfSums = (known: Context): boolean =>
  known.equations.some(
    (e) =>
      e.left.shape.length === 1 &&
      [e.left, e.right].some((t) =>
        t.monomials.some((m) => m.factors.some((f) => f.slots.length === 2)),
      ),
  );

export const constantKernels = strategyFor('less', {
  name: 'rows that add up to nothing',
  summary: "rank(A) < n because A ones = 0, or ones' A = 0",
  promise: (goal, known) =>
    speaksOfSums(known) &&
    !known.facts.some((f) => f.name === name) &&
    operationsIn(termsOf(goal), 'rank').some((h) => isSquare(h.arg))
      ? 0.6
      : null,
  *prove(goal, known): Attempt {
    const found = operationsIn(termsOf(goal), 'rank')
      .filter((h) => isSquare(h.arg))
      .slice(0, 2)
      .flatMap((h) => singular(h.arg, known) ?? []);
    if (found.length === 0) return null;
    const facts = found.map((theorem) => ({ theorem, name }));
    return yield* assuming(known, facts, (c) => ask(goal, c));
  },
});
