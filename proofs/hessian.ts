import { family, lemma } from 'elenchus';

const source = 'comments on the behaviour-manifold post: the Hessian of L = l∘F at a minimum';

/** The Hessian of L(θ) = l(F(θ)), F: R^N -> R^k all outputs on all data, J its Jacobian, H the Hessian of l at F(θ). */
export default family('hessian', [
  lemma('gradient', {
    claim: `F: R^N -> R^k; l: R^k -> R; theta: N
      |- grad[theta](l(F(theta))) = jac(F)(theta)' grad(l)(F(theta))`,
    source,
  }),
  lemma('full-form', {
    claim: `F: R^N -> R^k; l: R^k -> R; theta: N; y: k; y = grad(l)(F(theta))
      |- hess[theta](l(F(theta)))
         = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta) + hess[theta](y' F(theta))`,
    source,
    note: 'y is the gradient of l at F(θ), held fixed: the last term is Σ_a ∂_a l ∇²F_a.',
  }),
  lemma('interpolation-form', {
    claim: `F: R^N -> R^k; l: R^k -> R; theta: N; grad(l)(F(theta)) = 0
      |- hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)`,
    source,
  }),
  lemma('critical-and-onto', {
    claim: `F: R^N -> R^k; l: R^k -> R; theta: N
      grad[theta](l(F(theta))) = 0; jac(F)(theta) is onto
      |- grad(l)(F(theta)) = 0
         and hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)`,
    source,
    proof: `
      take R: N×k such that jac(F)(theta) R = I      by hypothesis
      grad(l)(F(theta)) = R' jac(F)(theta)' grad(l)(F(theta))   by hypothesis
                        = R' grad[theta](l(F(theta)))           by ring
                        = 0                                     by hypothesis
      hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)   by hypothesis`,
  }),
  lemma('squared-error', {
    claim: `F: R^N -> R^k; y: k; theta: N; F(theta) = y
      |- hess[theta](1/k |F(theta) - y|^2) = 2/k jac(F)(theta)' jac(F)(theta)`,
    source,
  }),
  lemma('multiple-of-gram-isotropic', {
    claim: `F: R^N -> R^k; l: R^k -> R; theta: N; c: scalar positive
      grad(l)(F(theta)) = 0; hess(l)(F(theta)) = c I
      |- hess[theta](l(F(theta))) ~~ jac(F)(theta)' jac(F)(theta)`,
    source,
    note: 'What multiple-of-gram needs to be true: the Hessian of the loss is a multiple of I.',
  }),
  lemma('rank-positive-definite', {
    claim: `J: k×n; H: k×k pd
      |- rank(J' H J) = rank(J)`,
    source,
  }),
  lemma('gram-kernel', {
    claim: `J: k×n
      |- ker(J' J) = ker(J) and rank(J' J) = rank(J)`,
    source,
    note: 'Over the reals; false over a finite field, where a sum of squares may vanish.',
  }),
  lemma('positive', {
    claim: `F: R^N -> R^k; l: R^k -> R; theta: N
      grad(l)(F(theta)) = 0; hess(l)(F(theta)) is psd
      |- hess[theta](l(F(theta))) >>= 0`,
    source,
  }),
  lemma('flat-directions', {
    claim: `F: R^N -> R^k; l: R^k -> R; theta, v: N
      grad(l)(F(theta)) = 0; jac(F)(theta) v = 0
      |- hess[theta](l(F(theta))) v = 0`,
    source,
  }),
]);
