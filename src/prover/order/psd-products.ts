/** A B ⪰ 0 because A ⪰ 0 and B ⪰ 0 commute, wherever a graph can be cut into two matrices. */
import type { Term } from '../../kernel/term.ts';
import { is, type FormulaOf } from '../../kernel/formula.ts';
import { variable } from '../../kernel/graph.ts';
import { hole, replace } from '../../kernel/theorem.ts';
import { alike, retell } from '../derived/labelled.ts';
import { subgraph } from '../graphs/subgraph.ts';
import type { Strategy } from '../known/strategy.ts';
import { commutingProduct } from './commuting.ts';

/** A and B for each way to read the one graph of a matrix as A B. */
function cutsOf(t: Term): { a: Term; b: Term }[] {
  const [m, ...more] = t.monomials;
  if (!m || more.length > 0 || m.factors.length < 2 || m.factors.length > 6) return [];
  if (m.factors.some((f) => f.slots.length !== 2) || m.free[0] === m.free[1]) return [];
  const found: { a: Term; b: Term }[] = [];
  for (const wire of m.wires.keys()) {
    if (m.free.includes(wire)) continue;
    const front = new Set([m.free[0] as number]);
    let grown = true;
    const chosen = new Set<(typeof m.factors)[number]>();
    while (grown) {
      grown = false;
      for (const f of m.factors)
        if (!chosen.has(f) && f.slots.some((s) => front.has(s) && s !== wire)) {
          chosen.add(f);
          f.slots.forEach((s) => front.add(s));
          grown = true;
        }
    }
    const rest = m.factors.filter((f) => !chosen.has(f));
    if (rest.length === 0 || chosen.size === 0) continue;
    found.push({
      a: subgraph(m, [...chosen], [m.free[0] as number, wire]),
      b: subgraph({ ...m, coefficient: m.coefficient }, rest, [wire, m.free[1] as number]),
    });
  }
  return found;
}

const isPlain = (t: Term): boolean =>
  t.monomials.every(
    (m) =>
      m.coefficient.num === 1n && m.coefficient.den === 1n && Object.keys(m.powers).length === 0,
  );

export const psdProducts: Strategy = {
  name: 'products of definite matrices that commute',
  summary: 'A B is psd because A and B are psd and A B = B A',
  kinds: ['is'],
  promise: (goal) =>
    goal.kind === 'is' &&
    goal.predicate === 'psd' &&
    isPlain(goal.subject) &&
    cutsOf(goal.subject).length > 0
      ? 0.5
      : null,
  *prove(goal, known) {
    const { subject } = goal as FormulaOf<'is'>;
    for (const { a, b } of cutsOf(subject)) {
      const first = yield { goal: is('psd', a), known };
      const second = first && (yield { goal: is('psd', b), known });
      const both = second && commutingProduct(first, second, known);
      const f = both?.conclusion;
      if (both && f?.kind === 'is' && alike(f.subject, subject))
        return replace(is('psd', variable(hole, subject.shape)), retell(f.subject, subject), both);
    }
    return null;
  },
};
