/**
 * Eigenvalues by the structure of the matrix: of a Gram matrix, of multiples, of sums with a
 * multiple of the identity.
 */
import type { Monomial, Term } from '../../kernel/term.ts';
import {
  add,
  contract,
  dimension,
  factorTerm,
  number,
  permute,
  scale,
} from '../../kernel/graph.ts';
import { ratio } from '../../kernel/ratio.ts';
import { writeTerm } from '../../kernel/write.ts';
import { alike } from '../derived/labelled.ts';
import { cutBehindFirst, withoutScalar } from '../derived/norm-parts.ts';
import { subgraph } from '../graphs/subgraph.ts';

/** λ(A'A) for k = 1, and λ(s A), λ(A + s I) of a symmetric A. */
export function eigenvalueEquations(
  k: number,
  a: Term,
  use: (name: string, ...given: readonly Term[]) => void,
): void {
  const [m, ...more] = a.monomials;
  const index = number(ratio(BigInt(k)));
  const diagonal = (x: Monomial): boolean =>
    x.free[0] === x.free[1] && x.factors.every((f) => f.slots.length === 0);
  const shift = a.monomials.find(diagonal);
  if (shift && more.length > 0) {
    const rest = a.monomials
      .filter((x) => x !== shift)
      .map((x) => scale(x.coefficient, sized(subgraph(x, x.factors, x.free), x)));
    const base = add(...rest);
    const amount = sized(
      scale(
        shift.coefficient,
        contract(
          shift.factors.map(factorTerm),
          shift.factors.map(() => ''),
          '',
        ),
      ),
      shift,
    );
    use('eigenvalue of a shift', amount, index, base);
    eigenvalueEquations(k, base, use);
    return;
  }
  if (!m || more.length > 0) return;
  const scalar = withoutScalar(a);
  if (scalar) use('eigenvalue of a multiple', scalar.scalar, index, scalar.rest);
  const cut = k === 1 ? cutBehindFirst(a) : null;
  if (cut && cut.rest.shape.length === 2 && alike(cut.front, permute(cut.rest, [1, 0]))) {
    use('largest eigenvalue of a Gram matrix', cut.rest);
    if (writeTerm(cut.front) < writeTerm(cut.rest)) use('norm of the transpose', cut.rest);
  }
}
const sized = (t: Term, { powers }: Monomial): Term => {
  const sizes = Object.entries(powers).map(([d, e]) => dimension(d, e));
  const axes = 'ij'.slice(0, t.shape.length);
  return contract([t, ...sizes], [axes, ...sizes.map(() => '')], axes);
};
