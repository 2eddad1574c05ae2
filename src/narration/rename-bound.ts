/** Bound names of a formula under other names. */
import { substituteIn } from '../kernel/binders.ts';
import { and, each, exists, forall, implies, not, or, type Formula } from '../kernel/formula.ts';
import { variable } from '../kernel/graph.ts';

export function renameBound(f: Formula, by: (name: string) => string): Formula {
  const again = (g: Formula): Formula => renameBound(g, by);
  switch (f.kind) {
    case 'and':
    case 'or':
    case 'implies':
      return { and, or, implies }[f.kind](again(f.left), again(f.right));
    case 'not':
      return not(again(f.body));
    case 'each':
      return each(f.index, f.from, f.to, again(f.body));
    case 'forall':
    case 'exists': {
      const quantify = { forall, exists }[f.kind];
      const body = again(f.body);
      const { bound } = f;
      const name = bound.kind === 'tensor' ? by(bound.name) : '';
      if (bound.kind !== 'tensor' || name === bound.name) return quantify(bound, body);
      const term = variable(name, bound.shape);
      return quantify({ ...bound, name }, substituteIn(body, bound.name, { kind: 'term', term }));
    }
    default:
      return f;
  }
}
