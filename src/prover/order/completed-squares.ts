/**
 * Quadratics that are nowhere negative, by completing the square: x'M x + 2 x'r + c is (x + inv(M)
 * r)'M (x + inv(M) r) plus what is left, where M is definite. Schur complements are what is left.
 */
import type { Term } from '../../kernel/term.ts';
import { add, contract, inverse, scale, variable, zeros } from '../../kernel/graph.ts';
import { substitute } from '../../kernel/calculus.ts';
import { derivative } from '../../kernel/derivative.ts';
import { occurs } from '../../kernel/occurrence.ts';
import { equal, less, type FormulaOf } from '../../kernel/formula.ts';
import { ratio } from '../../kernel/ratio.ts';
import {
  definition,
  fact,
  first,
  modusPonens,
  second,
  specialise,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { flipped } from '../derived/equations.ts';
import { alike, byFacts } from '../derived/labelled.ts';
import { variablesIn } from '../graphs/members.ts';
import { minus, nought } from '../graphs/small-terms.ts';
import { difference, termOf } from '../graphs/sum.ts';
import { bookOf, type Context } from '../known/context.ts';
import { strategyFor, type Attempt } from '../known/strategy.ts';

interface Completed {
  /** M, which is said to be definite. */
  readonly matrix: Term;
  readonly sign: Theorem;
  /** x + inv(M) r. */
  readonly centred: Term;
  readonly rest: Term;
}

/** Matrices that are said to be definite. */
const definite = (known: Context): { readonly of: Term; readonly theorem: Theorem }[] =>
  known.facts.flatMap(({ theorem }) => {
    const f = theorem.conclusion;
    return f.kind === 'is' && f.predicate === 'pd' ? [{ of: f.subject, theorem }] : [];
  });

/** 0 <= x'M x for the definite M. */
function signAt(
  { of, theorem }: { readonly of: Term; readonly theorem: Theorem },
  x: Term,
): Theorem {
  const psd = modusPonens(fact('a pd matrix is psd', of), theorem);
  const all = second(modusPonens(first(definition('psd', of)), psd));
  return specialise(all, { kind: 'term', term: x });
}

const form = (x: Term, m: Term, y: Term): Term => contract([x, m, y], ['i', 'ij', 'j'], '');

function completedAt(gap: Term, name: string, x: Term, known: Context): Completed | null {
  const { map } = bookOf(known);
  const told = (t: Term): Term => termOf(difference(t, zeros(t.shape), map), t.shape);
  const slope = derivative(gap, name, x.shape);
  const slopes = told(scale(ratio(1n, 2n), derivative(slope, name, x.shape)));
  if (slopes.monomials.length === 0 || occurs(name, slopes)) return null;
  const found = definite(known).find((m) => alike(told(m.of), slopes));
  const flat = told(
    scale(ratio(1n, 2n), substitute(slope, name, { kind: 'term', term: zeros(x.shape) })),
  );
  if (!found || flat.monomials.length === 0) return null;
  const { of: matrix } = found;
  const over = inverse(matrix);
  const centred = add(x, contract([over, flat], ['ij', 'j'], 'i'));
  const constant = substitute(gap, name, { kind: 'term', term: zeros(x.shape) });
  const sign = signAt(found, centred);
  return { matrix, sign, centred, rest: minus(constant, form(flat, over, flat)) };
}

function completed(goal: FormulaOf<'less'>, known: Context): Completed | null {
  const gap = minus(goal.right, goal.left);
  if (gap.monomials.length > 12) return null;
  for (const [name, shape] of variablesIn(gap)) {
    if (shape.length !== 1 || name.startsWith('#')) continue;
    const found = completedAt(gap, name, variable(name, shape), known);
    if (found) return found;
  }
  return null;
}

export const completedSquares = strategyFor('less', {
  name: 'a completed square',
  summary: "0 <= x'M x + 2 x'r + c, because M is definite and r'inv(M) r <= c",
  notFor: ['bounds', 'kernels'],
  promise: (goal, known) => (definite(known).length > 0 && completed(goal, known) ? 0.83 : null),
  *prove(goal, known): Attempt {
    const found = completed(goal, known);
    if (!found) return null;
    const { matrix, sign, centred, rest } = found;
    const square = form(centred, matrix, centred);
    const same = yield {
      goal: equal(minus(goal.right, goal.left), add(square, rest)),
      known,
      share: 300,
    };
    const left = same && (yield { goal: less(nought(), rest, goal.strict), known });
    return (
      same && left && byFacts(goal.left, goal.right, goal.strict, [sign, left, weak(flipped(same))])
    );
  },
});
