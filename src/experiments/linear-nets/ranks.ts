/** Exact ranks of the two parts of the Hessian of a linear network and of their sum. */
import { rank } from '../../numbers/elimination.ts';
import type { Field } from '../../numbers/field.ts';
import { add } from '../../numbers/matrix.ts';
import type { Ranks } from './formulas.ts';
import { hessianParts } from './hessian.ts';
import { randomNet } from './random-net.ts';
import type { Architecture } from './random-net.ts';

/**
 * The exact ranks of H_o, H_f and their sum at one random network on random data; each is at most
 * the rank in general position.
 */
export function ranksOf<T>(field: Field<T>, architecture: Architecture, draw: () => T): Ranks {
  const { net, data } = randomNet(field, architecture, draw);
  const { outer, functional } = hessianParts(field, net, data);
  return {
    outer: rank(field, outer),
    functional: rank(field, functional),
    whole: rank(field, add(field, outer, functional)),
  };
}
