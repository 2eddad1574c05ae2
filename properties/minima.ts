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
]);
