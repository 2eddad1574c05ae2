/**
 * The command `worker`: takes slices of campaigns from Redis and does them on the cores of this
 * machine.
 */
import { randomBytes } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { isAbsolute, normalize } from 'node:path';
import type { Redis } from 'ioredis';
import { sliceName, type Slice } from '../campaign/plan.ts';
import { isObject } from '../records/parse-value.ts';
import { version } from '../records/version.ts';
import { countText, plural } from '../report/numbers-text.ts';
import { buildFingerprint } from './build-fingerprint.ts';
import type { Command } from './command.ts';
import { doSlice, SliceFailed } from './do-slice.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { Misuse } from './misuse.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';
import { delay, heedless, stopOf, valuesUnder, type SliceJob } from './queue-carrier.ts';
import {
  endsKey,
  openRedis,
  prefix,
  queueName,
  reachRedis,
  redisAddress,
  resultsKey,
  shownAddress,
  workerKey,
  queuePackage,
} from './redis-link.ts';
import { cores } from './start.ts';
import type { Start } from './start.ts';

export const command: Command = {
  name: 'worker',
  usage: ['elenchus worker --redis URL'],
  summary: 'takes slices of campaigns from Redis',
  about: `
Takes slices of campaigns from Redis and does them, one on each thread, until
Ctrl-C, which finishes nothing: the slices go to other workers. It takes only
slices of its own build, and runs experiments only from files that it has
itself, below the directory in which it was started.`,
  options: ['redis', 'jobs', 'lease', 'drain', 'log'],
  examples: [
    'elenchus worker --redis redis://127.0.0.1:6379',
    'ELENCHUS_REDIS=rediss://user:password@host:6380 elenchus worker',
  ],
  run: work,
};

/** Seconds after which a silent worker loses its slice. */
const usualLease = 30;
/** Results that a worker can send again. */
const mostRecent = 16;
/** Upper limit on the workers that one slice may end. */
const mostStalls = 3;
const heartbeat = 1000;
const heard = 10_000;
/**
 * Looks without a campaign after which there is nothing to do: before the first one, and after it.
 */
const idleLooks = { before: 30, after: 3 };

