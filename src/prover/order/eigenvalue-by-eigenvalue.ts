/**
 * A matrix made of one symmetric matrix H is psd, or pd, because it is at each eigenvalue of H:
 * p(h) is not negative, or positive, at an eigenvector where p(H) is smallest. H is a matrix with a
 * name, or W'W or W W' of one.
 */
import type { Term } from '../../kernel/term.ts';
import { contract, factorTerm, variable } from '../../kernel/graph.ts';
import { is, less, type Formula, type FormulaOf } from '../../kernel/formula.ts';
import { one } from '../../kernel/ratio.ts';
import {
  assume,
  both,
  definition,
  discharge,
  fact,
  generalise,
  modusPonens,
  second,
  specialise,
  weak,
  type Summand,
  type Theorem,
} from '../../kernel/theorem.ts';
import { alike, byFacts, orderBy, summand } from '../derived/labelled.ts';
import { flipped } from '../derived/equations.ts';
import { product } from '../graphs/chains.ts';
import { nought, squareOf } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { ask, type Ask, type Attempt, type Strategy } from '../known/strategy.ts';
import { conjuncts } from '../known/usable.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import { spectralSigns, spectralSources, spokenOf } from './form-sources.ts';
import { squaredNorms } from './known-forms.ts';
import { baseOf, invertedIn, isMade } from './made-of-one.ts';
import { fromNumbers } from './named-numbers.ts';
import { Eigenvalues, opened, type Shared } from './shared-eigenvector.ts';

const effort = { rounds: 2, rows: 60, weight: 24 };
const mark = 'eigenvalue by eigenvalue';
const turned = (t: Term): Term => contract([t], ['ji'], 'ij');

/** W where H is W'W or W W'. */
function rootsOf(h: Term): Term[] {
  const [f, g] = h.monomials[0]?.factors ?? [];
  if (!f || !g) return [];
  const w = factorTerm(f);
  return [w, turned(w)].filter((t) => t.shape[1] === h.shape[0]);
}

/** −‖H‖ ≤ h ≤ ‖H‖, where the norm is mentioned. */
const normsOf = (h: Term, v: Term, goal: Formula, known: Context): Theorem[] =>
  spokenOf(goal, known)
    .filter(({ symbol, argument }) => symbol === 'norm' && alike(argument, h))
    .flatMap(({ argument }) => conjuncts(fact('the norm bounds a quadratic form', argument, v)));

/** What is known of numbers where v is an eigenvector of H. */
function* toldAt(
  values: Eigenvalues,
  h: Term,
  goal: Formula,
  known: Context,
): Generator<Ask, Theorem[], Theorem | null> {
  const sources = yield* spectralSources(goal, known);
  const all = [
    ...known.facts.map(({ theorem }) => theorem),
    ...known.equations.map((e) => e.theorem),
    ...sources.map((s) => s.all),
    ...spectralSigns(goal, known),
    ...squaredNorms(known),
    ...normsOf(h, values.shared.v, goal, known),
  ];
  return [...all.map((t) => values.at(t)), ...rootsOf(h).map((w) => values.atSquare(w))].flatMap(
    (t) => t ?? [],
  );
}

/** 0 ≤ v'B v, or 0 <, from what is known of numbers. */
function* signAt(
  shared: Shared,
  h: Term,
  { predicate, subject }: FormulaOf<'is'>,
  known: Context,
): Attempt {
  const values = new Eigenvalues(shared, known);
  const told = yield* toldAt(values, h, is(predicate, subject), known);
  const ofNumbers = (f: Formula): Attempt => fromNumbers(f, told, known, mark);
  for (const g of invertedIn(subject))
    if (!(yield* values.withInverse(g, known, ofNumbers))) return null;
  const value = values.valueOf(subject);
  if (!value) return null;
  const strict = predicate === 'pd';
  const sign = yield* ofNumbers(less(nought(), value.term, strict));
  const form = value.equation.conclusion;
  return sign && form.kind === 'equal'
    ? byFacts(nought(), form.left, strict, [sign, weak(flipped(value.equation))])
    : null;
}

/** B is psd, or pd, because its smallest form at a unit vector is not negative, or positive. */
function* fromSmallest(
  { predicate, subject }: FormulaOf<'is'>,
  symmetric: Theorem,
  { least }: Shared,
  sign: Theorem,
  known: Context,
): Attempt {
  const unfolding = second(definition(predicate, subject));
  const f = unfolding.conclusion;
  if (f.kind !== 'implies' || f.left.kind !== 'and' || f.left.right.kind !== 'forall') return null;
  const { bound, body } = f.left.right;
  const wanted = body.kind === 'implies' ? body.right : body;
  if (bound.kind !== 'tensor' || wanted.kind !== 'less') return null;
  const x = variable(bound.name, bound.shape);
  const here = specialise(least, { kind: 'term', term: x });
  const done = (t: Theorem): Theorem =>
    modusPonens(unfolding, both(symmetric, generalise(bound, t)));
  const below = (length: Summand): Theorem =>
    orderBy(nought(), wanted.right, wanted.strict, [summand([here]), length]);
  if (body.kind !== 'implies') return done(below(summand([sign], one, [x])));
  const given = [{ theorem: assume(body.left), name: mark }];
  const length = yield* assuming(known, given, (c) => ask(less(nought(), squareOf(x), true), c));
  return length && done(discharge(body.left, below(summand([sign, length]))));
}

/** B psd, or pd, where B is made of one symmetric matrix. */
export function* bySmallestEigenvalue(goal: FormulaOf<'is'>, known: Context): Attempt {
  const { subject } = goal;
  const h = baseOf(subject);
  if (!h) return null;
  const symmetric = byEquations(subject, turned(subject), known, effort);
  const own = symmetric && byEquations(turned(h), h, known, effort);
  const commute = own && byEquations(product(h, subject), product(subject, h), known, effort);
  if (!symmetric || !own || !commute) return null;
  const existence = [own, flipped(symmetric), commute].reduce(
    modusPonens,
    fact('a shared eigenvector', h, subject),
  );
  return yield* opened(existence, [subject], known, function* (shared) {
    const sign = yield* signAt(shared, h, goal, known);
    return sign && (yield* fromSmallest(goal, symmetric, shared, sign, known));
  });
}

/** Is no such proof begun around this goal? */
export const isOpenTo = (known: Context): boolean => !known.replaced.includes(mark);

export const eigenvalueByEigenvalue: Strategy = {
  name: mark,
  summary: 'p(H) is psd because p is not negative at each eigenvalue of the symmetric matrix H',
  kinds: ['is'],
  notFor: ['bounds', 'kernels'],
  promise: (goal, known) =>
    goal.kind === 'is' &&
    (goal.predicate === 'psd' || goal.predicate === 'pd') &&
    isOpenTo(known) &&
    isMade(goal.subject)
      ? 0.5
      : null,
  prove: (goal, known) => bySmallestEigenvalue(goal as FormulaOf<'is'>, known),
};
