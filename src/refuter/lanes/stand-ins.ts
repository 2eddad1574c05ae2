/**
 * What stands in for unknown functions and activations in the machine: small networks whose numbers
 * each trial draws anew.
 */
import type { ActivationValue, FunctionMap } from '../../evaluate/assignment.ts';
import type { ScalarFunction } from '../../numbers/field.ts';
import { fromFloat } from './exact.ts';
import { tensor } from '../../numbers/tensor.ts';
import type { Q } from '../../numbers/rational.ts';
import { Unlaned, type Graph, type Node } from './graph.ts';

export type UnitFunction = ScalarFunction | 'square' | 'identity';

/** One function of entries, by the nodes that the machine has. */
export const unitNode = (g: Graph, fn: UnitFunction, x: Node): Node => {
  switch (fn) {
    case 'identity':
      return x;
    case 'square':
      return g.mul(x, x);
    case 'leakyrelu':
      return g.add(g.mul(g.number(0.01), x), g.mul(g.number(0.99), g.map('relu', x)));
    case 'silu':
      return g.mul(x, g.map('sigmoid', x));
    case 'gelu':
      return g.mul(
        g.mul(g.number(0.5), x),
        g.add(g.number(1), g.map('erf', g.mul(g.number(Math.SQRT1_2), x))),
      );
    case 'step':
    case 'leakystep':
      throw new Unlaned(`${fn} stands at a kink`);
    default:
      return g.map(fn, x);
  }
};

/** A function R^inputs -> R^outputs that the machine can run. */
export interface StandIn {
  readonly inputs: number;
  readonly outputs: number;
  /** How many numbers of a trial it is made of. */
  readonly numbers: number;
  /** Its value, a column, at a column, from its numbers, a column too. */
  node(g: Graph, numbers: Node, x: Node): Node;
  /**
   * The same function with the given numbers, exactly; null where the exact search has no such
   * function.
   */
  exact(numbers: readonly number[]): FunctionMap<Q> | null;
}

/** A network with layers of the given widths, inputs first; the last layer is linear. */
export const network = (
  widths: readonly number[],
  units: readonly UnitFunction[],
  biased: boolean,
): StandIn => {
  const layers = widths.slice(1).map((out, l) => ({
    out,
    inn: widths[l] as number,
    unit: l < widths.length - 2 ? (units[l] ?? 'identity') : ('identity' as UnitFunction),
  }));
  let at = 0;
  const places = layers.map(({ out, inn }) => {
    const weights = at;
    const bias = at + out * inn;
    at = bias + (biased ? out : 0);
    return { weights, bias };
  });
  return {
    inputs: widths[0] as number,
    outputs: widths.at(-1) as number,
    numbers: at,
    node: (g, numbers, x) =>
      layers.reduce((h, { out, inn, unit }, l) => {
        const { weights, bias } = places[l] as { weights: number; bias: number };
        const sum = g.matmul(g.slice(numbers, weights, out, inn), h);
        return unitNode(g, unit, biased ? g.add(sum, g.slice(numbers, bias, out, 1)) : sum);
      }, x),
    exact: (numbers) => ({
      kind: 'network',
      inputs: widths[0] as number,
      layers: layers.map(({ out, inn, unit }, l) => {
        const { weights, bias } = places[l] as { weights: number; bias: number };
        return {
          weights: tensor([out, inn], numbers.slice(weights, weights + out * inn).map(fromFloat)),
          bias: Array.from({ length: out }, (_, i) =>
            biased ? fromFloat(numbers[bias + i] as number) : 0,
          ),
          activation: unit === 'identity' ? null : unit,
        };
      }),
    }),
  };
};

/** The exact value of an activation that is one of the known functions. */
export const exactUnit = (fn: UnitFunction): ActivationValue<Q> => ({ kind: 'builtin', name: fn });
