/** Lemmas on networks of finite width, after Roberts, Yaida and Hanin. */
import { family, lemma } from 'elenchus';

const book = 'Roberts, Yaida, Hanin: The Principles of Deep Learning Theory, arXiv 2106.10165';

/**
 * Networks of finite width at initialisation and after one step: weights are Gaussian with mean 0
 * and variance C/width,
 * `n, m, k` are widths, `x, y` inputs. A hidden layer multiplies the fourth moment by 1 + 2/n (linear) or 1 + 5/n (ReLU).
 */
export default family('pdlt', [
  lemma('power-below-exp', {
    claim: `x: scalar nonnegative
      |- (1 + x)^L <= exp(x)^L`,
    proof: `
      have t: 1 + x <= exp(x)                                 by exp is above its tangent with s := x
      have p: forall l in 1..L. 0 <= (1 + x)^l                by induction on l
      have forall l in 1..L. (1 + x)^l <= exp(x)^l            by induction on l`,
    source: 'exp is convex',
  }),
  lemma('power-above-exp', {
    claim: `x: scalar nonnegative; y: scalar; (1 - y) (1 + x) = 1
      |- exp(y)^L <= (1 + x)^L`,
    proof: `
      have p: 0 < exp(y)                                      by positivity
      have t: 1 - y <= exp(-y)                                by exp is above its tangent with s := -y
      have k: 0 <= (exp(-y) - 1 + y) exp(y)                   by order/product with p := exp(-y) - 1 + y, q := exp(y)
      have m: 0 <= (1 + x) ((exp(-y) - 1 + y) exp(y))         by order/product with p := 1 + x, q := (exp(-y) - 1 + y) exp(y)
      have e: (1 + x) ((exp(-y) - 1 + y) exp(y)) = 1 + x - exp(y)   by cancellation
      have f: exp(y) <= 1 + x                                 by order
      have q: forall l in 1..L. 0 <= exp(y)^l                 by induction on l
      have forall l in 1..L. exp(y)^l <= (1 + x)^l            by induction on l`,
    source: 'exp is convex',
    note: 'y = x/(1 + x).',
  }),
  lemma('aspect-ratio', {
    claim: `h: n; c: scalar nonnegative
      |- (1 + c/n)^L <= exp(c/n)^L`,
    proof: `
      have p: 0 <= (1/n) c                                    by order/product with p := 1/n, q := c
      (1 + c/n)^L <= exp(c/n)^L                               by pdlt/power-below-exp with x := c/n`,
    source: book,
    note: 'The row mentions a limit, which the language has not: here and in aspect-ratio-below are its two sides, at every depth and width. With r = L/n the fourth moment over its value at infinite width (c = 2 linear, c = 5 ReLU) is at most e^(c r); for c = 2 it is at least e^(2 r n/(n + 2)). So as n grows it depends on r alone. h gives the width.',
    settles: ['D15 in part'],
  }),
  lemma('aspect-ratio-below', {
    claim: `h: n
      |- exp(2/(n + 2))^L <= (1 + 2/n)^L`,
    proof: `
      have e: (1 - 2/(n + 2)) (1 + 2/n) = 1                   by cancellation
      exp(2/(n + 2))^L <= (1 + 2/n)^L                         by pdlt/power-above-exp with x := 2/n, y := 2/(n + 2)`,
    source: book,
  }),
  lemma('aspect-ratio-below-every-slope', {
    claim: `h: n; c: scalar nonnegative
      |- exp(c/(n + c))^L <= (1 + c/n)^L`,
    proof: `
      have p: 0 <= (1/n) c                                    by order/product with p := 1/n, q := c
      have e: (1 - c/(n + c)) (1 + c/n) = 1                   by cancellation
      exp(c/(n + c))^L <= (1 + c/n)^L                         by pdlt/power-above-exp with x := c/n, y := c/(n + c)`,
    source: book,
    note: 'With aspect-ratio, both sides for every c: at L = r n the factor lies between e^(c r n/(n + c)) and e^(c r), so as depth and width grow together it depends on r alone.',
    settles: ['D15'],
  }),
  lemma('first-order-remainder', {
    claim: `x: scalar nonnegative
      |- 1 + L x <= (1 + x)^L and (1 + x)^L <= 1 + L x + L^2 x^2 (1 + x)^L`,
    proof: `
      have o: forall l in 1..L. 1 + l x <= (1 + x)^l          by induction on l
      have p: forall l in 1..L. 0 <= (1 + x)^l                by induction on l
      have q: forall l in 1..L. 0 <= l (1 + x)^l              by order
      have r: forall l in 1..L. 0 <= l^2 (1 + x)^l            by order
      have s: forall l in 1..L. 0 <= x^2 (1 + x)^l            by order
      have t: forall l in 1..L. 0 <= x^2 (l (1 + x)^l)        by order
      have u: forall l in 1..L. 0 <= x (x^2 (1 + x)^l)        by order
      have v: forall l in 1..L. 0 <= x (x^2 (l (1 + x)^l))    by order
      have w: forall l in 1..L. 0 <= x (l^2 (x^2 (1 + x)^l))  by order
      have a: forall l in 1..L. (1 + x)^l - 1 <= l x (1 + x)^l            by induction on l
      have b: forall l in 1..L. x ((1 + x)^l - 1) <= l x^2 (1 + x)^l      by order
      have c: forall l in 1..L. (1 + x)^l <= 1 + l x + l^2 x^2 (1 + x)^l  by induction on l`,
    source: book,
  }),
  lemma('leading-order-every-depth', {
    claim: `h: n; c: scalar nonnegative
      |- 1 + c L/n <= (1 + c/n)^L and (1 + c/n)^L <= 1 + c L/n + (c L/n)^2 (1 + c/n)^L`,
    proof: `
      have p: 0 <= (1/n) c                                    by order/product with p := 1/n, q := c
      have a: 1 + L (c/n) <= (1 + c/n)^L and (1 + c/n)^L <= 1 + L (c/n) + L^2 (c/n)^2 (1 + c/n)^L   by pdlt/first-order-remainder with x := c/n`,
    source: book,
    note: 'The factor of the fourth moment of L hidden layers of width n (c = 2 linear, c = 5 ReLU) is 1 + c L/n up to (c L/n)^2 times itself, which aspect-ratio bounds by e^(c L/n): O((L/n)^2), with its constant. h gives the width.',
    settles: ['D15 in part'],
  }),
  lemma('kernel-recursion-linear', {
    claim: `W: m×n ~ normal(0, c/n); c: scalar nonnegative; x, y: n
      |- E[(W x)' (W y)]/m = c (x' y)/n and E[W x (W y)'] = c (x' y)/n I`,
    source: book,
    note: 'So the kernel stays as it is exactly at c = 1, the critical variance of a linear network.',
    settles: ['D13'],
  }),
  lemma('kernel-recursion-linear-every-depth', {
    claim: `W[l]: d[l]×d[l-1] ~ normal(0, c/d[l-1]) for l in 1..L; c: scalar nonnegative; x, y: d[0]
      |- E[(prod[l=L..1](W[l]) x)' (prod[l=L..1](W[l]) y)]/d[L] = c^L (x' y)/d[0]
         and E[prod[l=L..1](W[l]) x (prod[l=L..1](W[l]) y)'] = c^L (x' y)/d[0] I`,
    source: book,
    settles: ['D13'],
  }),
  lemma('linear-moments-depth-1', {
    claim: `w: n ~ normal(0, c/n); c: scalar nonnegative; x: n
      |- E[(w' x)^4] = 3 c^2 (|x|^2/n)^2 and E[(w' x)^6] = 15 c^3 (|x|^2/n)^3 and E[(w' x)^8] = 105 c^4 (|x|^2/n)^4`,
    source: book,
  }),
  lemma('linear-moments-depth-2', {
    claim: `U: m×n ~ normal(0, c/n); w: m ~ normal(0, c/m); c: scalar nonnegative; x: n
      |- E[(w' U x)^4] = 3 c^4 (1 + 2/m) (|x|^2/n)^2
         and E[(w' U x)^6] = 15 c^6 (1 + 2/m) (1 + 4/m) (|x|^2/n)^3
         and E[(w' U x)^8] = 105 c^8 (1 + 2/m) (1 + 4/m) (1 + 6/m) (|x|^2/n)^4`,
    source: book,
  }),
  lemma('linear-moments-depth-3', {
    claim: `U: m×n ~ normal(0, c/n); V: k×m ~ normal(0, c/m); w: k ~ normal(0, c/k); c: scalar nonnegative; x: n
      |- E[(w' V U x)^4] = 3 c^6 (1 + 2/m) (1 + 2/k) (|x|^2/n)^2
         and E[(w' V U x)^6] = 15 c^9 (1 + 2/m) (1 + 4/m) (1 + 2/k) (1 + 4/k) (|x|^2/n)^3`,
    source: book,
  }),
  lemma('linear-moments', {
    claim: `W[l]: d[l]×d[l-1] ~ normal(0, c/d[l-1]) for l in 1..L; w: d[L] ~ normal(0, c/d[L]); c: scalar nonnegative; x: d[0]
      |- E[(w' prod[l=L..1](W[l]) x)^4] = 3 c^2 (c^2)^L prod[l=1..L](1 + 2/d[l]) (|x|^2/d[0])^2
         and E[(w' prod[l=L..1](W[l]) x)^6] = 15 c^3 (c^3)^L prod[l=1..L]((1 + 2/d[l]) (1 + 4/d[l])) (|x|^2/d[0])^3`,
    source: book,
    note: 'Every depth: the mean over a layer given those before is that of depth 1, and an induction on L does the rest.',
    settles: ['D16'],
  }),
  lemma('linear-eighth-moment', {
    claim: `W[l]: d[l]×d[l-1] ~ normal(0, c/d[l-1]) for l in 1..L; w: d[L] ~ normal(0, c/d[L]); c: scalar nonnegative; x: d[0]
      |- E[(w' prod[l=L..1](W[l]) x)^8] = 105 c^4 (c^4)^L prod[l=1..L]((1 + 2/d[l]) (1 + 4/d[l]) (1 + 6/d[l])) (|x|^2/d[0])^4`,
    source: book,
    note: 'Moment 2m has the factors 1 + 2j/d[l] for 0 < j < m.',
    settles: ['D16'],
  }),
  lemma('relu-critical', {
    claim: `W: m×n ~ normal(0, 2/n); x: n
      |- E[|relu(W x)|^2]/m = |x|^2/n`,
    source: book,
    note: 'One input, no bias: a row of W and its negative have one law, so relu keeps half of every even moment.',
    settles: ['D13'],
  }),
  lemma('relu-fourth-moment', {
    claim: `U: m×n ~ normal(0, 2/n); w: m ~ normal(0, 2/m); x: n
      |- E[(w' relu(U x))^4] = 3 (1 + 5/m) (2 |x|^2/n)^2`,
    source: book,
    note: 'Critical at variance 2/width, where the kernel is K = 2 |x|^2/n.',
  }),
  lemma('relu-fourth-moment-depth-3', {
    claim: `U: m×n ~ normal(0, 2/n); V: k×m ~ normal(0, 2/m); w: k ~ normal(0, 2/k); x: n
      |- E[(w' relu(V relu(U x)))^4] = 3 (1 + 5/m) (1 + 5/k) (2 |x|^2/n)^2`,
    source: book,
  }),
  lemma('relu-gates', {
    claim: `W: m×n ~ normal(0, 2/n); b: m ~ independent(1/2, 1/4, 0, 1/16); v: n
      |- E[|relu(W v)|^2] = E[|diag(b) W v|^2] and E[|relu(W v)|^4] = E[|diag(b) W v|^4]`,
    source:
      'Hanin: Which neural net architectures give rise to exploding and vanishing gradients?, NeurIPS 2018',
    note: 'A ReLU layer at one input has the moments of one whose units are on or off by fair coins b: mean 1/2, variance 1/4, fourth central moment 1/16. Later layers turn with the signs of a row, so this holds layer by layer.',
  }),
  lemma('relu-critical-every-depth', {
    claim: `W[l]: d[l]×d[l-1] ~ normal(0, 2/d[l-1]) for l in 1..L; b[l]: d[l] ~ independent(1/2, 1/4, 0, 1/16) for l in 1..L; x: d[0]
      |- E[|prod[l=L..1](diag(b[l]) W[l]) x|^2]/d[L] = |x|^2/d[0]`,
    source: book,
    note: 'One input, no bias, units on or off by fair coins: see relu-gates.',
    settles: ['D13'],
  }),
  lemma('relu-fourth-moment-every-depth', {
    claim: `W[l]: d[l]×d[l-1] ~ normal(0, 2/d[l-1]) for l in 1..L; b[l]: d[l] ~ independent(1/2, 1/4, 0, 1/16) for l in 1..L; w: d[L] ~ normal(0, 2/d[L]); x: d[0]
      |- E[(w' prod[l=L..1](diag(b[l]) W[l]) x)^4] = 3 prod[l=1..L](1 + 5/d[l]) (2 |x|^2/d[0])^2`,
    source: book,
    note: 'Units on or off by fair coins: see relu-gates, and relu-fourth-moment-depth-3 for ReLU itself.',
    settles: ['D16'],
  }),
  lemma('leading-order', {
    claim: `U: n×n ~ normal(0, 1/n); V: n×n ~ normal(0, 1/n); w: n ~ normal(0, 1/n); x: n
      |- E[(w' V U x)^4] - 3 (1 + 2 (2/n)) (|x|^2/n)^2 = 3 (2/n)^2 (|x|^2/n)^2`,
    source: book,
    note: 'Two hidden linear layers: what the first order in depth over width leaves out is of second order, exactly (2/n)^2.',
    settles: ['D18'],
  }),
  lemma('leading-order-relu', {
    claim: `U: n×n ~ normal(0, 2/n); V: n×n ~ normal(0, 2/n); x: n
      |- E[|relu(V relu(U x))|^4] - (1 + 2 (5/n)) |x|^4 = (5/n)^2 |x|^4`,
    source: book,
    settles: ['D18'],
  }),
  lemma('ntk-mean-linear', {
    claim: `U: n×d ~ normal(0, 1); v: n ~ normal(0, 1); x, y: d
      |- E[tr(grad[U](v' U x)' grad[U](v' U y)) + grad[v](v' U x)' grad[v](v' U y)]/n = 2 x' y`,
    source: book,
    note: "One hidden layer, f = v'U x/sqrt(n): the mean of the tangent kernel is the same at every width, and so is its limit.",
    settles: ['D21'],
  }),
  lemma('ntk-mean-relu', {
    claim: `U: n×d ~ normal(0, 1); v: n ~ normal(0, 1); x: d
      |- E[normF(grad[U](v' relu(U x)))^2 + |grad[v](v' relu(U x))|^2]/n = |x|^2`,
    source: book,
    note: "One input, one hidden layer, f = v'relu(U x)/sqrt(n).",
    settles: ['D21'],
  }),
  lemma('lazy-ntk', {
    claim: `U: n×d; v: n; x: d; a, r: scalar; l: R -> R
      |- (U - r grad[U](l(a v' U x))) x - U x = -(r a) l'(a v' U x) |x|^2 v`,
    source: book,
    note: "f = n^(-(1+s)/2) v'U x is a = n^(-(1+s)/2), its learning rate r = eta n^s: the step moves h = U x by r a = eta n^((s-1)/2), which vanishes with 1/n for s = 0 and does not for s = 1.",
    settles: ['D17 in part', 'D4'],
  }),
  lemma('maximal-update', {
    claim: `U: n×d; v: n; x: d; eta: scalar; l: R -> R
      |- (U - eta n grad[U](l(v' U x/n))) x - U x = -eta l'(v' U x/n) |x|^2 v`,
    source: book,
    note: 's = 1: no power of the width is left, so features are learnt at every width.',
    settles: ['D17 in part', 'D10'],
  }),
  lemma('gauge', {
    claim: `f: R^n -> R; w: n; m, k, eta: scalar
      |- m (k w - k^2 eta m grad(f)(m (k w))) = (m k) (w - eta (m k) grad(f)((m k) w))`,
    source: book,
    note: 'Weights w under a multiplier m k, or weights k w under m at k^2 times the learning rate: a step moves their product alike (the book has k = 2). In powers of the width: (a + t, b - t, c - 2t).',
    settles: ['D12 in part', 'D19'],
  }),
  lemma('one-step-solution', {
    claim: `J: k×N; theta: N; y, b: k
      |- J (theta + J' inv(J J') (y - (J theta + b))) + b = y`,
    source: book,
    note: "A model that is linear in its parameters is brought to interpolation by one step, where J is onto: there J J' is invertible (submersion/onto-gram); for others see one-step-solution-nonlinear.",
    settles: ['D1 in part', 'D5'],
  }),
]);
