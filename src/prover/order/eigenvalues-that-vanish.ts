/**
 * a = b between matrices made of one symmetric matrix, because a - b and b - a are psd: no
 * eigenvalue tells them apart.
 */
import type { Term } from '../../kernel/term.ts';
import { contract, variable } from '../../kernel/graph.ts';
import { is } from '../../kernel/formula.ts';
import {
  antisymmetry,
  definition,
  fact,
  first,
  generalise,
  modusPonens,
  second,
  specialise,
  type Theorem,
} from '../../kernel/theorem.ts';
import { byFacts } from '../derived/labelled.ts';
import { minus, negated, nought } from '../graphs/small-terms.ts';
import { emptied, freshIn, type Context } from '../known/context.ts';
import { withDerivatives } from '../known/universal.ts';
import { strategyFor, type Attempt } from '../known/strategy.ts';
import { bySmallestEigenvalue, isOpenTo } from './eigenvalue-by-eigenvalue.ts';
import { isMade } from './made-of-one.ts';
import { byEquations } from '../rewriting/by-equations.ts';

const name = 'eigenvalues that vanish';
const form = (a: Term, x: Term): Term => contract([x, a, x], ['i', 'ij', 'j'], '');

/** 0 ≤ x'M x of a psd M. */
const formAt = (m: Term, psd: Theorem, x: Term): Theorem =>
  specialise(second(modusPonens(first(definition('psd', m)), psd)), { kind: 'term', term: x });

/** B x = 0 for every x, because B and −B are psd. */
function vanishing(b: Term, up: Theorem, down: Theorem, known: Context): Theorem {
  const shape = b.shape.slice(0, 1);
  const bound = { kind: 'tensor', name: freshIn(known, 'x#', b), shape } as const;
  const x = variable(bound.name, shape);
  const value = form(b, x);
  const below = byFacts(value, nought(), false, [formAt(negated(b), down, x)]);
  const none = antisymmetry(below, formAt(b, up, x));
  return generalise(bound, [up, none].reduce(modusPonens, fact('a form that vanishes', b, x)));
}

export const eigenvaluesThatVanish = strategyFor('equal', {
  name,
  summary: 'p(H) = q(H) of a symmetric matrix H, because p and q agree at each of its eigenvalues',
  notFor: ['bounds', 'kernels', 'squares'],
  promise: ({ left, right }, known) =>
    left.shape.length === 2 &&
    left.shape[0] === left.shape[1] &&
    isOpenTo(known) &&
    known.equations.some((e) => e.left.shape.length === 2) &&
    isMade(minus(left, right))
      ? 0.3
      : null,
  *prove({ left, right }, known): Attempt {
    const b = minus(left, right);
    const up = yield* bySmallestEigenvalue(is('psd', b), known);
    const down = up && (yield* bySmallestEigenvalue(is('psd', negated(b)), known));
    if (!up || !down) return null;
    const theorem = vanishing(b, up, down, known);
    const start = emptied(known);
    return byEquations(left, right, withDerivatives(start, { theorem, name }));
  },
});
