import { family, lemma } from 'elenchus';

const source = 'comments on the behaviour-manifold post: level sets of F: R^N -> R^k, J its Jacobian';

export default family('submersion', [
  lemma('onto-gram', {
    claim: `J: k×N
      |- (J is onto <=> J J' is invertible) and (J is onto <=> rank(J) = k)`,
    source,
  }),
  lemma('too-many-outputs', {
    claim: `F: R^N -> R^k; theta: N; k > N
      |- not (jac(F)(theta) is onto)`,
    source,
    note: 'More outputs times data than weights: F is nowhere a submersion.',
  }),
  lemma('duplicate-data', {
    claim: `F: R^P -> R^k; f: R^P × R^d -> R; theta: P; x, y: d; a, b: k
      forall t: P. a' F(t) = f(t, x); forall t: P. b' F(t) = f(t, y); a != b; x = y
      |- not (jac(F)(theta) is onto)`,
    source,
    note: 'a and b read the outputs on the data x and y off F; with coordinate vectors these are two rows of J.',
  }),
  lemma('behaviour-implies-loss', {
    claim: `F: R^N -> R^k; l: R^k -> R; a, b: N; F(a) = F(b)
      |- l(F(a)) = l(F(b))`,
    source,
  }),
  lemma('contour-intersection', {
    claim: `F: R^N -> R^k; theta: N; y: k
      |- (forall e: k. e' (F(theta) - y) = 0) <=> F(theta) = y`,
    source,
    note: 'The behaviour manifold is the intersection of the contour sets of all linear readings of the output.',
  }),
  lemma('onto-has-independent-rows', {
    claim: `J: k×N onto
      |- forall u: k. J' u = 0 => u = 0`,
    source,
    note: 'Contours are transversal where no combination of the rows of J vanishes.',
  }),
  lemma('squared-contour', {
    claim: `a, theta: n
      |- ((a' theta)^2 = 0 <=> a' theta = 0) and (a' theta = 0 => grad[theta]((a' theta)^2) = 0)`,
    source,
    note: "F(θ) = (a'θ)² has a hyperplane as its zero set, a manifold, and its Jacobian vanishes on all of it.",
  }),
  lemma('merged-for-all-weights', {
    claim: `F: R^N × R^n -> R^k; x, z: n; theta: N; forall psi: N. F(psi, x) = F(psi, z)
      |- jac[theta](F(theta, x)) = jac[theta](F(theta, z))`,
    source,
    note: 'Inputs that every θ merges have equal rows of J.',
  }),
  lemma('dead-layer', {
    claim: `W: m×n; h: n; phi: activation; g: R^m -> R; phi'(W h) = 0
      |- grad[W](g(phi(W h))) = 0 and grad[h](g(phi(W h))) = 0`,
    source,
    note: 'So J vanishes on the weights of this layer and, through h, on those of every earlier one.',
  }),
]);
