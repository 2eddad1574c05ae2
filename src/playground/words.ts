/** The words of the claim language, for completion and for colours. */
import { attributes } from '../language/ast.ts';
import { activations } from '../operators/activations.ts';
import { operators } from '../operators/registry.ts';

const others = ['grad', 'jac', 'hess', 'sum', 'mean', 'prod', 'scalar', 'activation', 'normal'];
const connectives = ['forall', 'exists', 'and', 'or', 'not', 'for', 'in', 'ones'];

export const words: readonly string[] = [
  ...new Set([
    ...[...operators.values()].filter((o) => o.called).map((o) => o.name),
    ...activations.keys(),
    ...attributes,
    ...others,
    ...connectives,
  ]),
]
  .filter((word) => /^\w[\w-]*$/.test(word))
  .toSorted((a, b) => (a < b ? -1 : 1));
