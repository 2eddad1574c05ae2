/** Proofs of the cited theorems, or the place in the literature. */
import type { Sketches } from './sketch.ts';

export const theoremSketches: Sketches = {
  Weyl: {
    says: "A' = A, B' = B and k ≤ n: |lambda[k](A) − lambda[k](B)| ≤ norm(A − B)",
    sketch: `Courant and Fischer: λₖ(A) is the largest, over subspaces V of dimension k, of the least
        v'A v over unit vectors v in V. Since |v'A v − v'B v| ≤ norm(A − B) for each unit v,
        both values differ by at most norm(A − B).`,
  },
  'Weyl, sums': {
    says: "A' = A, B' = B and j + k − 1 ≤ n: lambda[j+k-1](A + B) ≤ lambda[j](A) + lambda[k](B)",
    sketch: `Three subspaces: of the last n − j + 1 eigenvectors of A, of the last n − k + 1 of B,
        and of the first j + k − 1 of A + B. Their dimensions add up to 2n + 1, so they share a
        unit vector v. There λ_{j+k−1}(A + B) ≤ v'(A + B)v ≤ λⱼ(A) + λₖ(B).`,
  },
  'Weyl, monotone': {
    says: "A' = A, B' = B, k ≤ n and A − B psd: lambda[k](B) ≤ lambda[k](A)",
    sketch: `v'B v ≤ v'A v for each v. Courant and Fischer: λₖ is the largest, over subspaces of
        dimension k, of the least value of the form on unit vectors, so it keeps this order.`,
  },
  'Weyl, singular values': {
    sketch: `The block matrix [0, A; A', 0] has the eigenvalues ±σᵢ(A) and otherwise 0. Its distance
        to the one of B has the norm norm(A − B). Apply Weyl to the eigenvalue with number
        min(m, n), which is sigma_min.`,
  },
  'Eckart and Young': {
    sketch: `Let m ≥ n; otherwise transpose. Since rank(B) < n, some unit vector v has B v = 0. Then
        norm(A − B) ≥ |(A − B) v| = |A v| ≥ sigma_min(A).`,
  },
  'Yu, Wang and Samworth': {
    says: `A' = A, B' = B, 2 ≤ n, v and u unit eigenvectors of A and B to the largest eigenvalues:
      (lambda[1](A) − lambda[2](A))² (1 − (u'v)²) ≤ 4 norm(B − A)²`,
    sketch: `Write u = c v + w with w orthogonal to v, |w|² = 1 − c². Then u'A u ≤ c² λ₁ + |w|² λ₂,
        so (λ₁ − λ₂)|w|² ≤ λ₁ − u'A u. With M = B − A, u'B u ≥ v'B v gives λ₁ − u'A u ≤ u'M u −
        v'M v ≤ 2 norm(M) |w|. So (λ₁ − λ₂)|w| ≤ 2 norm(M). The last bound holds as uu' − vv'
        has the eigenvalues ±|w|.`,
  },
  'polar decomposition': {
    sketch: `By a singular value decomposition A = U diag(d) V', U orthogonal m×m and V n×m with V'V
        = I. Take S = U diag(d) U' and R = U V'.`,
  },
  'singular value decomposition': {
    sketch: `By the spectral theorem A'A = V diag(d²) V'. For dᵢ > 0 the vectors uᵢ = A vᵢ/dᵢ are
        orthonormal; add further orthonormal vectors where dᵢ = 0, for which n ≤ m leaves room.
        Then A vᵢ = dᵢ uᵢ for all i.`,
  },
  'commuting symmetric matrices': {
    sketch: `B maps each eigenspace of A to itself: A v = h v gives A B v = B A v = h B v. The
        spectral theorem for B on each eigenspace gives an orthonormal basis of common
        eigenvectors.`,
  },
  'definite pencil': {
    sketch: `With R the root of A, inv(R) B inv(R) is symmetric, so it is U diag(d) U' with U
        orthogonal. Take X = inv(R) U: X'A X = U'U = I and X'B X = diag(d).`,
  },
  'Ky Fan': {
    says: "A' = A, U n×k with U'U = I, k a number: tr(U'A U) ≤ lambda[1](A) + … + lambda[k](A)",
    sketch: `In an orthonormal basis of eigenvectors, tr(U'A U) = Σ λᵢ pᵢ, with pᵢ the squared length
        of row i of U. Each pᵢ lies between 0 and 1, and they add up to k. The sum is largest
        with weight 1 at the k largest eigenvalues.`,
  },
  'Schur product theorem': {
    sketch: `With A = Σ aᵢ aᵢ', A .* B is the sum of diag(aᵢ) B diag(aᵢ), which are psd. If A and B
        are pd, then A ⪰ s I with s > 0, so A .* B ⪰ s I .* B, a diagonal matrix with positive
        entries.`,
  },
  'Schur, largest eigenvalue': {
    sketch: `λ₁(B) I − B is psd, so its entrywise product with A is: A .* B ⪯ λ₁(B) (A .* I). The
        diagonal entries of A are at most λ₁(A).`,
  },
  'Böttcher and Wenzel': {
    says: 'normF(A B − B A)² ≤ 2 normF(A)² normF(B)²',
    sketch: `The full proof is in Böttcher and Wenzel, The Frobenius norm and the commutator, Linear
        Algebra Appl. 429, 2008, pages 1864 to 1885. A shorter one is in Audenaert, Variance
        bounds, with an application to norm bounds for commutators, Linear Algebra Appl. 432,
        2010.`,
  },
  Kantorovich: {
    says: "0 < s, s I ⪯ A ⪯ t I: 4 s t (x'A x)(x'inv(A) x) ≤ (s + t)² (x'x)²",
    sketch: `Each eigenvalue a of A lies between s and t, so (a − s)(t − a)/a ≥ 0, that is a + s t/a
        ≤ s + t. For x this says x'A x + s t x'inv(A) x ≤ (s + t) x'x. The left side is at least
        2 √(s t (x'A x)(x'inv(A) x)); square.`,
  },
  'Löwner and Heinz': {
    sketch: `Let t be an eigenvalue of A − B with unit eigenvector v. From A A − B B = (A − B) A + B
        (A − B), 0 ≤ v'(A A − B B) v = t v'(A + B) v. If t were negative, v'(A + B) v would be
        0, so A v = B v = 0 and t v = 0, a contradiction.`,
  },
  'Minkowski, determinants of sums': {
    sketch: `If both are singular, the left side is 0 and the right side is not negative. Otherwise
        let A be invertible, with root R, and M = inv(R) B inv(R) with eigenvalues tᵢ ≥ 0. Then
        det(A + B) = det(A) Π (1 + tᵢ) ≥ det(A) (1 + Π tᵢ) = det(A) + det(B).`,
  },
  Oppenheim: {
    sketch: `A proof by Schur complements and induction on n is in Horn and Johnson, Matrix Analysis,
        theorem 7.8.16. Oppenheim proves the stronger det(A) Π B[i,i] ≤ det(A .* B); Hadamard
        gives Π B[i,i] ≥ det(B).`,
  },
  'Hadamard, determinant and diagonal': {
    sketch: `If A is singular the left side is 0. Otherwise scale to M = D A D with diagonal 1, D =
        diag(1/√A[i,i]). The mean of the eigenvalues of M is 1, so their product det(M) is at
        most 1, by the inequality of means. And det(A) = det(M) Π A[i,i].`,
  },
  'Cauchy and Binet, determinants of products': {
    says: "det(A C + B D)² ≤ det(A A' + B B') det(C'C + D'D)",
    sketch: `With P = [A, B] and Q = [C; D], det(P Q) is the sum over all m columns of P of the
        determinant of these columns of P times that of the same rows of Q (Cauchy and Binet).
        By Cauchy and Schwarz its square is at most the product of the sums of the squares, which
        are det(P P') and det(Q'Q).`,
  },
  'Lieb and Thirring': {
    says: 'A, B ⪰ 0: tr((A B)^k) ≤ tr(A^k B^k), k from 1 to 12',
    sketch: `A proof by antisymmetric tensor powers is in Bhatia, Matrix Analysis, theorem IX.2.10:
        the eigenvalues of (R A R)^k, with R the root of B, are log-majorised by those of R^k A^k
        R^k, because the largest one is (Cordes). Take the traces.`,
  },
  Cordes: {
    says: 'A, B ⪰ 0: norm(A B)^k ≤ norm(A^k B^k), k from 1 to 12',
    sketch: `Let norm(A^k B^k) = 1, with A and B invertible. Then B^k A^(2 k) B^k ⪯ I, so A^(2 k) ⪯
        B^(−2 k), and by Löwner and Heinz A² ⪯ B^(−2), which says norm(A B) ≤ 1. The general
        case follows by scaling and by continuity.`,
  },
};
