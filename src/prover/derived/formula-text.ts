/**
 * Formulas of the kernel as a claim writes them, where it can; a reader of the text decides whether
 * it says the same.
 */
import type { Formula } from '../../kernel/formula.ts';
import type { Term } from '../../kernel/term.ts';
import { withLengths } from './lengths-in-text.ts';
import { termText } from './term-text.ts';

const text = (t: Term): string =>
  withLengths(
    termText(t)
      .replaceAll(/\blambda\.(\d+)\(/g, 'lambda[$1](')
      .replaceAll(' )', ')'),
  );

/** Null for kinds that no single hypothesis states. */
export function writtenFormula(f: Formula): string | null {
  switch (f.kind) {
    case 'equal':
      return `${text(f.left)} = ${text(f.right)}`;
    case 'less':
      return f.left.monomials.length === 0
        ? `${text(f.right)} ${f.strict ? '>' : '>='} 0`
        : `${text(f.left)} ${f.strict ? '<' : '<='} ${text(f.right)}`;
    case 'is':
      return `${text(f.subject)} is ${f.predicate}`;
    case 'not': {
      const inner = f.body;
      if (inner.kind === 'equal') return `${text(inner.left)} != ${text(inner.right)}`;
      const body = writtenFormula(inner);
      return body && `not (${body})`;
    }
    case 'and':
    case 'or': {
      const [left, right] = [writtenFormula(f.left), writtenFormula(f.right)];
      return left && right && `(${left}) ${f.kind} (${right})`;
    }
    case 'implies': {
      const [left, right] = [writtenFormula(f.left), writtenFormula(f.right)];
      return left && right && `${left} => ${right}`;
    }
    case 'forall':
    case 'exists': {
      const body = writtenFormula(f.body);
      const { bound } = f;
      if (!body || bound.kind !== 'tensor') return null;
      const shape = bound.shape.length === 0 ? 'scalar' : bound.shape.join('×');
      return `(${f.kind} ${bound.name.replaceAll('#', '')}: ${shape}. ${body})`;
    }
    default:
      return null;
  }
}
