/**
 * Polynomials as texts made of + − * and whole powers alone: what a computer algebra package is
 * right about.
 */

import { NoOpinion } from './no-opinion.ts';

export const zero = '0';

/** No text grows beyond this, whatever the claim says. */
const longest = 50_000;

const bounded = (text: string): string => {
  if (text.length > longest) throw new NoOpinion('an expression this long');
  return text;
};

export const add = (a: string, b: string): string =>
  a === zero ? b : b === zero ? a : bounded(`${a}+${b}`);
export const negative = (a: string): string => (a === zero ? zero : `-(${a})`);
export const subtract = (a: string, b: string): string => add(a, negative(b));

const factor = (a: string): string => (/^\w+$/.test(a) ? a : `(${a})`);

export const multiply = (a: string, b: string): string => {
  if (a === zero || b === zero) return zero;
  if (a === '1') return b;
  return b === '1' ? a : bounded(`${factor(a)}*${factor(b)}`);
};

export const sum = (terms: readonly string[]): string => terms.reduce(add, zero);

/** A rational written `p/q` stays exact in the package. */
export const rational = (value: string): string => (/[-/]/.test(value) ? `(${value})` : value);
