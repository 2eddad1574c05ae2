/**
 * The command `worker`: takes slices of campaigns from Redis and does them on the cores of this
 * machine.
 */
import { randomBytes } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { Redis } from 'ioredis';
import { isObject } from '../records/parse-value.ts';
import { countText, plural } from '../report/numbers-text.ts';
import { buildFingerprint } from './build-fingerprint.ts';
import type { Command } from './command.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { Misuse } from './misuse.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';
import type { Pool } from './pool.ts';
import { delay, heedless, stopOf, valuesUnder, type SliceJob } from './queue-carrier.ts';
import {
  openRedis,
  prefix,
  queueName,
  reachRedis,
  redisAddress,
  shownAddress,
  workerKey,
  queuePackage,
} from './redis-link.ts';
import { SliceProcessor, type WorkerLog } from './slice-processor.ts';
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
  const address = addressOf(operands, options);
  await reachRedis(address);
  const redis = await openRedis(address);
  const taking = await openRedis(address);
  const pool = await start.pool(options.jobs ?? cores());
  process.once('SIGTERM', () => process.kill(process.pid, 'SIGINT'));
  const id = `${hostname()}-${process.pid}-${randomBytes(2).toString('hex')}`;
  const build = buildFingerprint();
  const log = logOf(options.log, id);
  const { Worker, WaitingError } = await queuePackage();
  const processor = new SliceProcessor({ id, redis, pool, log, WaitingError });
  const lease = (options.lease ?? usualLease) * 1000;
  const worker = new Worker<SliceJob>(
    queueName(build),
    (job, token) => processor.process(job, token),
    {
      connection: taking,
      prefix,
      name: id,
      concurrency: pool.size,
      lockDuration: lease,
      stalledInterval: lease,
      maxStalledCount: mostStalls,
      drainDelay: 1,
      runRetryDelay: 500,
    },
  );
  // while Redis is away everything waits; it says so once
  worker.on('error', () => {});
  const endOfWatch = watchConnection(redis, pool, log, () =>
    output.warn(`${shownAddress(address)} does not answer; the worker goes on once it does`),
  );
  log('began', { build, threads: pool.size });
  const refusals = refusalsOf(build);
  const isRefused = await untilOver(
    { id, build, redis, pool, processor, refusals, log },
    output,
    options.drain,
  );
  log('ended', { slices: processor.done });
  endOfWatch();
  // a stop must not wait for a Redis that is away
  await Promise.race([heedless(leave(worker, redis, id, isRefused)), delay(3000)]);
  redis.disconnect();
  taking.disconnect();
  const { done } = processor;
  output.document({ worker: id, build, slices: done, refused: refusals.last });
  output.lines([`${countText(done)} ${done === 1 ? 'slice' : 'slices'} done`]);
  if (isRefused) return exitCode.misuse;
  return pool.stopped ? exitCode.interrupted : exitCode.good;
}

function addressOf(operands: readonly string[], options: Options): string {
  if (operands.length > 0)
    throw new Misuse('worker takes no operands: elenchus worker --redis redis://127.0.0.1:6379');
  const address = redisAddress(options);
  if (address === null)
    throw new Misuse(
      'which Redis? type: elenchus worker --redis redis://127.0.0.1:6379, or set ELENCHUS_REDIS',
    );
  return address;
}

const logOf =
  (file: string | null, worker: string): WorkerLog =>
  (event, more = {}) => {
    if (file === null) return;
    const line = JSON.stringify({ at: new Date().toISOString(), event, worker, ...more });
    void appendFile(file, `${line}\n`).catch(() => {});
  };

/** Says once when Redis goes away and when it is back, until the function it returns is called. */
function watchConnection(redis: Redis, pool: Pool, log: WorkerLog, onAway: () => void): () => void {
  let isAway = false;
  redis.on('close', () => {
    if (isAway || pool.stopped) return;
    isAway = true;
    log('away');
    onAway();
  });
  redis.on('ready', () => {
    if (isAway) log('back');
    isAway = false;
  });
  return () => {
    isAway = true;
  };
}

/** A worker that takes slices. */
interface AtWork {
  readonly id: string;
  readonly build: string;
  readonly redis: Redis;
  readonly pool: Pool;
  readonly processor: SliceProcessor;
  readonly refusals: Refusals;
  readonly log: WorkerLog;
}

/**
 * Shows progress until the worker is stopped, is refused by every campaign, or has nothing left to
 * do; says whether it was refused.
 */
async function untilOver(work: AtWork, output: Output, drain: boolean): Promise<boolean> {
  const { pool, processor, refusals } = work;
  const stop = stopOf(() => pool.stopped);
  let idle = 0;
  let hasSeen = false;
  for (;;) {
    const own = await Promise.race([heedless(beat(work, output)), stop]);
    if (own === 'stopped') return false;
    const { done, running } = processor;
    output.progress.show(
      `${plural(done, 'slice')} done, ${plural(running, 'slice')} at work on ${plural(pool.size, 'thread')}`,
    );
    if (!own && refusals.last !== null && done === 0 && running === 0) return true;
    hasSeen ||= own;
    idle = own || running > 0 ? 0 : idle + 1;
    if (drain && idle >= (hasSeen ? idleLooks.after : idleLooks.before)) return false;
    if ((await Promise.race([delay(heartbeat), stop])) === 'stopped') return false;
  }
}

/** One heartbeat: lets campaigns know of the worker; says whether one of its own build runs. */
async function beat(work: AtWork, output: Output): Promise<boolean> {
  const { id, build, redis, pool, processor, refusals, log } = work;
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
    slices: processor.done,
    refused: refusals.last,
  };
  await redis.set(workerKey(id), JSON.stringify(said), 'PX', heard);
  await processor.readEnds();
  return campaigns.some((one) => one['build'] === build);
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

interface Refusals {
  /** Why a campaign that runs now is refused. */
  readonly last: string | null;
  /** Reasons that were not given before. */
  from(campaigns: readonly Readonly<Record<string, unknown>>[]): string[];
}

/** Campaigns of another build, each said once. */
function refusalsOf(build: string): Refusals {
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
