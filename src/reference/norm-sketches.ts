/** Why the facts about norms and singular values hold. */
import type { Sketches } from './sketch.ts';

export const normSketches: Sketches = {
  'the norm is not negative': {
    sketch: 'norm(A) is the largest |A v| over unit vectors v, and a length is not negative.',
  },
  'the norm bounds': {
    sketch: `For v = 0 both sides are 0. Otherwise v/|v| is a unit vector, so |A v|/|v| ≤ norm(A);
        square and multiply by |v|².`,
  },
  'the norm is attained': {
    sketch: `v ↦ |A v|² is continuous, and the unit sphere is compact and not empty. So it has a
        largest value there, which is norm(A)².`,
  },
  'the norm is least': {
    sketch: `At a unit vector v with |A v| = norm(A), the hypothesis says norm(A)² ≤ s². Since s ≥ 0,
        norm(A) ≤ s.`,
  },
  'the norm bounds a form': {
    sketch: "Cauchy and Schwarz: (x'A y)² ≤ |x|² |A y|². Then |A y|² ≤ norm(A)² |y|².",
  },
  'norm of the transpose': {
    sketch: `norm(A) is the largest x'A y over unit vectors x and y: for fixed y the best x is A y/|A
        y|. And x'A y = y'A'x.`,
  },
  'norm of a sum': {
    sketch: 'For a unit vector v, |(A + B) v| ≤ |A v| + |B v| ≤ norm(A) + norm(B).',
  },
  'norm of a product': {
    sketch: 'For a unit vector v, |A B v| ≤ norm(A) |B v| ≤ norm(A) norm(B).',
  },
  'norm of a multiple': {
    sketch: '|s A v| = |s| |A v| for each v; take the largest over unit vectors.',
  },
  'norm of the negative': { sketch: '|−A v| = |A v| for each v.' },
  'norm of a positive multiple': {
    sketch: '|s A v| = s |A v| for s ≥ 0; take the largest over unit vectors v.',
  },
  'the norm bounds a quadratic form': {
    sketch: "Cauchy and Schwarz: |v'A v| ≤ |v| |A v| ≤ norm(A) |v|².",
  },
  'Frobenius norm of a product': {
    says: 'normF(A B)² ≤ norm(A)² normF(B)² and normF(A B)² ≤ norm(B)² normF(A)²',
    sketch: `Column j of A B is A bⱼ, with |A bⱼ|² ≤ norm(A)² |bⱼ|². Summing over the columns gives
        the first. The second is the first for B'A'.`,
  },
  'norm of a Gram matrix': {
    sketch: `norm(A'A) ≤ norm(A') norm(A) = norm(A)². At a unit vector v with |A v| = norm(A):
        norm(A)² = v'A'A v ≤ norm(A'A).`,
  },
  'norm of an outer product': {
    says: "norm(x y')² = |x|² |y|²",
    sketch: `x y' v = x (y'v) has length |x| |y'v|. Over unit vectors v, |y'v| is at most |y|, with
        equality at v = y/|y|; for y = 0 both sides are 0.`,
  },
  'norm of the identity': { sketch: '|I v| = |v| = 1 for each unit vector v.' },
  'norm under an isometry': {
    sketch: "|U A v|² = v'A'U'U A v = |A v|² for each v.",
  },
  'norm and Frobenius norm': {
    says: 'norm(A)² ≤ normF(A)² ≤ rank(A) norm(A)²',
    sketch: `normF(A)² is the sum of the squared singular values. The largest is norm(A)², and
        rank(A) of them are not 0.`,
  },
  'norm of a symmetric matrix': {
    sketch: `In an orthonormal basis of eigenvectors A is diagonal, so norm(A) is the largest |λᵢ|.
        That is the largest λᵢ or the largest −λᵢ.`,
  },
  'norm between definite bounds': {
    sketch: `At a unit eigenvector of A with eigenvalue t, the two forms are s − t ≥ 0 and s + t ≥ 0,
        so |t| ≤ s. The norm of a symmetric matrix is the largest |t|.`,
  },
  'norm of the inverse': {
    sketch: `With A = U diag(d) V' a singular value decomposition, inv(A) = V diag(1/dᵢ) U'. The
        largest 1/dᵢ is 1 over the smallest dᵢ.`,
  },
  'sigma_min is not negative': {
    sketch: 'Singular values are roots of eigenvalues of a psd matrix.',
  },
  'sigma_min bounds': {
    sketch: `With A = U diag(d) V', U'U = I and V orthogonal: |A v|² = Σ dᵢ² wᵢ² for w = V'v. This is
        at least sigma_min(A)² Σ wᵢ² = sigma_min(A)² |v|².`,
  },
  'sigma_min is attained': {
    sketch: `Take v as the right singular vector of the smallest singular value: |v| = 1 and |A v| =
        sigma_min(A).`,
  },
  'sigma_min of the transpose': {
    sketch: "A = U D V' gives A' = V D' U': the same singular values, min(m, n) of them.",
  },
  'sigma_min and norm': { sketch: 'The smallest singular value is at most the largest.' },
  'sigma_min and rank': {
    sketch: `The rank is the number of positive singular values. The smallest of the min(m, n)
        singular values is positive exactly if the rank is m or n: then A is onto or one-to-one.`,
  },
  'the nuclear norm is not negative': {
    sketch: 'It is the sum of the singular values, which are not negative.',
  },
  'nuclear duality': {
    sketch: `Let B = Σ dᵢ uᵢ vᵢ' be a singular value decomposition. Then tr(A B') = Σ dᵢ uᵢ'A vᵢ, and
        each uᵢ'A vᵢ is at most norm(A).`,
  },
  'the nuclear norm is attained': {
    sketch: `With A = Σ dᵢ uᵢ vᵢ' a singular value decomposition, U = Σ uᵢ vᵢ' has norm 1, and tr(U
        A') = Σ dᵢ.`,
  },
  'nuclear norm of the transpose': { sketch: "A and A' have the same singular values." },
  'nuclear norm under an isometry': {
    sketch: "(U A)'(U A) = A'U'U A = A'A: the singular values that are not 0 are the same.",
  },
  'nuclear norm of a sum': {
    sketch: `Take U with norm(U) ≤ 1 and tr(U (A + B)') = nuclear(A + B). By duality tr(U A') ≤
        nuclear(A) and tr(U B') ≤ nuclear(B).`,
  },
  'nuclear norm of a multiple': { sketch: 'The singular values of s A are |s| times those of A.' },
  'nuclear norm and norm': {
    sketch: `The largest of some numbers that are not negative is at most their sum. The sum of
        rank(A) positive singular values is at most rank(A) times the largest.`,
  },
  'nuclear norm and Frobenius norm': {
    says: 'normF(A)² ≤ nuclear(A)² ≤ rank(A) normF(A)²',
    sketch: `Σ dᵢ² ≤ (Σ dᵢ)², for the products dᵢ dⱼ are not negative. Cauchy and Schwarz for the
        rank(A) positive singular values: (Σ dᵢ)² ≤ rank(A) Σ dᵢ².`,
  },
  'nuclear norm of a psd matrix': {
    sketch: 'The singular values of a psd matrix are its eigenvalues, and the trace is their sum.',
  },
  'sigma_min of the identity': { sketch: 'All singular values of I are 1.' },
  'sigma_min of a Gram matrix': {
    sketch: `If A has n ≤ m singular values dᵢ, A'A n×n has the eigenvalues dᵢ². They are its
        singular values as well, since it is psd. A wide A has a singular A'A, whatever its
        smallest singular value is.`,
  },
  'eigenvalue of a negative Gram matrix': {
    sketch: `For n ≤ m the eigenvalues of −A'A are −dᵢ², with dᵢ the singular values of A. The
        largest of them belongs to the smallest dᵢ.`,
  },
  'norm and sigma_min of a shift': {
    sketch: `A = U diag(d) U' with all dᵢ ≥ 0, so A + s I = U diag(dᵢ + s) U'. All dᵢ + s ≥ 0 are
        singular values: the largest and the smallest move by s.`,
  },
  'nuclear norm of a product': {
    says: 'nuclear(A B)² ≤ normF(A)² normF(B)²',
    sketch: `Take U with norm(U) ≤ 1 and tr(U'A B) = nuclear(A B). By Cauchy and Schwarz this is at
        most normF(A'U) normF(B), and normF(A'U) ≤ norm(U) normF(A).`,
  },
  'norms of a symmetric product': {
    says: "(A B)' = A B: norm(A B) ≤ norm(B A) and nuclear(A B) ≤ nuclear(B A)",
    sketch: `The singular values of the symmetric A B are the absolute values of its eigenvalues. But
        for zeros, B A has the same eigenvalues. No eigenvalue exceeds the norm, and by Weyl the
        absolute values of all eigenvalues together are at most the sum of the singular values.`,
  },
};
