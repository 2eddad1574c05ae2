/** Where ranks come from besides the matrices of a goal: zero, and equations between matrices. */
import type { Dim } from '../../kernel/term.ts';
import { zeros } from '../../kernel/graph.ts';
import { fact, first, modusPonens, weak, type Theorem } from '../../kernel/theorem.ts';
import type { Equation } from '../derived/equations.ts';
import { retell } from '../derived/labelled.ts';
import { product } from '../graphs/chains.ts';

/** rank 0 ≤ 0, of any shape: 0 is the square 0 times it. */
export function rankOfZeros(shape: readonly Dim[]): Theorem[] {
  const m = shape[0] as Dim;
  const [square, whole] = [zeros([m, m]), zeros(shape)];
  return [
    weak(modusPonens(fact('rank of a projector', square), retell(product(square, square), square))),
    first(fact('rank of a product', square, whole)),
  ];
}

/** A product that is equal to a sum. */
export const isOfMatrices = ({ left, right }: Equation): boolean =>
  left.shape.length === 2 &&
  Math.min(left.monomials.length, right.monomials.length) === 1 &&
  Math.max(left.monomials.length, right.monomials.length) > 1;
