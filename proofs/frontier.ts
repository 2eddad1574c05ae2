/** Published questions about matrices that have a positive answer which the kernel proves. */
import { family, lemma } from 'elenchus';

const list =
  'A. Townsend, Open Problems in Numerical Linear Algebra, GitHub ajt60gaibb/OpenProblemsInNLA, 2026';

export default family('frontier', [
  lemma('volume-sampling-decreases', {
    claim: `a, b, c: scalar positive
      |- 2 (a b + a c + b c)/(a + b + c) <= (a + b + c)
        and 3 a b c/(a b + a c + b c) <= 2 (a b + a c + b c)/(a + b + c)`,
    source: `${list}, RA-07`,
    note: 'The ratios (j + 1) e[j+1]/e[j] of elementary symmetric functions decrease, at n = 3.',
  }),
  lemma('distance-to-a-smaller-matrix', {
    claim: `A, B: n×n psd; A >>= B |- normF(A - B)^2 <= normF(A)^2 - normF(B)^2`,
    proof: `
      have a: 0 <= tr(B (A - B))     by trace of a product of psd matrices with A := B, B := A - B
      have e: normF(A)^2 - normF(B)^2 - normF(A - B)^2 = 2 tr(B (A - B))   by hypothesis
      normF(A - B)^2 <= normF(A)^2 - normF(B)^2   by order`,
    source: `${list}, RA-09`,
  }),
  lemma('geometric-mean-in-the-middle', {
    claim: `C, X: n×n pd |- norm(C X C^2 X C) <= norm(C^3 X^2 C)`,
    source: `${list}, MI-23`,
    note: 'The instance r = s = 1, p = 2, t = 1/2 for the largest eigenvalue: A = C^2 and B = C X^2 C. Refuted at t = 1/8.',
  }),
  lemma('norm-of-products-of-squares', {
    claim: `A, B: n×n psd |- norm(A B)^2 <= norm(A^2 B^2)`,
    source: 'R. Bhatia: Matrix Analysis, theorem IX.2.1, of H. O. Cordes',
    note: 'The exponent 1/2, for the squares.',
  }),
  lemma('norm-of-products-of-roots', {
    claim: `A, B: n×n psd |- norm(A^(1/2) B^(1/2))^2 <= norm(A B)`,
    source: 'R. Bhatia: Matrix Analysis, theorem IX.2.1, of H. O. Cordes',
    note: 'The exponent 1/2.',
  }),
]);
