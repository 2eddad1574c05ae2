/** Second derivatives of roots and logarithms of positive numbers. */
import { equal, implies, less } from '../formula.ts';
import { contract, inverse, scale, zeros } from '../graph.ts';
import { logarithm, root } from '../laws.ts';
import { ratio } from '../ratio.ts';
import type { Term } from '../term.ts';
import { scalar, type Facts } from './fact.ts';

const positive = (s: Term, then: Parameters<typeof implies>[1]): ReturnType<typeof implies> => implies(less(zeros([]), s, true), then);
const times = (...terms: readonly Term[]): Term => contract(terms, terms.map(() => ''), '');

export const roots: Facts = [
  //  0 < s ⇒ log'' s = −1/s²
  ['second derivative of the logarithm', { source: 'calculus', statement: (s) => {
    const back = inverse(scalar(s));
    return positive(scalar(s), equal(logarithm(scalar(s), 2), scale(ratio(-1n), times(back, back))));
  } }],
  //  0 < s ⇒ √'' s = −1/(4 s √s)
  ['second derivative of the root', { source: 'calculus', statement: (s) =>
    positive(scalar(s), equal(root(scalar(s), 2), scale(ratio(-1n, 4n), times(inverse(scalar(s)), inverse(root(scalar(s))))))) }],
];