async function work(
  operands: readonly string[],
  options: Options,
  output: Output,
  start: Start,
): Promise<ExitCode> {
  if (operands.length > 0)
    throw new Misuse('worker takes no operands: elenchus worker --redis redis://127.0.0.1:6379');
  const address = redisAddress(options);
  if (address === null)
    throw new Misuse(
      'which Redis? type: elenchus worker --redis redis://127.0.0.1:6379, or set ELENCHUS_REDIS',
    );
  await reachRedis(address);
  const redis = await openRedis(address);
  const taking = await openRedis(address);
  const pool = await start.pool(options.jobs ?? cores());
  process.once('SIGTERM', () => process.kill(process.pid, 'SIGINT'));
  const id = `${hostname()}-${process.pid}-${randomBytes(2).toString('hex')}`;
  const build = buildFingerprint();
  const log = (event: string, more: object = {}): void => {
    if (options.log === null) return;
    const line = JSON.stringify({ at: new Date().toISOString(), event, worker: id, ...more });
    void appendFile(options.log, `${line}\n`).catch(() => {});
  };
  const refusals = refusalsOf(build);
  const running = new Map<string, { readonly plan: string; readonly slice: Slice }>();
  const ends = new Map<string, number>();
  const sent = new Recent();
  let done = 0;
  const isWanted = (plan: string, { part, index }: Slice): boolean =>
    index <= (ends.get(`${plan}/${part}`) ?? Number.POSITIVE_INFINITY);
  const { Worker, WaitingError } = await queuePackage();
  const worker = new Worker<SliceJob>(
    queueName(build),
    async (job, token) => {
      const { plan, slice } = job.data;
      const name = sliceName(slice);
      refuseForeignFile(slice);
      const again = sent.take(plan, slice);
      // a Redis that forgot everything is given slices anew while their results are on the way
      if (again !== null) {
        await redis.xadd(resultsKey(plan), '*', 'worker', id, 'result', again);
        return log('sent-again', { slice: name });
      }
      running.set(name, { plan, slice });
      log('took', { slice: name });
      const began = performance.now();
      try {
        const result = await doSlice(slice, pool, version(), () => isWanted(plan, slice));
        if (result === null && pool.stopped) {
          await job.moveToWait(token);
          throw new WaitingError();
        }
        if (result === null) return log('not-wanted', { slice: name });
        // written before the job is over: a worker that ends in between does it twice, and none is
        // lost
        const text = JSON.stringify(result);
        sent.keep(plan, slice, text);
        await redis.xadd(resultsKey(plan), '*', 'worker', id, 'result', text);
        done += 1;
        log('done', { slice: name, seconds: (performance.now() - began) / 1000 });
      } catch (error) {
        if (error instanceof SliceFailed) log('failed', { slice: name, why: error.message });
        throw error;
      } finally {
        running.delete(name);
      }
    },
    {
      connection: taking,
      prefix,
      name: id,
      concurrency: pool.size,
      lockDuration: (options.lease ?? usualLease) * 1000,
      stalledInterval: (options.lease ?? usualLease) * 1000,
      maxStalledCount: mostStalls,
      drainDelay: 1,
      runRetryDelay: 500,
    },
  );
  // while Redis is away everything waits; it says so once
  worker.on('error', () => {});
  let isAway = false;
  redis.on('close', () => {
    if (isAway || pool.stopped) return;
    isAway = true;
    log('away');
    output.warn(`${shownAddress(address)} does not answer; the worker goes on once it does`);
  });
  redis.on('ready', () => {
    if (isAway) log('back');
    isAway = false;
  });
  log('began', { build, threads: pool.size });
  const beat = async (): Promise<boolean> => {
    const campaigns = (await valuesUnder(redis, `${prefix}:campaign:`)).filter(isObject);
    for (const why of refusals.from(campaigns)) {
      log('refused', { why });
      output.warn(why);
    }
    const said = {
      id,
      host: hostname(),
      threads: pool.size,
      build,
      slices: done,
      refused: refusals.last,
    };
    await redis.set(workerKey(id), JSON.stringify(said), 'PX', heard);
    for (const plan of new Set([...running.values()].map((one) => one.plan)))
      for (const [part, end] of Object.entries(await redis.hgetall(endsKey(plan))))
        ends.set(`${plan}/${part}`, Number(end));
    return campaigns.some((one) => one['build'] === build);
  };
  const stop = stopOf(() => pool.stopped);
  let idle = 0;
  let hasSeen = false;
  let isRefused = false;
  for (;;) {
    const own = await Promise.race([heedless(beat()), stop]);
    if (own === 'stopped') break;
    output.progress.show(
      `${plural(done, 'slice')} done, ${plural(running.size, 'slice')} at work on ${plural(pool.size, 'thread')}`,
    );
    isRefused = !own && refusals.last !== null && done === 0 && running.size === 0;
    if (isRefused) break;
    hasSeen ||= own;
    idle = own || running.size > 0 ? 0 : idle + 1;
    if (options.drain && idle >= (hasSeen ? idleLooks.after : idleLooks.before)) break;
    if ((await Promise.race([delay(heartbeat), stop])) === 'stopped') break;
  }
  log('ended', { slices: done });
  isAway = true;
  // a stop must not wait for a Redis that is away
  await Promise.race([heedless(leave(worker, redis, id, isRefused)), delay(3000)]);
  redis.disconnect();
  taking.disconnect();
  output.document({ worker: id, build, slices: done, refused: refusals.last });
  output.lines([`${countText(done)} ${done === 1 ? 'slice' : 'slices'} done`]);
  if (isRefused) return exitCode.misuse;
  return pool.stopped ? exitCode.interrupted : exitCode.good;
}

async function leave(
  worker: { close(): Promise<void> },
  redis: Redis,
  id: string,
  isRefused: boolean,
): Promise<void> {
  await worker.close();
  // one that was refused stays in sight for a while, with the reason
  if (!isRefused) await redis.del(workerKey(id));
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

/** Campaigns of another build, each said once. */
function refusalsOf(build: string): {
  readonly last: string | null;
  from(campaigns: readonly Readonly<Record<string, unknown>>[]): string[];
} {
  const said = new Set<string>();
  let last: string | null = null;
  return {
    get last() {
      return last;
    },
    from(campaigns) {
      const news: string[] = [];
      last = null;
      for (const { campaign, build: wanted, host } of campaigns) {
        if (wanted === build) continue;
        last =
          `the campaign ${String(campaign)} on ${String(host)} is run by elenchus ` +
          `${String(wanted)}, and this worker is ${build}: another build draws other points, ` +
          'so it takes none of its slices; install the same build on both';
        if (said.has(last)) continue;
        said.add(last);
        news.push(last);
      }
      return news;
    },
  };
}
