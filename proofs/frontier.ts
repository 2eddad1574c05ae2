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
  lemma('means-below-the-identity', {
    claim: `C, X: n×n pd; C X^2 C <<= inv(C)^2 |- C X C <<= I`,
    proof: `
      have h: inv(C)^2 - C X^2 C is psd                       by hypothesis
      have a: inv(C)' (inv(C)^2 - C X^2 C) inv(C) is psd      by order/congruence with M := inv(C)^2 - C X^2 C, C := inv(C)
      have e: inv(C)' (inv(C)^2 - C X^2 C) inv(C) = inv(C)^2 inv(C)^2 - X X   by hypothesis
      have b: inv(C)^2 inv(C)^2 - X X is psd                  by hypothesis
      have p: inv(C)^2 is psd                                 by hypothesis
      have c: inv(C)^2 - X is psd                             by Löwner and Heinz with A := inv(C)^2, B := X
      have d: C' (inv(C)^2 - X) C is psd                      by order/congruence with M := inv(C)^2 - X, C := C
      have f: C' (inv(C)^2 - X) C = I - C X C                 by hypothesis
      I - C X C is psd                                        by hypothesis`,
    source: `${list}, MI-23, the step at t = 1/2`,
    note: 'With A = C^2 and B = C X^2 C: where B is below inv(A), their geometric mean C X C is below I.',
  }),
]);
