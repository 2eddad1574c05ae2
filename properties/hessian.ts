import { family, property } from 'elenchus';

const source = 'comments on the behaviour-manifold post: the Hessian of L = l∘F at a minimum';

export default family('hessian', [
  property('local-minimum-form', {
    claim: `F: R^N -> R^k; l: R^k -> R; theta: N
      grad[theta](l(F(theta))) = 0; hess[theta](l(F(theta))) is pd
      |- hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)`,
    expect: 'refuted',
    source,
    note: 'A critical point with positive definite Hessian is a strict local minimum.',
  }),
  property('multiple-of-gram', {
    claim: `F: R^N -> R^k; l: R^k -> R; theta: N
      grad(l)(F(theta)) = 0; hess(l)(F(theta)) is pd
      |- hess[theta](l(F(theta))) ~~ jac(F)(theta)' jac(F)(theta)`,
    expect: 'refuted',
    source,
    note: 'True when the Hessian of the loss is a multiple of I: multiple-of-gram-isotropic.',
  }),
  property('scalar-for-vector', {
    claim: `F: R^N -> R^k; l: R^k -> R; theta: N; c: scalar
      |- hess[theta](l(F(theta))) = c grad(F)(theta) grad(F)(theta)'`,
    expect: 'ill-typed',
    source,
    note: 'A vector-valued F is treated as scalar.',
  }),
  property('rank-semidefinite', {
    claim: `J: k×n; H: k×k psd
      |- rank(J' H J) = rank(J)`,
    expect: 'refuted',
    source,
  }),
  property('rank-indefinite', {
    claim: `J: k×n; H: k×k symmetric invertible
      |- rank(J' H J) = rank(J)`,
    expect: 'refuted',
    source,
  }),
  property('flat-off-interpolation', {
    claim: `F: R^N -> R^k; l: R^k -> R; theta, v: N
      grad[theta](l(F(theta))) = 0; hess[theta](l(F(theta))) is pd; jac(F)(theta) v = 0
      |- hess[theta](l(F(theta))) v = 0`,
    expect: 'refuted',
    source,
    note: 'A critical point with a positive definite Hessian is a strict local minimum; l is not at rest there.',
  }),
  property('softmax-hessian-without-mass', {
    claim: `z, y: k
      |- hess[z]((ones' y) log(ones' exp(z)) - y' z) = diag(softmax(z)) - softmax(z) softmax(z)'`,
    expect: 'refuted',
    source,
    note: 'True where Σ y = 1: softmax-hessian.',
  }),
  property('smooth-diagonal', {
    claim: `w: scalar; a, b: p; V: k×p; l: R^k -> R
      |- hess[w](l(V tanh(a w + b)))
         = jac[w](V tanh(a w + b))' hess(l)(V tanh(a w + b)) jac[w](V tanh(a w + b))`,
    expect: 'refuted',
    source,
    note: 'What piecewise-linear-diagonal says of ReLU is false for tanh.',
  }),
]);
