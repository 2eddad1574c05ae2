/** Lemmas on submersions and level sets. */
import { family, lemma } from 'elenchus';

const source =
  'comments on the behaviour-manifold post: level sets of F: R^N -> R^k, J its Jacobian';

export default family('submersion', [
  lemma('onto-gram', {
    claim: `J: k×N
      |- (J is onto <=> J J' is invertible) and (J is onto <=> rank(J) = k)`,
    source,
    settles: ['B19'],
  }),
  lemma('onto-is-open', {
    claim: `F: R^N -> R^k; theta, psi: N; jac(F)(theta) is onto
      norm(jac(F)(theta) - jac(F)(psi)) < sigma_min(jac(F)(theta))
      |- jac(F)(psi) is onto`,
    proof: `
      have k: k <= N                                          by order
      have e: rank(jac(F)(psi)) < k => (rank(jac(F)(psi)) < N => sigma_min(jac(F)(theta)) <= norm(jac(F)(theta) - jac(F)(psi)))   by Eckart and Young with A := jac(F)(theta), B := jac(F)(psi)
      have n: not (rank(jac(F)(psi)) < k)                     by logic
      have l: k <= rank(jac(F)(psi))                          by order
      have u: rank(jac(F)(psi)) <= k                          by rank and shape with A := jac(F)(psi)
      have r: rank(jac(F)(psi)) = k                           by order
      jac(F)(psi) is onto                                     by definition`,
    source,
    note: 'How near is near enough: as long as J has moved by less than its smallest singular value. That there is such a neighbourhood of θ is what C¹ means, J being continuous; the language has no limits.',
    settles: ['B18 in part'],
  }),
  lemma('level-set-linear', {
    claim: `A: k×N; theta, x: N
      |- A x = A theta <=> x - theta = (I - pinv(A) A) (x - theta)`,
    source: 'Penrose, A generalized inverse for matrices, 1955',
    settles: ['B18 in part', 'B21 in part'],
  }),
  lemma('constant-rank-linear', {
    claim: `A: k×N
      |- rank(I - pinv(A) A) = N - rank(A)`,
    proof: `
      have t: tr(A pinv(A)) = rank(A)                         by order/trace-of-the-projector with S := A
      have p: (I - pinv(A) A) (I - pinv(A) A) = I - pinv(A) A by cancellation
      have r: rank(I - pinv(A) A) = tr(I - pinv(A) A)         by rank of a projector with A := I - pinv(A) A
      rank(I - pinv(A) A) = N - rank(A)                       by hypothesis r, t`,
    source: `${source}; Lee, Introduction to Smooth Manifolds, 2nd edition, theorem 5.12`,
    note: 'Constant rank where it can be said without manifolds, for linear F: the level set of θ is θ plus the range of a projector (level-set-linear) of rank N - rank A. For other F that dimension is measured: level-set-dimension.',
    settles: ['B21 in part'],
  }),
  lemma('too-many-outputs', {
    claim: `F: R^N -> R^k; theta: N; k > N
      |- not (jac(F)(theta) is onto)`,
    source,
    note: 'More outputs times data than weights: F is nowhere a submersion.',
    settles: ['B20'],
  }),
  lemma('duplicate-data', {
    claim: `F: R^P -> R^k; f: R^P × R^d -> R; theta: P; x, y: d; a, b: k
      forall t: P. a' F(t) = f(t, x); forall t: P. b' F(t) = f(t, y); a != b; x = y
      |- not (jac(F)(theta) is onto)`,
    source,
    note: 'a and b read the outputs on the data x and y off F; with coordinate vectors these are two rows of J.',
    settles: ['B20'],
  }),
  lemma('behaviour-implies-loss', {
    claim: `F: R^N -> R^k; l: R^k -> R; a, b: N; F(a) = F(b)
      |- l(F(a)) = l(F(b))`,
    source,
    settles: ['B22'],
  }),
  lemma('contour-intersection', {
    claim: `F: R^N -> R^k; theta: N; y: k
      |- (forall e: k. e' (F(theta) - y) = 0) <=> F(theta) = y`,
    source,
    note: 'The behaviour manifold is the intersection of the contour sets of all linear readings of the output.',
    settles: ['B19'],
  }),
  lemma('onto-has-independent-rows', {
    claim: `J: k×N onto
      |- forall u: k. J' u = 0 => u = 0`,
    source,
    note: 'Contours are transversal where no combination of the rows of J vanishes.',
    settles: ['B19'],
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
    settles: ['B24'],
  }),
  lemma('dead-layer', {
    claim: `W: m×n; h: n; phi: activation; g: R^m -> R; phi'(W h) = 0
      |- grad[W](g(phi(W h))) = 0 and grad[h](g(phi(W h))) = 0`,
    source,
    note: 'So J vanishes on the weights of this layer and, through h, on those of every earlier one.',
  }),
]);
