/**
 * Derives a few results of workers again on this machine: two machines that disagree are a hard
 * failure, never a vote.
 */
import { sliceName, type Slice } from '../campaign/plan.ts';
import { fingerprintOf, type SliceResult } from '../campaign/slice-result.ts';
import { UnequalResults } from '../campaign/state.ts';
import { sha256Hex } from '../numbers/sha-256.ts';
import { version } from '../records/version.ts';
import { doSlice, SliceFailed } from './do-slice.ts';
import type { Pool } from './pool.ts';

/** One slice in this number is derived again, and the first of each worker. */
const oneIn = 64;
/** Upper limit on slices that wait. */
const mostWaiting = 8;

export class Rederivation {
  /** Slices that came out equal. */
  agreed = 0;
  private readonly pool: Pool;
  private readonly seen = new Set<string>();
  private waiting = 0;
  private last: Promise<void> = Promise.resolve();
  private unequal: UnequalResults | null = null;

  constructor(pool: Pool) {
    this.pool = pool;
  }

  offer(slice: Slice, result: SliceResult, worker: string): void {
    const name = sliceName(slice);
    const isFirst = !this.seen.has(worker);
    this.seen.add(worker);
    const drawn = Number.parseInt(sha256Hex(name).slice(0, 6), 16) % oneIn === 0;
    if ((!isFirst && !drawn) || this.waiting >= mostWaiting) return;
    this.waiting += 1;
    this.last = this.last.then(async () => {
      await this.again(firstUnit(slice), result, worker).finally(() => {
        this.waiting -= 1;
      });
    });
  }

  /** Ends once all that wait are derived, or the pool is stopped. Throws `UnequalResults`. */
  async settle(): Promise<void> {
    await this.last;
    this.throwIfUnequal();
  }

  throwIfUnequal(): void {
    if (this.unequal !== null) throw this.unequal;
  }

  private async again(slice: Slice, result: SliceResult, worker: string): Promise<void> {
    if (this.unequal !== null) return;
    try {
      const own = await doSlice(slice, this.pool, version(), () => true);
      if (own === null) return;
      if (fingerprintOf(own) === fingerprintOf(partOf(result, own))) this.agreed += 1;
      else
        this.unequal = new UnequalResults(
          `worker ${worker} and this machine come to different results for ${sliceName(slice)}`,
        );
    } catch (error) {
      // what is too much for this machine says nothing about the worker
      if (!(error instanceof SliceFailed)) throw error;
    }
  }
}

/** Of an experiment one unit is enough: units can take minutes. */
const firstUnit = (slice: Slice): Slice =>
  slice.kind === 'hunt' ? slice : { ...slice, units: slice.units.slice(0, 1) };

const partOf = (result: SliceResult, own: SliceResult): SliceResult =>
  result.kind === 'experiment' && own.kind === 'experiment'
    ? {
        ...result,
        samples: Object.fromEntries(
          Object.entries(result.samples).filter(([unit]) => own.samples[unit] !== undefined),
        ),
      }
    : result;
