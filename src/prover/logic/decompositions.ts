/**
 * Existence by the decompositions of the literature: spectral, singular, of commuting matrices, of
 * a definite pencil.
 */
import type { Dim, Term } from '../../kernel/term.ts';
import { variable } from '../../kernel/graph.ts';
import { type FormulaOf } from '../../kernel/formula.ts';
import { free } from '../../kernel/binders.ts';
import { cite, fact, modusPonens, type Theorem } from '../../kernel/theorem.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import { decomposition } from '../equality/definitions.ts';
import { fromExistence } from '../known/from-existence.ts';
import type { Context } from '../known/context.ts';
import { strategyFor, type Attempt } from '../known/strategy.ts';

/** The matrices with a name in a goal, what exists aside. */
function matricesIn(goal: FormulaOf<'exists'>): Term[] {
  const found = new Map<string, Term>();
  for (const t of termsOf(goal))
    for (const { factors } of t.monomials)
      for (const { head } of factors)
        if (head.kind === 'variable' && head.shape.length === 2 && free(head.name, goal))
          found.set(head.name, variable(head.name, head.shape));
  return [...found.values()].slice(0, 3);
}

const isSquare = (a: Term): boolean => a.shape[0] === a.shape[1];
/** May a matrix of this shape be what decomposes another of that? */
const fits = (shape: readonly Dim[], a: Term): boolean => shape[0] === a.shape[0];

/** Statements that a decomposition exists, hypotheses and all. */
function statements(goal: FormulaOf<'exists'>): (() => Theorem)[] {
  const { bound } = goal;
  if (bound.kind !== 'tensor') return [];
  const all = matricesIn(goal).filter((a) => fits(bound.shape, a));
  const squares = all.filter(isSquare);
  const pairs = squares.flatMap((a) => squares.filter((b) => b !== a).map((b) => [a, b] as const));
  const [n, k] = bound.shape;
  return [
    ...pairs.flatMap(([a, b]) => [
      () => cite('definite pencil', a, b),
      () => cite('commuting symmetric matrices', a, b),
    ]),
    ...(n === k ? squares.map((a) => () => fact('spectral theorem', a)) : []),
    ...all.map((a) => () => cite('singular value decomposition', a)),
  ];
}

/** The existence itself, where each hypothesis is seen soon. */
function* opened(t: Theorem, known: Context): Attempt {
  const f = t.conclusion;
  if (f.kind !== 'implies') return f.kind === 'exists' ? t : null;
  const left = yield { goal: f.left, known, share: 60 };
  return left && (yield* opened(modusPonens(t, left), known));
}

/** Most decompositions are wrong, so each is looked at briefly before any is looked at long. */
const shares = [30, 600];
const seen = (
  goal: FormulaOf<'exists'>,
  existence: Theorem,
  known: Context,
  share: number,
): Attempt =>
  fromExistence(goal, existence, decomposition, known, { share, firm: share === shares[0] });

export const decompositions = strategyFor('exists', {
  name: 'a decomposition of the literature',
  summary: "exists U with A = U diag(d) U' for a symmetric A, and its like for other matrices",
  notFor: ['bounds'],
  promise: (goal, known) =>
    goal.bound.kind === 'tensor' &&
    goal.bound.shape.length === 2 &&
    !known.facts.some((f) => f.name === decomposition) &&
    matricesIn(goal).length > 0
      ? 0.8
      : null,
  *prove(goal, known): Attempt {
    for (const share of shares)
      for (const make of statements(goal)) {
        const existence = yield* opened(make(), known);
        const t = existence && (yield* seen(goal, existence, known, share));
        if (t) return t;
      }
    return null;
  },
});
