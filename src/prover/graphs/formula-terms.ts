/** The terms of a formula, bound tensors among them. */
import type { Formula } from '../../kernel/formula.ts';
import { variable } from '../../kernel/graph.ts';
import type { Term } from '../../kernel/term.ts';

export function termsOf(f: Formula): Term[] {
  switch (f.kind) {
    case 'equal':
    case 'less':
      return [f.left, f.right];
    case 'is':
      return [f.subject];
    case 'false':
      return [];
    case 'not':
    case 'each':
      return termsOf(f.body);
    case 'and':
    case 'or':
    case 'implies':
      return [...termsOf(f.left), ...termsOf(f.right)];
    case 'forall':
    case 'exists':
      return [
        ...termsOf(f.body),
        ...(f.bound.kind === 'tensor' ? [variable(f.bound.name, f.bound.shape)] : []),
      ];
  }
}
