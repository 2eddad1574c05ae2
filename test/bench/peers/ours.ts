/** What this program takes for the same properties: trials, counterexamples, proofs. */
import { existsSync, readFileSync } from 'node:fs';
import { parseClaim } from '../../../src/language/index.ts';
import { forgetLabels } from '../../../src/prover/graphs/labelling.ts';
import { prove } from '../../../src/prover/prove.ts';
import { searchSync } from '../../../src/refuter/index.ts';
import { Words } from '../../../src/refuter/lanes/draws.ts';
import { median } from '../table.ts';
import { batches, sizedBatches, type Counted } from './lanes.ts';
import type { Sizes } from './networks.ts';

/** Seconds of processor time so far, threads of the compiler and of the collector included. */
const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/**
 * Trials per second of processor time of the compiled search, at the sizes of the other tools drawn
 * evenly, or at the given ones; null for a property that it does not have.
 */
export function lanesRate(id: string, seconds: number, seed: number, sizes?: Sizes): number | null {
  const batch = sizes === undefined ? batches[id] : sizedBatches[id]?.(sizes);
  if (batch === undefined) return null;
  const words = new Words(seed, 1);
  const run = (until: number): { readonly counted: Counted; readonly took: number } => {
    const counted = { trials: 0, suspicious: 0, skipped: 0 };
    const [start, began] = [spent(), performance.now()];
    while (performance.now() - began < until) batch(words, counted);
    return { counted, took: spent() - start };
  };
  run(300);
  const { counted, took } = run(seconds * 1000);
  return counted.trials / took;
}

/**
 * Trials per second of processor time of the exact search, at its own sizes and before anything is
 * screened.
 */
export function exactRate(text: string, seconds: number, seed: number): number {
  const claim = parseClaim(text);
  searchSync(claim, { time: 500, seed });
  const start = spent();
  const { trials } = searchSync(claim, { time: seconds * 1000, seed: seed + 1, to: 2000 });
  return trials.run / (spent() - start);
}

/**
 * Seconds of processor time of the main thread alone, to a few milliseconds; by the clock where the
 * system does not tell.
 */
const threadSpent = (): number => {
  const told = `/proc/self/task/${process.pid}/schedstat`;
  return existsSync(told)
    ? Number(readFileSync(told, 'utf8').split(' ')[0]) / 1e9
    : performance.now() / 1000;
};

/**
 * Milliseconds of processor time from the start of a search to a certified and shrunk
 * counterexample, in all threads and in the one that searches, which is what somebody waits on an
 * idle machine; null where none was found in time.
 */
export function toWitness(
  text: string,
  seed: number,
): { readonly all: number; readonly thread: number } | null {
  const claim = parseClaim(text);
  const [start, began] = [spent(), threadSpent()];
  const { counterexample } = searchSync(claim, { time: 5000, seed, widest: false });
  return counterexample === null
    ? null
    : { all: (spent() - start) * 1000, thread: (threadSpent() - began) * 1000 };
}

/** Seconds of proofs after which the compiler has settled. */
const warmUp = 3;
const block = 20;

/**
 * Milliseconds of processor time of a proof for every dimension: the first in the process; the
 * median of nine more; and the median of nine times twenty when all of it is compiled, in the
 * thread that proves. Labels of graphs are forgotten between two proofs, as SymPy's cache is
 * cleared. null where there is no proof.
 */
export function toProof(
  text: string,
): { readonly first: number; readonly next: number; readonly warm: number } | null {
  const claim = parseClaim(text);
  const once = (): boolean => {
    forgetLabels();
    return prove(claim, { time: 10_000 }) !== null;
  };
  const timed = (times: number, clock: () => number): number => {
    const start = clock();
    for (let i = 0; i < times; i++) once();
    return ((clock() - start) * 1000) / times;
  };
  const start = spent();
  if (!once()) return null;
  const first = (spent() - start) * 1000;
  const next = median(Array.from({ length: 9 }, () => timed(1, spent)));
  for (const began = performance.now(); performance.now() - began < warmUp * 1000; ) once();
  return { first, next, warm: median(Array.from({ length: 9 }, () => timed(block, threadSpent))) };
}
