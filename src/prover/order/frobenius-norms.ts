/** Frobenius norms on the larger side, replaced by operator norms: norm(A) <= normF(A). */
import type { Factor, Monomial, Term } from '../../kernel/term.ts';
import { add, contract, factorTerm, number, scale } from '../../kernel/graph.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import { negative, one } from '../../kernel/ratio.ts';
import { writeHead } from '../../kernel/write.ts';
import { orderBy, summand } from '../derived/labelled.ts';
import { squareRootOf } from '../derived/lengths.ts';
import { normOf } from '../derived/norm-parts.ts';
import { argumentOf } from '../graphs/named-functions.ts';
import { minus, nought, squareOf, times } from '../graphs/small-terms.ts';
import { subgraph } from '../graphs/subgraph.ts';
import { ask, strategyFor, type Attempt } from '../known/strategy.ts';

/** A where the factor is normF(A). */
function matrixOf({ head }: Factor): Term | null {
  const s = argumentOf('sqrt', head);
  const a = s?.shape.length === 0 ? squareRootOf(s) : null;
  return a?.shape.length === 2 ? a : null;
}

/**
 * A Frobenius norm, or the square of one, in a summand of the larger side, the operator norm that is
 * to replace it, and the other numbers of that summand.
 */
interface Frobenius {
  readonly norm: Term;
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

const isPlain = (m: Monomial): boolean =>
  m.coefficient.num > 0n && Object.keys(m.powers).length === 0;

/** normF(A)^2 as A · A, next to other factors. */
function squareIn(m: Monomial): Frobenius | null {
  if (!isPlain(m) || m.factors.length > 8) return null;
  for (const f of m.factors) {
    const twin = m.factors.find(
      (g) => g !== f && g.slots.length === 2 && g.slots.join() === f.slots.join(),
    );
    const rest = m.factors.filter((g) => g !== f && g !== twin);
    const isOpen = rest.some((g) => g.slots.some((s) => f.slots.includes(s)));
    if (!twin || isOpen || rest.length === 0 || writeHead(twin.head) !== writeHead(f.head))
      continue;
    const norm = normOf(factorTerm(f));
    return {
      norm: times(norm, norm),
      value: squareOf(factorTerm(f)),
      rest: subgraph(m, rest, []),
      summand: m,
    };
  }
  return null;
}

function frobeniusIn({ right }: FormulaOf<'less'>): Frobenius | null {
  for (const m of right.monomials) {
    const square = squareIn(m);
    if (square) return square;
    if (!isPlain(m) || m.factors.some((f) => f.slots.length > 0)) continue;
    const at = m.factors.findIndex((f) => matrixOf(f) !== null);
    const factor = m.factors[at];
    const matrix = factor && matrixOf(factor);
    if (!factor || !matrix) continue;
    const rest = productOf(m.factors.filter((_, i) => i !== at));
    return { norm: normOf(matrix), value: factorTerm(factor), rest, summand: m };
  }
  return null;
}

export const frobeniusNorms = strategyFor('less', {
  name: 'Frobenius norms above operator norms',
  summary: 'a <= normF(A) b because a <= norm(A) b, where b is not negative; the same of squares',
  notFor: ['bounds', 'conditions'],
  promise: (goal) => (frobeniusIn(goal) ? 0.28 : null),
  *prove(goal, known): Attempt {
    const found = frobeniusIn(goal);
    if (!found) return null;
    const { norm, value, rest, summand: m } = found;
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
