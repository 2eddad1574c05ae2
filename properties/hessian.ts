/** False claims about Hessian ranks, and experiments on them. */
import { above, exactly, experiment, family, linearNetRanks, property } from 'elenchus';
import type { Finding } from 'elenchus';

const source = 'comments on the behaviour-manifold post: the Hessian of L = l∘F at a minimum';

const ranks =
  'Singh, Bachmann, Hofmann: Analytic insights into structure and rank of neural network Hessian maps, arXiv 2106.16225';

/** The ranks of H_o, H_f and the whole. */
const namedRanks = (
  sizes: string,
  [outer, functional, whole]: readonly [number, number, number],
): Finding[] => [
  exactly(`${sizes}: rank H_o`, String(outer)),
  exactly(`${sizes}: rank H_f`, String(functional)),
  exactly(`${sizes}: rank whole`, String(whole)),
];

export default family('hessian', [
  property('local-minimum-form', {
    claim: `F: R^N -> R^k; l: R^k -> R; theta: N
      grad[theta](l(F(theta))) = 0; hess[theta](l(F(theta))) is pd
      |- hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)`,
    expect: 'refuted',
    source,
    note: 'A critical point with positive definite Hessian is a strict local minimum.',
    settles: ['B11'],
  }),
  property('multiple-of-gram', {
    claim: `F: R^N -> R^k; l: R^k -> R; theta: N
      grad(l)(F(theta)) = 0; hess(l)(F(theta)) is pd
      |- hess[theta](l(F(theta))) ~~ jac(F)(theta)' jac(F)(theta)`,
    expect: 'refuted',
    source,
    note: 'True when the Hessian of the loss is a multiple of I: multiple-of-gram-isotropic.',
    settles: ['B8'],
  }),
  property('scalar-for-vector', {
    claim: `F: R^N -> R^k; l: R^k -> R; theta: N; c: scalar
      |- hess[theta](l(F(theta))) = c grad(F)(theta) grad(F)(theta)'`,
    expect: 'ill-typed',
    source,
    note: 'A vector-valued F is treated as scalar.',
    settles: ['B5'],
  }),
  property('rank-semidefinite', {
    claim: `J: k×n; H: k×k psd
      |- rank(J' H J) = rank(J)`,
    expect: 'refuted',
    source,
    settles: ['B9 in part'],
  }),
  property('rank-indefinite', {
    claim: `J: k×n; H: k×k symmetric invertible
      |- rank(J' H J) = rank(J)`,
    expect: 'refuted',
    source,
    settles: ['B9 in part'],
  }),
  property('flat-off-interpolation', {
    claim: `F: R^N -> R^k; l: R^k -> R; theta, v: N
      grad[theta](l(F(theta))) = 0; hess[theta](l(F(theta))) is pd; jac(F)(theta) v = 0
      |- hess[theta](l(F(theta))) v = 0`,
    expect: 'refuted',
    source,
    note: 'A critical point with a positive definite Hessian is a strict local minimum; l is not at rest there.',
    settles: ['B12 in part'],
  }),
  property('softmax-hessian-without-mass', {
    claim: `z, y: k
      |- hess[z]((ones' y) log(ones' exp(z)) - y' z) = diag(softmax(z)) - softmax(z) softmax(z)'`,
    expect: 'refuted',
    source,
    note: 'True where Σ y = 1: softmax-hessian.',
    settles: ['B14 in part'],
  }),
  property('smooth-diagonal', {
    claim: `w: scalar; a, b: p; V: k×p; l: R^k -> R
      |- hess[w](l(V tanh(a w + b)))
         = jac[w](V tanh(a w + b))' hess(l)(V tanh(a w + b)) jac[w](V tanh(a w + b))`,
    expect: 'refuted',
    source,
    note: 'What piecewise-linear-diagonal says of ReLU is false for tanh.',
  }),
  experiment('linear-net-ranks', {
    statement:
      'A deep linear network in general position under squared error: rank H_o = q(r + K − q), rank H_f = 2qM + 2qs − Lq², rank ∇²L = 2qM − Lq² + q(r + K), with r = rank Σxx, K outputs, M hidden units in all, L weight matrices, q = min(r, K, hidden widths), s = min(r, K).',
    source: ranks,
    note: 'The ranks of a random network, exact: over the rationals for the named architectures, modulo 2³¹ − 1 for those of the grids, bottlenecks and r < K among them. A computed rank is never above the one in general position, and is below it with a probability of at most 2L·rank/p, about 10⁻⁷. L counts weight matrices: 2-1-2 has L = 2.',
    ...linearNetRanks({
      biases: false,
      named: [
        [2, 1, 2],
        [3, 2, 2],
        [4, 3, 2, 3],
      ],
    }),
    findings: [
      ...namedRanks('2-1-2', [3, 4, 4]),
      ...namedRanks('3-2-2', [6, 8, 10]),
      ...namedRanks('4-3-2-3', [10, 20, 22]),
      ...[2, 3, 4, 5].flatMap((depth) =>
        ['H_o', 'H_f', 'whole'].map((part) =>
          exactly(`L = ${depth}: ${part} not as published`, '0'),
        ),
      ),
    ],
  }),
  experiment('linear-net-ranks-bias', {
    statement:
      'With biases the ranks of H_o, H_f and ∇²L are larger by K, q(L − 2) and K + q(L − 1): that of H_o always; that of ∇²L if and only if min(r, all hidden widths but the last) >= min(K, the last hidden width); that of H_f if and only if, besides, r >= K.',
    source: `${ranks}, observed there and not proved`,
    note: 'With biases r is the rank of the covariance of x. Elsewhere the ranks are larger. What fits them on every architecture tried ("amended"): where K > r, s in H_f is r + 1; and each hidden layer from which more than q directions reach the outputs adds 2(its width − q) to H_f and to the whole. That is observed too, and not proved. 1-1-2 and 1-2-2 are where the published formulas first fail.',
    ...linearNetRanks({
      biases: true,
      named: [
        [2, 1, 2],
        [3, 2, 2],
        [4, 3, 2, 3],
        [1, 1, 2],
        [1, 2, 2],
      ],
    }),
    findings: [
      ...namedRanks('2-1-2', [5, 4, 7]),
      ...namedRanks('3-2-2', [8, 8, 14]),
      ...namedRanks('1-1-2', [4, 4, 6]),
      ...namedRanks('1-2-2', [4, 8, 10]),
      ...[2, 3, 4, 5].flatMap((depth) => [
        exactly(`L = ${depth}: H_o not as published`, '0'),
        above(`L = ${depth}: H_f not as published`, 0),
        above(`L = ${depth}: whole not as published`, 0),
        exactly(`L = ${depth}: condition wrong`, '0'),
        ...['H_o', 'H_f', 'whole'].map((part) =>
          exactly(`L = ${depth}: ${part} not as amended`, '0'),
        ),
      ]),
    ],
  }),
]);
