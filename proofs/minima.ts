/**
 * The statements of the comments on minima and level sets that the families hessian and submersion
 * do not have.
 */
import { family, lemma } from 'elenchus';

const source = 'comments on the behaviour-manifold post: the Hessian of L = l∘F at a minimum';

export default family('minima', [
  lemma('linear-features', {
    claim: `A: k×N; b: k; l: R^k -> R; theta: N
      |- jac[theta](A theta + b) = A and hess[theta](l(A theta + b)) = A' hess(l)(A theta + b) A`,
    source,
    note: 'For F linear in θ the Jacobian is the same everywhere, and so the features say nothing of the point.',
    settles: ['B7'],
  }),
  lemma('linear-level-sets', {
    claim: `A: k×N; theta, v: N; A v = 0 |- A (theta + v) = A theta`,
    source,
    note: 'For F linear in θ what J forgets at a point is forgotten at every distance.',
    settles: ['B7'],
  }),
  lemma('rank-at-initialisation', {
    claim: `g: R^m -> R^k; h: R^N -> R^m; theta: N |- rank(jac[theta](g(h(theta)))) <= rank(jac(g)(h(theta)))`,
    source,
    note: 'The rank of the whole is at most that of each part, at the initialisation as at any point.',
    settles: ['B15'],
  }),
  lemma('early-loss-of-rank', {
    claim: `g: R^m -> R^k; h: R^N -> R^m; theta: N |- rank(jac[theta](g(h(theta)))) <= rank(jac(h)(theta))`,
    source,
    note: 'What an early part loses no later part brings back.',
    settles: ['B26'],
  }),
  lemma('early-loss-flattens-the-minimum', {
    claim: `g: R^m -> R^k; h: R^N -> R^m; l: R^k -> R; theta: N; grad(l)(g(h(theta))) = 0
      |- rank(hess[theta](l(g(h(theta))))) <= rank(jac(h)(theta))`,
    source,
    note: 'At interpolation the rank of the Hessian is bounded by that of the early part.',
    settles: ['B15', 'B26'],
  }),
  lemma('more-weights-than-outputs', {
    claim: `J: k×N; H: k×k; k < N |- exists v: N. v != 0 and J' H J v = 0`,
    source,
    note: 'With more weights than outputs on the data some direction is flat, whatever the loss.',
    settles: ['B15'],
  }),
  lemma('squared-error-of-reached-targets', {
    claim: `F: R^N -> R^k; y: k; theta: N; F(theta) = y
      |- hess[theta](|F(theta) - y|^2) = 2 jac(F)(theta)' jac(F)(theta)`,
    source,
    note: 'The form of the comments, with its hypothesis F(θ) = y said.',
    settles: ['B13'],
  }),
  lemma('entries-of-the-gram', {
    claim: `f[i]: R^N -> R for i in 1..D; theta: N
      |- forall a in 1..N. forall b in 1..N.
         sum[i](grad(f[i])(theta) grad(f[i])(theta)')[a,b] = sum[i](grad(f[i])(theta)[a] grad(f[i])(theta)[b])`,
    source,
    note: "Entry by entry, J'J holds the inner products over the data of the features, the derivatives of the outputs by each weight.",
    settles: ['B6'],
  }),
  lemma('constant-along-a-line', {
    claim: `F: R^N -> R^k; theta, v: N; forall t: scalar. F(theta + t v) = F(theta) |- jac(F)(theta) v = 0`,
    source,
    note: 'The converse is false: flat-for-one-is-constant.',
    settles: ['B17'],
  }),
  lemma('dead-units-lose-everything', {
    claim: `W: m×n; x: n; relu'(W x) = 0 |- relu(W x) = 0`,
    source,
    note: 'On the set where the derivative of a ReLU layer is 0 the layer is 0, so it merges all inputs there.',
    settles: ['B16 in part'],
  }),
  lemma('onto-reaches-every-direction', {
    claim: `F: R^N -> R^k; theta: N; jac(F)(theta) is onto |- forall w: k. exists v: N. jac(F)(theta) v = w`,
    source,
    note: 'What the submersion theorem says to first order. That F itself reaches every output near F(θ), and that the level set is a manifold, is cited and not proved here: the language has no limits and no charts.',
    settles: ['B18 in part'],
  }),
]);
