/**
 * What determinants say of matrices, and traces of ranks: det A ≠ 0 where A is invertible, and
 * back; rank P = tr P.
 */
import type { Term } from '../../kernel/term.ts';
import { bareHead, zeros } from '../../kernel/graph.ts';
import { equal, is, not, type Formula } from '../../kernel/formula.ts';
import {
  assume,
  contradiction,
  explode,
  fact,
  first,
  modusPonens,
  second,
  type Theorem,
} from '../../kernel/theorem.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import { product } from '../graphs/chains.ts';
import { addEquation, type Context } from '../known/context.ts';
import { det } from './det-expand.ts';
import { equation } from '../derived/equations.ts';
import { operationsIn } from '../graphs/heads.ts';
import { nonzero } from '../rewriting/invertible.ts';
import { ask, type Attempt, type Prove } from '../known/strategy.ts';

/**
 * ¬(det A = 0) because A is invertible, ¬(A invertible) because det A = 0; null where the statement
 * denied is of another kind.
 */
export function denialByDeterminant(denied: Formula, ctx: Context, prove: Prove): Theorem | null {
  if (denied.kind === 'is' && denied.predicate === 'invertible') {
    const zero = prove(equal(det(denied.subject), zeros([])), ctx);
    return (
      zero &&
      contradiction(
        denied,
        explode(zero, modusPonens(first(fact('det and inverse', denied.subject)), assume(denied))),
      )
    );
  }
  if (denied.kind !== 'equal' || denied.right.monomials.length > 0) return null;
  const head = bareHead(denied.left);
  if (head?.kind !== 'operation' || head.name !== 'det' || head.params.length > 0) return null;
  const known = prove(is('invertible', head.arg), ctx);
  return known && modusPonens(first(fact('det and inverse', head.arg)), known);
}

/** A invertible because det A ≠ 0. */
export function* invertibleByDeterminant(a: Term, known: Context): Attempt {
  const determinant = det(a);
  const away =
    nonzero(determinant, known) ?? (yield* ask(not(equal(determinant, zeros([]))), known));
  return away && modusPonens(second(fact('det and inverse', a)), away);
}

/** rank P = tr P for every projector whose rank stands in the terms. */
export function withProjectorRanks(ctx: Context, ...terms: readonly Term[]): Context {
  return operationsIn(terms, 'rank').reduce((c, { arg, params }) => {
    if (params.length > 0 || arg.shape[0] !== arg.shape[1]) return c;
    const same = byEquations(product(arg, arg), arg, c);
    return same
      ? addEquation(
          c,
          equation(modusPonens(fact('rank of a projector', arg), same), 'rank of a projector'),
        )
      : c;
  }, ctx);
}
