/**
 * Conditions that plainly hold: of numbers, dimensions and running indices, which are positive
 * whole numbers.
 */
import type { Expr, Formula } from '../ast.ts';

/** A positive number, dimension or index, or a sum, product, quotient or whole power of such. */
const isPositive = (e: Expr): boolean => {
  if (e.kind === 'number') return e.value !== '0' && !e.value.startsWith('-');
  if (e.kind === 'dimension' || e.kind === 'index') return true;
  if (e.kind !== 'operator' || e.shape.length > 0) return false;
  return ['add', 'mul', 'div', 'pow'].includes(e.operator) && e.args.every(isPositive);
};

/** Does the condition hold, whatever the dimensions are? It is then left out. */
export const isPlain = (f: Formula): boolean => {
  if (f.kind === 'relation')
    return (
      f.relation === '>=' &&
      f.left.kind === 'number' &&
      f.right.kind === 'number' &&
      Number(f.left.value) >= Number(f.right.value)
    );
  if (f.kind !== 'is') return false;
  const { subject, attribute } = f;
  if (attribute === 'symmetric' || attribute === 'invertible')
    return subject.kind === 'constant' && subject.which === 'identity';
  if (attribute === 'nonzero' && subject.kind === 'number') return subject.value !== '0';
  if (attribute === 'nonnegative' && subject.kind === 'number')
    return !subject.value.startsWith('-');
  return ['nonzero', 'positive', 'nonnegative'].includes(attribute) && isPositive(subject);
};
