/**
 * Published questions about matrices that have a negative answer: each refuted by a point that the
 * search finds.
 */
import { family, property } from 'elenchus';

const list =
  'A. Townsend, Open Problems in Numerical Linear Algebra, GitHub ajt60gaibb/OpenProblemsInNLA, 2026';

export default family('frontier', [
  property('determinants-of-powers', {
    claim: `A: n×n pd; B: n×n symmetric invertible
      |- det(A^6 + (B A^2 B)^4) >= det(A^6 + (A B^2 A)^4)`,
    expect: 'refuted',
    source: `${list}, MI-29`,
    note: 'The instance k = 6, p = 8: the powers of |A B| and |B A| are whole powers of B A^2 B and A B^2 A. Resolved in the negative there, by a matrix B that is not definite.',
    nondegenerate: 'A B != B A',
  }),
  property('determinants-of-powers-of-definite-matrices', {
    claim: `A, B: n×n pd |- det(A^6 + (B A^2 B)^4) >= det(A^6 + (A B^2 A)^4)`,
    expect: 'refuted',
    source: `${list}, MI-29`,
    note: 'The same with both matrices positive definite, which the resolution published with the list leaves aside. See proofs/findings/frontier.md.',
    nondegenerate: 'A B != B A',
  }),
  property('means-of-sums', {
    claim: `C, G, E, H: n×n pd
      |- norm(G^2 + H^2)^2 <= norm((C^2 + E^2) ((G inv(C) G)^2 + (H inv(E) H)^2))`,
    expect: 'refuted',
    source: `${list}, MI-21`,
    note: 'An instance, with the geometric means as variables: G is that of C and G inv(C) G.',
    nondegenerate: 'C G != G C',
  }),
  property('generalised-geometric-means', {
    claim: `C, X: n×n pd |- norm(C X C^2 X^7 C) <= norm(C^3 X^8 C)`,
    expect: 'refuted',
    source: `${list}, MI-23`,
    note: 'The instance r = s = 1, p = 2, t = 1/8 for the largest eigenvalue: A = C^2 and B = C X^8 C, so that all fractional powers are whole ones of C and X.',
    nondegenerate: 'C X != X C',
  }),
  property('weighted-geometric-means', {
    claim: `A, B: n×n pd
      |- norm(A^(1/2) (A^(-1/2) B A^(-1/2))^(1/8) A (A^(-1/2) B A^(-1/2))^(7/8) A^(1/2))
        <= norm(A B)`,
    expect: 'refuted',
    source: `${list}, MI-23`,
    note: 'The same instance in the words of the question, with weights 1/8 and 7/8 of the geometric mean.',
    nondegenerate: 'A B != B A',
  }),
  property('determinants-of-powers-of-moduli', {
    claim: `A: n×n pd; B: n×n symmetric invertible
      |- det(A^6 + modulus(A B)^8) >= det(A^6 + modulus(B A)^8)`,
    expect: 'refuted',
    source: `${list}, MI-29`,
    note: 'The instance k = 6, p = 8 in the words of the question.',
    nondegenerate: 'A B != B A',
  }),
  property('determinants-of-powers-of-moduli-of-definite-matrices', {
    claim: `A, B: n×n pd |- det(A^6 + modulus(A B)^8) >= det(A^6 + modulus(B A)^8)`,
    expect: 'refuted',
    source: `${list}, MI-29`,
    note: 'The same with both matrices positive definite. See proofs/findings/frontier.md.',
    nondegenerate: 'A B != B A',
  }),
  property('sums-of-squared-geometric-means', {
    claim: `A, B, C, D: n×n pd
      |- norm((A^(1/2) (A^(-1/2) B A^(-1/2))^(1/2) A^(1/2))^2
          + (C^(1/2) (C^(-1/2) D C^(-1/2))^(1/2) C^(1/2))^2)^2
        <= norm((A^2 + C^2) (B^2 + D^2))`,
    expect: 'refuted',
    source: `${list}, MI-21`,
    note: 'The instance of means-of-sums with the geometric means written out.',
    nondegenerate: 'A B != B A',
  }),
  property('singular-values-of-a-mean-between-powers', {
    claim: `A, B: n×n pd
      |- norm(A^(1/8) (A^(1/2) (A^(-1/2) B A^(-1/2))^(1/8) A^(1/2)) B^(7/8)) <= norm(A B)`,
    expect: 'refuted',
    source: `${list}, MI-22, of Lemos and Soares`,
    note: 'The instance t = 1/8 for the largest singular value.',
    nondegenerate: 'A B != B A',
  }),
  property('arithmetic-symmetric-modulus-of-a-sum', {
    claim: `X, Y: n×n; n >= 2
      |- lambda[2](modulus(X + Y) + modulus((X + Y)'))
        <= sqrt(2) (lambda[1](modulus(X) + modulus(X')) + lambda[2](modulus(Y) + modulus(Y')))`,
    expect: 'refuted',
    source: `${list}, MI-06, of T. Zhang, arXiv 2603.01046, Conjecture 1.6`,
    note: 'A consequence: if the sum lies below a sum of two unitary conjugates, the inequalities of Weyl compare the eigenvalues so.',
    nondegenerate: ['X != 0', 'Y != 0'],
  }),
  property('backward-errors-along-lsmr', {
    claim: `A: m×n; b: m; g, x, y: n
      g = A' b
      x = (g' A' A g/|A' A g|^2) g
      y = [g, A' A g] inv([A' A g, (A' A)^2 g]' [A' A g, (A' A)^2 g]) [A' A g, (A' A)^2 g]' g
      |- (A' (b - A y))' inv(A' A + (|b - A y|^2/|y|^2) I) A' (b - A y)/|y|^2
        <= (A' (b - A x))' inv(A' A + (|b - A x|^2/|x|^2) I) A' (b - A x)/|x|^2`,
    expect: 'refuted',
    source: `${list}, IE-17, of D. C.-L. Fong, Stanford 2011, 7.2.1`,
    note: "The approximate backward error at the first two iterates: x and y make A' (b - A x) least over the span of A' b and over that of A' b and A' A A' b.",
    nondegenerate: 'x != y',
  }),
  property('permutations-that-keep-a-place', {
    claim: `A: 4×4 psd; q: scalar; q >= 0; q <= 1
      |- q (A[1,1] A[2,3] A[3,2] A[4,4] + A[1,2] A[2,1] A[3,3] A[4,4])
        + q^2 (A[1,1] A[2,3] A[3,4] A[4,2] + A[1,1] A[2,4] A[3,2] A[4,3] + A[1,2] A[2,1] A[3,4]
        A[4,3] + A[1,2] A[2,3] A[3,1] A[4,4] + A[1,3] A[2,1] A[3,2] A[4,4])
        + q^3 (A[1,1] A[2,4] A[3,3] A[4,2] + A[1,2] A[2,3] A[3,4] A[4,1] + A[1,2] A[2,4] A[3,1]
        A[4,3] + A[1,3] A[2,1] A[3,4] A[4,2] + A[1,4] A[2,1] A[3,2] A[4,3])
        + q^4 (A[1,2] A[2,4] A[3,3] A[4,1] + A[1,3] A[2,4] A[3,1] A[4,2] + A[1,4] A[2,1] A[3,3]
        A[4,2])
        + q^5 (A[1,3] A[2,4] A[3,2] A[4,1] + A[1,4] A[2,3] A[3,1] A[4,2])
        + q^6 (A[1,4] A[2,3] A[3,2] A[4,1]) >= 0`,
    expect: 'refuted',
    source: `${list}, MI-19, of R. B. Bapat and A. K. Lal`,
    note: 'The instance n = 4, S = {2}: what the permutations that move 2 add to the q-permanent.',
    nondegenerate: ['q != 0', 'q != 1'],
  }),
  property('cubes-of-roots-keep-the-order', {
    claim: `A, B: n×n psd; A <<= B |- A^(3/2) <<= B^(3/2)`,
    expect: 'refuted',
    source: 'R. Bhatia: Matrix Analysis, V.1: powers above 1 are not operator monotone',
    nondegenerate: ['A != 0', 'A != B'],
  }),
  property('triangle-inequality-of-moduli', {
    claim: `A, B: n×n |- modulus(A + B) <<= modulus(A) + modulus(B)`,
    expect: 'refuted',
    source: 'R. Bhatia: Matrix Analysis, III.5: it holds up to unitary matrices alone',
    nondegenerate: ['A != 0', 'B != 0'],
  }),
  property('concave-functions-of-two-projections', {
    claim: `P, Q: n×n symmetric projector |- P + Q <<= (P + Q)^2`,
    expect: 'refuted',
    source: `${list}, MI-26`,
    note: 'The function x - x^2 at P + Q, an instance.',
    nondegenerate: ['P != 0', 'Q != 0'],
  }),
  property('residual-of-the-best-approximation', {
    claim: `A: m×n |- normF(A)^4 - tr((A' A)^2) <= normF(A)^2 (normF(A)^2 - norm(A)^2)`,
    expect: 'refuted',
    source: `${list}, RA-03`,
    note: 'The instance k = 1.',
    nondegenerate: 'A != 0',
  }),
  property('inverse-norm-from-upper-bounds', {
    claim: `a, b, c, d, e, f: scalar positive; a <= 2; b <= 2; c <= 2; d <= 1; e <= 1; f <= 1
      a >= d + e; b >= d + f; c >= e + f
      |- norm1(inv([a, d, e; d, b, f; e, f, c])[1,:]) >= 5/4
        or norm1(inv([a, d, e; d, b, f; e, f, c])[2,:]) >= 5/4
        or norm1(inv([a, d, e; d, b, f; e, f, c])[3,:]) >= 5/4`,
    expect: 'refuted',
    source: `${list}, IE-19`,
    note: 'The instance n = 3, m = 1, alpha = 1: the largest row sum of the inverse. The published matrix has 2 on the diagonal and 1/2 next to it.',
    nondegenerate: ['d != 0', 'e != 0', 'f != 0'],
  }),
  property('squares-keep-the-order', {
    claim: `A, B: n×n psd; A >>= B |- 20 A^2 - 19 B^2 >>= 0`,
    expect: 'refuted',
    source: 'R. Bhatia: Matrix Analysis, V.1, after Proposition V.1.2',
    note: 'The square is not operator monotone, even by a clear margin.',
    nondegenerate: ['B != 0', 'A != B'],
  }),
  property('commutator-of-three', {
    claim: `A, C: n×n; B: n×n; n >= 2
      |- normF(A B C - C B A)^2 <= 2 norm(B)^2 (lambda[1](A' A) + lambda[2](A' A)) normF(C)^2`,
    expect: 'survived',
    source: `${list}, MI-13, of M. Nobori, arXiv 2506.17365, Conjecture 3.1`,
    note: 'True by the resolution published with the list, for square matrices here; not proved by the kernel.',
  }),
]);
