/**
 * The compiled search on the true properties, at the sizes that the other tools draw: a batch of
 * networks for each architecture, every trial a network at all its data points. Answers the trials
 * and their results in floating point.
 */
import { parseClaim, type Claim } from '../../../src/language/index.ts';
import { valuesOf, Words, type DrawStyle } from '../../../src/refuter/lanes/draws.ts';
import type { Node } from '../../../src/refuter/lanes/graph.ts';
import type { Chosen } from '../../../src/refuter/lanes/lowered.ts';
import { LaneTrials, passesCode, suspiciousCode } from '../../../src/refuter/lanes/trials.ts';
import {
  crossEntropy,
  evenly,
  outputsOfWeights,
  parameters,
  squaredError,
  type Architecture,
  type Sizes,
} from './networks.ts';
import { true8 } from './properties.ts';

export interface Counted {
  trials: number;
  /** Neither passed nor outside the hypotheses. */
  suspicious: number;
  /** Outside the hypotheses, or where something is undefined. */
  skipped: number;
}

/** Runs one batch of trials. */
export type Batch = (words: Words, into: Counted) => void;

const batch = 256;
/**
 * Trials of one network with derivatives by all its weights, as many for each, so that the sizes
 * come up as they are drawn; more where they are listed, and mostly so small that compiling would
 * count for most.
 */
const perNetwork = (sizes: Sizes): number => (sizes === evenly ? 32 : 128);
const claims = new Map<string, Claim>();
const parsed = (text: string): Claim => {
  const known = claims.get(text) ?? parseClaim(text);
  claims.set(text, known);
  return known;
};
const textOf = (id: string): string => true8.find((p) => p.id === id)?.claim ?? '';
const fill = (t: LaneTrials, words: Words, node: Node, style: DrawStyle, scale = 1): void =>
  words.fill(t.memory(), t.place(node), node.rows * node.cols * t.lanes, valuesOf(style), scale);
const rawOf = (t: LaneTrials, name: string): Node => {
  const found = t.lowered.raw.find((r) => r.name === name);
  if (found === undefined) throw new Error(`${name} is not drawn`);
  return found.node;
};
const countAll = (t: LaneTrials, into: Counted, most: number): void => {
  const lanes = Math.min(t.lanes, most);
  const codes = t.judge();
  for (let lane = 0; lane < lanes; lane++) {
    if (codes[lane] === passesCode) into.trials++;
    else if (codes[lane] === suspiciousCode) into.suspicious++;
    else into.skipped++;
  }
};

/**
 * The chain rule at every layer of a network of the given depth, each as the peers state it: by h
 * and by p = W h.
 */
export const chainRule = (depth: number): string => {
  const layers = Array.from({ length: depth }, (_, l) => l + 1);
  const width = (l: number): string => (l === depth ? '1' : `d${l}`);
  const tail = (l: number, p: string): string =>
    layers.filter((k) => k > l).reduce((text, k) => `W${k} f${k - 1}(${text})`, p);
  const declarations = [
    ...layers.map((l) => `W${l}: ${width(l)}×${width(l - 1)}`),
    ...layers.map((l) => `h${l}: ${width(l - 1)}`),
    ...layers.map((l) => (l === depth ? `p${l}: scalar` : `p${l}: ${width(l)}`)),
    ...layers.filter((l) => l < depth).map((l) => `f${l}: activation`),
    ...layers.map((l) => `p${l} = W${l} h${l}`),
    ...layers.filter((l) => l > 1).map((l) => `h${l} = f${l - 1}(p${l - 1})`),
  ];
  const rules = layers.map(
    (l) => `grad[h${l}](${tail(l, `W${l} h${l}`)}) = W${l}' grad[p${l}](${tail(l, `p${l}`)})`,
  );
  return `${declarations.join('; ')} |- ${rules.join(' and ')}`;
};

const p1 =
  (sizes: Sizes): Batch =>
  (words, into) => {
    const { architecture: a } = sizes(words, 1);
    const depth = a.units.length;
    const dims = new Map(a.widths.slice(0, -1).map((w, l) => [`d${l}`, w]));
    const chosen = new Map<string, Chosen>(
      a.units.slice(0, -1).map((fn, l) => [`f${l + 1}`, { kind: 'unit', fn }]),
    );
    const t = new LaneTrials(parsed(chainRule(depth)), dims, chosen);
    const weights = a.units.map((_, l) => rawOf(t, `W${l + 1}`));
    const perRun = Math.floor(t.lanes / a.data);
    for (let done = 0; done < batch; done += perRun) {
      const memory = t.memory();
      const networks = Math.min(perRun, batch - done);
      fill(t, words, rawOf(t, 'h1'), 'normal');
      weights.forEach((node, l) => {
        fill(t, words, node, 'normal', 1 / Math.sqrt(a.widths[l] as number));
        // one network's data points stand in neighbouring lanes and share its weights
        for (let e = 0; e < node.rows * node.cols; e++) {
          const at = t.place(node) + e * t.lanes;
          for (let i = at, n = 0; n < networks; n++) {
            const weight = memory[i] as number;
            for (const stop = i + a.data; i < stop; i++) memory[i] = weight;
          }
        }
      });
      t.run();
      const codes = t.judge();
      for (let n = 0; n < networks; n++) {
        let fine = true;
        for (let lane = n * a.data; lane < (n + 1) * a.data; lane++)
          if (codes[lane] !== passesCode) fine = false;
        if (fine) into.trials++;
        else into.suspicious++;
      }
    }
  };

