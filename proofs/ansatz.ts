/** The statements of the note on the feature ansatz that the family dnfa does not have. */
import { family, lemma } from 'elenchus';

const source = 'note on the Deep Neural Feature Ansatz of arXiv 2212.13881';

export default family('ansatz', [
  lemma('vector-outputs', {
    claim: `W: m×n; h[i]: n for i in 1..N; p: R^m -> R^k
      |- mean[i](jac[h[i]](p(W h[i]))' jac[h[i]](p(W h[i])))
         = W' mean[i](jac(p)(W h[i])' jac(p)(W h[i])) W`,
    source,
    note: 'The definition for networks of several outputs.',
    settles: ['A1'],
  }),
  lemma('gated-form', {
    claim: `W: m×n; h[i]: n for i in 1..N; phi: activation; g: R^m -> R
      |- mean[i](grad[h[i]](g(phi(W h[i]))) grad[h[i]](g(phi(W h[i])))')
         = W' mean[i](diag(phi'(W h[i])) grad(g)(phi(W h[i])) grad(g)(phi(W h[i]))' diag(phi'(W h[i]))) W`,
    source,
    note: "With the activation outside the rest of the network its derivatives stand in the mean: the note's D(x).",
    settles: ['A15', 'A16', 'A17', 'A18'],
  }),
  lemma('best-direction', {
    claim: `W: m×n; M: n×n; c: scalar positive; v, u: n unit; W' W = c M; W' W v = lambda[1](W' W) v
      |- u' M u <= v' M v`,
    proof: `
      have a: c (v' M v) = lambda[1](W' W)                    by hypothesis
      have b: u' W' W u <= lambda[1](W' W)                    by order
      have d: c (u' M u) = u' W' W u                          by hypothesis
      have e: 0 < 1/c                                         by order
      have f: 0 <= (1/c) (c (v' M v) - c (u' M u))            by order/product with p := 1/c, q := c (v' M v) - c (u' M u)
      have g: (1/c) (c (v' M v) - c (u' M u)) = v' M v - u' M u   by cancellation
      u' M u <= v' M v                                        by order`,
    source,
    note: "Courant–Fischer for the first right singular vector: of all directions it has the largest v'Mv.",
    settles: ['A5'],
  }),
  lemma('best-further-direction', {
    claim: `W: m×n; M: n×n; c, s: scalar; V: n×j; T: n×i; D: j×j; F: i×i; v, u: n unit
      c > 0; W' W = c M; V V' + v v' + T T' = I; v' v = 1; V' v = 0; T' v = 0; V' T = 0
      W' W = V D V' + s v v' + T F T'; F <<= s I; V' u = 0
      |- u' M u <= v' M v`,
    proof: `
      have a: c (v' M v) = s                                  by hypothesis
      have b: c (u' M u) = s (v' u)^2 + (T' u)' F (T' u)      by hypothesis
      have d: (T' u)' F (T' u) <= s (T' u)' (T' u)            by order
      have e: (v' u)^2 + (T' u)' (T' u) = u' (V V' + v v' + T T') u   by hypothesis
      have f: u' (V V' + v v' + T T') u = 1                   by hypothesis
      have g: s (v' u)^2 + s (T' u)' (T' u) = s ((v' u)^2 + (T' u)' (T' u))   by ring
      have h: s ((v' u)^2 + (T' u)' (T' u)) = s               by hypothesis e, f
      have i: c (u' M u) <= c (v' M v)                        by order
      have p: 0 < 1/c                                         by order
      have q: 0 <= (1/c) (c (v' M v) - c (u' M u))            by order/product with p := 1/c, q := c (v' M v) - c (u' M u)
      have r: (1/c) (c (v' M v) - c (u' M u)) = v' M v - u' M u   by cancellation
      u' M u <= v' M v                                        by order`,
    source,
    note: 'The k-th right singular vector v is the best direction orthogonal to those before it, the columns of V; T has those after it, of smaller singular values.',
    settles: ['A5'],
  }),
  lemma('variance-about-the-mean', {
    claim: `q[i]: n for i in 1..N
      |- mean[i](q[i] q[i]') = mean[i]((q[i] - mean[j](q[j])) (q[i] - mean[j](q[j]))') + mean[i](q[i]) mean[i](q[i])'`,
    source,
    note: 'The AGOP is the covariance of the gradients and the outer product of their mean.',
    settles: ['A6'],
  }),
  lemma('variance-of-centred-gradients', {
    claim: `q[i]: n for i in 1..N; mean[i](q[i]) = 0
      |- mean[i](q[i] q[i]') = mean[i]((q[i] - mean[j](q[j])) (q[i] - mean[j](q[j]))')`,
    source,
    note: 'Where the gradients have mean 0 the two readings are one.',
    settles: ['A6'],
  }),
  lemma('two-layers-are-tight', {
    claim: `V: k×m; W: m×n onto; Q: k×k; c, d: scalar positive
      W' W = c W' V' Q V W; V' V = d V' Q V
      |- V' V = d/c I`,
    source,
    note: 'Two neighbouring linear layers that both obey the ansatz: the second is a multiple of an isometry.',
    settles: ['A13'],
  }),
  lemma('traces-of-both-grams', {
    claim: `W: m×n |- tr((W' W)^2) = tr((W W')^2) and tr((W' W)^3) = tr((W W')^3) and tr((W' W)^4) = tr((W W')^4)`,
    source,
    note: 'The powers 2 to 4; the statement for every power k survives the search, since a trace of a power is not yet shifted by induction.',
    settles: ['A28 in part'],
  }),
  lemma('half-power-trace', {
    claim: `V: k×m; W: m×n; c: scalar; (W' W)^2 = c^2 W' V' V W
      |- tr((W' W)^2) = c^2 normF(V W)^2`,
    source,
    note: 'An identity between singular values that the half-power form forces.',
    settles: ['A28 in part'],
  }),
  lemma('first-step-from-zero', {
    claim: `V, W: m×n; a: m; x[i]: n for i in 1..N; y[i]: scalar for i in 1..N; eta: scalar
      V = 0; W = V - eta grad[V](mean[i]((y[i] - a' V x[i])^2))
      |- W = 2 eta a mean[i](y[i] x[i])'`,
    source,
    note: 'The first step from zero weights, for any number of data.',
    settles: ['A33 in part'],
  }),
  lemma('first-step-obeys-the-ansatz', {
    claim: `W: m×n; a: m nonzero; g: n; eta: scalar nonzero; W = eta a g'
      |- W' W ~~ W' a a' W`,
    source,
    note: "With one layer after zero weights: W'a is the gradient of the network a'W h, and W'W is in proportion to its outer product.",
    settles: ['A33 in part'],
  }),
  lemma('stretch-is-influence', {
    claim: `W: m×n; M: n×n; u: n; c: scalar; W' W = c M |- c u' M u = |W u|^2`,
    source,
    note: 'What is stretched most is most influential, in proportion.',
    settles: ['A37', 'A38'],
  }),
  lemma('influence-is-the-ansatz', {
    claim: `W: m×n; M: n×n symmetric; c: scalar; forall u: n. c u' M u = |W u|^2 |- W' W = c M`,
    source,
    note: 'And back: the proportion in every direction is the ansatz.',
    settles: ['A37', 'A38'],
  }),
  lemma('scaled-inputs', {
    claim: `W: m×n; S: n×n; M: n×n; c: scalar; W' W = c M |- (W S)' (W S) = c S' M S`,
    source,
    note: 'Features with a scale of their own: if the map S of the inputs acts on the weights and on the gradients, the ansatz stays.',
    settles: ['A39'],
  }),
  lemma('gradient-of-scaled-inputs', {
    claim: `W: m×n; S: n×n; p: R^m -> R; g: n |- grad[g](p(W S g)) = S' W' grad(p)(W S g)`,
    source,
    settles: ['A39'],
  }),
  lemma('whitened-gradients', {
    claim: `q[i]: m for i in 1..N; R: m×m invertible; mean[i](q[i] q[i]') = R R'
      |- mean[i]((inv(R) q[i]) (inv(R) q[i])') = I`,
    source,
    note: 'After reweighting the pre-activations by a root of Q the gradients are isotropic.',
    settles: ['A40'],
  }),
  lemma('approximate-relative', {
    claim: `W: m×n; Q: m×m symmetric; c, e: scalar; (1 - e) I <<= c Q; c Q <<= (1 + e) I
      |- (1 - e) W' W <<= c W' Q W and c W' Q W <<= (1 + e) W' W`,
    source,
    note: 'Relative error e in Q is relative error e in the ansatz; back by order-form-below and order-form-above.',
    settles: ['A7'],
  }),
  lemma('equal-grams-differ-by-a-rotation', {
    claim: `W, V: n×n invertible; W' W = V' V
      |- (V inv(W))' (V inv(W)) = I and V = (V inv(W)) W`,
    source,
    note: "What W'W forces: the weights up to an orthogonal factor on the left, and so all singular values.",
    settles: ['A28'],
  }),
  lemma('one-datum', {
    claim: `W: m×n; g: m; h: n; Q: m×m; b, c: scalar; W = g h'; b = g' g; c b = g' Q g |- c W' W = W' Q W`,
    source,
    note: 'Weights of rank one, as training on one datum from zero gives them, obey the ansatz for every Q. With first-step-from-zero and, for every depth, balanced-linear-power these are the toy propositions.',
    settles: ['A33'],
  }),
]);
