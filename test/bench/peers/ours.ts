/** What this program takes for the same properties: trials of the exact search, counterexamples, proofs. */
import { parseClaim } from '../../../src/language/index.ts';
import { prove } from '../../../src/prover/prove.ts';
import { searchSync } from '../../../src/refuter/index.ts';
import { median, worked } from '../table.ts';

/** Trials per second of processor time of the exact search. */
export function exactRate(text: string, seconds: number, seed: number): number {
  const claim = parseClaim(text);
  searchSync(claim, { time: 500, seed });
  const start = worked();
  const { trials } = searchSync(claim, { time: seconds * 1000, seed: seed + 1 });
  return (trials.run / (worked() - start)) * 1000;
}

/** Milliseconds on the wall from the start of a search to a certified and shrunk counterexample; null where none was found in time. */
export function toWitness(text: string, seed: number): number | null {
  const claim = parseClaim(text);
  const start = performance.now();
  const { counterexample } = searchSync(claim, { time: 5000, seed, widest: false });
  return counterexample === null ? null : performance.now() - start;
}

/** Milliseconds of a proof for every dimension, the first in the process and the median of nine more; null where there is none. */
export function toProof(text: string): { readonly first: number; readonly next: number } | null {
  const claim = parseClaim(text);
  const once = (): number | null => {
    const start = performance.now();
    return prove(claim, { time: 10_000 }) === null ? null : performance.now() - start;
  };
  const first = once();
  if (first === null) return null;
  return { first, next: median(Array.from({ length: 9 }, () => once() ?? Number.NaN)) };
}
