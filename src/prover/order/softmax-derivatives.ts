/**
 * Derivatives of softmax inside norms and their like, told by its values: softmax' = diag p − p p'.
 */
import type { Factor, Monomial, Term } from '../../kernel/term.ts';
import { add, bareHead, contract, scale, variable } from '../../kernel/graph.ts';
import { less, type Formula, type FormulaOf } from '../../kernel/formula.ts';
import { substituteIn } from '../../kernel/binders.ts';
import { hole, law, replace, type Theorem } from '../../kernel/theorem.ts';
import { writeHead } from '../../kernel/write.ts';
import { flipped } from '../derived/equations.ts';
import { nought } from '../graphs/small-terms.ts';
import { subgraph } from '../graphs/subgraph.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { safely, strategyFor } from '../known/strategy.ts';
import { appliedIn } from '../rewriting/congruence.ts';

/** softmax'(u) = diag p − p p', where a matrix is this derivative. */
function spelledOut(a: Term): Theorem | null {
  const head = bareHead(a);
  const [u] = head?.kind === 'jet' ? head.args : [];
  if (head?.kind !== 'jet' || !u || head.fn.name !== 'softmax' || head.orders.join() !== '1')
    return null;
  return safely(() => law('softmax', u, 1));
}

interface Place {
  readonly equation: Theorem;
  /** The goal with a hole instead of the derivative. */
  readonly open: Formula;
}

/** A sum of graphs with another number for the one with this head. */
function told(t: Term, head: string, by: Term): Term {
  const is = (f: Factor): boolean => f.slots.length === 0 && writeHead(f.head) === head;
  const each = (m: Monomial): Term => {
    if (!m.factors.some(is)) return add(subgraphOf(m, m.factors));
    const parts = [
      subgraphOf(
        m,
        m.factors.filter((f) => !is(f)),
      ),
      ...m.factors.filter(is).map(() => by),
    ];
    return contract(
      parts,
      parts.map(() => ''),
      '',
    );
  };
  return t.monomials.length === 0 ? nought() : add(...t.monomials.map(each));
}
const subgraphOf = (m: Monomial, chosen: readonly Factor[]): Term =>
  scale(m.coefficient, subgraph({ ...m, powers: {} }, chosen, m.free));

function placeIn(goal: FormulaOf<'less'>): Place | null {
  for (const { argument, at } of appliedIn(...termsOf(goal))) {
    const equation = spelledOut(argument);
    const head = equation && bareHead(at(argument));
    if (!equation || !head) continue;
    const by = at(variable(hole, argument.shape));
    const side = (t: Term): Term => told(t, writeHead(head), by);
    return { equation, open: less(side(goal.left), side(goal.right), goal.strict) };
  }
  return null;
}

export const softmaxDerivatives = strategyFor('less', {
  name: 'the derivative of softmax inside a norm',
  summary: "norm(jac[z](softmax(z))) is norm(diag(p) - p p') for p = softmax(z)",
  decides: true,
  promise: (goal) =>
    appliedIn(...termsOf(goal)).some(({ argument }) => spelledOut(argument)) ? 0.9 : null,
  *prove(goal, known) {
    const place = placeIn(goal);
    const f = place?.equation.conclusion;
    if (!place || f?.kind !== 'equal') return null;
    const plain = substituteIn(place.open, hole, { kind: 'term', term: f.right });
    const t = yield { goal: plain, known };
    return t && replace(place.open, flipped(place.equation), t);
  },
});
