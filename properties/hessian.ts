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
]);
