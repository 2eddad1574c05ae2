/** Lemmas on the Hessian of a loss at a minimum. */
import { family, lemma } from 'elenchus';

const source = 'comments on the behaviour-manifold post: the Hessian of L = l∘F at a minimum';

/**
 * The Hessian of L(θ) = l(F(θ)), F: R^N -> R^k all outputs on all data, J its Jacobian, H the
 * Hessian of l at F(θ).
 */
export default family('hessian', [
  lemma('gradient', {
    claim: `F: R^N -> R^k; l: R^k -> R; theta: N
      |- grad[theta](l(F(theta))) = jac(F)(theta)' grad(l)(F(theta))`,
    source,
    settles: ['B1'],
  }),
  lemma('full-form', {
    claim: `F: R^N -> R^k; l: R^k -> R; theta: N; y: k; y = grad(l)(F(theta))
      |- hess[theta](l(F(theta)))
         = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta) + hess[theta](y' F(theta))`,
    source,
    note: 'y is the gradient of l at F(θ), held fixed: the last term is Σ_a ∂_a l ∇²F_a.',
    settles: ['B2'],
  }),
  lemma('interpolation-form', {
    claim: `F: R^N -> R^k; l: R^k -> R; theta: N; grad(l)(F(theta)) = 0
      |- hess[theta](l(F(theta))) = jac(F)(theta)' hess(l)(F(theta)) jac(F)(theta)`,
    source,
    settles: ['B3'],
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
    settles: ['B4'],
  }),
  lemma('squared-error', {
    claim: `F: R^N -> R^k; y: k; theta: N; F(theta) = y
      |- hess[theta](1/k |F(theta) - y|^2) = 2/k jac(F)(theta)' jac(F)(theta)`,
    source,
    settles: ['B13 in part'],
  }),
  lemma('multiple-of-gram-isotropic', {
    claim: `F: R^N -> R^k; l: R^k -> R; theta: N; c: scalar positive
      grad(l)(F(theta)) = 0; hess(l)(F(theta)) = c I
      |- hess[theta](l(F(theta))) ~~ jac(F)(theta)' jac(F)(theta)`,
    source,
    note: 'What multiple-of-gram needs to be true: the Hessian of the loss is a multiple of I.',
    settles: ['B8'],
  }),
  lemma('rank-positive-definite', {
    claim: `J: k×n; H: k×k pd
      |- rank(J' H J) = rank(J)`,
    source,
    settles: ['B9'],
  }),
  lemma('gram-kernel', {
    claim: `J: k×n
      |- ker(J' J) = ker(J) and rank(J' J) = rank(J)`,
    source,
    note: 'Over the reals; false over a finite field, where a sum of squares may vanish.',
    settles: ['B10'],
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
    settles: ['B12'],
  }),
  lemma('softmax-gradient', {
    claim: `z, y: k
      |- grad[z]((ones' y) log(ones' exp(z)) - y' z) = (ones' y) softmax(z) - y`,
    source,
    note: "Cross-entropy -Σ y_a log softmax(z)_a, with the total mass 1'y of y kept: for a probability vector it is 1.",
    settles: ['B14'],
  }),
  lemma('softmax-hessian', {
    claim: `z, y: k
      |- hess[z]((ones' y) log(ones' exp(z)) - y' z) = (ones' y) (diag(softmax(z)) - softmax(z) softmax(z)')`,
    source,
    note: "Without the factor 1'y it needs Σ y = 1: see softmax-hessian-without-mass.",
    settles: ['B14'],
  }),
  lemma('cross-entropy-never-interpolates', {
    claim: `z, y: k; y .* y = y; softmax(z) = y
      |- y = ones`,
    proof: `
      have square: softmax(z) .* softmax(z) = softmax(z)   by hypothesis
      have once: softmax(z) = softmax(z) .* (softmax(z) .* ((ones' exp(z)) exp(-z)))   by ring
      have twice: softmax(z) .* (softmax(z) .* ((ones' exp(z)) exp(-z))) = softmax(z) .* ((ones' exp(z)) exp(-z))   by square
      have unit: softmax(z) .* ((ones' exp(z)) exp(-z)) = ones   by ring
      y = softmax(z)   by hypothesis
        = ones         by hypothesis`,
    source,
    note: 'A one-hot y has y .* y = y. The gradient softmax(z) - y of cross-entropy can vanish only where every entry of y is 1, and a one-hot y of two classes or more is not that: interpolation-form never applies.',
    settles: ['B14'],
  }),
  lemma('gram-of-features', {
    claim: `f[i]: R^N -> R^c for i in 1..D; theta, v: N
      |- sum[i](|jac(f[i])(theta) v|^2) = v' sum[i](jac(f[i])(theta)' jac(f[i])(theta)) v`,
    source,
    note: "The quadratic form of J'J, with J all the data's Jacobians one below the other.",
    settles: ['B6 in part'],
  }),
  lemma('piecewise-linear-diagonal', {
    claim: `w: scalar; a, b: p; B: q×p; d: q; V: k×q; l: R^k -> R
      |- hess[w](l(V relu(B relu(a w + b) + d)))
         = jac[w](V relu(B relu(a w + b) + d))' hess(l)(V relu(B relu(a w + b) + d)) jac[w](V relu(B relu(a w + b) + d))`,
    source,
    note: 'A diagonal entry of the Hessian is the second derivative by one weight w, with all others held: along w the pre-activations above it are a w + b, then two layers of ReLU follow. Off the kinks, weights not shared.',
  }),
  lemma('last-layer-quadratic', {
    claim: `X: k×n; v: n; l: R^k -> R
      |- hess[v](l(X v)) = X' hess(l)(X v) X`,
    source,
    note: 'X holds the features of the data: the readout alone is linear, so its block of the Hessian is the Gauss–Newton block.',
  }),
]);
