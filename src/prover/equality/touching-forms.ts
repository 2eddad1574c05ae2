/** A x = B x where x'A x = x'B x and one of A and B lies below the other. */
import { add, contract, scale, variable } from '../../kernel/graph.ts';
import { equal, is, type FormulaOf } from '../../kernel/formula.ts';
import type { Factor, Term } from '../../kernel/term.ts';
import { fact, hole, modusPonens } from '../../kernel/theorem.ts';
import { linearBy } from '../derived/labelled.ts';
import { minus, negated, nought } from '../graphs/small-terms.ts';
import { subgraph } from '../graphs/subgraph.ts';
import { strategyFor, type Attempt } from '../known/strategy.ts';

/** A vector with a name, and the matrix M where a vector is M x. */
interface Applied {
  readonly matrix: Term;
  readonly vector: Term;
}

const isVector = (f: Factor): boolean => f.slots.length === 1 && f.head.kind === 'variable';

/** The vector that closes the chain from the free wire of a graph. */
function endOf(m: Term['monomials'][number]): Factor | null {
  let wire = m.free[0] as number;
  let rest: readonly Factor[] = m.factors;
  for (;;) {
    const next = rest.find((f) => f.slots.includes(wire));
    if (!next || next.slots.length > 2) return null;
    if (next.slots.length === 1) return isVector(next) ? next : null;
    rest = rest.filter((f) => f !== next);
    wire = next.slots.find((s) => s !== wire) ?? wire;
  }
}

const named = (f: Factor | null): string | null =>
  f?.head.kind === 'variable' ? f.head.name : null;

/** M and x where each graph of a vector, free of dimensions, ends in the one vector x. */
function applied(t: Term): Applied | null {
  const ends = t.monomials.map(endOf);
  const name = named(ends[0] ?? null);
  const [n] = t.shape;
  if (name === null || n === undefined || !ends.every((f) => named(f) === name)) return null;
  if (t.monomials.some((m) => Object.keys(m.powers).length > 0)) return null;
  // multiples of x itself have shorter ways
  if (!t.monomials.some((m) => m.factors.some((f) => f.slots.length > 1))) return null;
  const graphs = t.monomials.map((m, i) => {
    const end = ends[i] as Factor;
    const others = m.factors.filter((f) => f !== end);
    return scale(m.coefficient, subgraph(m, others, [m.free[0] as number, end.slots[0] as number]));
  });
  return { matrix: graphs.reduce((sum, g) => add(sum, g)), vector: variable(name, [n]) };
}

/** x'M x = 0. */
const formOf = (m: Term, x: Term): FormulaOf<'equal'> =>
  equal(contract([x, m, x], ['i', 'ij', 'j'], ''), nought());

/** Where M x = 0 is used; the sign that `linearBy` needs is that of left - right. */
const contextOf = (isBelow: boolean, { shape }: Term): Term =>
  isBelow ? negated(variable(hole, shape)) : variable(hole, shape);

export const touchingForms = strategyFor('equal', {
  name: 'forms that touch',
  summary: "A x = B x because x'A x = x'B x and B - A, or A - B, is psd",
  notFor: ['bounds', 'kernels', 'squares'],
  promise: ({ left, right }) =>
    left.shape.length === 1 && applied(minus(right, left)) !== null ? 0.1 : null,
  *prove({ left, right }, known): Attempt {
    const found = applied(minus(right, left));
    if (!found) return null;
    const { matrix, vector } = found;
    if (!(yield { goal: formOf(matrix, vector), known, share: 300 })) return null;
    for (const m of [matrix, negated(matrix)]) {
      const psd = yield { goal: is('psd', m), known, share: 100 };
      const touches = psd && (yield { goal: formOf(m, vector), known });
      if (!psd || !touches) continue;
      const zero = [psd, touches].reduce(modusPonens, fact('a form that vanishes', m, vector));
      return linearBy(left, right, [{ equation: zero, context: contextOf(m === matrix, left) }]);
    }
    return null;
  },
});
