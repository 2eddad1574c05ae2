/**
 * Networks of the sizes that the other tools draw: depth 1 to 4, widths 1 to 8, 1 to 16 data
 * points, three activations.
 */
import type { Graph, Node } from '../../../src/refuter/lanes/graph.ts';
import type { StandIn, UnitFunction } from '../../../src/refuter/lanes/stand-ins.ts';
import { unitNode } from '../../../src/refuter/lanes/stand-ins.ts';
import type { Words } from '../../../src/refuter/lanes/draws.ts';

export interface Architecture {
  /** Inputs first. */
  readonly widths: readonly number[];
  /** One for each layer; the last is linear. */
  readonly units: readonly UnitFunction[];
  readonly data: number;
}

const known: readonly UnitFunction[] = ['identity', 'relu', 'tanh'];

export function drawArchitecture(words: Words, outputs?: number): Architecture {
  const depth = 1 + words.below(4);
  const widths = Array.from({ length: depth + 1 }, () => 1 + words.below(8));
  if (outputs !== undefined) widths[depth] = outputs;
  return {
    widths,
    units: Array.from({ length: depth }, (_, l) =>
      l === depth - 1 ? 'identity' : (known[words.below(3)] as UnitFunction),
    ),
    data: 1 + words.below(16),
  };
}

/** A network of the sizes that another tool drew, with the loss that it drew for it. */
export interface Sized {
  readonly architecture: Architecture;
  readonly squared: boolean;
}

/** Where the sizes of a batch come from; `outputs` is what the property demands. */
export type Sizes = (words: Words, outputs?: number) => Sized;

/** Each size as often as any other. */
export const evenly: Sizes = (words, outputs) => ({
  architecture: drawArchitecture(words, outputs),
  squared: words.below(2) === 0,
});

/** What the script that lists another tool's sizes says of one network. */
export interface SizesLine {
  readonly widths: readonly number[];
  readonly units: readonly string[];
  readonly data: number;
  readonly squared: boolean;
}

const unitOf = (name: string): UnitFunction => {
  const found = known.find((u) => u === (name === 'linear' ? 'identity' : name));
  if (found === undefined) throw new Error(`no activation ${name}`);
  return found;
};

/** The sizes of a list, one as likely as the other. */
export const listed = (lines: readonly SizesLine[]): Sizes => {
  const all = lines.map(
    (l): Sized => ({
      architecture: { widths: l.widths, units: l.units.map(unitOf), data: l.data },
      squared: l.squared,
    }),
  );
  return (words) => all[words.below(all.length)] as Sized;
};

export const parameters = ({ widths }: Architecture): number =>
  widths.slice(1).reduce((n, out, l) => n + out * (widths[l] as number), 0);

/**
 * All outputs at all data points, as a function of the weights; its numbers are the data, one point
 * in a row.
 */
export const outputsOfWeights = (a: Architecture): StandIn => ({
  inputs: parameters(a),
  outputs: a.data * (a.widths.at(-1) as number),
  numbers: a.data * (a.widths[0] as number),
  node: (g: Graph, data: Node, theta: Node): Node => {
    let h = g.reshape(data, a.data, a.widths[0] as number);
    let at = 0;
    a.units.forEach((unit, l) => {
      const [inn, out] = [a.widths[l] as number, a.widths[l + 1] as number];
      h = unitNode(g, unit, g.matmul(h, g.transpose(g.slice(theta, at, out, inn))));
      at += out * inn;
    });
    return g.reshape(h, a.data * (a.widths.at(-1) as number), 1);
  },
  exact: () => null,
});

/** Half the squared distance to the targets, which are its numbers. */
export const squaredError = (k: number): StandIn => ({
  inputs: k,
  outputs: 1,
  numbers: k,
  node: (g, y, z) => g.mul(g.number(0.5), g.inner(g.sub(z, y), g.sub(z, y))),
  exact: () => null,
});

/**
 * Cross-entropy of the softmax of each row with the labels, which are its numbers; rows of the
 * labels add up to 1.
 */
export const crossEntropy = (data: number, classes: number): StandIn => ({
  inputs: data * classes,
  outputs: 1,
  numbers: data * classes,
  node: (g, y, z) => {
    const sums = g.matmul(g.map('exp', g.reshape(z, data, classes)), g.constant(1, classes, 1));
    return g.sub(g.sum(g.map('log', sums)), g.inner(y, z));
  },
  exact: () => null,
});
