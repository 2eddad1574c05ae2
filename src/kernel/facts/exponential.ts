/** The exponential function compared with its tangent at 0. */
import { add, number } from '../graph.ts';
import { valueOf } from '../laws.ts';
import { one } from '../ratio.ts';
import { scalar, facts, type Facts } from './fact.ts';
import { atMost } from './spectral-terms.ts';

export const exponentials: Facts = facts([
  //  1 + s ≤ exp(s), every real s
  [
    'exp is above its tangent',
    {
      source: 'Hardy, Littlewood, Pólya, Inequalities, section 4.2: exp is convex',
      statement: (s) => atMost(add(number(one), scalar(s)), valueOf('exp', scalar(s))),
    },
  ],
]);
