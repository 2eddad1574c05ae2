/** The order of attributes: which attribute implies which. */
import type { Attribute } from '../language/ast.ts';

/**
 * For each attribute those just below it: what it implies, one step weaker. An empty list: only
 * nothing is weaker.
 */
const below: { readonly [A in Attribute]: readonly Attribute[] } = {
  invertible: ['onto', 'one-to-one'],
  onto: [],
  'one-to-one': [],
  pd: ['psd', 'invertible'],
  psd: ['symmetric'],
  symmetric: [],
  antisymmetric: [],
  diagonal: ['symmetric', 'lower', 'upper'],
  lower: [],
  upper: [],
  orthogonal: ['invertible'],
  projector: [],
  positive: ['nonnegative', 'nonzero'],
  nonnegative: [],
  unit: ['nonzero'],
  nonzero: [],
};

/** Every attribute that one implies, itself left out, the weakest first. */
export const weaker = (attribute: Attribute): Attribute[] => {
  const seen: Attribute[] = [];
  const visit = (a: Attribute): void => {
    for (const b of below[a]) {
      visit(b);
      if (!seen.includes(b)) seen.push(b);
    }
  };
  visit(attribute);
  return seen;
};

/** Does having the first attribute mean having the second? */
export const implies = (a: Attribute, b: Attribute): boolean => a === b || weaker(a).includes(b);
