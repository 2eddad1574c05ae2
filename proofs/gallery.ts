/** A gallery for people from elsewhere: what the field uses every day, settled. */
import { family, lemma } from 'elenchus';

export default family('gallery', [
  lemma('layer-jacobian', {
    claim: `x: n; W: m×n; b: m; phi: activation |- jac[x](phi(W x + b)) = diag(phi'(W x + b)) W`,
    source: 'Goodfellow, Bengio, Courville: Deep Learning, 6.5',
    note: 'Backpropagation through a dense layer.',
  }),
  lemma('residual-jacobian', {
    claim: `x: n; W: n×n; phi: activation |- jac[x](x + phi(W x)) = I + diag(phi'(W x)) W`,
    source: 'He, Zhang, Ren, Sun: Identity Mappings in Deep Residual Networks, arXiv 1603.05027',
    note: 'Why gradients pass residual layers: the identity stays.',
  }),
  lemma('softmax-jacobian', {
    claim: `z: n |- jac[z](softmax(z)) = diag(softmax(z)) - softmax(z) softmax(z)'`,
    source: 'Bishop: Pattern Recognition and Machine Learning, 4.3',
    note: 'The Jacobian that every hand-written backward pass needs.',
  }),
  lemma('softmax-shift', {
    claim: `z: n; c: scalar |- softmax(z + c ones) = softmax(z)`,
    source: 'Goodfellow, Bengio, Courville: Deep Learning, 4.1',
    note: 'Subtracting the maximum against overflow changes nothing.',
  }),
  lemma('cross-entropy-gradient', {
    claim: `z, y: n; ones' y = 1 |- grad[z](log(sum(exp(z))) - y' z) = softmax(z) - y`,
    source: 'Bishop: Pattern Recognition and Machine Learning, 4.3',
    note: 'Residual times features, also for classification.',
  }),
  lemma('log-sum-exp-is-convex', {
    claim: `z: n |- hess[z](log(sum(exp(z)))) is psd`,
    source: 'Boyd, Vandenberghe: Convex Optimization, 3.1',
    note: 'So logistic regression has no bad local minima.',
  }),
  lemma('least-squares-gradient', {
    claim: `X: N×d; y: N; w: d |- grad[w](|X w - y|^2) = 2 X' (X w - y)`,
    source: 'Petersen, Pedersen: The Matrix Cookbook, 2.4',
    note: 'The gradient of linear regression.',
  }),
  lemma('ridge-solution', {
    claim: `X: N×d; y: N; w: d; c: scalar positive; w = inv(X' X + c I) X' y |- grad[w](|X w - y|^2 + c |w|^2) = 0`,
    source: 'Hoerl, Kennard: Ridge Regression, 1970',
    note: 'Ridge regression in closed form; no rank condition is needed.',
  }),
  lemma('kernel-trick', {
    claim: `X: N×d; c: scalar positive |- inv(X' X + c I) X' = X' inv(X X' + c I)`,
    source: 'Schölkopf, Smola: Learning with Kernels',
    note: 'Regression by features or by kernels, whichever is smaller.',
  }),
  lemma('log-determinant-gradient', {
    claim: `X: n×n pd |- grad[X](logdet(X)) = inv(X)'`,
    source: 'Petersen, Pedersen: The Matrix Cookbook, 2.1',
    note: 'Maximum likelihood of a Gaussian.',
  }),
  lemma('rank-one-update', {
    claim: `A: n×n invertible; u, v: n; 1 + v' inv(A) u != 0 |- inv(A + u v') = inv(A) - 1/(1 + v' inv(A) u) inv(A) u v' inv(A)`,
    source: 'Sherman, Morrison, 1950',
    note: 'Sherman–Morrison: one datum more without a new inverse.',
  }),
  lemma('determinant-lemma', {
    claim: `A: n×n invertible; u, v: n |- det(A + u v') = det(A) (1 + v' inv(A) u)`,
    source: 'Rezende, Mohamed: Variational Inference with Normalizing Flows, arXiv 1505.05770',
    note: 'The price of a rank-one layer in a normalising flow.',
  }),
  lemma('variance-of-a-layer', {
    claim: `W: m×n ~ normal(0, s/n); s: scalar positive; x: n |- E[|W x|^2] = s m/n |x|^2`,
    source: 'Glorot, Bengio, 2010',
    note: 'Why the variance of weights goes with one over fan-in.',
  }),
  lemma('he-initialisation', {
    claim: `W: m×n ~ normal(0, 2/n); x: n |- E[|relu(W x)|^2] = m/n |x|^2`,
    source: 'He, Zhang, Ren, Sun: Delving Deep into Rectifiers, arXiv 1502.01852',
    note: "The factor 2 of He's initialisation, exactly and at every width.",
  }),
  lemma('variance-of-gradients', {
    claim: `W: m×n ~ normal(0, s/m); s: scalar positive; g: m |- E[|W' g|^2] = s n/m |g|^2`,
    source: 'Glorot, Bengio, 2010',
    note: 'Backwards it is fan-out that counts.',
  }),
  lemma('centred-mean', {
    claim: `x: n |- mean(x - mean(x) ones) = 0`,
    source: 'Ba, Kiros, Hinton: Layer Normalization, arXiv 1607.06450',
    note: 'Layer normalisation centres.',
  }),
  lemma('weight-normalised-gradient', {
    claim: `w: n nonzero; f: R^n -> R; v: n |- grad[w](f(w/norm(w)))' w = 0`,
    source: 'Salimans, Kingma: Weight Normalization, arXiv 1602.07868',
    note: 'The gradient of normalised weights is orthogonal to them, so their norm only grows.',
  }),
  lemma('normalisation-jacobian', {
    claim: `x: n nonzero |- jac[x](x/norm(x)) = (I - x x'/(x' x))/norm(x)`,
    source: 'Salimans, Kingma: Weight Normalization, arXiv 1602.07868',
    note: 'Normalisation projects the gradient and divides it by the norm.',
  }),
  lemma('attention-weights-sum-to-one', {
    claim: `Q, K: N×d |- forall i in 1..N. sum[j in 1..N](softmax(Q K')[i,j]) = 1`,
    source: 'Vaswani et al.: Attention Is All You Need, arXiv 1706.03762',
    note: 'An attention layer takes averages of the values.',
  }),
  lemma('attention-scale', {
    claim: `q: d ~ normal(0, 1); k: d ~ normal(0, 1) |- E[(q' k)^2] = d`,
    source: 'Vaswani et al.: Attention Is All You Need, arXiv 1706.03762',
    note: 'Why scores are divided by the root of d.',
  }),
  lemma('attention-gauge', {
    claim: `Q, K: N×d; R: d×d orthogonal |- (Q R) (K R)' = Q K'`,
    source: 'folklore of the field',
    note: 'Queries and keys are known up to a rotation only.',
  }),
  lemma('attention-score-rank', {
    claim: `Q, K: N×d |- rank(Q K') <= d`,
    source:
      'Bhojanapalli et al.: Low-Rank Bottleneck in Multi-head Attention Models, arXiv 2002.07028',
    note: 'A head of size d has scores of rank d at most.',
  }),
  lemma('low-rank-update', {
    claim: `B: m×r; A: r×n; W: m×n |- rank(W + B A - W) <= r`,
    source: 'Hu et al.: LoRA, arXiv 2106.09685',
    note: 'What a low-rank adapter can change.',
  }),
  lemma('adapter-at-zero', {
    claim: `B: m×r; A: r×n; x: n; p: R^m -> R; W: m×n; B = 0 |- grad[A](p((W + B A) x)) = 0`,
    source: 'Hu et al.: LoRA, arXiv 2106.09685',
    note: 'With B = 0 the first step trains B alone.',
  }),
  lemma('adapter-gradient', {
    claim: `B: m×r; A: r×n; x: n; p: R^m -> R; W: m×n |- grad[B](p((W + B A) x)) = grad(p)((W + B A) x) (A x)'`,
    source: 'Hu et al.: LoRA, arXiv 2106.09685',
    note: 'The gradient of an adapter.',
  }),
  lemma('gram-matrix-is-psd', {
    claim: `X: N×d |- X X' is psd`,
    source: 'Schölkopf, Smola: Learning with Kernels',
    note: 'Every Gram matrix is a kernel.',
  }),
  lemma('product-of-kernels', {
    claim: `K, L: n×n psd |- K .* L is psd`,
    source: 'Schur, 1911',
    note: 'Products of kernels are kernels.',
  }),
  lemma('hessian-of-a-product', {
    claim: `f, g: R^n -> R; x: n |- hess[x](f(x) g(x)) = f(x) hess(g)(x) + g(x) hess(f)(x) + grad(f)(x) grad(g)(x)' + grad(g)(x) grad(f)(x)'`,
    source: 'folklore of the field',
    note: 'Two rank-one terms that are often forgotten.',
  }),
  lemma('gradient-descent-on-a-quadratic', {
    claim: `A: n×n symmetric; x, s, b: n; eta: scalar; A s = b |- (x - eta (A x - b)) - s = (I - eta A) (x - s)`,
    source: 'Nocedal, Wright: Numerical Optimization',
    note: 'The condition number enters here.',
  }),
  lemma('newton-on-a-quadratic', {
    claim: `A: n×n pd; x, s, b: n; A s = b |- x - inv(A) (A x - b) = s`,
    source: 'Nocedal, Wright: Numerical Optimization',
    note: "Newton's method needs one step.",
  }),
  lemma('decoupled-weight-decay', {
    claim: `w, g: n; eta, lam: scalar |- w - eta (g + lam w) = (1 - eta lam) w - eta g`,
    source: 'Loshchilov, Hutter: Decoupled Weight Decay Regularization, arXiv 1711.05101',
    note: 'For plain gradient descent decay and shrinking are one.',
  }),
  lemma('relu-is-homogeneous', {
    claim: `x: n; W: m×n; a: scalar positive |- relu(a W x) = a relu(W x)`,
    source: 'Dinh et al.: Sharp Minima Can Generalize For Deep Nets, arXiv 1703.04933',
    note: 'Scales move freely between ReLU layers, so flatness is not an invariant.',
  }),
  lemma('product-norm', {
    claim: `A, B: n×n |- norm(A B) <= norm(A) norm(B)`,
    source: 'Bartlett, Foster, Telgarsky: Spectrally-normalized margin bounds, arXiv 1706.08498',
    note: 'Lipschitz bounds of networks, layer by layer.',
  }),
  lemma('norms-compared', {
    claim: `A: m×n |- norm(A) <= normF(A)`,
    source: 'Bartlett, Foster, Telgarsky: Spectrally-normalized margin bounds, arXiv 1706.08498',
    note: 'Generalisation bounds trade the one norm for the other.',
  }),
  lemma('hat-matrix', {
    claim: `X: N×d one-to-one |- X inv(X' X) X' is projector`,
    source: 'Hastie, Tibshirani, Friedman: The Elements of Statistical Learning, 3.2',
    note: 'Fitted values are a projection of the targets.',
  }),
]);
