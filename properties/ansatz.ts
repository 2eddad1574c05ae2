/** What the note on the feature ansatz leaves open, refuted by points in its interior. */
import { family, property } from 'elenchus';

const source = 'note on the Deep Neural Feature Ansatz of arXiv 2212.13881';

export default family('ansatz', [
  property('isotropy-for-other-weights', {
    claim: `W, V: n×n invertible; p: R^n -> R; h[i]: n for i in 1..N
      mean[i](grad(p)(W h[i]) grad(p)(W h[i])') ~~ I
      |- mean[i](grad(p)(V h[i]) grad(p)(V h[i])') ~~ I`,
    expect: 'refuted',
    source,
    note: 'Isotropy may hold for particular weights only: Q depends on W. What weights-unpinned says holds Q fixed.',
    settles: ['A29', 'A30', 'A35', 'A36'],
    nondegenerate: ['W != 0', 'V != 0', 'W != V'],
  }),
  property('close-top-vectors', {
    claim: `A, B: n×n symmetric; n >= 2; u, v: n nonzero; A != B
      A v = lambda[1](A) v; B u = lambda[1](B) u; lambda[2](A) < lambda[1](A); lambda[2](B) < lambda[1](B)
      norm(A - B) <= 1/10
      |- (u' u) (v' v) <= 2 (u' v)^2 - 1/10 (u' u) (v' v)`,
    expect: 'refuted',
    source,
    note: 'A perturbation that is not 0 and no larger than 1/10 turns the top eigenvector by some 45 degrees, also where both are simple. gapless-vectors in a form that excludes its corner.',
    settles: ['A8'],
    nondegenerate: ['A != B', 'lambda[2](A) < lambda[1](A)', 'lambda[2](B) < lambda[1](B)'],
  }),
  property('variance-of-differing-gradients', {
    claim: `q[i]: n for i in 1..N; not (mean[i]((q[i] - mean[j](q[j])) (q[i] - mean[j](q[j]))') = 0)
      |- mean[i](q[i] q[i]') ~~ mean[i]((q[i] - mean[j](q[j])) (q[i] - mean[j](q[j]))')`,
    expect: 'refuted',
    source,
    note: 'The centred reading, where the gradients are not all equal.',
    settles: ['A6'],
    nondegenerate: "mean[i]((q[i] - mean[j](q[j])) (q[i] - mean[j](q[j]))') != 0",
  }),
  property('two-layers-any-weights', {
    claim: `V: k×m; W: m×n; Q: k×k; c, d: scalar positive; W != 0; V != 0
      W' W = c W' V' Q V W; V' V = d V' Q V
      |- V' V = d/c I`,
    expect: 'refuted',
    source,
    note: 'two-layers-are-tight where the first layer is not onto.',
    settles: ['A13'],
    nondegenerate: ['W != 0', 'V != 0'],
  }),
  property('cancellation-of-regular-gradients', {
    claim: `W: m×n; Q: m×m symmetric; c: scalar positive; W != 0; Q is invertible; W' W = c W' Q W
      |- I = c Q`,
    expect: 'refuted',
    source,
    note: 'Of any layer it is not so: where W is not onto, P Q P is isotropic and Q need not be. With W and Q that are not 0.',
    settles: ['A21'],
    nondegenerate: ['W != 0', 'Q is invertible'],
  }),
  property('scaled-inputs-alone', {
    claim: `W, M: n×n; S: n×n invertible diagonal; W is invertible; W' W ~~ M |- (W S)' (W S) ~~ M`,
    expect: 'refuted',
    source,
    note: 'With scaled features and an unscaled M the ansatz is lost.',
    settles: ['A39'],
    nondegenerate: ['W is invertible', 'S is invertible'],
  }),
  property('reweighting-shows-isotropy', {
    claim: `q[i]: m for i in 1..N; w[i]: scalar positive for i in 1..N; sum[i](w[i] q[i] q[i]') ~~ I
      |- sum[i](q[i] q[i]') ~~ I`,
    expect: 'refuted',
    source,
    note: 'Isotropy after reweighting the data is not isotropy before.',
    settles: ['A40'],
    nondegenerate: "sum[i](w[i] q[i] q[i]') is invertible",
  }),
  property('influence-up-to-a-shift', {
    claim: `W, M: n×n; s: scalar positive; W is invertible; M is pd; M = W' W + s I |- W' W ~~ M`,
    expect: 'refuted',
    source,
    note: "Among unit vectors M orders directions as W'W does, and M is not in proportion to it: the order alone is not the ansatz.",
    settles: ['A38 in part'],
    nondegenerate: ['W is invertible', 's > 0'],
  }),
  property('both-grams-determine-weights', {
    claim: `W, V: n×n invertible; W' W = V' V; W W' = V V' |- W = V or W = -V`,
    expect: 'refuted',
    source,
    note: 'What the two Gram matrices force is short of the weights.',
    settles: ['A28 in part'],
    nondegenerate: ['W is invertible', 'V is invertible'],
  }),
]);
