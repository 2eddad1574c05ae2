/** Carries the slices of a campaign to workers, through a queue of BullMQ in Redis. */
import { hostname } from 'node:os';
import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { foundIn, huntStateOf } from '../campaign/state.ts';
import { sliceName, type Slice } from '../campaign/plan.ts';
import type { WorkerInfo } from '../campaign/status.ts';
import { isObject } from '../records/parse-value.ts';
import type { Coordinator } from './coordinator.ts';
import { campaignKey, endsKey, prefix, queueName, resultsKey, queuePackage } from './redis-link.ts';

/** What a job in the queue holds. */
export interface SliceJob {
  readonly campaign: string;
  readonly plan: string;
  readonly slice: Slice;
}

/** What is known of a campaign under way, under its key in Redis. */
export interface Announcement {
  readonly campaign: string;
  readonly plan: string;
  readonly build: string;
  readonly host: string;
}

/**
 * Slices in the queue at once: enough for many workers, few to take back once a counterexample is
 * found.
 */
const window = 512;
/**
 * Milliseconds: between two looks, between two comparisons with the queue, and that an announcement
 * holds.
 */
const pause = 300;
const comparing = 3000;
const announced = 15_000;
/** Seconds that results stay in Redis after the campaign, for another coordinator. */
const kept = 3600;
/** A slice that fails so often is lost. */
const jobOptions = { attempts: 3, removeOnComplete: true, removeOnFail: false };
const failures = 100;

export class QueueCarrier {
  private readonly coordinator: Coordinator;
  private readonly redis: Redis;
  private readonly queue: Queue<SliceJob>;
  private readonly plan: string;
  private read = '0';
  private compared = 0;
  private readonly ended = new Map<string, number>();

  private constructor(coordinator: Coordinator, redis: Redis, queue: Queue<SliceJob>) {
    this.coordinator = coordinator;
    this.redis = redis;
    this.queue = queue;
    this.plan = coordinator.read.plan.hash;
    redis.on('close', () => {
      if (coordinator.phase === 'running') coordinator.log('away');
      coordinator.phase = coordinator.phase === 'running' ? 'away' : coordinator.phase;
    });
    redis.on('ready', () => {
      // a Redis that was restarted may have lost what it had, or have it again: everything is read
      // anew
      this.read = '0';
      this.compared = 0;
      if (coordinator.phase === 'away') coordinator.log('back');
      coordinator.phase = coordinator.phase === 'away' ? 'running' : coordinator.phase;
    });
  }

  static async start(coordinator: Coordinator, redis: Redis): Promise<QueueCarrier> {
    const { Queue } = await queuePackage();
    const queue = new Queue<SliceJob>(queueName(coordinator.read.plan.build), {
      connection: redis,
      prefix,
    });
    queue.on('error', () => {});
    return new QueueCarrier(coordinator, redis, queue);
  }

  /** Until nothing is left, or `isStopped`. Commands wait while Redis is away; a stop does not. */
  async run(isStopped: () => boolean): Promise<void> {
    const { board } = this.coordinator;
    const stop = stopOf(isStopped);
    while (!isStopped() && !board.isOver) {
      if ((await Promise.race([heedless(this.look()), stop])) === 'stopped') break;
      await this.coordinator.save();
      if (!board.isOver) await Promise.race([delay(pause), stop]);
    }
    await Promise.race([heedless(this.leave()), delay(3000)]);
  }

  private async look(): Promise<void> {
    await this.announce();
    await this.takeResults();
    await this.takeFailures();
    await this.endHunts();
    await this.fill();
    if (performance.now() - this.compared > comparing) {
      this.compared = performance.now();
      await this.compare();
      this.coordinator.workers = await workersIn(this.redis);
    }
  }

  private async announce(): Promise<void> {
    const { name, hash, build } = this.coordinator.read.plan;
    const said: Announcement = { campaign: name, plan: hash, build, host: hostname() };
    await this.redis.set(campaignKey(name), JSON.stringify(said), 'PX', announced);
  }

  /** Every result since the last look. Nothing is taken out: another coordinator reads the same. */
  private async takeResults(): Promise<void> {
    const key = resultsKey(this.plan);
    for (;;) {
      const found = await this.redis.xrange(
        key,
        this.read === '0' ? '-' : `(${this.read}`,
        '+',
        'COUNT',
        200,
      );
      for (const [id, fields] of found) {
        this.takeResult(fieldsOf(fields));
        this.read = id;
      }
      if (found.length < 200) return;
    }
  }

  private takeResult(fields: ReadonlyMap<string, string>): void {
    const { board } = this.coordinator;
    const value = jsonOf(fields.get('result') ?? '');
    const slice = isObject(value)
      ? board.slice(String(value['part']), Number(value['index']))
      : null;
    if (slice !== null && board.isWanted(slice.part, slice.index))
      this.coordinator.accept(slice, value, fields.get('worker') ?? 'unknown');
    else if (slice !== null) board.forget(slice);
  }

