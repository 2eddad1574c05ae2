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
]);
