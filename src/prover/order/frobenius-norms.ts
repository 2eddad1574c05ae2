/** Frobenius norms on the larger side, replaced by operator norms: norm(A) <= normF(A). */
import type { Factor, Monomial, Term } from '../../kernel/term.ts';
import { add, contract, factorTerm, number, scale } from '../../kernel/graph.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import { negative, one } from '../../kernel/ratio.ts';
import { orderBy, summand } from '../derived/labelled.ts';
import { squareRootOf } from '../derived/lengths.ts';
import { normOf } from '../derived/norm-parts.ts';
import { minus, nought } from '../graphs/small-terms.ts';
import { ask, strategyFor, type Attempt } from '../known/strategy.ts';

/** A where the factor is normF(A). */
function matrixOf({ head }: Factor): Term | null {
  const [s] =
    head.kind === 'jet' && head.fn.name === 'sqrt' && head.orders[0] === 0 ? head.args : [];
  const a = s?.shape.length === 0 ? squareRootOf(s) : null;
  return a?.shape.length === 2 ? a : null;
}

/** A Frobenius norm in a summand of the larger side, and the other numbers of that summand. */
interface Frobenius {
  readonly matrix: Term;
  readonly value: Term;
  readonly rest: Term;
  readonly summand: Monomial;
}

const productOf = (factors: readonly Factor[]): Term =>
  contract(
    [number(one), ...factors.map(factorTerm)],
    [one, ...factors].map(() => ''),
    '',
  );

function frobeniusIn({ right }: FormulaOf<'less'>): Frobenius | null {
  for (const m of right.monomials) {
    const isPlain = m.coefficient.num > 0n && Object.keys(m.powers).length === 0;
    if (!isPlain || m.factors.some((f) => f.slots.length > 0)) continue;
    const at = m.factors.findIndex((f) => matrixOf(f) !== null);
    const factor = m.factors[at];
    const matrix = factor && matrixOf(factor);
    if (!factor || !matrix) continue;
    const rest = productOf(m.factors.filter((_, i) => i !== at));
    return { matrix, value: factorTerm(factor), rest, summand: m };
  }
  return null;
}

export const frobeniusNorms = strategyFor('less', {
  name: 'Frobenius norms above operator norms',
  summary: 'a <= normF(A) b because a <= norm(A) b, where b is not negative',
  promise: (goal, known) =>
    !known.bounding && known.depth <= 4 && frobeniusIn(goal) ? 0.28 : null,
  *prove(goal, known): Attempt {
    const found = frobeniusIn(goal);
    if (!found) return null;
    const { matrix, value, rest, summand: m } = found;
    const norm = normOf(matrix);
    const gap = minus(value, norm);
    const lost = scale(m.coefficient, contract([gap, rest], ['', ''], ''));
    const smaller = add(goal.right, scale(negative(one), lost));
    const inner = yield* ask(less(goal.left, smaller, goal.strict), known);
    const sign = inner && (yield* ask(less(nought(), rest, false), known));
    const below = sign && (yield* ask(less(norm, value, false), known));
    return (
      inner &&
      sign &&
      below &&
      orderBy(goal.left, goal.right, goal.strict, [
        summand([inner]),
        summand([below, sign], m.coefficient),
      ])
    );
  },
});
