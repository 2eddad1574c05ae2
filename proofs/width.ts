/** The statements of the post on finite width that the family pdlt does not have. */
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
  lemma('end-does-not-depend-on-the-steps', {
    claim: `X: N×p onto; a, b, y: N; theta: p; X (theta + X' a) = y; X (theta + X' b) = y
      |- theta + X' a = theta + X' b`,
    source,
    note: 'In a linear model every sequence of gradient steps that ends at interpolation ends at the same weights. Beyond it that is false: end-depends-on-the-steps.',
    settles: ['D7'],
  }),
  lemma('a-ratio-of-practice', {
    claim: `|- 96/12288 = 1/128 and (5/128)^2 exp(5/128) < 2/1000`,
    source: 'Brown and others: Language Models are Few-Shot Learners, arXiv 2005.14165, table 2.1',
    note: 'The largest model there has 96 layers and width 12288. At that ratio of depth to width the first order of relu-fourth-moment-every-depth leaves out less than two thousandths: leading-order-every-depth with c = 5, and power-below-exp. Its layers are not those of the theorem.',
    settles: ['D20'],
  }),
  lemma('step-at-every-width', {
    claim: `U: n×d; v: n ~ normal(0, 1); x: d; eta, g: scalar
      |- E[v' (U - eta n g grad[U](v' U x/n)) x/n - v' U x/n] = -eta g |x|^2`,
    source,
    note: 'At the maximal update the mean change of the output in a step is the same at every width, so that a rate that suits one width suits another. For a whole training this is observed, not proved. g is the derivative of the loss.',
    settles: ['D12 in part'],
  }),
  lemma('one-parameter-family', {
    claim: `U: n×d; v: n; x: d; eta, t: scalar; l: R -> R
      |- (U - eta n^(2 t - 1) grad[U](l(n^(-t) v' U x))) x - U x = -eta n^(t - 1) l'(n^(-t) v' U x) |x|^2 v`,
    source,
    note: 'The family n^s with s = 2t - 1: multiplier n^(-(1+s)/2), rate eta n^s, and features that move by n^((s-1)/2). At s = 1 no width is left; below it the move vanishes as the width grows.',
    settles: ['D17', 'A34'],
  }),
  lemma('kernel-of-the-family', {
    claim: `U: n×d; v: n; x: d; a, r: scalar; r a^2 = 1/n
      |- r (normF(grad[U](a v' U x))^2 + |grad[v](a v' U x)|^2) = (|U x|^2 + |v|^2 |x|^2)/n`,
    source,
    note: 'r = n^s and a = n^(-(1+s)/2) have r a^2 = 1/n for every s: the tangent kernel at initialisation is the same for the whole family.',
    settles: ['D17', 'D23'],
  }),
  lemma('kernel-fluctuation-of-the-family', {
    claim: `U: n×d ~ normal(0, 1); v: n ~ normal(0, 1); x: d
      |- E[(|U x|^2 + |v|^2 |x|^2)/n] = 2 |x|^2 and E[((|U x|^2 + |v|^2 |x|^2)/n)^2] = (2 |x|^2)^2 (1 + 1/n)`,
    source,
    note: 'Its relative variance is 1/n, at the maximal update as elsewhere.',
    settles: ['D23', 'D22'],
  }),
  lemma('best-ratio-of-a-concave-trade-off', {
    claim: `a, b, r: scalar positive
      |- -a^2/(4 b) <= b r^2 - a r and (grad[r](b r^2 - a r) = 0 <=> r = a/(2 b))`,
    source,
    note: 'A gain of first order in the ratio against a loss of second order has one best ratio, a/(2b). What a and b are for a network is an estimate of the book and not proved here.',
    settles: ['D24 in part'],
  }),
  lemma('starved-first-layer', {
    claim: `U: n×d ~ normal(0, 1/d); v: n ~ normal(0, 1/n); x: d
      |- E[|grad[v](v' U x)|^2] = n |x|^2/d and E[normF(grad[U](v' U x))^2] = |x|^2`,
    source,
    note: 'In the standard parametrisation, with one rate for all weights, the readout moves the output n/d times as much as the first layer: a rate that the readout bears starves the first layer as the width grows.',
    settles: ['D25'],
  }),
]);
