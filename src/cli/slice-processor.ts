/** Does the slices that a worker takes from the queue, and sends their results to the campaign. */
import { isAbsolute, normalize } from 'node:path';
import type { Job } from 'bullmq';
import type { Redis } from 'ioredis';
import { sliceName, type Slice } from '../campaign/plan.ts';
import { version } from '../records/version.ts';
import { doSlice, SliceFailed } from './do-slice.ts';
import type { Pool } from './pool.ts';
import type { SliceJob } from './queue-carrier.ts';
import { endsKey, resultsKey } from './redis-link.ts';

/** Results that a worker can send again. */
const mostRecent = 16;

/** Writes an event of a worker to its log. */
export type WorkerLog = (event: string, more?: object) => void;

/** What a worker has at hand for each slice. */
interface Bench {
  readonly id: string;
  readonly redis: Redis;
  readonly pool: Pool;
  readonly log: WorkerLog;
  /** What the queue expects to be thrown after a job went back to it. */
  readonly WaitingError: new () => Error;
}

export class SliceProcessor {
  /** Results that were sent, without those sent again. */
  done = 0;
  readonly #bench: Bench;
  readonly #running = new Map<string, { readonly plan: string; readonly slice: Slice }>();
  /** The slice of each hunt beyond which none is wanted, by plan and part. */
  readonly #ends = new Map<string, number>();
  readonly #sent = new Recent();

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  get running(): number {
    return this.#running.size;
  }

  /** Does the slice of a job. Throws `SliceFailed`, and `WaitingError` where the worker stops. */
  async process(job: Job<SliceJob>, token: string | undefined): Promise<void> {
    const { plan, slice } = job.data;
    const { log } = this.#bench;
    const name = sliceName(slice);
    refuseForeignFile(slice);
    const again = this.#sent.take(plan, slice);
    // a Redis that forgot everything is given slices anew while their results are on the way
    if (again !== null) {
      await this.#send(plan, again);
      return log('sent-again', { slice: name });
    }
    this.#running.set(name, { plan, slice });
    log('took', { slice: name });
    try {
      await this.#compute(job, token);
    } catch (error) {
      if (error instanceof SliceFailed) log('failed', { slice: name, why: error.message });
      throw error;
    } finally {
      this.#running.delete(name);
    }
  }

  /** Reads which slices of the plans at work are still wanted. */
  async readEnds(): Promise<void> {
    for (const plan of new Set([...this.#running.values()].map((one) => one.plan)))
      for (const [part, end] of Object.entries(await this.#bench.redis.hgetall(endsKey(plan))))
        this.#ends.set(`${plan}/${part}`, Number(end));
  }

  async #compute(job: Job<SliceJob>, token: string | undefined): Promise<void> {
    const { plan, slice } = job.data;
    const { pool, log, WaitingError } = this.#bench;
    const began = performance.now();
    const isWanted = (): boolean =>
      slice.index <= (this.#ends.get(`${plan}/${slice.part}`) ?? Number.POSITIVE_INFINITY);
    const result = await doSlice(slice, pool, version(), isWanted);
    if (result === null && pool.stopped) {
      await job.moveToWait(token);
      throw new WaitingError();
    }
    if (result === null) return log('not-wanted', { slice: sliceName(slice) });
    // written before the job is over: a worker that ends in between does it twice, and none is lost
    const text = JSON.stringify(result);
    this.#sent.keep(plan, slice, text);
    await this.#send(plan, text);
    this.done += 1;
    log('done', { slice: sliceName(slice), seconds: (performance.now() - began) / 1000 });
  }

  async #send(plan: string, result: string): Promise<void> {
    const { redis, id } = this.#bench;
    await redis.xadd(resultsKey(plan), '*', 'worker', id, 'result', result);
  }
}

/** The last results that were sent. */
class Recent {
  private readonly texts = new Map<string, string>();

  keep(plan: string, slice: Slice, text: string): void {
    this.texts.set(`${plan}/${sliceName(slice)}`, text);
    const [oldest] = this.texts.keys();
    if (this.texts.size > mostRecent && oldest !== undefined) this.texts.delete(oldest);
  }

  /** Once: what was put aside by the coordinator is computed anew. */
  take(plan: string, slice: Slice): string | null {
    const key = `${plan}/${sliceName(slice)}`;
    const text = this.texts.get(key) ?? null;
    this.texts.delete(key);
    return text;
  }
}

/** The code of an experiment is run from files of this worker's own directory only. */
function refuseForeignFile(slice: Slice): void {
  if (slice.kind !== 'experiment') return;
  const path = normalize(slice.file);
  if (isAbsolute(path) || path.startsWith('..'))
    throw new SliceFailed(`${slice.file} is not below the directory of the worker`);
}
