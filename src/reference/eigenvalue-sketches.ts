/** Why the facts about eigenvalues, definite matrices, roots and exponentials of matrices hold. */
import type { Sketches } from './sketch.ts';

export const eigenvalueSketches: Sketches = {
  'the largest eigenvalue bounds': {
    sketch: `In an orthonormal basis of eigenvectors, v'A v = Σ λᵢ wᵢ² ≤ λ₁ Σ wᵢ² = λ₁ |v|², with wᵢ
        the coordinates of v.`,
  },
  'an eigenvalue is attained': {
    says: "A' = A and k ≤ n: A v = lambda[k](A) v for some unit vector v",
    sketch: `The spectral theorem gives an orthonormal basis of eigenvectors. Sort them by
        eigenvalue, from the largest, and take the k-th.`,
  },
  'eigenvalues descend': {
    says: "A' = A and k + 1 ≤ n: lambda[k+1](A) ≤ lambda[k](A)",
    sketch: 'Eigenvalues are counted with multiplicity from the largest.',
  },
  'the second eigenvalue bounds': {
    sketch: `A symmetric A that fixes the line of v also maps its orthogonal complement to itself. On
        the complement A has the eigenvalues λ₂, …, λₙ. The largest of them bounds the form
        there.`,
  },
  'eigenvalue and norm': {
    says: "A' = A and k ≤ n: −norm(A) ≤ lambda[k](A) ≤ norm(A)",
    sketch: 'For a unit eigenvector v, |λₖ| = |A v| ≤ norm(A).',
  },
  'largest eigenvalue of a Gram matrix': {
    sketch: `The largest v'A'A v over unit vectors v is the largest |A v|², that is norm(A)²; for the
        symmetric A'A it is λ₁ as well.`,
  },
  'eigenvalues of a psd matrix': {
    says: 'A psd and k ≤ n: 0 ≤ lambda[k](A) ≤ tr(A)',
    sketch: `λₖ = v'A v ≥ 0 for a unit eigenvector v. The trace is the sum of all eigenvalues, and
        the others are not negative.`,
  },
  'eigenvalue of a multiple': {
    says: "A' = A, k ≤ n and s ≥ 0: lambda[k](s A) = s lambda[k](A)",
    sketch:
      'A v = λ v gives s A v = s λ v; multiplication by s ≥ 0 keeps the order of the eigenvalues.',
  },
  'eigenvalue of a shift': {
    says: "A' = A and k ≤ n: lambda[k](A + s I) = lambda[k](A) + s",
    sketch: 'A v = λ v gives (A + s I) v = (λ + s) v; adding s keeps the order of the eigenvalues.',
  },
  'square root': {
    sketch: "A = U diag(d) U' with all dᵢ ≥ 0. Take R = U diag(√dᵢ) U'.",
  },
  'spectral theorem': {
    sketch: `On the compact unit sphere v'A v has a largest value, at some v. There the derivative 2
        A v is a multiple of v, so v is an eigenvector. A maps the orthogonal complement of v to
        itself; continue there, by induction on n.`,
  },
  'a shared eigenvector': {
    says: `A and B symmetric, A B = B A: some unit v has A v = h v and v'B v ≤ x'B x / x'x for all x
      ≠ 0`,
    sketch: `One orthonormal basis diagonalises both A and B. Take the basis vector with the least
        eigenvalue of B: it is an eigenvector of A, and the least eigenvalue of B bounds its
        form from below.`,
  },
  'a pd matrix is psd': {
    sketch: "For v ≠ 0 the form v'A v is positive, and for v = 0 it is 0.",
  },
  'trace of a definite matrix': {
    sketch:
      "Each diagonal entry is e'A e > 0 for a coordinate vector e, and there is at least one.",
  },
  'a form that vanishes': {
    sketch: "With R the root of A: x'A x = |R x|² = 0, so R x = 0 and A x = R R x = 0.",
  },
  'Cauchy and Schwarz for a psd form': {
    sketch: `With R the root of A, x'A y is the inner product of R x and R y. Apply Cauchy and
        Schwarz to these.`,
  },
  'trace of a product of psd matrices': {
    sketch: `With R and S the roots of A and B: tr(A B) = tr(R R S S) = tr((R S)'(R S)) = normF(R S)²
        ≥ 0. Traces of cyclic shifts of a product are equal.`,
  },
  'product of commuting psd matrices': {
    sketch: `One orthonormal basis diagonalises both matrices. There A B is diagonal, with the
        products aᵢ bᵢ ≥ 0 on the diagonal.`,
  },
  'inverse of a definite matrix': {
    sketch: `inv(A) is symmetric, since (inv(A))' = inv(A'). For y ≠ 0 put x = inv(A) y, which is not
        0: y'inv(A) y = x'A x > 0.`,
  },
  'inverses in the opposite order': {
    sketch: `With R the root of B, M = inv(R) A inv(R) ⪰ I. All eigenvalues of M are at least 1, so
        inv(M) ⪯ I. Since inv(M) = R inv(A) R, multiplying by inv(R) on both sides gives inv(A)
        ⪯ inv(B).`,
  },
  'inverses in the strict opposite order': {
    sketch: `With R the root of B, M = inv(R) A inv(R) ≻ I. All eigenvalues of M are above 1, so
        inv(M) ≺ I. Multiplying R inv(A) R ≺ I by inv(R) on both sides gives inv(A) ≺ inv(B).`,
  },
  'sigma_min of a psd matrix': {
    sketch: `The singular values of a psd matrix are its eigenvalues, since A'A = A² has their squares.
        The smallest eigenvalue of A is minus the largest of -A.`,
  },
  'a psd matrix below its trace': {
    sketch: "v'A v ≤ λ₁ |v|², and λ₁ ≤ Σ λᵢ = tr(A), for no eigenvalue is negative.",
  },
  'trace, rank and Frobenius norm': {
    says: 'tr(A)² ≤ rank(A) normF(A)²',
    sketch: `Let P be the orthogonal projector onto the range of A, so P A = A and normF(P)² = tr(P)
        = rank(A). By Cauchy and Schwarz tr(A)² = tr(P A)² ≤ normF(P)² normF(A)².`,
  },
  'inverses are convex': {
    sketch: `The block matrices [A, I; I, inv(A)] and [B, I; I, inv(B)] are psd, by Schur
        complements. So is their mean [(A + B)/2, I; I, (inv(A) + inv(B))/2]. Its Schur
        complement is the difference in the statement.`,
  },
  'root of a psd matrix': {
    sketch: "sqrtm(A) is U diag(√dᵢ) U' for A = U diag(d) U'. It is psd, and its square is A.",
  },
  'root of a pd matrix': {
    sketch: "A = U diag(d) U' has all dᵢ > 0, so all √dᵢ are positive as well.",
  },
  'the root is one': {
    sketch: `A psd root A commutes with A A. On each eigenspace of A A, to the eigenvalue t, A is
        symmetric and psd with square t I, so it is √t I. The same holds for B.`,
  },
  'a root commutes': {
    sketch: `Let p be a polynomial with p(dᵢ²) = dᵢ for each eigenvalue dᵢ ≥ 0 of A. Then p(A A) = A,
        and what commutes with A A commutes with p(A A).`,
  },
  'exponentials of opposite matrices': {
    sketch: 'A and −A commute, so expm(A) expm(−A) = expm(A − A) = expm(0) = I.',
  },
  'exponential of the zero matrix': {
    sketch: 'In the series Σ Aᵏ/k! only the summand k = 0 is left.',
  },
  'exponential of the transpose': {
    sketch: "Transpose the series Σ Aᵏ/k! summand by summand: (Aᵏ)' = (A')ᵏ.",
  },
  'exponential of a sum of commuting matrices': {
    sketch: `Since A B = B A, the binomial theorem holds: (A + B)ᵏ/k! = Σ (Aⁱ/i!)(Bʲ/j!) over i + j =
        k. Summing over k is the product of both series, which converge absolutely.`,
  },
  'exponentials on both sides of a matrix': {
    sketch: 'A B = B C gives Aᵏ B = B Cᵏ by induction. Divide by k! and sum over k.',
  },
  'exponential at an eigenvector': {
    sketch: 'A v = s v gives Aᵏ v = sᵏ v. Divide by k! and sum over k.',
  },
  'exponential of a multiple of I': {
    sketch: '(s I)ᵏ = sᵏ I; divide by k! and sum over k.',
  },
  'exponential of a symmetric matrix': {
    sketch: "A = U diag(d) U' gives expm(A) = U diag(exp(dᵢ)) U', and each exp(dᵢ) is positive.",
  },
  'exponential above its tangent': {
    sketch: `A = U diag(d) U' with U orthogonal. So expm(A) − I − A = U diag(exp(dᵢ) − 1 − dᵢ) U',
        and exp(t) ≥ 1 + t for every number t.`,
  },
  'logarithm of a pd matrix': {
    sketch: `A = U diag(d) U' with all dᵢ > 0, and logm(A) = U diag(log(dᵢ)) U'. It is symmetric, and
        its exponential is U diag(d) U'.`,
  },
  'the symmetric logarithm is one': {
    sketch: `Let p be a polynomial with p(exp(dᵢ)) = dᵢ for the eigenvalues dᵢ of both A and B. Then
        A = p(expm(A)) = p(expm(B)) = B.`,
  },
};
