/**
 * The standard basis: what holds for every vector, or for every coordinate vector, at each e_k, and
 * summed over them.
 */
import { and, equal, less, type Formula } from '../formula.ts';
import { substitute } from '../calculus.ts';
import { occurs } from '../occurrence.ts';
import { contract, identity, number, variable } from '../graph.ts';
import { one } from '../ratio.ts';
import { fail } from '../seal.ts';
import type { Make, Theorem } from '../sequent.ts';
import type { Dim, Term } from '../term.ts';
import { expect, same } from './tools.ts';

/** A coordinate vector is one whose entries are 0 or 1 and add up to 1. */
const isCoordinate = (e: Term): Formula =>
  and(equal(contract([e, e], ['i', 'i'], 'i'), e), equal(contract([e], ['i'], ''), number(one)));

/** ∀v φ(v), or ∀v (v is a coordinate vector ⇒ φ(v)): φ, which holds of the standard basis. */
function onBasis(t: Theorem): { name: string; n: Dim; body: Formula } {
  const { bound, body } = expect(t, 'forall');
  if (bound.kind !== 'tensor' || bound.shape.length !== 1)
    return fail('the basis wants a statement for every vector');
  const n = bound.shape[0] as Dim;
  const guarded =
    body.kind === 'implies' && same(body.left, isCoordinate(variable(bound.name, [n])));
  return { name: bound.name, n, body: guarded ? body.right : body };
}
/** The term at each vector of the standard basis: one axis more, first. */
function onEach(side: Term, name: string, n: Dim): Term {
  const names = side.shape.map((_, i) => String.fromCharCode(97 + i)).join('');
  return occurs(name, side)
    ? substitute(side, name, { kind: 'term', term: identity(n) }, [n])
    : contract([side], [names], `z${names}`, { z: n });
}

export const basisRules = (make: Make) => {
  /**
   * From Γ ⊢ ∀v (a(v) ≤ b(v)), v ∈ R^n, or from the same for coordinate vectors v alone: Σ_k a(e_k)
   * ≤ Σ_k b(e_k) over the standard basis. So 0 ≤ v'Av for all v gives 0 ≤ tr A.
   */
  function overBasis(t: Theorem): Theorem {
    const { name, n, body } = onBasis(t);
    if (body.kind !== 'less')
      return fail('a sum over the basis wants an inequality for every vector');
    const summed = (side: Term): Term => contract([onEach(side, name, n)], ['k'], '');
    return make(
      'sum over the basis',
      [],
      less(summed(body.left), summed(body.right), body.strict),
      { from: [t] },
    );
  }
  /**
   * From Γ ⊢ ∀v (a(v) = b(v)), or from the same for coordinate vectors alone: a(e_k) = b(e_k), k a
   * further index, first.
   */
  function eachOfBasis(t: Theorem): Theorem {
    const { name, n, body } = onBasis(t);
    if (body.kind !== 'equal') return fail('an equation at each index wants one for every vector');
    return make(
      'at each of the basis',
      [],
      equal(onEach(body.left, name, n), onEach(body.right, name, n)),
      { from: [t] },
    );
  }

  return { overBasis, eachOfBasis };
};
