/** The expressions that a statement of the claim relates. */
import type { Expr } from '../language/index.ts';
import type { Formula as Said } from '../language/ast.ts';

export const sidesOf = (f: Said): Expr[] => {
  switch (f.kind) {
    case 'relation':
      return [f.left, f.right];
    case 'and':
    case 'or':
    case 'implies':
    case 'iff':
      return [...sidesOf(f.left), ...sidesOf(f.right)];
    case 'not':
    case 'each':
    case 'forall':
    case 'exists':
      return sidesOf(f.body);
    default:
      return [];
  }
};
