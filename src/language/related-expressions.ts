/** The expressions that a statement relates; on request those of which it says a property too. */
import type { Expr, Formula } from './ast.ts';

export const sidesOf = (f: Formula, withSubjects = false): Expr[] => {
  switch (f.kind) {
    case 'relation':
      return [f.left, f.right];
    case 'is':
    case 'off':
      return withSubjects ? [f.subject] : [];
    case 'and':
    case 'or':
    case 'implies':
    case 'iff':
      return [...sidesOf(f.left, withSubjects), ...sidesOf(f.right, withSubjects)];
    case 'not':
    case 'each':
    case 'forall':
    case 'exists':
      return sidesOf(f.body, withSubjects);
    default:
      return [];
  }
};
