/** Printed forms that several operators share. */
import type { Printed } from './operator.ts';
import { applied, operatorWord, type Typeset } from './typeset.ts';

/** `name(a, b)`. */
export const called = (name: string, arity: number, typeset: Printed['typeset']): Printed => ({
  strength: 5,
  wants: Array.from({ length: arity }, () => 1),
  text: (...args) => `${name}(${args.join(', ')})`,
  typeset,
});

/** The name of a called operator, upright, before its arguments: how most are set. */
export const operatorName =
  (name: string) =>
  (...args: Typeset[]): Typeset =>
    applied(operatorWord(name), ...args);
