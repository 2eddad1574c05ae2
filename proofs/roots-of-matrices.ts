/** Roots of positive semidefinite matrices: proved through a name for the root. */
import { family, lemma } from 'elenchus';

const bhatia = 'R. Bhatia: Matrix Analysis, Springer, 1997';
const higham = 'N. J. Higham: Functions of Matrices, SIAM, 2008';

export default family('roots-of-matrices', [
  lemma('root-of-a-square', {
    claim: `A: n×n psd |- sqrtm(A^2) = A`,
    source: `${higham}, theorem 1.29`,
  }),
  lemma('roots-under-similarity', {
    claim: `A: n×n psd; Q: n×n orthogonal |- sqrtm(Q A Q') = Q sqrtm(A) Q'`,
    source: `${higham}, theorem 1.13`,
  }),
  lemma('root-of-the-inverse', {
    claim: `A: n×n pd |- inv(sqrtm(A)) = sqrtm(inv(A))`,
    source: `${higham}, section 1.7`,
  }),
  lemma('roots-commute', {
    claim: `A: n×n psd; B: n×n; A B = B A |- sqrtm(A) B = B sqrtm(A)`,
    source: `${higham}, theorem 1.13`,
  }),
  lemma('root-of-a-commuting-product', {
    claim: `A, B: n×n psd; A B = B A |- sqrtm(A) sqrtm(B) = sqrtm(A B)`,
    source: `${higham}, section 1.7`,
  }),
  lemma('determinant-of-a-root', {
    claim: `A: n×n psd |- det(sqrtm(A))^2 = det(A)`,
    source: `${higham}, section 1.7`,
  }),
  lemma('rank-of-a-root', {
    claim: `A: n×n psd |- rank(sqrtm(A)) = rank(A)`,
    source: `${higham}, section 1.7`,
  }),
  lemma('roots-keep-the-order', {
    claim: `A, B: n×n psd; A <<= B |- sqrtm(A) <<= sqrtm(B)`,
    source: `${bhatia}, theorem V.1.9`,
  }),
  lemma('roots-below-the-mean', {
    claim: `A: n×n psd |- 2 sqrtm(A) <<= A + I`,
    source: `${bhatia}, section V.1`,
  }),
  lemma('trace-of-a-root', {
    claim: `A: n×n psd |- tr(sqrtm(A))^2 <= n tr(A)`,
    source: 'The Cauchy-Schwarz inequality',
  }),
  lemma('modulus-of-a-rotated-matrix', {
    claim: `A: n×n; Q: n×n orthogonal |- modulus(Q A) = modulus(A)`,
    source: `${bhatia}, section I.2`,
  }),
  lemma('modulus-of-a-psd-matrix', {
    claim: `A: n×n psd |- modulus(A) = A`,
    source: `${bhatia}, section I.2`,
  }),
  lemma('whitening', {
    claim: `A: n×n pd |- A^(-1/2) A A^(-1/2) = I`,
    source: `${higham}, section 2.6`,
  }),
  lemma('norms-of-the-modulus', {
    claim: `A: m×n |- schatten[2](modulus(A)) = normF(A)`,
    source: `${bhatia}, section IV.2`,
  }),
  lemma('norms-of-schatten-and-ky-fan', {
    claim: `A: m×n |- kyfan[1](A) <= schatten[2](A)`,
    source: `${bhatia}, section IV.2`,
  }),
  lemma('trace-norm-of-a-psd-matrix', {
    claim: `A: n×n psd |- schatten[1](A) = tr(A)`,
    source: `${bhatia}, section IV.2`,
  }),
]);
