/**
 * Positive definite matrices at which log det has a tangent: those with a determinant or an inverse
 * in the goal, the identity, and multiples of it.
 */
import type { Dim, Term } from '../../kernel/term.ts';
import {
  contract,
  dimension,
  identity,
  inverse,
  number,
  operation,
  variable,
} from '../../kernel/graph.ts';
import { equal, is, less, type Formula } from '../../kernel/formula.ts';
import { logarithm } from '../../kernel/laws.ts';
import { one } from '../../kernel/ratio.ts';
import {
  fact,
  first,
  hole,
  inverseOf,
  modusPonens,
  replace,
  second,
  type Theorem,
} from '../../kernel/theorem.ts';
import { soon } from '../agenda/effort.ts';
import { flipped } from '../derived/equations.ts';
import { alike, linearBy, retell } from '../derived/labelled.ts';
import {
  multipleOfIdentity,
  dividedBySize,
  positiveMultiple,
  scaledIdentity,
} from '../derived/multiples-of-identity.ts';
import { scaledDefinite } from '../derived/scaled-definite.ts';
import { operationsIn } from '../graphs/heads.ts';
import { namedIn } from '../graphs/named-functions.ts';
import { nought, times } from '../graphs/small-terms.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import type { Context } from '../known/context.ts';
import { nonzero } from '../rewriting/invertible.ts';

const share = 100;
const product = (a: Term, b: Term): Term => contract([a, b], ['ij', 'jk'], 'ik');

/** A positive definite matrix B with C where B C = I. */
export interface Tangency {
  readonly of: Term;
  readonly inverse: Term;
  readonly definite: Theorem;
  readonly inverts: Theorem;
  /** 0 < det B and that B is invertible; of s I: 0 < s. */
  readonly signs: readonly Theorem[];
  /** What is known of log det B, as an equation; null where it is kept. */
  readonly value: Theorem | null;
}

export const logdet = (a: Term): Term => logarithm(operation('det', a));

/** log det A ≤ log det B + tr(C A) − n. */
export const tangentBetween = (a: Tangency, b: Tangency): Theorem =>
  [a.definite, b.definite, b.inverts].reduce(
    modusPonens,
    fact('logdet below its tangent', a.of, b.of, b.inverse),
  );

/** tr(C B) = n, also where B is a sum. */
export function traceOfUnit({ of, inverse: c, inverts }: Tangency): Theorem {
  return linearBy(contract([of, c], ['ij', 'ji'], ''), dimension(of.shape[0] as Dim), [
    { equation: inverts, context: contract([variable(hole, of.shape)], ['ii'], '') },
  ]);
}

/** log det I = 0. */
const logdetOfUnit = (unit: Term): Theorem =>
  replace(
    equal(logarithm(variable(hole, [])), nought()),
    flipped(fact('det of the identity', unit)),
    fact('logarithm of one', number(one)),
  );

/** A side condition, settled on the spot. */
export const settled = (f: Formula, known: Context, work = share): Theorem | null =>
  known.search.prove(f, { ...known, deadline: soon(known.deadline, work) });
const withTheorem = (known: Context, theorem: Theorem): Context => ({
  ...known,
  facts: [...known.facts, { theorem, name: 'definite' }],
});
const positiveDet = (a: Term, definite: Theorem): Theorem =>
  modusPonens(second(fact('det of a definite matrix', a)), definite);

/** The matrix with a proof that it is positive definite, where one is found. */
function definitePoint(a: Term, known: Context): Tangency | null {
  const definite = settled(is('pd', a), known, 400);
  const regular = definite && settled(is('invertible', a), withTheorem(known, definite));
  if (!regular) return null;
  return {
    of: a,
    inverse: inverse(a),
    definite,
    inverts: first(inverseOf(regular)),
    signs: [positiveDet(a, definite), regular],
    value: null,
  };
}

/** 0 < s, by the sign of what is left of it without sizes. */
export function positiveNumber(s: Term, known: Context): Theorem | null {
  const divided = dividedBySize(s);
  const own = settled(less(nought(), divided.of, true), known);
  return own && positiveMultiple(divided, own);
}

function multiplePoint(s: Term, unit: Tangency, known: Context): Tangency | null {
  const n = unit.of.shape[0] as Dim;
  const divided = dividedBySize(s);
  const { of, value } = divided;
  const own = settled(less(nought(), of, true), known);
  const sign = own && positiveMultiple(divided, own);
  const definite = sign && scaledDefinite(unit.definite, sign);
  const regular = own && nonzero(of, withTheorem(known, own));
  if (!sign || !definite || !regular) return null;
  const [a, c] = [scaledIdentity(s, n), scaledIdentity(value, n)];
  const isNumber = value.monomials.every((m) => m.factors.length === 0);
  const cancel = { equation: inverseOf(regular), context: scaledIdentity(variable(hole, []), n) };
  return {
    of: a,
    inverse: c,
    definite,
    inverts: linearBy(product(a, c), unit.of, isNumber ? [] : [cancel]),
    signs: [positiveDet(a, definite), sign, own],
    value: modusPonens(fact('logdet of a multiple of the identity', s, a), sign),
  };
}

function unitPoint(n: Dim, known: Context): Tangency | null {
  const unit = identity(n);
  const definite = settled(is('pd', unit), known);
  return (
    definite && {
      of: unit,
      inverse: unit,
      definite,
      inverts: retell(product(unit, unit), unit),
      signs: [positiveDet(unit, definite)],
      value: logdetOfUnit(unit),
    }
  );
}

/** Matrices with a determinant or an inverse in the terms, each once. */
function matricesIn(terms: readonly Term[]): Term[] {
  const found: Term[] = [];
  const take = (a: Term): void => {
    if (!found.some((b) => alike(a, b))) found.push(a);
  };
  operationsIn(terms, 'det').forEach((h) => h.params.length === 0 && take(h.arg));
  for (const { head } of terms.flatMap((t) => t.monomials.flatMap((m) => m.factors)))
    if (head.kind === 'inverse' && head.matrix && head.params.length === 0) take(head.arg);
  return found;
}

/** Numbers under a logarithm in the terms. */
const underLogarithm = (terms: readonly Term[]): Term[] =>
  namedIn(terms).flatMap(({ name, order, argument }) =>
    name === 'log' &&
    order === 0 &&
    argument.shape.length === 0 &&
    operationsIn([argument], 'det').length === 0
      ? [argument]
      : [],
  );

/** The points that a goal suggests; `far`: multiples of the identity too. */
export function tangencies(goal: Formula, known: Context, far: boolean): readonly Tangency[] {
  const terms = termsOf(goal);
  const all = matricesIn(terms);
  const found = all
    .filter((a) => multipleOfIdentity(a) === null)
    .slice(0, 4)
    .flatMap((a) => definitePoint(a, known) ?? []);
  return [...new Set(found.map(({ of }) => of.shape[0] as Dim))].flatMap((n) => {
    const here = found.filter(({ of }) => of.shape[0] === n);
    const unit = unitPoint(n, known);
    if (!unit || !far) return unit ? [...here, unit] : here;
    const numbers = [
      ...all.filter((a) => a.shape[0] === n).flatMap((a) => multipleOfIdentity(a) ?? []),
      ...underLogarithm(terms),
      ...here.map(({ of }) => times(contract([of], ['ii'], ''), dimension(n, -1))),
    ];
    const each = numbers.filter(
      (s, i) => !alike(s, number(one)) && !numbers.slice(0, i).some((t) => alike(s, t)),
    );
    return [...here, unit, ...each.slice(0, 5).flatMap((s) => multiplePoint(s, unit, known) ?? [])];
  });
}
