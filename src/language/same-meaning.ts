/**
 * When two readings of a text are one claim: between numbers a product or power entry by entry is
 * the product or power itself.
 */
import type { Claim } from './ast.ts';

const ofNumbers: Readonly<Record<string, string>> = {
  hadamard: 'mul',
  quotient: 'div',
  entrypow: 'pow',
};

interface Node {
  readonly kind?: string;
  readonly operator?: string;
  readonly shape?: readonly unknown[];
}

/** Equal for claims that differ in places and in the dots of operators between numbers. */
export const meaningKey = ({ declarations, random, hypotheses, conclusion }: Claim): string =>
  JSON.stringify([declarations, random, hypotheses, conclusion], (key, value: unknown) => {
    if (key.toLowerCase().endsWith('span')) return undefined;
    const { kind, operator = '', shape } = (value ?? {}) as Node;
    const plain = kind === 'operator' && shape?.length === 0 ? ofNumbers[operator] : undefined;
    return plain === undefined ? value : { ...(value as Node), operator: plain };
  });
