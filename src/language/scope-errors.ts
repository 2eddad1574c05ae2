/** Errors of names: those that mean two things, that are reserved, or that nothing declares. */
import { ClaimError, type Span } from './ast.ts';
import { builtinActivations, isCalledOperator, nearest, reservedAs } from './names.ts';

export const nameOfTwo = (name: string, one: string, other: string, span: Span): ClaimError =>
  new ClaimError(`${name} is both ${one} and ${other}`, span, 'give one of them another name');

export const near = (name: string, known: Iterable<string>): string => {
  const all = [...new Set(known)];
  if (name === 'pi')
    return (
      'the number π has no name here: for an inequality declare it with its bounds, ' +
      'as in pi: scalar; 3.1415 < pi; pi < 3.1416'
    );
  const found = nearest(name, all);
  if (found !== null) return `did you mean ${found}?`;
  return (
    `declare it, as in ‘${name}: n’ or ‘${name}: ${/^[A-Z]/.test(name) ? 'm×n' : 'scalar'}’; known here: ` +
    `${all.slice(0, 12).join(', ')}${all.length > 12 ? ', …' : ''}`
  );
};

export const undeclaredName = (name: string, known: Iterable<string>, span: Span): ClaimError =>
  isCalledOperator(name) || builtinActivations.has(name)
    ? new ClaimError(
        `${name} is a function: it needs its argument in parentheses`,
        span,
        `write ${name}(..)`,
      )
    : new ClaimError(`${name} is not declared`, span, near(name, known));

export const refuseReserved = (name: string, span: Span): void => {
  const why = reservedAs(name);
  if (why !== null)
    throw new ClaimError(
      `${name} is ${why} and cannot be declared`,
      span,
      'give it another name, also as capital or small letter',
    );
};