/** A claim about n×n matrices alone is compiled once for each n. */
const kept = new Map<string, LaneTrials>();
const ofSize = (id: string, n: number): LaneTrials => {
  const known =
    kept.get(id + n) ?? new LaneTrials(parsed(textOf(id)), new Map([['n', n]]), new Map());
  kept.set(id + n, known);
  return known;
};

const p2: Batch = (words, into) => {
  const t = ofSize('p2', 1 + words.below(8));
  for (let done = 0; done < batch; done += t.lanes) {
    t.draw(words, 'small');
    t.run();
    countAll(t, into, batch - done);
  }
};

const supervised = (
  a: Architecture,
  text: string,
  chosen: ReadonlyMap<string, Chosen>,
  k: number,
  lanes: number,
): LaneTrials =>
  new LaneTrials(
    parsed(text),
    new Map([
      ['N', parameters(a)],
      ['k', k],
    ]),
    chosen,
    lanes,
  );

const fillNetwork = (t: LaneTrials, words: Words, a: Architecture): void => {
  fill(t, words, rawOf(t, 'F'), 'normal');
  const theta = t.place(rawOf(t, 'theta'));
  let at = 0;
  a.units.forEach((_, l) => {
    const [inn, out] = [a.widths[l] as number, a.widths[l + 1] as number];
    words.fill(
      t.memory(),
      theta + at * t.lanes,
      inn * out * t.lanes,
      valuesOf('normal'),
      1 / Math.sqrt(inn),
    );
    at += inn * out;
  });
};

const p3 =
  (sizes: Sizes): Batch =>
  (words, into) => {
    const { architecture: a, squared } = sizes(words);
    const classes = a.widths.at(-1) as number;
    const k = a.data * classes;
    const t = supervised(
      a,
      textOf('p3'),
      new Map<string, Chosen>([
        ['F', { kind: 'function', map: outputsOfWeights(a) }],
        ['l', { kind: 'function', map: squared ? squaredError(k) : crossEntropy(a.data, classes) }],
      ]),
      k,
      Math.min(64, perNetwork(sizes)),
    );
    for (let done = 0, all = perNetwork(sizes); done < all; done += t.lanes) {
      fillNetwork(t, words, a);
      const labels = rawOf(t, 'l');
      if (squared) fill(t, words, labels, 'normal');
      else {
        const [memory, at] = [t.memory(), t.place(labels)];
        memory.fill(0, at, at + k * t.lanes);
        for (let lane = 0; lane < t.lanes; lane++)
          for (let i = 0; i < a.data; i++)
            memory[at + (i * classes + words.below(classes)) * t.lanes + lane] = 1;
      }
      t.run();
      countAll(t, into, all - done);
    }
  };

const rankOfNetwork =
  "F: R^N -> R^k; theta: N; H: k×k pd |- rank(jac(F)(theta)' H jac(F)(theta)) = rank(jac(F)(theta))";

const p6 =
  (sizes: Sizes): Batch =>
  (words, into) => {
    const { architecture: a } = sizes(words);
    const k = a.data * (a.widths.at(-1) as number);
    const t = supervised(
      a,
      rankOfNetwork,
      new Map<string, Chosen>([['F', { kind: 'function', map: outputsOfWeights(a) }]]),
      k,
      Math.min(64, perNetwork(sizes)),
    );
    for (let done = 0, all = perNetwork(sizes); done < all; done += t.lanes) {
      fillNetwork(t, words, a);
      const drawn = rawOf(t, 'H');
      fill(t, words, drawn, 'normal', drawn.rows === k ? 1 / Math.sqrt(k) : 1);
      t.run();
      countAll(t, into, all - done);
    }
  };

const p7: Batch = (words, into) => {
  const n = 2 + words.below(7);
  const t = ofSize('p7', n);
  for (let done = 0; done < batch; done += t.lanes) {
    t.draw(words, 'normal');
    const memory = t.memory();
    const [a, b] = [t.place(rawOf(t, 'A')), t.place(rawOf(t, 'B'))];
    for (let lane = 0; lane < t.lanes; lane++) {
      const by = 10 ** (-6 * (words.below(4096) / 4096));
      for (let i = lane; i < n * n * t.lanes; i += t.lanes)
        memory[b + i] = (memory[a + i] as number) + by * (memory[b + i] as number);
    }
    t.run();
    countAll(t, into, batch - done);
  }
};

export const batches: Readonly<Record<string, Batch>> = {
  p1: p1(evenly),
  p2,
  p3: p3(evenly),
  p6: p6(evenly),
  p7,
};

/** The same on networks of given sizes. */
export const sizedBatches: Readonly<Record<string, (sizes: Sizes) => Batch>> = { p1, p3, p6 };
