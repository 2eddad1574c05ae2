import type { Printed } from './operator.ts';

/** A LaTeX text that may stand as a base: single letters stay bare, all else is put in parentheses. */
export const grouped = (latex: string): string =>
  /^(\\?[A-Za-z]+|[A-Za-z]_\{[^{}]*\})$/.test(latex) ? latex : `\\left(${latex}\\right)`;

/** `name(a, b)`. */
export const called = (name: string, arity: number, latex: (...args: string[]) => string): Printed => ({
  strength: 5,
  wants: Array.from({ length: arity }, () => 1),
  text: (...args) => `${name}(${args.join(', ')})`,
  latex,
});

/** `\operatorname{name}(a)`, the LaTeX of most called operators. */
export const operatorName = (name: string) => (...args: string[]): string =>
  `\\operatorname{${name}}\\left(${args.join(', ')}\\right)`;
