/** Runs a hunt on a pool until it is settled, stopped or out of points. */
import { firstOf, isSettled } from '../records/hunt-record.ts';
import type { Found, HuntRecord } from '../records/hunt-record.ts';
import { makeWitness } from '../records/witness.ts';
import { addCounts } from '../refuter/tally.ts';
import type { CoveredResult } from '../refuter/index.ts';
import { nextOf } from '../refuter/stream.ts';
import type { Pool } from './pool.ts';

/** A part of the stream that a thread was given, and what came of it. */
interface Part {
  readonly from: number;
  readonly to: number;
  result: CoveredResult | null;
}

/**
 * Seconds that one part should take: short enough to be written often, long enough to be worth the
 * way.
 */
const partTime = 0.25;
const leastWidth = 16;
const mostWidth = 1 << 20;

export interface HuntRun {
  readonly record: HuntRecord;
  /** A thread was ended in the middle of a part. */
  readonly broken: boolean;
}

/**
 * Continues a hunt on all threads of the pool until it is settled, the pool is stopped, or no
 * points are left.
 * The record counts the positions up to the first that was not run; what was run beyond is run
 * again later. So the record, and the witness, do not depend on how many threads there were or when
 * they were stopped.
 */
export async function runHunt(
  start: HuntRecord,
  pool: Pool,
  filed: readonly string[],
  onPart: (record: HuntRecord) => void,
): Promise<HuntRun> {
  const front = new StreamFront(start, pool);
  const line = async (): Promise<void> => {
    while (front.isOpen) {
      const { text, from, to, seed, shard, part } = front.handOut();
      const since = performance.now();
      const result = await pool.slice({ text, seed, from, to, shard, filed });
      if (result === null) return front.lose();
      front.take(part, result, performance.now() - since);
      onPart(front.timed());
    }
  };
  await Promise.all(Array.from({ length: pool.size }, line));
  return { record: front.timed(), broken: front.broken };
}

/** How far a stream has been run: parts come back in any order and are counted in their own. */
class StreamFront {
  broken = false;
  readonly #began = performance.now();
  readonly #start: HuntRecord;
  readonly #pool: Pool;
  #record: HuntRecord;
  #parts: Part[] = [];
  #handedOut: number;
  #width = leastWidth;
  #over: boolean;

  constructor(start: HuntRecord, pool: Pool) {
    this.#start = start;
    this.#pool = pool;
    this.#record = start;
    this.#handedOut = start.next;
    this.#over = isSettled(start);
  }

  /** Is there a part that may change the record? */
  get isOpen(): boolean {
    const { found } = this.#record;
    const isPast = found?.position !== undefined && this.#handedOut > (found.position ?? -1);
    return !this.#over && !this.#pool.stopped && !isPast;
  }

  handOut() {
    const { claim: text, seed, shard } = this.#record;
    const from = this.#handedOut;
    const to = from + this.#width * (this.#start.shard?.count ?? 1);
    const part: Part = { from, to, result: null };
    this.#handedOut = to;
    this.#parts.push(part);
    return { text, seed, shard, from, to, part };
  }

  /** A thread was ended in the middle of a part. */
  lose(): void {
    if (this.#pool.stopped) return;
    this.broken = true;
    this.#over = true;
  }

  /** Takes the result of a part, and follows on what was finished before. */
  take(part: Part, result: CoveredResult, milliseconds: number): void {
    part.result = result;
    // A witness is kept at once, though an earlier one may be on its way.
    this.#record = {
      ...this.#record,
      found: firstOf(this.#record.found, this.#foundAt(result)),
    };
    while (this.#parts[0] !== undefined && this.#parts[0].result !== null) {
      const [first] = this.#parts as [Part & { readonly result: CoveredResult }];
      this.#parts = this.#parts.slice(1);
      if (!this.#over) this.#follow(first.result, first.to);
    }
    const factor = Math.min(4, Math.max(0.25, (partTime * 1000) / milliseconds));
    this.#width = Math.round(Math.min(mostWidth, Math.max(leastWidth, this.#width * factor)));
  }

  /** The record, with the seconds that the hunt has taken. */
  timed(): HuntRecord {
    const seconds = this.#start.seconds + (performance.now() - this.#began) / 1000;
    this.#record = { ...this.#record, seconds };
    return this.#record;
  }

  #follow(result: CoveredResult, to: number): void {
    const record = this.#record;
    const complete = Math.max(result.next, nextOf(record.shard ?? undefined, record.next)) >= to;
    const found = this.#foundAt(result);
    this.#over = !complete;
    // A part that was stopped may hold half a climb: it is run again.
    if (!complete && found === null && this.#pool.stopped) return;
    const next = found !== null ? (found.position ?? -1) + 1 : complete ? to : result.next;
    this.#record = {
      ...record,
      next: Math.max(record.next, next),
      counts: addCounts([record.counts, result.counts]),
      found: firstOf(record.found, found),
    };
    // Without a witness a part ends early where it was stopped, or where no point can be drawn.
    this.#over ||= isSettled(this.#record);
  }

  #foundAt({ counterexample, position }: CoveredResult): Found | null {
    if (counterexample === null) return null;
    const { id, claim, hash, seed, version } = this.#record;
    return { position, witness: makeWitness(id, claim, hash, counterexample, { seed, version }) };
  }
}
