/** What the post on finite width says beside the family pdlt. */
import { family, lemma } from 'elenchus';

const source = 'post on The Principles of Deep Learning Theory, arXiv 2106.10165';

export default family('width', [
  lemma('prediction-on-new-inputs', {
    claim: `X: N×p onto; theta: p; y: N; x: p
      |- x' (theta + X' inv(X X') (y - X theta)) = x' theta + (X x)' inv(X X') (y - X theta)`,
    source,
    note: 'The end of training in closed form, on an input x that need not be among the data: the kernel of x with the data, times the inverse kernel. Rows of X are the features of the data.',
    settles: ['D1', 'D2', 'D6'],
  }),
  lemma('residual-after-a-step', {
    claim: `X: N×p; theta: p; y: N; eta: scalar
      |- X (theta - eta X' (X theta - y)) - y = (I - eta X X') (X theta - y)`,
    source,
    note: 'One step of gradient descent multiplies the residuals by I - ηK.',
    settles: ['D1'],
  }),
  lemma('dual-regression', {
    claim: `X: N×p; c: scalar positive |- inv(X' X + c I) X' = X' inv(X X' + c I)`,
    source,
    note: 'As many weights as features, or as many as data: the two regressions are one.',
    settles: ['D3'],
  }),
  lemma('effective-features', {
    claim: `theta: N; f: N; P: N×N symmetric; e: scalar
      |- grad[theta](theta' f + e/2 theta' P theta) = f + e P theta`,
    source,
    note: 'In the quadratic model the feature of a weight moves with the weights: f + e P θ.',
    settles: ['D3', 'D8', 'D9'],
  }),
  lemma('effective-features-expanded', {
    claim: `theta, t: N; f: N; P: N×N symmetric; e: scalar
      |- theta' f + e/2 theta' P theta = t' f + e/2 t' P t + (theta - t)' (f + e P t) + e/2 (theta - t)' P (theta - t)`,
    source,
    note: 'About any weights t the quadratic model is linear in the effective features, and the rest is of order e.',
    settles: ['D8', 'D9'],
  }),
  lemma('classification-gradient', {
    claim: `theta: p; X: k×p; y: k; ones' y = 1
      |- grad[theta](log(sum(exp(X theta))) - y' X theta) = X' (softmax(X theta) - y)`,
    source,
    note: 'Cross-entropy in place of squared error: the residual is softmax less the label.',
    settles: ['D11 in part'],
  }),
  lemma('kernel-fluctuation-at-width', {
    claim: `U: m×n ~ normal(0, 1); v: m ~ normal(0, 1); x: n
      |- E[(|U x|^2 + |v|^2 |x|^2)^2] = (4 m^2 + 4 m) |x|^4`,
    source,
    note: 'The kernel of two linear layers has mean 2m|x|^2, so its relative variance is 1/m at every width, where both layers have one variance.',
    settles: ['D23 in part'],
  }),
  lemma('best-aspect-ratio', {
    claim: `a, b: scalar positive; r: scalar positive |- grad[r](a r + b/r) = 0 <=> a r^2 = b`,
    source,
    note: 'The trade-off of a gain in r and a loss in 1/r has one best ratio.',
    settles: ['D24 in part'],
  }),
]);
