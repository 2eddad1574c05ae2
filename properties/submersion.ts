/** False claims about submersions, and experiments on level sets. */
import { above, below, experiment, family, levelSetDimension, property, within } from 'elenchus';

const source =
  'comments on the behaviour-manifold post: level sets of F: R^N -> R^k, J its Jacobian';

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
    settles: ['B24'],
  }),
  property('loss-implies-behaviour', {
    claim: `F: R^N -> R^k; l: R^k -> R; a, b: N; l(F(a)) = l(F(b))
      |- F(a) = F(b)`,
    expect: 'refuted',
    source,
    note: 'True at zero squared error, where the residual is 0.',
    settles: ['B23 in part'],
  }),
  property('dimension-from-rank-at-a-point', {
    claim: `F: R^N -> R; theta, v: N; grad(F)(theta)' v = 0
      |- v' hess(F)(theta) v = 0`,
    expect: 'refuted',
    source,
    note: 'Directions in ker J need not be tangent to the level set: already to second order F may leave its value, as |θ|² does at 0, whose level set is a point.',
  }),
  property('manifold-implies-onto', {
    claim: `a, theta: n; a != 0; a' theta = 0
      |- grad[theta]((a' theta)^2) != 0`,
    expect: 'refuted',
    source,
    note: "The zero set of (a'θ)² is the hyperplane a'θ = 0 (squared-contour), and J is 0 on it.",
  }),
  property('low-rank-means-information-loss', {
    claim: `a, b, x, y: scalar; x != y
      exists s, t: scalar. (s != 0 or t != 0) and b x s + a x t = 0 and b y s + a y t = 0
      |- a x = a y`,
    expect: 'refuted',
    source,
    note: "The net f = b a x on the inputs x and y: J'J is singular where some direction (s, t) of weights moves neither output; the hidden unit a x need not merge the inputs.",
    settles: ['B25 in part'],
  }),
  experiment('level-set-dimension', {
    statement:
      "Where J is onto, or of constant rank nearby, ker J is tangent to the level set: from θ + t v with v in ker J, Newton's method comes back to the level set of θ within O(t²).",
    settles: ['B18 in part', 'B21 in part'],
    source:
      'constant-rank level set theorem: Lee, Introduction to Smooth Manifolds, 2nd edition, theorem 5.12 and corollary 5.13',
    note: 'Floating point, and medians over random networks: tanh 2-3-1 with 13 parameters on 4 data (J onto), linear 2-2-1 with biases on 5 data (rank 3, and the two outputs that are not driven back come back too). What it is set against: any direction, and F = ab at 0, whose level set is a cross though every v is in ker J; there the way back is of order t. The theorem itself is cited, not proved.',
    ...levelSetDimension,
    findings: [
      ...['onto', 'constant rank'].flatMap((name) => [
        within(`${name}, v in ker J: order in t`, 1.95, 2.05),
        below(`${name}, v in ker J: distance / t`, 0.01),
        below(`${name}, v in ker J: distance / t²`, 2),
        below(`${name}, v in ker J: most output left`, 1e-8),
      ]),
      within('onto, any v: order in t', 0.95, 1.05),
      above('onto, any v: distance / t', 0.1),
      within('cross at 0, v in ker J: order in t', 0.999, 1.001),
      above('cross at 0, v in ker J: distance / t', 0.1),
    ],
  }),
  property('equal-loss-of-two-networks', {
    claim: `V, A: k×m; W, B: m×n; X: n×N; Y: k×N; V W X != Y; V W != 0; A B != 0
      normF(V W X - Y)^2 = normF(A B X - Y)^2
      |- V W X = A B X`,
    expect: 'refuted',
    source,
    note: 'loss-implies-behaviour for two linear networks with weights that are not 0, at a squared error that is not 0.',
    settles: ['B23'],
    nondegenerate: ['V W X != Y', 'V W != 0', 'A B != 0', 'V W != A B'],
  }),
  property('low-rank-of-live-weights', {
    claim: `a, b, x, y: scalar nonzero; x != y
      exists s, t: scalar. (s != 0 or t != 0) and b x s + a x t = 0 and b y s + a y t = 0
      |- a x = a y`,
    expect: 'refuted',
    source,
    note: 'low-rank-means-information-loss with weights and inputs that are not 0: more weights than the behaviour needs, and no information lost.',
    settles: ['B25'],
    nondegenerate: ['a != 0', 'b != 0', 'x != 0', 'y != 0'],
  }),
]);
