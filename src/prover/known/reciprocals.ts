/**
 * Reciprocals of a scalar for each member of a family: s_i ≠ 0 for every i gives s_i · 1/s_i = 1, i
 * a free index.
 */
import { variable } from '../../kernel/graph.ts';
import {
  assume,
  discharge,
  eachOfBasis,
  generalise,
  inverseOf,
  modusPonens,
  specialise,
  type Theorem,
} from '../../kernel/theorem.ts';

/**
 * From ∀e (e is a coordinate vector ⇒ s(e) ≠ 0): the equation of the reciprocals; null where the
 * fact says something else.
 */
export function reciprocalAtEach(theorem: Theorem): Theorem | null {
  const f = theorem.conclusion;
  if (
    f.kind !== 'forall' ||
    f.bound.kind !== 'tensor' ||
    f.bound.shape.length !== 1 ||
    f.body.kind !== 'implies'
  )
    return null;
  const { left: guard, right: claim } = f.body;
  if (
    claim.kind !== 'not' ||
    claim.body.kind !== 'equal' ||
    claim.body.left.shape.length > 0 ||
    claim.body.right.monomials.length > 0
  )
    return null;
  const here = specialise(theorem, { kind: 'term', term: variable(f.bound.name, f.bound.shape) });
  const one = inverseOf(modusPonens(here, assume(guard)));
  try {
    return eachOfBasis(generalise(f.bound, discharge(guard, one)));
  } catch {
    // guarded by something else than being a coordinate vector
    return null;
  }
}
