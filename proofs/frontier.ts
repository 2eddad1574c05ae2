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
]);
