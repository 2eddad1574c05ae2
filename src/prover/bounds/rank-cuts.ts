/**
 * Matrices as products over several wires at once, as sum[i](A[i] B[i]'), and multiples of
 * projectors.
 */
import type { Dim, Factor, Monomial, Term } from '../../kernel/term.ts';
import {
  add,
  contract,
  dimension,
  factorTerm,
  inverse,
  number,
  pair,
  zeros,
} from '../../kernel/graph.ts';
import { ratio } from '../../kernel/ratio.ts';
import { fact, modusPonens, type Theorem } from '../../kernel/theorem.ts';
import { writeHead } from '../../kernel/write.ts';
import { equation, Ledger, symmetryBook } from '../derived/equations.ts';
import { orient, simplify } from '../derived/simplify.ts';
import { product, scaledBy } from '../graphs/chains.ts';
import { subgraph } from '../graphs/subgraph.ts';
import type { Context } from '../known/context.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import { nonzero } from '../rewriting/invertible.ts';

/** A matrix as a product of two, with the theorem that says so. */
interface Cut {
  readonly left: Term;
  readonly right: Term;
  readonly same: Theorem;
}

const mostWires = 3;
const letters = 'abcd';

/** A tensor whose last axes, all but the first, are listed in one. */
function listed(t: Term): { readonly matrix: Term; readonly shapes: readonly Term[] } {
  let [next, shapes]: [Term, Term[]] = [t, []];
  while (next.shape.length > 2) {
    const rest = letters.slice(0, next.shape.length - 2);
    const [m, n] = next.shape.slice(-2) as [Dim, Dim];
    shapes = [...shapes, zeros([m, n])];
    next = contract([next, pair(m, n)], [`${rest}yz`, 'yzw'], `${rest}w`);
  }
  return { matrix: next, shapes };
}

/** Scalars of a graph that stand apart from its factors. */
const numbersOf = (m: Monomial): Term[] => [
  number(m.coefficient),
  ...Object.entries(m.powers).map(([d, k]) => dimension(d, k)),
];

/** The matrix cut behind the factors that touch its first axis, across all wires there. */
export function cutAcross(t: Term): Cut | null {
  const [m, ...more] = t.monomials;
  const [from, to] = m?.free ?? [];
  if (!m || more.length > 0 || from === undefined || to === undefined || from === to) return null;
  const front = m.factors.filter((f) => f.slots.includes(from));
  const rest = m.factors.filter((f) => !front.includes(f));
  const on = (factors: readonly Factor[]): Set<number> => new Set(factors.flatMap((f) => f.slots));
  const [near, far] = [on(front), on(rest)];
  const shared = [...near].filter((w) => far.has(w));
  if (near.has(to) || far.has(from) || !far.has(to)) return null;
  if (shared.length < 2 || shared.length > mostWires) return null;
  const scalars = numbersOf(m);
  const behind = subgraph(m, rest, [to, ...shared]);
  const axes = letters.slice(0, behind.shape.length);
  const [a, b] = [
    listed(subgraph(m, front, [from, ...shared])),
    listed(contract([behind, ...scalars], [axes, ...scalars.map(() => '')], axes)),
  ];
  const [left, right] = [a.matrix, contract([b.matrix], ['ij'], 'ji')];
  const ledger = new Ledger(t, product(left, right), symmetryBook([]));
  const rules = a.shapes.flatMap((s) =>
    ['pairs at one place are equal', 'a pair has one place'].map((name) =>
      equation(fact(name, s), 'pairs of indices'),
    ),
  );
  simplify(
    ledger,
    rules.flatMap((rule) => orient(rule, ledger.book) ?? []),
    20,
  );
  return ledger.done ? { left, right, same: ledger.theorem() } : null;
}

const scalarProduct = (parts: readonly Term[]): Term =>
  contract(
    parts,
    parts.map(() => ''),
    '',
  );
const scalarsIn = (m: Monomial): Factor[] => m.factors.filter((f) => f.slots.length === 0);

/** The scalar factors that stand in every graph of a sum, and the sum without them. */
function sharedScalars(t: Term): { readonly shared: readonly Term[]; readonly rest: Term } {
  const [head, ...others] = t.monomials;
  const same = (f: Factor, g: Factor): boolean => writeHead(f.head) === writeHead(g.head);
  const shared = head
    ? scalarsIn(head).filter((f) => others.every((m) => scalarsIn(m).some((g) => same(f, g))))
    : [];
  const without = (m: Monomial): Term => {
    const gone = new Set(shared.map((f) => scalarsIn(m).find((g) => same(f, g))));
    const factors = m.factors.filter((f) => !gone.has(f));
    const scalars = numbersOf(m);
    return contract(
      [subgraph(m, factors, m.free), ...scalars],
      ['ij', ...scalars.map(() => '')],
      'ij',
    );
  };
  return { shared: shared.map(factorTerm), rest: add(...t.monomials.map(without)) };
}

/** c where a sum of graphs has the summand c I. */
function unitOf(t: Term): Term | null {
  const m = t.monomials.find(
    ({ free, factors }) => free[0] === free[1] && factors.every((f) => f.slots.length === 0),
  );
  if (!m || t.monomials.length > 3 || t.shape[0] !== t.shape[1]) return null;
  return scalarProduct([...numbersOf(m), ...m.factors.map(factorTerm)]);
}

/** P with P P = P and a matrix = c P, c not 0: rank P = tr P, and the two equations between them. */
export interface Projected {
  readonly projector: Term;
  readonly scalar: Term;
  readonly rank: Theorem;
}

/** 1/s, where it can be written without a reciprocal. */
function reciprocal(s: Term): Term {
  const [m, ...more] = s.monomials;
  if (!m || more.length > 0 || m.factors.length > 0) return inverse(s);
  const parts = [
    number(ratio(m.coefficient.den, m.coefficient.num)),
    ...Object.entries(m.powers).map(([d, k]) => dimension(d, -k)),
  ];
  return scalarProduct(parts);
}

/** The projector that a sum of graphs is a multiple of, where T T = c T. */
export function projected(t: Term, ctx: Context): Projected | null {
  if (unitOf(t) === null) return null;
  const { shared, rest } = sharedScalars(t);
  const unit = unitOf(rest);
  const scalar = unit && scalarProduct([...shared, unit]);
  if (!scalar || !nonzero(scalar, ctx)) return null;
  const projector = scaledBy(reciprocal(unit), rest);
  const effort = { rounds: 2, rows: 60, weight: 30 };
  const same = byEquations(product(projector, projector), projector, ctx, effort);
  return (
    same && { projector, scalar, rank: modusPonens(fact('rank of a projector', projector), same) }
  );
}
