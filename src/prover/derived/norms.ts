/** Norms of sums and products bounded by norms of their parts, as far down as the factors. */
import { add, factorTerm, number } from '../../kernel/graph.ts';
import type { Ratio } from '../../kernel/ratio.ts';
import type { Term } from '../../kernel/term.ts';
import { fact, weak } from '../../kernel/theorem.ts';
import { negated } from '../graphs/small-terms.ts';
import { absolute, positiveMultiple } from './absolute.ts';
import {
  type Bounded,
  itself,
  multiplied,
  ofProduct,
  scaled,
  through,
  together,
} from './bounded.ts';
import { alike } from './labelled.ts';
import {
  cutBehindFirst,
  normOf,
  outerParts,
  parts,
  positive,
  signOf,
  transposed,
  withoutCoefficient,
  withoutScalar,
  withoutSize,
} from './norm-parts.ts';
import { ofIdentity, outerBound, sizeTimes } from './norms-of-outer-products.ts';

/** ‖T‖ at most what the norms of its summands and factors say. */
export function normBound(t: Term): Bounded {
  const own = normOf(t);
  const [head, ...more] = parts(t);
  if (!head) return itself(own, signOf(t));
  if (more.length > 0) {
    const rest = more.length === 1 ? (more[0] as Term) : add(...more);
    return together(own, fact('norm of a sum', head, rest), normBound(head), normBound(rest));
  }
  const { coefficient, rest } = withoutCoefficient(t);
  if (!positive(coefficient)) {
    const equal = fact('norm of the negative', negated(t));
    return through(own, weak(equal), normBound(negated(t)));
  }
  if (coefficient.num !== 1n || coefficient.den !== 1n)
    return ofPositiveMultiple(own, coefficient, rest) ?? itself(own, signOf(t));
  const size = withoutSize(t);
  if (size) return sizeTimes(own, size.size, size.rest, normBound(size.rest));
  const scalar = withoutScalar(t);
  if (scalar) {
    const equal = fact('norm of a multiple', scalar.scalar, scalar.rest);
    return multiplied(own, weak(equal), absolute(scalar.scalar), normBound(scalar.rest));
  }
  return ofFactors(own, t);
}

/** Of one product of matrices and vectors: ‖A B‖ ≤ ‖A‖ ‖B‖, ‖x y'‖, ‖I‖, ‖A'‖ = ‖A‖. */
function ofFactors(own: Term, t: Term): Bounded {
  const cut = t.shape.length === 2 ? cutBehindFirst(t) : null;
  if (cut && cut.rest.shape.length === 2) {
    const below = fact('norm of a product', cut.front, cut.rest);
    return ofProduct(own, below, signOf(cut.front), normBound(cut.front), normBound(cut.rest));
  }
  const outer = outerParts(t);
  if (outer) return outerBound(own, ...outer);
  const [m] = t.monomials;
  if (m?.factors.length === 0 && m.free[0] === m.free[1]) return ofIdentity(own, t);
  const only = m?.factors.length === 1 ? m.factors[0] : undefined;
  if (only && only.slots.length === 2 && alike(transposed(factorTerm(only)), t)) {
    const plain = factorTerm(only);
    return {
      bound: normOf(plain),
      sign: signOf(plain),
      theorem: weak(fact('norm of the transpose', plain)),
    };
  }
  return itself(own, signOf(t));
}

/** ‖c X‖ = c ‖X‖ for a number c > 0; null where the fact says nothing. */
function ofPositiveMultiple(own: Term, coefficient: Ratio, rest: Term): Bounded | null {
  const same = fact('norm of a positive multiple', number(coefficient), rest);
  if (same.conclusion.kind !== 'implies') return null;
  return scaled(own, weak(positiveMultiple(same, coefficient)), coefficient, normBound(rest));
}
