/** Why the facts about ranks, pseudo-inverses and pairs of indices hold. */
import type { Sketches } from './sketch.ts';

export const rankSketches: Sketches = {
  'rank of a projector': {
    sketch: `The range and the kernel of A span the space: x = A x + (x − A x), and A (x − A x) = 0.
        In a basis of both, A is diagonal with rank(A) ones and otherwise zeros. The trace does
        not depend on the basis.`,
  },
  'Moore and Penrose': {
    sketch: `Let A = U diag(d) V' be a reduced singular value decomposition with all dᵢ > 0. Then V
        diag(1/dᵢ) U' solves the four equations: A pinv(A) = U U' and pinv(A) A = V V' are
        symmetric. For A = 0 the solution is 0.`,
  },
  'the pseudo-inverse is one': {
    sketch: `Let B and C both solve the four equations. Then B = B A B = B (A B)' = B (A C A B)' = B
        (A B)' (A C)' = B A C, and in the same way C = (C A)' C = (C A B A)' C = (B A)' (C A)' C
        = B A C. So B = C.`,
  },
  'a pair has one place': {
    says: 'each pair (i, j) has exactly one place i·p + j in m·p',
    sketch: `With i from 0 to m − 1 and j from 0 to p − 1, the number i·p + j lies between 0 and m·p
        − 1. Exactly one index of the product dimension is equal to it.`,
  },
  'a place has one pair': {
    says: 'each place r in m·p is that of exactly one pair (i, j)',
    sketch: `Division of r by p with remainder: r = i·p + j with 0 ≤ j < p, for exactly one i and one
        j; r < m·p gives i < m.`,
  },
  'pairs at one place are equal': {
    says: 'if (i, j) and (k, l) have one place, then i = k and j = l',
    sketch: 'i·p + j = k·p + l with 0 ≤ j, l < p: quotient and remainder of a division are unique.',
  },
  'places of one pair are equal': {
    says: 'if (i, j) has the places r and s, then r = s',
    sketch: 'Both are i·p + j.',
  },
  'pairs of pairs': {
    says: '((i, j), k) and (i, (j, k)) have the same place in m·n·p',
    sketch: '(i·n + j)·p + k = i·(n·p) + (j·p + k).',
  },
  'a pair with 1': {
    says: 'if m or p is 1, the place of (i, j) in m·p is the other index',
    sketch:
      'For m = 1 only i = 0 occurs, and 0·p + j = j. For p = 1 only j = 0 occurs, and i·1 + 0 = i.',
  },
  'rank and shape': {
    sketch: `The rank is the dimension of the range. The range is a subspace of Rᵐ, and the n columns
        of A span it.`,
  },
  'a dimension is at least 1': {
    sketch:
      'A claim ranges over all positive whole numbers as dimensions; there are no empty matrices.',
  },
  'rank of a product': {
    sketch: `The range of A B lies in the range of A, so its dimension is at most rank(A). It is the
        image under A of the range of B, and a linear map does not raise a dimension, so it is
        at most rank(B).`,
  },
  'rank of a Kronecker product': {
    says: 'rank(A ⊗ B) = rank(A) rank(B)',
    sketch: `With singular value decompositions A = U D V' and B = X E Y', A ⊗ B = (U ⊗ X)(D ⊗ E)(V ⊗
        Y)' is one of A ⊗ B. Its singular values are the products of one of A and one of B, and
        a product is positive exactly if both factors are.`,
  },
  'rank of a sum': {
    sketch: `The range of A + B lies in the sum of the ranges of A and B. The dimension of a sum of
        subspaces is at most the sum of their dimensions.`,
  },
  'rank inequality of Sylvester': {
    sketch: `Restrict A to the range of B: the image has dimension rank(A B), and the kernel of the
        restriction has at most dimension n − rank(A). Rank plus nullity gives rank(B) ≤ rank(A
        B) + n − rank(A).`,
  },
  'rank inequality of Frobenius': {
    sketch: `The range of B C lies in the range of B. A maps range(B)/range(B C) onto range(A
        B)/range(A B C). So rank(A B) − rank(A B C) ≤ rank(B) − rank(B C).`,
  },
  'rank by a kernel': {
    sketch:
      'The kernel of A lies in the kernel of B, so n − rank(A) ≤ n − rank(B) by rank plus nullity.',
  },
  'rank of a factorisation': {
    says: 'if rank(A) ≤ k, there are L m×k and R k×n with A = L R',
    sketch: `Take a basis of the range of A as the first rank(A) columns of L and fill up with
        columns of 0. Each column of A is a combination of the basis; write its coefficients
        into the column of R, and 0 below.`,
  },
  'rank zero': {
    sketch: 'The range of A has dimension 0, so A v = 0 for every v: each column of A is 0.',
  },
  'rank above a rank': {
    sketch: 'Ranks are whole numbers, and a whole number above another is at least 1 more.',
  },
  'a kernel that is not 0': {
    sketch: `By rank plus nullity the kernel of A has dimension n − rank(A) > 0, so it contains a
        vector other than 0.`,
  },
  'rank at most one': {
    sketch: `All columns of A lie on one line through 0, spanned by some u. Column j is u times a
        number v[j], so A = u v'. For A = 0 take u = 0.`,
  },
};
