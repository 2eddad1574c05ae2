import { family, property } from 'elenchus';

const source = 'comments on the behaviour-manifold post: level sets of F: R^N -> R^k, J its Jacobian';

export default family('submersion', [
  property('singular-level-set', {
    claim: `a, b: scalar; a b = 0
      |- grad[a](a b) != 0 or grad[b](a b) != 0`,
    expect: 'refuted',
    source,
    note: 'The two-weight linear net F = a b, as: J is onto everywhere on the level set at 0. At a = b = 0 it is not, and there the level set is a cross.',
  }),
  property('merged-inputs-mean-low-rank', {
    claim: `a: scalar; w: n; X: 2×n; u: 2 nonzero; u' relu(X w) = 0
      |- not (jac[w](a relu(X w)) is onto)`,
    expect: 'refuted',
    source,
    note: 'The rows of X are two inputs; u = (1, -1) says that the hidden unit merges them. Even the weights w alone keep J onto.',
  }),
  property('loss-implies-behaviour', {
    claim: `F: R^N -> R^k; l: R^k -> R; a, b: N; l(F(a)) = l(F(b))
      |- F(a) = F(b)`,
    expect: 'refuted',
    source,
    note: 'True at zero squared error, where the residual is 0.',
  }),
]);
