/**
 * Inequalities between determinants of positive semidefinite matrices and of products, at every
 * size, singular ones too.
 */
import { implies, is } from '../formula.ts';
import { add, contract } from '../graph.ts';
import { fail } from '../seal.ts';
import type { Term } from '../term.ts';
import { det, facts, flipped, matrix, product, square, type Facts } from '../facts/fact.ts';
import { atMost, given, mul } from '../facts/spectral-terms.ts';

const pair = (a: Term | undefined, b: Term | undefined): readonly [Term, Term] =>
  square(a).shape[0] === square(b).shape[0]
    ? [square(a), square(b)]
    : fail('two square matrices of one size are wanted');

export const determinantInequalities: Facts = facts([
  //  A, B ⪰ 0 give det A + det B ≤ det(A + B)
  [
    'Minkowski, determinants of sums',
    {
      source: 'Minkowski 1905; Horn and Johnson, Matrix Analysis, theorem 7.8.21',
      statement: (x, y) => {
        const [a, b] = pair(x, y);
        return given([is('psd', a), is('psd', b)], atMost(add(det(a), det(b)), det(add(a, b))));
      },
    },
  ],
  //  A, B ⪰ 0 give det A det B ≤ det(A ∘ B)
  [
    'Oppenheim',
    {
      source: 'Oppenheim 1930; Horn and Johnson, Matrix Analysis, theorem 7.8.16',
      statement: (x, y) => {
        const [a, b] = pair(x, y);
        const entrywise = contract([a, b], ['ij', 'ij'], 'ij');
        return given([is('psd', a), is('psd', b)], atMost(mul(det(a), det(b)), det(entrywise)));
      },
    },
  ],
  //  A ⪰ 0 gives det A ≤ Π A_ii
  [
    'Hadamard, determinant and diagonal',
    {
      source: 'Hadamard 1893; Horn and Johnson, Matrix Analysis, theorem 7.8.1',
      statement: (x) => {
        const a = square(x);
        return implies(is('psd', a), atMost(det(a), det(contract([a], ['ii'], 'ii'))));
      },
    },
  ],
  //  P = [A, B] and Q = [C; D]: det(P Q)² ≤ det(P P') det(Q'Q)
  [
    'Cauchy and Binet, determinants of products',
    {
      source: 'Horn and Johnson, Matrix Analysis, section 0.8.7, with Cauchy and Schwarz',
      statement: (a, b, c, d) => {
        const [first, second] = [matrix(a), matrix(b)];
        const [third, fourth] = [matrix(c), matrix(d)];
        const whole = add(product(first, third), product(second, fourth));
        const rows = add(product(first, flipped(first)), product(second, flipped(second)));
        const columns = add(product(flipped(third), third), product(flipped(fourth), fourth));
        return atMost(mul(det(square(whole)), det(whole)), mul(det(rows), det(columns)));
      },
    },
  ],
]);
