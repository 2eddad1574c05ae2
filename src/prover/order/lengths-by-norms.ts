/** Lengths of images by norms: |T x| ≤ c |x| because ‖T‖ ≤ c, with T x written out as a sum. */
import type { Dim, Factor, Monomial, Term } from '../../kernel/term.ts';
import {
  add,
  bareHead,
  contract,
  dimension,
  factorTerm,
  identity,
  number,
  variable,
} from '../../kernel/graph.ts';
import { less, type FormulaOf } from '../../kernel/formula.ts';
import { alike, orderBy, summand } from '../derived/labelled.ts';
import { lengthOf, squareRootOf } from '../derived/lengths.ts';
import { normOf } from '../derived/norm-parts.ts';
import { stretch } from '../derived/lengths-of-products.ts';
import { argumentOf } from '../graphs/named-functions.ts';
import { subgraph } from '../graphs/subgraph.ts';
import { ask, strategyFor, type Attempt } from '../known/strategy.ts';

const mark = 'lengths by norms';

/** v where the factor is √(v·v). */
function lengthIn({ head }: Factor): Term | null {
  const s = argumentOf('sqrt', head);
  const v = s && s.shape.length === 0 ? squareRootOf(s) : null;
  return v?.shape.length === 1 ? v : null;
}

const numbersOf = (m: Monomial): Term[] => [
  number(m.coefficient),
  ...Object.entries(m.powers).map(([d, k]) => dimension(d, k)),
];

/** c where the number is c |x|. */
function factorBefore(t: Term, x: Term): Term | null {
  const parts = t.monomials.map((m) => {
    const at = m.factors.findIndex((f) => {
      const v = lengthIn(f);
      return v && alike(v, x);
    });
    const rest = m.factors.filter((_, i) => i !== at);
    if (at < 0 || rest.some((f) => f.slots.length > 0)) return null;
    const all = [...numbersOf(m), ...rest.map(factorTerm)];
    return contract(
      all,
      all.map(() => ''),
      '',
    );
  });
  return parts.length === 0 || parts.includes(null) ? null : add(...(parts as Term[]));
}

/** T where the vector is T x. */
function matrixBefore(t: Term, name: string, n: Dim): Term | null {
  const parts = t.monomials.map((m) => {
    const x = m.factors.find(({ head }) => head.kind === 'variable' && head.name === name);
    const wire = x?.slots[0];
    if (!x || wire === undefined || x.slots.length !== 1) return null;
    const rest = m.factors.filter((f) => f !== x);
    const isPlain = wire === m.free[0];
    const matrix = isPlain
      ? identity(n)
      : subgraph({ ...m, powers: {} }, rest, [m.free[0] as number, wire]);
    const all = [...numbersOf(m), ...(isPlain ? rest.map(factorTerm) : []), matrix];
    return contract(
      all,
      all.map((_, i) => (i === all.length - 1 ? 'ij' : '')),
      'ij',
    );
  });
  return parts.length === 0 || parts.includes(null) ? null : add(...(parts as Term[]));
}

/** T, c and x where the goal is |T x| ≤ c |x|. */
function partsIn({ left, right, strict }: FormulaOf<'less'>) {
  const [m, ...more] = left.monomials;
  const [f, ...others] = m?.factors ?? [];
  const isBare = m && bareHead(left) !== null && more.length + others.length === 0;
  const image = isBare && f && !strict ? lengthIn(f) : null;
  const last = right.monomials[0]?.factors.map(lengthIn).find((v) => v !== null);
  const head = last ? bareHead(last) : null;
  if (!image || !last || head?.kind !== 'variable') return null;
  const x = variable(head.name, head.shape);
  const [t, c] = [matrixBefore(image, head.name, x.shape[0] as Dim), factorBefore(right, x)];
  return t && c && !alike(c, normOf(t)) ? { t, c, x } : null;
}

export const lengthsByNorms = strategyFor('less', {
  name: mark,
  summary: '|T x| <= c |x| because norm(T) <= c, as gradient steps on quadratics contract',
  notFor: ['bounds'],
  promise: (goal) => (partsIn(goal) ? 0.96 : null),
  *prove(goal, known): Attempt {
    const parts = partsIn(goal);
    if (!parts) return null;
    const { t, c, x } = parts;
    const below = yield* ask(less(normOf(t), c, false), known);
    return (
      below &&
      orderBy(goal.left, goal.right, false, [
        summand([stretch(t, x)]),
        summand([below, lengthOf(x).sign]),
      ])
    );
  },
});
