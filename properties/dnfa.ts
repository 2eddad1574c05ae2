/** False claims about the Deep Neural Feature Ansatz, and experiments on it. */
import { correlationNull, experiment, family, property, within } from 'elenchus';

const note = 'note on the Deep Neural Feature Ansatz of arXiv 2212.13881';

/** False claims about the ansatz: each is refuted by a point that the search finds by itself. */
export default family('dnfa', [
  property('naive-chain-rule', {
    claim: `W: m×n; h: n; phi: activation; g: R^m -> R
      |- grad[h](g(phi(W h))) = W' grad(g)(phi(W h))`,
    expect: 'refuted',
    source: note,
    note: 'The activation is forgotten.',
    settles: ['A10'],
  }),
  property('cancellation-unconditional', {
    claim: `W: m×n; Q: m×m symmetric; c: scalar positive
      |- W' W = c W' Q W <=> I = c Q`,
    expect: 'refuted',
    source: note,
    note: 'Without a hypothesis on W; see cancellation and cancellation-onto.',
  }),
  property('cancellation-narrow-to-wide', {
    claim: `W: m×n one-to-one; Q: m×m symmetric; c: scalar positive
      |- W' W = c W' Q W <=> I = c Q`,
    expect: 'refuted',
    source: note,
    note: 'Full column rank is the wrong side.',
  }),
  property('half-power-isotropy', {
    claim: `W: n×n invertible; Q: n×n symmetric; c: scalar positive; (W' W)^2 = c^2 W' Q W
      |- Q ~~ I`,
    expect: 'refuted',
    source: note,
    note: 'The AGOP to the power 1/2 does not make the pre-activation gradients isotropic.',
  }),
  property('shared-eigenvectors', {
    claim: `W: n×n invertible; M: n×n pd; W' W M = M W' W
      |- W' W ~~ M`,
    expect: 'refuted',
    source: note,
    note: 'Right singular vectors of W that are eigenvectors of M are not the ansatz; W and M are taken regular, so that rank is not what refutes it.',
  }),
  property('linear-exponent-one', {
    claim: `W[l]: d[l]×d[l-1] for l in 1..L; forall l in 1..L-1. W[l+1]' W[l+1] = W[l] W[l]'
      |- W[1]' W[1] ~~ prod[l=L..1](W[l])' prod[l=L..1](W[l])`,
    expect: 'refuted',
    source: note,
    note: 'The exponent of a balanced linear net of depth L is L: balanced-linear-power.',
  }),
  property('power-one-more', {
    claim: `W[l]: d[l]×d[l-1] for l in 1..L; forall l in 1..L-1. W[l+1]' W[l+1] = W[l] W[l]'
      |- prod[l=L..1](W[l])' prod[l=L..1](W[l]) = (W[1]' W[1])^(L+1)`,
    expect: 'refuted',
    source: note,
    note: 'balanced-linear-power with the exponent one too high.',
  }),
  property('layer-index', {
    claim: `W[l]: d[l]×d[l-1] for l in 1..L |- W[L+1]' W[L+1] = W[L] W[L]'`,
    expect: 'ill-typed',
    source: note,
    settles: ['A42'],
  }),
  property('one-exponent-fits-all-layers', {
    claim: `W[l]: n×n for l in 1..L; L >= 3; forall l in 1..L-1. W[l+1]' W[l+1] = W[l] W[l]'
      |- (W[2]' W[2])^L ~~ prod[l=L..2](W[l])' prod[l=L..2](W[l])`,
    expect: 'refuted',
    source: note,
    note: 'The exponent is the number of layers from there on: at the second layer L-1.',
  }),
  property('balance-relu', {
    claim: `V: k×m; W: m×n; x: n; p: R^k -> R
      |- V' grad[V](p(V relu(W x))) = grad[W](p(V relu(W x))) W'`,
    expect: 'refuted',
    source: note,
    note: 'With ReLU between the layers the matrix is not conserved; its diagonal is: balance-relu-diagonal.',
  }),
  property('stationary-off-critical-points', {
    claim: `W: m×n; h: n; p: R^m -> R; c: scalar positive |- W' W = -(1/c) W' grad(p)(W h) h'`,
    expect: 'refuted',
    source: note,
    note: 'stationary-with-decay without its hypothesis.',
  }),
  property('weights-from-function', {
    claim: `V, A: k×m; W, B: m×n; V W = A B; W' W ~~ (V W)' V W |- B' B ~~ (A B)' A B`,
    expect: 'refuted',
    source: note,
    note: 'Two linear nets that are one function: the ansatz holds for the one and not for the other.',
  }),
  property('output-map-invariance', {
    claim: `W, Z: n×n invertible; W' W ~~ W' W |- W' W ~~ (Z W)' Z W`,
    expect: 'refuted',
    source: note,
    note: 'f = W x obeys the ansatz and Z f does not.',
  }),
  property('zero-loss-implies-ansatz', {
    claim: `a: m; W: m×n; x: n; y: scalar; a' relu(W x) = y
      |- W' W ~~ grad[x](a' relu(W x)) grad[x](a' relu(W x))'`,
    expect: 'refuted',
    source: note,
  }),
  property('loss-gradients', {
    claim: `f: R^n -> R; l: R -> R; x[i]: n for i in 1..N
      |- mean[i](grad[x[i]](l(f(x[i]))) grad[x[i]](l(f(x[i])))') ~~ mean[i](grad(f)(x[i]) grad(f)(x[i])')`,
    expect: 'refuted',
    source: note,
    note: 'See loss-gradient, and loss-gradient-at-interpolation.',
    settles: ['A2 in part'],
  }),
  property('variance-means-second-moment', {
    claim: `q[i]: n for i in 1..N
      |- mean[i](q[i] q[i]') ~~ mean[i]((q[i] - mean[j](q[j])) (q[i] - mean[j](q[j]))')`,
    expect: 'refuted',
    source: note,
    note: 'Directions of highest variance are those of the second moment about 0 that the average gradient outer product is, and not of the centred covariance, which is 0 where all gradients are equal.',
    settles: ['A6 in part'],
  }),
  property('tight-frame-nonsymmetric', {
    claim: `Q: m×m; c: scalar
      |- (forall v: m. v' Q v = c v' v) => Q = c I`,
    expect: 'refuted',
    source: note,
    note: 'True for symmetric Q: tight-frame.',
  }),
  experiment('correlation-null', {
    statement: `For independent Gaussian k×d matrices W and V, which have nothing to do with each other, the cosine of W'W and V'V is about k/(k + d + 1).`,
    source: note,
    note: 'So a high correlation of two such matrices shows nothing without its null: 0.910 at 1024×100. The correlation of the centred entries is lower, but only a little, since the diagonal stays.',
    ...correlationNull({
      short: [
        [64, 16],
        [16, 64],
        [1024, 100],
      ],
      long: [
        [64, 16],
        [16, 64],
        [256, 256],
        [1024, 100],
        [1024, 784],
      ],
    }),
    findings: [
      within('cosine 64x16', 0.77, 0.81),
      within('cosine 16x64', 0.18, 0.22),
      within('cosine 1024x100', 0.905, 0.915),
    ],
  }),

  property('approximate-without-conditioning', {
    claim: `W: n×n invertible diagonal; Q: n×n diagonal; sigma_min(W) >= 1/2
      |- norm(I - Q) <= 2 norm(W' W - W' Q W)`,
    expect: 'refuted',
    source: note,
    note: 'Here with c = 1 and the constant 2, where singular values of 1/2 beat it; 1/k beats any below k^2. With the factor 1/sigma_min(W)^2 it is true: approximate-cancellation.',
  }),
  property('top-vector-without-two', {
    claim: `A, B: n×n symmetric; n >= 2; u, v: n nonzero
      A v = lambda[1](A) v; B u = lambda[1](B) u
      |- (lambda[1](A) - lambda[2](A))^2 ((u' u) (v' v) - (u' v)^2) <= norm(B - A)^2 (u' u) (v' v)`,
    expect: 'refuted',
    source:
      'Yu, Wang, Samworth, A useful variant of the Davis–Kahan theorem for statisticians, Biometrika 102, 2015',
    note: 'With 4 in front of the right side it is true: top-vector-perturbation. The vectors need not be of length 1 here, so that a witness can be rational.',
    settles: ['N9 in part'],
  }),
  property('gapless-vectors', {
    claim: `A, B: n×n symmetric; u, v: n nonzero
      A v = lambda[1](A) v; B u = lambda[1](B) u; norm(A - B) <= 1/100
      |- (u' u) (v' v) <= 2 (u' v)^2 + 1/10 (u' u) (v' v)`,
    expect: 'refuted',
    source: note,
    note: 'Without a gap a perturbation of size 1/100 turns the top eigenvector by 45 degrees and more.',
    settles: ['A8 in part'],
  }),
]);
