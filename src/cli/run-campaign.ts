/**
 * `campaign start` and `resume`: runs a campaign on this machine's threads, or on workers through
 * Redis.
 */
import { existsSync } from 'node:fs';
import { rm, readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { resultsJson } from '../campaign/documents.ts';
import { doneIn } from '../campaign/blocks.ts';
import { UnequalResults, withoutLosses, type CampaignState } from '../campaign/state.ts';
import { isAsDeclared, type CampaignStatus } from '../campaign/status.ts';
import { progressText, statusLines } from '../campaign/status-text.ts';
import { sliceCount } from '../campaign/plan.ts';
import { filedFor, fileWitness } from '../records/file-witness.ts';
import { isObject } from '../records/parse-value.ts';
import { makeDirectory, replaceAtomically, WritingError } from '../records/write-atomically.ts';
import { serveCampaign } from './campaign-server.ts';
import { campaignStore, emptyState, readStateFile, type CampaignStore } from './campaign-store.ts';
import { Coordinator } from './coordinator.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { carryLocally } from './local-carrier.ts';
import { Misuse } from './misuse.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';
import type { Pool } from './pool.ts';
import { QueueCarrier } from './queue-carrier.ts';
import { readCampaign, type ReadCampaign } from './read-campaign.ts';
import { Rederivation } from './rederivation.ts';
import { openRedis, reachRedis, redisAddress, shownAddress } from './redis-link.ts';
import { cores } from './start.ts';
import type { Start } from './start.ts';

export async function runCampaign(
  action: 'start' | 'resume',
  file: string,
  toMerge: readonly string[],
  options: Options,
  output: Output,
  start: Start,
): Promise<ExitCode> {
  const address = options.local || options.shard !== null ? null : redisAddress(options);
  if (options.redis !== null && address === null)
    throw new Misuse(
      `--redis and ${options.local ? '--local' : '--shard'} exclude each other: a shard runs ` +
        'on one machine; leave one out',
    );
  if (address !== null) await reachRedis(address);
  const read = await readCampaign(file, output);
  const store = campaignStore(read.plan, options.shard);
  const state = await stateFor(action, file, toMerge, read, store, options);
  await noteOther(store, output);
  const pool = await start.pool(address === null ? (options.jobs ?? cores()) : 1);
  process.once('SIGTERM', () => process.kill(process.pid, 'SIGINT'));
  const rederivation = address === null ? null : new Rederivation(pool);
  const coordinator = new Coordinator(read, state, options.shard, store, output, rederivation);
  await store.goOn();
  const server =
    options.listen === 'off'
      ? null
      : await serveCampaign(options.listen, () => coordinator.status());
  const redis = address === null ? null : await openRedis(address);
  const running = await writeRunning(store, server?.url ?? null);
  if (!output.quiet && server !== null) output.warn(`the page is ${server.url}`);
  if (address !== null && !output.quiet)
    output.warn(`slices go through ${shownAddress(address)}; start workers: elenchus worker`);
  coordinator.log(action, {
    plan: read.plan.hash,
    build: read.plan.build,
    carrier: coordinator.carrier,
  });
  const timers = startTimers(coordinator, store, pool, output);
  try {
    if (redis === null) await carryLocally(coordinator, pool);
    else await (await QueueCarrier.start(coordinator, redis)).run(() => pool.stopped);
    if (!pool.stopped) await rederivation?.settle();
    await coordinator.save(true);
    coordinator.phase = pool.stopped ? 'stopped' : 'done';
    await coordinator.updateTables();
    coordinator.log(coordinator.phase);
    return await finish(coordinator, pool.stopped, file, options, output);
  } catch (error) {
    if (!(error instanceof UnequalResults)) throw error;
    coordinator.log('unequal', { why: error.message });
    return reportUnequal(error, file, output);
  } finally {
    for (const timer of timers) clearInterval(timer);
    await server?.close();
    redis?.disconnect();
    await rm(running, { force: true });
  }
}

/** Shows progress, brings tables up to date and looks for a request to stop, at intervals. */
const startTimers = (
  coordinator: Coordinator,
  store: CampaignStore,
  pool: Pool,
  output: Output,
): readonly NodeJS.Timeout[] => [
  setInterval(() => output.progress.show(progressText(coordinator.status())), 500),
  setInterval(() => void coordinator.updateTables(), 2000),
  setInterval(() => void store.isAskedToStop().then((yes) => (yes ? pool.stop() : undefined)), 500),
];

/** Writes which process runs the campaign; the path of that file. */
async function writeRunning({ directory }: CampaignStore, url: string | null): Promise<string> {
  const running = join(directory, 'running.json');
  await makeDirectory(directory);
  await replaceAtomically(
    running,
    `${JSON.stringify({ pid: process.pid, host: hostname(), url })}\n`,
  );
  return running;
}

function reportUnequal({ message }: UnequalResults, file: string, output: Output): ExitCode {
  output.warn(
    `${message}: one of them computes wrongly, and nothing of this campaign can be ` +
      'trusted. Compare their builds, Node and hardware, then begin anew with elenchus ' +
      `campaign start ${file} --force`,
  );
  output.document({ defect: message });
  return exitCode.disagreement;
}

/** The state to resume. Throws `Misuse` where a start would lose one, or a resume finds none. */
async function stateFor(
  action: 'start' | 'resume',
  file: string,
  toMerge: readonly string[],
  { plan }: ReadCampaign,
  store: CampaignStore,
  { force }: Pick<Options, 'force'>,
): Promise<CampaignState> {
  if (action === 'start') {
    if (force) await store.remove();
    const there = await store.read();
    if (there === null) return emptyState(plan);
    throw new Misuse(
      `${plan.name} has begun already (${doneText(there, plan)}): type elenchus campaign ` +
        `resume ${file}, or begin anew with elenchus campaign start ${file} --force`,
    );
  }
  const there = await store.read();
  const others: CampaignState[] = [];
  for (const path of toMerge) {
    const other = await readStateFile(path, plan);
    if (other === null) throw new Misuse(`${path}: there is no such file`);
    others.push(other);
  }
  if (there === null && others.length === 0)
    throw new Misuse(
      `${plan.name} has not begun here: there is no ${store.path}; type: elenchus campaign start ${file}`,
    );
  const { joinStates } = await import('../campaign/state.ts');
  return withoutLosses(
    others.reduce((all, other) => joinStates(plan, all, other), there ?? emptyState(plan)),
  );
}

function doneText(state: CampaignState, plan: ReadCampaign['plan']): string {
  const all = plan.parts.reduce((sum, part) => sum + sliceCount(part), 0);
  const done = Object.values(state.parts).reduce(
    (sum, part) =>
      sum + (part.kind === 'hunt' ? doneIn(part.blocks) : Object.keys(part.samples).length),
    0,
  );
  return `${done} of ${all} slices and units`;
}

/** Two runs of one campaign do the same work twice, and come to the same. */
async function noteOther({ directory }: CampaignStore, output: Output): Promise<void> {
  const other = await runningIn(directory);
  if (other !== null)
    output.warn(
      `process ${other.pid} on ${other.host} runs this campaign, too: both come to the same ` +
        'results, and some work is done twice',
    );
}

export interface RunningCampaign {
  readonly pid: number;
  readonly host: string;
  readonly url: string | null;
}

/** Who runs the campaign of a directory; null where nobody does. */
export async function runningIn(directory: string): Promise<RunningCampaign | null> {
  try {
    const json: unknown = JSON.parse(await readFile(join(directory, 'running.json'), 'utf8'));
    if (!isObject(json)) return null;
    const { pid, host, url } = json;
    if (host === hostname()) process.kill(Number(pid), 0);
    return { pid: Number(pid), host: String(host), url: typeof url === 'string' ? url : null };
  } catch {
    // no such file, or its process has died
    return null;
  }
}

async function finish(
  coordinator: Coordinator,
  isStopped: boolean,
  file: string,
  options: Options,
  output: Output,
): Promise<ExitCode> {
  const status = coordinator.status();
  const filed = await fileFound(status, output);
  output.document({ ...resultsJson(status), phase: status.phase, filed });
  const lines = statusLines(status, output.paint);
  output.lines([
    ...(options.quiet ? lines.slice(0, 1) : lines),
    ...(filed.length === 0 || options.quiet
      ? []
      : ['', ...filed.map((path) => `filed as  ${path}`)]),
    ...(isStopped ? ['', `elenchus campaign resume ${file} goes on`] : []),
  ]);
  return isStopped ? exitCode.interrupted : codeOf(status, options.shard !== null);
}

/**
 * As a campaign ends: 1 where something was refuted that is not declared so, or a finding does not
 * hold; 3 where something stays open.
 */
export function codeOf(status: CampaignStatus, isShard = false): ExitCode {
  const { hunts, experiments } = status;
  const news = hunts.some(({ found, part }) => found !== null && part.declared !== 'refuted');
  if (news || !isAsDeclared(status)) return exitCode.refuted;
  // a shard leaves the slices of the others open
  if (isShard && status.slices.lost === 0) return exitCode.good;
  const open =
    hunts.some(({ verdict }) => verdict === 'hunting' || verdict === 'gave-up') ||
    experiments.some(({ findings }) => findings === null);
  return open ? exitCode.gaveUp : exitCode.good;
}

/** Files the first counterexample of each hunt, unless one of the same statement is on file. */
async function fileFound({ hunts }: CampaignStatus, output: Output): Promise<string[]> {
  const paths: string[] = [];
  for (const { part, found, isFirst } of hunts) {
    if (found === null || !isFirst) continue;
    if (part.id !== null) {
      if (!existsSync('properties')) continue;
      const there = await filedFor(part.id);
      if (there.some(({ hash }) => hash === part.hash)) continue;
    }
    try {
      paths.push(await fileWitness(found.witness));
    } catch (error) {
      if (!(error instanceof WritingError)) throw error;
      output.notWritten(error.message);
    }
  }
  return paths;
}
