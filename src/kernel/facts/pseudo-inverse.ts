/** The Moore–Penrose pseudo-inverse: its four equations, and that no other matrix solves them. */
import { equal, implies, type Formula } from '../formula.ts';
import { operation } from '../graph.ts';
import type { Term } from '../term.ts';
import { all, isSymmetric, matrix, product, facts, type Facts } from './fact.ts';

const penrose = (a: Term, x: Term): Formula => {
  const [ax, xa] = [product(a, x), product(x, a)];
  return all(equal(product(ax, a), a), equal(product(xa, x), x), isSymmetric(ax), isSymmetric(xa));
};
const source = 'Penrose, A generalized inverse for matrices, 1955';

export const pseudoInverses: Facts = facts([
  //  A A⁺ A = A, A⁺ A A⁺ = A⁺, A A⁺ and A⁺ A symmetric
  [
    'Moore and Penrose',
    { source, statement: (a) => penrose(matrix(a), operation('pinv', matrix(a))) },
  ],
  //  whatever solves the four equations is A⁺
  [
    'the pseudo-inverse is one',
    {
      source,
      statement: (a, x) =>
        implies(penrose(matrix(a), matrix(x)), equal(matrix(x), operation('pinv', matrix(a)))),
    },
  ],
]);
