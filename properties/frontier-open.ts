/**
 * Published questions about matrices that were open when the list was read, in October 2026: hunted,
 * and neither proved nor refuted here.
 */
import { family, property } from 'elenchus';

const list =
  'A. Townsend, Open Problems in Numerical Linear Algebra, GitHub ajt60gaibb/OpenProblemsInNLA, 2026';

export default family('frontier', [
  property('crossed-heinz-at-an-eighth', {
    claim: `X, Y: n×n pd |- norm(X Y^7 + Y X^7) <= norm(X^8 + Y^8)`,
    expect: 'survived',
    source: `${list}, MI-02, of J.-C. Bourin`,
    note: 'The spectral norm at t = 1/8, with eighth roots as variables. Known for t from 1/4 to 3/4.',
  }),
  property('crossed-heinz-at-a-fifth-in-the-trace-norm', {
    claim: `X, Y: n×n pd |- nuclear(X Y^4 + Y X^4) <= tr(X^5 + Y^5)`,
    expect: 'survived',
    source: `${list}, MI-02, of J.-C. Bourin`,
    note: 'The trace norm at t = 1/5.',
  }),
  property('crossed-heinz-at-a-sixth-for-two-singular-values', {
    claim: `X, Y: n×n pd; n >= 2 |- kyfan[2](X Y^5 + Y X^5) <= kyfan[2](X^6 + Y^6)`,
    expect: 'survived',
    source: `${list}, MI-02, of J.-C. Bourin`,
    note: 'The Ky Fan norm k = 2 at t = 1/6.',
  }),
  property('compression-of-two-rows-in-the-trace-norm', {
    claim: `A: m×k; B: m×l; C: n×k; D: n×l
      |- nuclear([A, B; C, D]) >= nuclear([nuclear(A), nuclear(B); nuclear(C), nuclear(D)])`,
    expect: 'survived',
    source: `${list}, MI-01, of K. M. R. Audenaert`,
    note: 'The instance p = 1, N = 2, over the real matrices.',
  }),
  property('compression-of-two-rows-at-three', {
    claim: `A: m×k; B: m×l; C: n×k; D: n×l
      |- schatten[3]([A, B; C, D])
        <= schatten[3]([schatten[3](A), schatten[3](B); schatten[3](C), schatten[3](D)])`,
    expect: 'survived',
    source: `${list}, MI-01, of K. M. R. Audenaert`,
    note: 'The instance p = 3, N = 2, over the real matrices.',
  }),
  property('logarithmic-commutator', {
    claim: `A, B: n×n pd
      |- nuclear(B logm(A + B) - logm(A + B) B)
        <= -tr(A) log(tr(A)/tr(A + B)) - tr(B) log(tr(B)/tr(A + B))`,
    expect: 'survived',
    source: `${list}, MI-27, of K. M. R. Audenaert and F. Kittaneh`,
    note: 'Scaled, so that tr(A + B) need not be 1.',
  }),
  property('commutators-with-one-matrix', {
    claim: `X, E: 4×4; E = I
      |- kyfan[4]((E kron X - X' kron E)' (E kron X - X' kron E)) <= 6 normF(X)^2`,
    expect: 'survived',
    source: `${list}, MI-14, of Z. Lu and D. Wenzel`,
    note: 'The instance n = 4, k = 2, over the real matrices.',
  }),
  property('permanent-of-a-hadamard-product', {
    claim: `A, B: 5×5 psd |- per(A .* B) <= per(A) per(B)`,
    expect: 'survived',
    source: `${list}, MI-10, of J. Chollet`,
    note: 'The instance n = 5, over the real matrices; a preprint claims it up to n = 6.',
  }),
  property('dittert-at-five', {
    claim: `A: 5×5 nonnegative
      |- prod[i in 1..5](A[i,:] ones) + prod[i in 1..5](A'[i,:] ones) - per(A)
        <= (2 - 24/625) (ones' A ones/5)^5`,
    expect: 'survived',
    source:
      'E. Dittert, in H. Minc, Theory of permanents 1978–1981; see Special Matrices 12 (2024), 20240006',
    note: 'The instance n = 5, scaled, so that the entries need not add up to 5.',
  }),
  property('singular-values-of-a-mean-between-roots', {
    claim: `P, X: n×n pd |- norm(P^2 X P^2 X^2 P^2 X P^2) <= norm(P^3 X^2 P)^2`,
    expect: 'survived',
    source: `${list}, MI-22, of Lemos and Soares`,
    note: 'The instance t = 1/2 for the largest singular value, squared: A = P^2 and B = P X^2 P. The question is refuted at t = 1/8.',
  }),
  property('compression-of-two-rows-of-three-in-the-trace-norm', {
    claim: `A: m×j; B: m×k; C: m×l; D: n×j; E: n×k; F: n×l
      |- nuclear([A, B, C; D, E, F])
        >= nuclear([nuclear(A), nuclear(B), nuclear(C); nuclear(D), nuclear(E), nuclear(F)])`,
    expect: 'survived',
    source: `${list}, MI-01, of K. M. R. Audenaert`,
    note: 'The instance p = 1, N = 3, over the real matrices.',
  }),
  property('compression-of-two-rows-of-three-at-three', {
    claim: `A: m×j; B: m×k; C: m×l; D: n×j; E: n×k; F: n×l
      |- schatten[3]([A, B, C; D, E, F])
        <= schatten[3]([schatten[3](A), schatten[3](B), schatten[3](C);
          schatten[3](D), schatten[3](E), schatten[3](F)])`,
    expect: 'survived',
    source: `${list}, MI-01, of K. M. R. Audenaert`,
    note: 'The instance p = 3, N = 3, over the real matrices.',
  }),
  property('compression-of-two-complex-rows-in-the-trace-norm', {
    claim: `A: m×k complex; B: m×l complex; C: n×k complex; D: n×l complex
      |- nuclear([A, B; C, D]) >= nuclear([nuclear(A), nuclear(B); nuclear(C), nuclear(D)])`,
    expect: 'survived',
    source: `${list}, MI-01, of K. M. R. Audenaert`,
    note: 'The instance p = 1, N = 2, over the complex matrices, as the question has it.',
  }),
  property('crossed-heinz-at-an-eighth-in-the-trace-norm', {
    claim: `X, Y: n×n pd |- nuclear(X Y^7 + Y X^7) <= tr(X^8 + Y^8)`,
    expect: 'survived',
    source: `${list}, MI-02, of J.-C. Bourin`,
    note: 'The trace norm at t = 1/8.',
  }),
  property('crossed-heinz-at-a-sixth', {
    claim: `X, Y: n×n pd |- norm(X Y^5 + Y X^5) <= norm(X^6 + Y^6)`,
    expect: 'survived',
    source: `${list}, MI-02, of J.-C. Bourin`,
    note: 'The spectral norm at t = 1/6.',
  }),
  property('three-pairs-of-commutators-with-one-matrix', {
    claim: `X, E: 4×4; E = I
      |- kyfan[6]((E kron X - X' kron E)' (E kron X - X' kron E)) <= 8 normF(X)^2`,
    expect: 'survived',
    source: `${list}, MI-14, of Z. Lu and D. Wenzel`,
    note: 'The instance n = 4, k = 3, over the real matrices.',
  }),
  property('commutators-with-one-matrix-of-order-five', {
    claim: `X, E: 5×5; E = I
      |- kyfan[4]((E kron X - X' kron E)' (E kron X - X' kron E)) <= 6 normF(X)^2`,
    expect: 'survived',
    source: `${list}, MI-14, of Z. Lu and D. Wenzel`,
    note: 'The instance n = 5, k = 2, over the real matrices.',
  }),
  property('permanent-of-permanents-of-blocks', {
    claim: `A: 6×6 psd
      |- per(A)
        >= per([per([A[1,1], A[1,2]; A[2,1], A[2,2]]), per([A[1,3], A[1,4]; A[2,3], A[2,4]]), per([A[1,5], A[1,6]; A[2,5], A[2,6]]);
          per([A[3,1], A[3,2]; A[4,1], A[4,2]]), per([A[3,3], A[3,4]; A[4,3], A[4,4]]), per([A[3,5], A[3,6]; A[4,5], A[4,6]]);
          per([A[5,1], A[5,2]; A[6,1], A[6,2]]), per([A[5,3], A[5,4]; A[6,3], A[6,4]]), per([A[5,5], A[5,6]; A[6,5], A[6,6]])])`,
    expect: 'survived',
    source: `${list}, MI-12, of M. Marcus`,
    note: 'The instance m = 3, k = 2, over the real matrices. Known for m = 2.',
  }),
  property('permanent-of-a-hadamard-product-of-order-seven', {
    claim: `A, B: 7×7 psd |- per(A .* B) <= per(A) per(B)`,
    expect: 'survived',
    source: `${list}, MI-10, of J. Chollet`,
    note: 'The instance n = 7, over the real matrices.',
  }),
  property('permanental-dominance-of-a-cycle', {
    claim: `A: 5×5 psd
      |- A[1,1] A[2,2] A[3,3] A[4,4] A[5,5] + A[1,2] A[2,3] A[3,4] A[4,5] A[5,1]
          + A[1,3] A[2,4] A[3,5] A[4,1] A[5,2] + A[1,4] A[2,5] A[3,1] A[4,2] A[5,3]
          + A[1,5] A[2,1] A[3,2] A[4,3] A[5,4]
        <= per(A)`,
    expect: 'survived',
    source: `${list}, MI-11, of E. H. Lieb`,
    note: 'The instance n = 5 for the cyclic group of order five and its trivial character, over the real matrices.',
  }),
  property('square-submatrices-of-three-columns', {
    claim: `a, b, c, d, e, f: 3; S: 3×3
      S = a a' + b b' + c c' + d d' + e e' + f f'
      |- 6 (a a' + b b' + c c') >>= S or 6 (a a' + b b' + d d') >>= S
        or 6 (a a' + b b' + e e') >>= S or 6 (a a' + b b' + f f') >>= S
        or 6 (a a' + c c' + d d') >>= S or 6 (a a' + c c' + e e') >>= S
        or 6 (a a' + c c' + f f') >>= S or 6 (a a' + d d' + e e') >>= S
        or 6 (a a' + d d' + f f') >>= S or 6 (a a' + e e' + f f') >>= S
        or 6 (b b' + c c' + d d') >>= S or 6 (b b' + c c' + e e') >>= S
        or 6 (b b' + c c' + f f') >>= S or 6 (b b' + d d' + e e') >>= S
        or 6 (b b' + d d' + f f') >>= S or 6 (b b' + e e' + f f') >>= S
        or 6 (c c' + d d' + e e') >>= S or 6 (c c' + d d' + f f') >>= S
        or 6 (c c' + e e' + f f') >>= S or 6 (d d' + e e' + f f') >>= S`,
    expect: 'survived',
    source: `${list}, RA-18, of S. A. Goreinov, E. E. Tyrtyshnikov and N. L. Zamarashkin`,
    note: 'The instance r = 3, n = 6: rows of a matrix whose columns need not be orthonormal. Known for r = 2.',
  }),
]);
