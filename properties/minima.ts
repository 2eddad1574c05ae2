/** What the comments on minima and level sets say and is not so. */
import { family, property } from 'elenchus';

const source = 'comments on the behaviour-manifold post: the Hessian of L = l∘F at a minimum';

export default family('minima', [
  property('squared-error-at-a-minimum', {
    claim: `F: R^N -> R^k; theta: N; y: k
      grad[theta](|F(theta) - y|^2) = 0; hess[theta](|F(theta) - y|^2) is pd
      |- hess[theta](|F(theta) - y|^2) = 2 jac(F)(theta)' jac(F)(theta)`,
    expect: 'refuted',
    source,
    note: 'A strict local minimum of squared error that does not reach the targets: the form is false there. The loss is convex and bounded below, so this refutes the reading for minima.',
    settles: ['B11', 'B13'],
    nondegenerate: ['F(theta) != y'],
  }),
  property('flat-for-one-is-constant', {
    claim: `F: R^N -> R^k; theta, v: N; v != 0; jac(F)(theta) v = 0 |- forall t: scalar. F(theta + t v) = F(theta)`,
    expect: 'refuted',
    source,
    note: 'J v = 0 at a point does not make F constant along v.',
    settles: ['B17 in part'],
    nondegenerate: ['v != 0'],
  }),
  property('merging-is-a-vanishing-derivative', {
    claim: `W: m×n; x, z: n; W x = W z; x != z |- W = 0`,
    expect: 'refuted',
    source,
    note: 'A layer may merge two inputs with a derivative that is 0 nowhere: information is lost without a dead unit.',
    settles: ['B16'],
    nondegenerate: ['x != z', 'W != 0'],
  }),
  property('vanishing-derivative-merges', {
    claim: `F: R^N -> R^k; x, z: N; jac(F)(x) = 0; jac(F)(z) = 0 |- F(x) = F(z)`,
    expect: 'refuted',
    source,
    note: 'A derivative that vanishes at two points merges nothing: it must vanish on a set that joins them.',
    settles: ['B16'],
    nondegenerate: ['x != z'],
  }),
]);
