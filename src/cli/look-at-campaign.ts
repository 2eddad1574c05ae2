/** `campaign status`, `watch`, `stop` and `export`: what a state on disk says. */
import { resultsJson, statusJson } from '../campaign/documents.ts';
import { progressText, statusLines } from '../campaign/status-text.ts';
import type { CampaignStatus } from '../campaign/status.ts';
import { replaceAtomically, WritingError } from '../records/write-atomically.ts';
import { campaignStore, emptyState } from './campaign-store.ts';
import { Coordinator } from './coordinator.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { Misuse, NotWritten } from './misuse.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';
import { delay } from './queue-carrier.ts';
import { readCampaign, type ReadCampaign } from './read-campaign.ts';
import { codeOf, runningIn, type RunningCampaign } from './run-campaign.ts';

/** Milliseconds between two looks. */
const pause = 1000;
/** Seconds that a stop waits for the run to end. */
const longestStop = 60;

export async function lookAtCampaign(
  action: 'status' | 'watch' | 'stop' | 'export',
  file: string,
  options: Options,
  output: Output,
): Promise<ExitCode> {
  const read = await readCampaign(file, output);
  switch (action) {
    case 'status':
      return show(await statusOf(read, file, options, output), options, output);
    case 'watch':
      return watch(read, file, options, output);
    case 'stop':
      return stop(read, options, output);
    case 'export':
      return exportResults(await statusOf(read, file, options, output), options, output);
  }
}

/**
 * The status that the state on disk amounts to. Throws `Misuse` where the campaign has not begun.
 */
async function statusOf(
  read: ReadCampaign,
  file: string,
  { shard }: Pick<Options, 'shard'>,
  output: Output,
): Promise<CampaignStatus> {
  const store = campaignStore(read.plan, shard);
  const state = await store.read();
  const running = await runningIn(store.directory);
  if (state === null && running === null)
    throw new Misuse(
      `${read.plan.name} has not begun here: there is no ${store.path}; type: elenchus campaign start ${file}`,
    );
  const coordinator = new Coordinator(
    read,
    state ?? emptyState(read.plan),
    shard,
    store,
    output,
    null,
  );
  await coordinator.updateTables();
  coordinator.phase = running !== null ? 'running' : coordinator.board.isOver ? 'done' : 'stopped';
  return { ...coordinator.status(), ...(await liveFigures(running)) };
}

/** What the state does not hold: asked of the coordinator, where it serves a page. */
async function liveFigures(running: RunningCampaign | null): Promise<Partial<CampaignStatus>> {
  if (running === null || running.url === null) return {};
  try {
    const answer = await fetch(`${running.url}status.json`, { signal: AbortSignal.timeout(2000) });
    const { seconds, rate, workers, carrier, phase } = (await answer.json()) as CampaignStatus;
    return { seconds, rate, workers, carrier, phase };
  } catch {
    // it has just ended, or is too busy
    return {};
  }
}

async function show(status: CampaignStatus, options: Options, output: Output): Promise<ExitCode> {
  output.document(statusJson(status));
  const lines = statusLines(status, output.paint);
  output.lines(options.quiet ? lines.slice(0, 1) : lines);
  return exitCode.good;
}

/** Shows how the campaign comes on until nobody runs it any more. */
async function watch(
  read: ReadCampaign,
  file: string,
  options: Options,
  output: Output,
): Promise<ExitCode> {
  const { directory } = campaignStore(read.plan, options.shard);
  const running = await runningIn(directory);
  if (running?.url && !output.quiet) output.warn(`the page is ${running.url}`);
  for (;;) {
    const status = await statusOf(read, file, options, output);
    if (status.phase !== 'running') return show(status, options, output);
    output.progress.show(progressText(status));
    await delay(pause);
  }
}

async function stop(read: ReadCampaign, options: Options, output: Output): Promise<ExitCode> {
  const store = campaignStore(read.plan, options.shard);
  const running = await runningIn(store.directory);
  if (running === null) {
    output.document({ campaign: read.plan.name, stopped: false });
    output.lines([`nobody runs ${read.plan.name} here`]);
    return exitCode.good;
  }
  await store.askToStop();
  for (let looks = 0; looks * pause < longestStop * 1000; looks += 1) {
    if ((await runningIn(store.directory)) === null) {
      output.document({ campaign: read.plan.name, stopped: true });
      output.lines([`${read.plan.name} is stopped; resume goes on`]);
      return exitCode.good;
    }
    await delay(pause);
  }
  throw new Misuse(
    `process ${running.pid} on ${running.host} does not stop; end it there: what it has is kept`,
  );
}

async function exportResults(
  status: CampaignStatus,
  options: Options,
  output: Output,
): Promise<ExitCode> {
  const results = resultsJson(status);
  const text = `${JSON.stringify(results, null, 2)}\n`;
  if (options.out !== null) {
    try {
      await replaceAtomically(options.out, text, {
        ours: (beginning) => beginning.startsWith('{\n  "campaign":'),
        force: options.force,
      });
    } catch (error) {
      if (error instanceof WritingError) throw new NotWritten(error.message);
      throw error;
    }
    output.lines([`written   ${options.out}`]);
  } else if (!output.json) process.stdout.write(text);
  output.document(results);
  return codeOf(status);
}
