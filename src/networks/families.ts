/** Draws families of data points, degenerate ones included. */
import type { Value } from '../evaluate/assignment.ts';
import type { Q } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';
import { pick, type Dice } from './dice.ts';
import { drawNonzero, drawNumber, type Style } from './entries.ts';
import { fraction } from './fraction.ts';
import { entry } from './matrix.ts';
import { drawOrthogonal } from './orthogonal.ts';

const vector = (data: readonly Q[]): Value<Q> => ({
  kind: 'tensor',
  tensor: { shape: [data.length], data },
});

/**
 * `count` data points in R^n: independent ones, repeated points, zeros among them, multiples of one point, or the
 * columns of a scaled orthogonal matrix over and over (tight frames).
 */
export const drawFamily = (random: Dice, n: number, count: number, style: Style): Value<Q> => {
  const draw = (): Q[] => Array.from({ length: n }, () => drawNumber(random, style));
  const points: Q[][] = [];
  const how = random.nextInt(0, 5);
  if (how === 0) {
    const q = drawOrthogonal(random, n);
    const scale = drawNonzero(random, 'tiny');
    for (let k = 0; k < count; k++)
      points.push(Array.from({ length: n }, (_, i) => rationals.mul(scale, entry(q, i, k % n))));
  } else {
    const base = draw();
    for (let k = 0; k < count; k++) {
      if (how === 1 && points.length > 0 && random.nextInt(0, 1) === 0)
        points.push(pick(random, points));
      else if (how === 2 && random.nextInt(0, 1) === 0) points.push(base.map(() => fraction(0)));
      else if (how === 3) {
        const by = drawNumber(random, 'small');
        points.push(base.map((x) => rationals.mul(by, x)));
      } else points.push(draw());
    }
  }
  return { kind: 'family', members: points.map(vector) };
};
