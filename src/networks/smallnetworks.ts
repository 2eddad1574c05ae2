/** Draws networks with one small hidden layer. */
import type { NetworkMap } from '../evaluate/assignment.ts';
import type { ScalarFunction } from '../numbers/field.ts';
import type { Q } from '../numbers/rational.ts';
import { once, pick, type Dice } from './dice.ts';
import { drawNumber, type Style } from './entries.ts';
import { fraction } from './fraction.ts';
import { matrixOf } from './matrix.ts';

type LayerActivation = ScalarFunction | 'square' | null;

const exact: readonly LayerActivation[] = ['relu', 'leakyrelu', 'square', null];
const smooth: readonly LayerActivation[] = ['tanh', 'softplus'];

/**
 * A network with one hidden layer of 1 to 3 units and small weights; `exactly` leaves out
 * irrational activations.
 */
export const drawNetwork = (
  random: Dice,
  inputs: number,
  outputs: number,
  style: Style,
  exactly: boolean,
): NetworkMap<Q> => {
  const width = random.nextInt(1, 3);
  const activation = pick(random, exactly || once(random, 2) ? exact : smooth);
  const bias = (n: number): Q[] => {
    const none = once(random, 2);
    return Array.from({ length: n }, () => (none ? fraction(0) : drawNumber(random, 'tiny')));
  };
  return {
    kind: 'network',
    inputs,
    layers: [
      {
        weights: matrixOf(width, inputs, () => drawNumber(random, style)),
        bias: bias(width),
        activation,
      },
      {
        weights: matrixOf(outputs, width, () => drawNumber(random, style)),
        bias: bias(outputs),
        activation: null,
      },
    ],
  };
};