  /** Slices that failed as often as a slice may. */
  private async takeFailures(): Promise<void> {
    const { board } = this.coordinator;
    for (const job of await this.queue.getFailed(0, failures)) {
      if (job?.data.plan !== this.plan) continue;
      const slice = board.slice(job.data.slice.part, job.data.slice.index);
      if (slice !== null && board.isWanted(slice.part, slice.index))
        this.coordinator.lose(slice, failureText(job.failedReason), job.processedBy ?? null);
      await job.remove().catch(() => {});
    }
  }

  /** Workers stop at slices beyond a counterexample, and those that wait leave the queue. */
  private async endHunts(): Promise<void> {
    const { board, read } = this.coordinator;
    for (const part of read.plan.parts) {
      if (part.kind !== 'hunt') continue;
      const end = foundIn(part, huntStateOf(board.state, part));
      if (end === null || this.ended.get(part.key) === end) continue;
      await this.redis.hset(endsKey(this.plan), part.key, end);
      this.ended.set(part.key, end);
    }
    for (const slice of board.dropUnwanted())
      await this.queue.remove(this.jobId(slice)).catch(() => {});
  }

  private async fill(): Promise<void> {
    const { board } = this.coordinator;
    const slices: Slice[] = [];
    while (board.handedOut.length < window) {
      const slice = board.next();
      if (slice === null) break;
      slices.push(slice);
    }
    await this.add(slices);
  }

  /** At the end of the queue, or at its beginning, where the last one added is the first. */
  private async add(slices: readonly Slice[], lifo = false): Promise<void> {
    if (slices.length === 0) return;
    const { name } = this.coordinator.read.plan;
    await this.queue.addBulk(
      slices.map((slice) => ({
        name: 'slice',
        data: { campaign: name, plan: this.plan, slice },
        opts: { ...jobOptions, jobId: this.jobId(slice), lifo },
      })),
    );
  }

  private jobId(slice: Slice): string {
    return `${this.plan.slice(0, 12)}/${sliceName(slice)}`;
  }

  /**
   * Slices that are neither in the queue nor among the results are lost to Redis: they are added
   * again.
   */
  private async compare(): Promise<void> {
    const { board } = this.coordinator;
    const out = board.handedOut;
    const missing: Slice[] = [];
    for (const slice of out)
      if ((await this.redis.exists(this.queue.toKey(this.jobId(slice)))) === 0) missing.push(slice);
    if (missing.length === 0) return;
    await this.takeResults();
    const gone = missing.filter((slice) => board.isWanted(slice.part, slice.index));
    if (gone.length > 0) this.coordinator.log('added-again', { slices: gone.map(sliceName) });
    // early slices stay early: the first counterexample is looked for
    await this.add(gone.toReversed(), true);
  }

  /** Takes back what waits, and says that the campaign is not under way any more. */
  private async leave(): Promise<void> {
    const { board, read } = this.coordinator;
    for (const slice of board.handedOut) await this.queue.remove(this.jobId(slice)).catch(() => {});
    await this.takeResults();
    await this.redis.del(campaignKey(read.plan.name));
    for (const key of [resultsKey(this.plan), endsKey(this.plan)])
      await this.redis.expire(key, kept);
    await this.queue.close();
  }
}

const fieldsOf = (fields: readonly string[]): Map<string, string> => {
  const found = new Map<string, string>();
  for (let i = 0; i + 1 < fields.length; i += 2)
    found.set(fields[i] as string, fields[i + 1] as string);
  return found;
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const failureText = (reason: string | undefined): string =>
  /stalled/.test(reason ?? '')
    ? 'every worker that took it ended without a result'
    : (reason ?? 'no reason was given');

export const delay = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** A part that is raced: if it loses, nobody hears of its failure. */
export const heedless = <T>(part: Promise<T>): Promise<T> => {
  part.catch(() => {});
  return part;
};

/** Fulfilled once it is stopped; it keeps no process alive. */
export const stopOf = (isStopped: () => boolean): Promise<'stopped'> =>
  new Promise((resolve) => {
    const timer = setInterval(() => {
      if (!isStopped()) return;
      clearInterval(timer);
      resolve('stopped');
    }, 100);
    timer.unref();
  });

/** Every value under keys that begin alike. */
export async function valuesUnder(redis: Redis, beginning: string): Promise<unknown[]> {
  const keys: string[] = [];
  let cursor = '0';
  do {
    const [next, some] = await redis.scan(cursor, 'MATCH', `${beginning}*`, 'COUNT', 500);
    keys.push(...some);
    cursor = next;
  } while (cursor !== '0');
  if (keys.length === 0) return [];
  const texts = await redis.mget([...new Set(keys)]);
  return texts.flatMap((text) => (text === null ? [] : [jsonOf(text)]));
}

/** Workers that have been heard of lately. */
async function workersIn(redis: Redis): Promise<WorkerInfo[]> {
  const found = await valuesUnder(redis, `${prefix}:worker:`);
  return found
    .filter(isObject)
    .map(({ id, host, threads, build, slices, refused }) => ({
      id: String(id),
      host: String(host),
      threads: Number(threads),
      build: String(build),
      slices: Number(slices),
      refused: typeof refused === 'string' ? refused : null,
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
