/**
 * How the work grows with the size of what is asked: milliseconds of processor time, the median of
 * five after two to warm up. Run with `npx jiti test/bench/growth.ts`, as Markdown tables.
 */
import { contract, variable } from '../../src/kernel/graph.ts';
import type { Term } from '../../src/kernel/term.ts';
import { parseClaim } from '../../src/language/index.ts';
import { prove } from '../../src/prover/prove.ts';
import { difference } from '../../src/prover/graphs/sum.ts';
import { LaneTrials } from '../../src/refuter/lanes/trials.ts';
import { median, worked } from './table.ts';

const timed = (run: () => void): number => {
  const times = Array.from({ length: 7 }, () => {
    const start = worked();
    run();
    return worked() - start;
  });
  return median(times.slice(2));
};

/**
 * A product of square matrices in a row, grown from the left or from the right: the same graph,
 * told in another order.
 */
const chain = (factors: number, fromLeft: boolean): Term => {
  const names = Array.from({ length: factors }, (_, i) => `A${i % 7}`);
  const matrices = names.map((name) => variable(name, ['n', 'n']));
  const product = (a: Term, b: Term): Term => contract([a, b], ['ij', 'jk'], 'ik');
  return fromLeft
    ? matrices.reduce(product)
    : matrices.reduceRight((right, a) => product(a, right));
};

const table = (
  what: string,
  sizes: readonly number[],
  of: (size: number) => (() => void) | null,
): void => {
  const cells = sizes.map((size) => {
    const run = of(size);
    return run === null ? 'not proved' : timed(run).toFixed(1);
  });
  process.stdout.write(
    `| ${what} | ${sizes.join(' | ')} |\n|---|${sizes.map(() => '---:').join('|')}|\n| ms | ${cells.join(' | ')} |\n\n`,
  );
};

const proof = (text: string): (() => void) | null => {
  const claim = parseClaim(text);
  const run = (): boolean => prove(claim, { time: 20_000 }) !== null;
  return run() ? () => void run() : null;
};

table('factors of a product, two normal forms compared', [10, 20, 30, 40, 50, 60], (k) => () => {
  if (difference(chain(k, true), chain(k, false), new Map()).size > 0)
    throw new Error('two normal forms of one product');
});

table('moments of a Gaussian vector, E of the k-th power of its length', [2, 4, 6, 8], (k) => {
  const m = k / 2;
  const rising = Array.from({ length: m }, (_, j) => (j === 0 ? 'n' : `(n + ${2 * j})`)).join(' ');
  return proof(`x: n ~ normal(0, 1) |- E[(|x|^2)^${m}] = ${rising}`);
});

table('layers of a network, chain rule through all of them', [1, 2, 3, 4, 5], (depth) => {
  const layers = Array.from({ length: depth }, (_, l) => l + 1);
  const declared = [
    ...layers.map((l) => `W${l}: d${l}×d${l - 1}; f${l}: activation`),
    'h: d0',
  ].join('; ');
  const value = (l: number): string => (l === 0 ? 'h' : `f${l}(W${l} ${value(l - 1)})`);
  const right = layers
    .toReversed()
    .map((l) => `diag(f${l}'(W${l} ${value(l - 1)})) W${l}`)
    .join(' ');
  return proof(`${declared} |- jac[h](${value(depth)}) = ${right}`);
});

const cancellation = parseClaim(
  "W: n×n invertible; Q: n×n symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
);
table('side of the matrices, 2048 compiled trials of P2', [1, 2, 4, 8, 16], (n) => {
  const trials = new LaneTrials(cancellation, new Map([['n', n]]), new Map());
  const runs = Math.ceil(2048 / trials.lanes);
  return () => {
    for (let i = 0; i < runs; i++) {
      trials.run();
      trials.judge();
    }
  };
});
