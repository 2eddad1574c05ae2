/** Why the facts about determinants, adjugates and logarithms of determinants hold. */
import type { Sketches } from './sketch.ts';

export const determinantSketches: Sketches = {
  'det of a product': {
    sketch: `If A is singular, so is A B, and both sides are 0. Otherwise A is a product of
        elementary matrices, and multiplying B from the left by an elementary matrix E
        multiplies det(B) by det(E): it swaps two rows, scales a row, or adds a multiple of one
        row to another.`,
  },
  'det of the transpose': {
    sketch: `In Leibniz' formula det(A) = Σ_π sign(π) Π_i A[i, π(i)], put j = π(i): the product
        becomes Π_j A[π⁻¹(j), j]. Since sign(π⁻¹) = sign(π) and π⁻¹ runs through all
        permutations, the sum is det(A').`,
  },
  'det of the identity': {
    sketch: `In Leibniz' formula only the identity permutation picks no 0 from I; its summand is
        1·1·…·1 with sign +1.`,
  },
  'det of zero': {
    sketch: "Every summand of Leibniz' formula has at least one factor, since n ≥ 1, and it is 0.",
  },
  'det and inverse': {
    sketch: `If A B = I then det(A) det(B) = det(I) = 1, so det(A) is not 0. If det(A) is not 0, then
        A adj(A) = adj(A) A = det(A) I shows that adj(A)/det(A) is an inverse.`,
  },
  adjugate: {
    sketch: `Entry (i, j) of A adj(A) is Σ_k A[i,k] C[j,k], with C the cofactors. For i = j this is
        Laplace's expansion of det(A) along row i. For i ≠ j it is the same expansion for the
        matrix in which row j is replaced by row i; two of its rows are equal, so the sum is 0.
        Expansion along columns gives the other equation.`,
  },
  'adjugate of an invertible matrix': {
    sketch: 'Multiply A adj(A) = det(A) I from the left by inv(A).',
  },
  'adjugate of a product': {
    sketch: `For invertible A and B: adj(A B) = det(A B) inv(A B) = det(B) inv(B) det(A) inv(A) =
        adj(B) adj(A). The entries of both sides are polynomials in the entries of A and B. They
        agree on the invertible matrices, which are dense, so they agree everywhere.`,
  },
  'adjugate of the transpose': {
    sketch: `A minor of A' is the transpose of a minor of A, with the indices of row and column
        swapped. Transposing keeps its determinant, so the cofactors of A' are those of A
        transposed.`,
  },
  Sylvester: {
    sketch: `Let M be the block matrix [I, -A; B, I]. Eliminating its lower left block gives det(M) =
        det(I + B A). Eliminating its upper right block gives det(M) = det(I + A B).`,
  },
  'det of a multiple of the identity': {
    says: 'det(c I) = cⁿ, where the size n is a number up to 32',
    sketch: `In Leibniz' formula only the identity permutation avoids the zeros of c I; its summand
        is the product of the n diagonal entries c.`,
  },
  'det of a 1×1 matrix': {
    says: 'det(A) = A[1,1], A 1×1',
    sketch: "Leibniz' formula has one permutation and one factor.",
  },
  'det of a 2×2 matrix': {
    sketch: `With A = [a, b; c, d]: tr(A)² − tr(A²) = (a + d)² − (a² + 2bc + d²) = 2(ad − bc). The
        adjugate is [d, −b; −c, a] = (a + d) I − A.`,
  },
  'det of a 3×3 matrix': {
    sketch: `With complex eigenvalues x, y, z: det(A) = xyz and tr(Aᵏ) = xᵏ + yᵏ + zᵏ. Newton's
        identity for three variables says 6xyz = p₁³ − 3 p₁ p₂ + 2 p₃, with pₖ the sums of
        powers.`,
  },
  'adjugate of a 3×3 matrix': {
    sketch: `Cayley and Hamilton: A³ − tr(A) A² + e₂ A − det(A) I = 0, with e₂ = (tr(A)² − tr(A²))/2.
        So A (A² − tr(A) A + e₂ I) = det(A) I. For invertible A the bracket is therefore adj(A);
        both sides are polynomials in the entries, so this holds for singular A too.`,
  },
  'det of a Kronecker product': {
    says: 'det(A ⊗ B) = det(A)ᵖ det(B)ᵐ, A m×m, B p×p',
    sketch: `A ⊗ B = (A ⊗ I)(I ⊗ B). The second factor is block diagonal with m blocks B, so its
        determinant is det(B)ᵐ. A permutation of rows and the same one of columns turns the
        first into p blocks A. The powers are written as det(det(A) I) and det(det(B) I).`,
  },
  'determinant of an adjugate': {
    says: 'det(adj(A)) = det(A)ⁿ⁻¹, A n×n',
    sketch: `Taking determinants in A adj(A) = det(A) I gives det(A) det(adj(A)) = det(A)ⁿ. For
        det(A) ≠ 0 divide by det(A). Both sides are polynomials in the entries of A, and the
        invertible matrices are dense, so the equation holds for singular A too.`,
  },
  'adjugate of an adjugate': {
    says: 'det(A) adj(adj(A)) = det(A)ⁿ⁻¹ A, A n×n',
    sketch: `Apply A adj(A) = det(A) I to adj(A): adj(A) adj(adj(A)) = det(adj(A)) I = det(A)ⁿ⁻¹ I.
        Multiply from the left by A: det(A) adj(adj(A)) = det(A)ⁿ⁻¹ A.`,
  },
  'det of a shifted product': {
    sketch: `For s ≠ 0: det(s I + A B) = sⁿ det(I + A B/s) = sⁿ det(I + B A/s) = det(s I + B A) by
        Sylvester. Both sides are polynomials in s, so they agree at s = 0 too.`,
  },
  'det of a definite matrix': {
    sketch: `A = U diag(d) U' with U orthogonal, so det(A) = det(U)² Π dᵢ = Π dᵢ. Each dᵢ is u'A u
        for a unit eigenvector u: at least 0 if A is psd, positive if A is pd.`,
  },
  'det of I and a psd matrix': {
    sketch: `det(I + A) is the product of the numbers 1 + λᵢ. Multiplied out, it is 1 + Σ λᵢ and
        products of eigenvalues, of which none is negative.`,
  },
  'determinants in the same order': {
    sketch: `If B is singular, det(B) = 0 ≤ det(A), since A is psd as well. Otherwise let R be the
        root of B. Then inv(R) A inv(R) ⪰ I has all eigenvalues at least 1, so its determinant
        det(A)/det(B) is at least 1.`,
  },
  'logdet below its tangent': {
    sketch: `C is inv(B). With R the root of B, M = inv(R) A inv(R) is pd, with eigenvalues t₁, …,
        tₙ. Then log(det(A)) − log(det(B)) = Σ log(tᵢ) ≤ Σ (tᵢ − 1) = tr(M) − n = tr(C A) − n.`,
  },
  'logdet of a multiple of the identity': {
    sketch:
      'det(s I) = sⁿ, and the logarithm of a product of positive numbers is the sum of theirs.',
  },
  'logdet of a diagonal matrix': {
    says: 'log(det(diag(d))) = Σᵢ log(dᵢ), if every dᵢ > 0',
    sketch: `By Leibniz' formula det(diag(d)) is the product of the dᵢ. The logarithm of a product of
        positive numbers is the sum of their logarithms.`,
  },
  'determinant of an exponential': {
    sketch: `Over the complex numbers A = S T S⁻¹ with T upper triangular. Then expm(A) = S expm(T)
        S⁻¹, and expm(T) is triangular with diagonal exp(Tᵢᵢ). Its determinant is exp(Σ Tᵢᵢ) =
        exp(tr(A)).`,
  },
  'trace of a nilpotent matrix': {
    says: 'Aᵏ = 0 gives tr(A) = 0, for a number k from 2 to 8',
    sketch: `If A v = x v with v ≠ 0, over the complex numbers, then 0 = Aᵏ v = xᵏ v, so x = 0. The
        trace is the sum of the eigenvalues, counted with multiplicity.`,
  },
};
