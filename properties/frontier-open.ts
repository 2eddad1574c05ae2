/**
 * Published questions about matrices that were open when the list was read: hunted, and neither
 * proved nor refuted here.
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
]);
