/** A gallery for people from elsewhere: what is often believed, and is not so. */
import { family, property } from 'elenchus';

export default family('gallery', [
  property('quadratic-form-gradient', {
    claim: `A: n×n; x: n |- grad[x](x' A x) = 2 A x`,
    expect: 'refuted',
    source: 'Petersen, Pedersen: The Matrix Cookbook, 2.4',
    note: 'Often written without saying that A is symmetric; symbolic systems that take A as a scalar agree with it.',
  }),
  property('product-of-psd', {
    claim: `A, B: n×n psd |- A B is psd`,
    expect: 'refuted',
    source: 'folklore of the field',
    note: "The product of two kernels' matrices is not a kernel; the entrywise one is.",
  }),
  property('squares-keep-the-order', {
    claim: `A, B: n×n psd; A >>= B |- A A >>= B B`,
    expect: 'refuted',
    source: 'Bhatia: Matrix Analysis, V.1',
    note: 'The square is not monotone in the order of matrices, as it is for numbers.',
  }),
  property('exponential-of-a-sum', {
    claim: `A, B: n×n |- expm(A + B) = expm(A) expm(B)`,
    expect: 'refuted',
    source: 'Hall: Lie Groups, Lie Algebras, and Representations',
    note: 'True for numbers and for matrices that commute.',
  }),
  property('determinant-of-a-sum', {
    claim: `A, B: n×n |- det(A + B) = det(A) + det(B)`,
    expect: 'refuted',
    source: 'folklore of the field',
    note: 'True at size 1 alone, where a test by scalars would pass it.',
  }),
  property('trace-of-any-order', {
    claim: `A, B, C: n×n |- tr(A B C) = tr(A C B)`,
    expect: 'refuted',
    source: 'folklore of the field',
    note: 'The trace is cyclic, not symmetric.',
  }),
  property('relu-commutes', {
    claim: `W: m×n; x: n |- relu(W x) = W relu(x)`,
    expect: 'refuted',
    source: 'folklore of the field',
    note: 'Only a monomial nonnegative W passes through a ReLU.',
  }),
  property('softmax-of-a-sum', {
    claim: `x, y: n |- softmax(x + y) = softmax(x) .* softmax(y)`,
    expect: 'refuted',
    source: 'folklore of the field',
    note: 'It lacks its normalisation.',
  }),
  property('attention-under-rotations', {
    claim: `Q, K: N×d; V: N×k; P: N×N orthogonal |- softmax(P Q (P K)') P V = P softmax(Q K') V`,
    expect: 'refuted',
    source: 'folklore of the field',
    note: 'Attention is equivariant to permutations of the tokens, not to rotations.',
  }),
]);
