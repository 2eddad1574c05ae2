/** False claims about the moments of the inputs, with declared refutations. */
import { family, property } from 'elenchus';

const paper =
  'Scherlis, Sachan, Jermyn, Benton, Shlegeris: Polysemanticity and Capacity in Neural Networks, arXiv 2210.01892';

/** False claims about the moments of the inputs. */
export default family('capacity', [
  property('unmatched-index-any-mean', {
    claim: `x, y: scalar ~ independent(m, v, t); m, v, t: scalar
      |- E[x y^3] = 0`,
    expect: 'refuted',
    source: paper,
    note: 'Independence alone does not do it: inputs that are constantly 1.',
  }),
  property('uncorrelated-is-enough', {
    claim: `a, b, c, d: N; ones' a = 0; ones' b = 0; ones' c = 0; ones' d = 0
      a' b = 0; a' c = 0; a' d = 0; b' c = 0; b' d = 0; c' d = 0
      |- (a .* b)' (c .* d) = 0`,
    expect: 'refuted',
    source: paper,
    note: 'Four inputs over N data points, each of mean 0 and every two uncorrelated.',
    settles: ['C1'],
  }),
  property('quadratic-loss-any-mean', {
    claim: `x: n ~ independent(m, v, 0, q); m, v, q: scalar; A: n×n symmetric
      |- E[(x' A x)^2] = v^2 (tr(A)^2 + 2 normF(A)^2) + (q - 3 v^2) |diag(A)|^2`,
    expect: 'refuted',
    source: paper,
    note: 'The mean must be 0.',
  }),
  property('row-for-column', {
    claim: `W: d×n; x: n
      |- |W' x|^2 = x' W' W x`,
    expect: 'ill-typed',
    source: paper,
    note: 'The feature of an input is a column of W; written as a row it has the wrong length.',
    settles: ['C4'],
  }),
  property('capacity-bound-less-one', {
    claim: `w[i]: d nonzero for i in 1..n
      |- sum[i](dot(w[i], w[i])^2 / sum[j](dot(w[i], w[j])^2)) <= d - 1`,
    expect: 'refuted',
    source: paper,
    note: 'The bound d of capacity-bound is attained.',
  }),
  property('squares-for-products', {
    claim: `x: n nonzero; A: n×n symmetric invertible |- x' A x = sum[i in 1..n](A[i,i] x[i]^2)`,
    expect: 'refuted',
    source: paper,
    note: 'x_i^2 where x_i x_j stands: the terms off the diagonal are lost.',
    settles: ['C2'],
    nondegenerate: ['x != 0', 'A is invertible'],
  }),
  property('loss-is-the-squared-difference', {
    claim: `x: n ~ normal(0, 1); a: n positive; W: d×n; W != 0
      |- E[(x' (diag(a) - W' W) x)^2] = 2 normF(diag(a) - W' W)^2`,
    expect: 'refuted',
    source: paper,
    note: 'The loss is not the squared difference of the two matrices alone: the square of the difference of their traces is missing.',
    settles: ['C3'],
    nondegenerate: ['W != 0'],
  }),
]);
