/**
 * Inequalities between forms of one vector, or between traces, of matrices made of one symmetric
 * matrix: 0 <= x'M x and 0 <= tr M because M is psd.
 */
import type { Dim, Factor, Monomial, Term } from '../../kernel/term.ts';
import { add, contract, dimension, factorTerm, identity, number } from '../../kernel/graph.ts';
import { is, type FormulaOf } from '../../kernel/formula.ts';
import {
  definition,
  first,
  modusPonens,
  overBasis,
  second,
  specialise,
} from '../../kernel/theorem.ts';
import { writeHead } from '../../kernel/write.ts';
import { byFacts } from '../derived/labelled.ts';
import { minus } from '../graphs/small-terms.ts';
import { subgraph } from '../graphs/subgraph.ts';
import type { Context } from '../known/context.ts';
import { strategyFor, type Attempt } from '../known/strategy.ts';
import { bySmallestEigenvalue, isOpenTo } from './eigenvalue-by-eigenvalue.ts';
import { isMade } from './made-of-one.ts';

/** A matrix times what stands in front of a graph. */
function scaled(m: Monomial, t: Term): Term {
  const front = [
    number(m.coefficient),
    ...Object.entries(m.powers).map(([d, k]) => dimension(d, k)),
  ];
  return contract([...front, t], [...front.map(() => ''), 'ij'], 'ij');
}

/** The vector at both ends of a graph, and the matrix between them. */
function formIn(m: Monomial): { readonly x: Factor; readonly matrix: Term } | null {
  const ends = m.factors.filter((f) => f.slots.length === 1);
  const [x, y] = ends;
  if (!x || !y || ends.length > 2 || writeHead(x.head) !== writeHead(y.head)) return null;
  // u# is every vector there is: whether M is psd was the question
  if (x.head.kind === 'variable' && x.head.name.startsWith('u#')) return null;
  const rest = m.factors.filter((f) => f !== x && f !== y);
  const free = [x.slots[0] as number, y.slots[0] as number];
  return { x, matrix: scaled(m, subgraph(m, rest, free)) };
}

interface Form {
  readonly x: Term;
  readonly matrix: Term;
}
/** x and M where a number is x'M x. */
function formOf(gap: Term): Form | null {
  const all = gap.monomials.map(formIn);
  const [some] = all;
  if (!some || all.some((f) => !f || writeHead(f.x.head) !== writeHead(some.x.head))) return null;
  const matrix = add(...all.map((f) => (f as { matrix: Term }).matrix));
  return isMade(matrix) ? { x: factorTerm(some.x), matrix } : null;
}

/** M of n rows where a graph is tr M. */
function openedAt(m: Monomial, n: Dim): Term | null {
  const wired = m.factors.filter((f) => f.slots.length > 0);
  if (wired.length === 0) {
    const numbers = subgraph(m, m.factors, []);
    const eye = contract([numbers, dimension(n, -1), identity(n)], ['', '', 'ij'], 'ij');
    return scaled(m, eye);
  }
  if (wired.some((f) => f.slots.length !== 2)) return null;
  for (const f of wired)
    for (const [from, to] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const [start, end] = [f.slots[from] as number, f.slots[to] as number];
      if (m.wires[start] !== n) continue;
      const own = from === 0 ? 'ij' : 'ji';
      if (start === end) return wired.length === 1 ? scaled(m, numbered(m, factorTerm(f))) : null;
      const rest = subgraph(
        m,
        m.factors.filter((g) => g !== f),
        [end, start],
      );
      return scaled(m, contract([factorTerm(f), rest], [own, 'jk'], 'ik'));
    }
  return null;
}
const numbered = (m: Monomial, t: Term): Term =>
  contract(
    [
      subgraph(
        m,
        m.factors.filter((f) => f.slots.length === 0),
        [],
      ),
      t,
    ],
    ['', 'ij'],
    'ij',
  );

/** M where a number is tr M. */
function traceOf(gap: Term): Term | null {
  const wires = gap.monomials.flatMap((m) =>
    m.factors.flatMap((f) => f.slots.map((s) => m.wires[s] as Dim)),
  );
  // tr I is a size by itself
  const sizes = gap.monomials.flatMap((m) =>
    m.factors.every((f) => f.slots.length === 0) ? Object.keys(m.powers) : [],
  );
  const found = sizes.length > 0 ? wires.filter((n) => sizes.includes(n)) : wires;
  for (const n of [...new Set(found)].slice(0, 2)) {
    const all = gap.monomials.map((m) => openedAt(m, n));
    if (all.some((t) => t === null)) continue;
    const matrix = add(...(all as Term[]));
    if (isMade(matrix)) return matrix;
  }
  return null;
}

/** 0 <= u'M u for every u. */
function* forms(matrix: Term, known: Context): Attempt {
  const psd = yield* bySmallestEigenvalue(is('psd', matrix), known);
  return psd && second(modusPonens(first(definition('psd', matrix)), psd));
}

const gapOf = ({ left, right }: FormulaOf<'less'>): Term => minus(right, left);

export const formsAsMatrices = strategyFor('less', {
  name: 'forms and traces as matrices',
  summary: "0 <= x' M x and 0 <= tr(M) because M, made of one symmetric matrix, is psd",
  notFor: ['bounds', 'kernels'],
  promise: (goal, known) =>
    !goal.strict &&
    isOpenTo(known) &&
    (formOf(gapOf(goal)) !== null || traceOf(gapOf(goal)) !== null)
      ? 0.45
      : null,
  *prove(goal, known): Attempt {
    const { left, right } = goal;
    const form = formOf(gapOf(goal));
    if (form) {
      const all = yield* forms(form.matrix, known);
      return all && byFacts(left, right, false, [specialise(all, { kind: 'term', term: form.x })]);
    }
    const matrix = traceOf(gapOf(goal));
    const all = matrix && (yield* forms(matrix, known));
    return all && byFacts(left, right, false, [overBasis(all)]);
  },
});
