/** The command `hunt`: a long search that can be interrupted, resumed and sharded. */
import { ClaimError, claimHash, claimText, parseClaim } from '../language/index.ts';
import type { Claim } from '../language/index.ts';
import { fileWitness, witnessFiles } from '../records/file-witness.ts';
import type { HuntRecord } from '../records/hunt-record.ts';
import { isSettled } from '../records/hunt-record.ts';
import { WritingError } from '../records/write-atomically.ts';
import { countText, secondsText } from '../report/numbers-text.ts';
import { verdictJson } from '../report/verdict-json.ts';
import { headLine, verdictLines } from '../report/verdict-text.ts';
import { examine } from '../verdict/examine.ts';
import type { Command } from './command.ts';
import { exitCode, exitCodeOf } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { findClaim } from './find-claim.ts';
import { mergeRecords } from './hunt-merge.ts';
import { openHunt, type HuntStore } from './hunt-store.ts';
import { huntOutcome } from './hunt-outcome.ts';
import { Misuse } from './misuse.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';
import type { Pool } from './pool.ts';
import { runHunt, type HuntRun } from './run-hunt.ts';
import { secondsLeft } from './shared-clock.ts';
import { cores } from './start.ts';
import type { Start } from './start.ts';
import { version } from '../records/version.ts';

const defaultTime = 60;
/** Seconds that a hunt may take longer to bring its first part to an end; fewer of a user's time. */
const grace = { usual: 20, ofUsers: 0.3 };
/** Milliseconds that the threads have to answer by themselves once a user's time is over. */
const patience = 300;
/** Milliseconds between two writings of where the hunt stands. */
const writePause = 1000;

export const command: Command = {
  name: 'hunt',
  usage: ['elenchus hunt <id | "claim">', 'elenchus hunt --merge <record.json>…'],
  summary: 'a longer search on all cores; it can be stopped and resumed',
  about: `
Searches for a counterexample on all cores, for 60 s unless --time is given.
Progress is saved every second in .elenchus/hunts/; after Ctrl-C or a crash the
same command resumes. A counterexample is filed under properties/witnesses/. It
depends on the claim, the seed and the version, not on the number of threads.`,
  options: ['shard', 'merge', 'jobs'],
  examples: [
    'elenchus hunt capacity/capacity-bound --time 10m',
    'elenchus hunt "A: n×n |- A = A\'" --shard 2/5',
  ],
  run: hunt,
};

/**
 * `elenchus hunt <id | "claim">`: a long search that can be interrupted, resumed and shared between
 * machines.
 */
async function hunt(
  operands: readonly string[],
  options: Options,
  output: Output,
  start: Start,
): Promise<ExitCode> {
  if (options.merge) return mergeRecords(operands, options, output);
  const { id, text } = await findClaim(operands, 'hunt', output);
  const claim = readClaim(text);
  if (claim === null) {
    const verdict = await examine(text, { time: 0, seed: options.seed });
    output.document(verdictJson(verdict));
    output.lines(verdictLines(verdict, output.paint));
    return exitCode.misuse;
  }
  const store = await openHunt(
    {
      id,
      claim: claimText(claim),
      hash: claimHash(claim),
      seed: options.seed,
      version: version(),
      shard: options.shard,
    },
    output,
  );
  const { hunt: before, path } = store;
  if (isSettled(before))
    return finish(claim, before, path, 'nothing is left to be hunted for', options, output);
  const pool = await start.pool(options.jobs ?? cores());
  const { record, broken, timeIsUp } = await huntFor(options.time, store, pool, output);
  if (broken)
    output.warn(
      `a thread was ended at position ${record.next}: the points there take too much time or memory`,
    );
  const interrupted = pool.stopped && !timeIsUp;
  const code = await finish(
    claim,
    record,
    store.isWritten ? path : null,
    `${interrupted ? 'interrupted; ' : ''}the same command resumes the hunt`,
    options,
    output,
  );
  return interrupted ? exitCode.interrupted : code;
}

/** The claim; null where the text is ill-typed. */
function readClaim(text: string): Claim | null {
  try {
    return parseClaim(text);
  } catch (error) {
    if (error instanceof ClaimError) return null;
    throw error;
  }
}

/** Hunts for the time of the user or the usual, shows how it goes, and keeps the record on disk. */
async function huntFor(
  time: number | null,
  store: HuntStore,
  pool: Pool,
  output: Output,
): Promise<HuntRun & { readonly timeIsUp: boolean }> {
  const before = store.hunt;
  const began = performance.now();
  const limit = (time ?? defaultTime) * 1000;
  // the user's time has run since the program started
  const longest =
    time === null ? limit + grace.usual * 1000 : secondsLeft(time + grace.ofUsers) * 1000;
  let timeIsUp = false;
  let last: HuntRecord = before;
  const endNow = (): void => {
    if (pool.stopped) return;
    timeIsUp = true;
    pool.stop(time === null ? undefined : patience);
  };
  // A short time is stretched until one part is at its end: otherwise a hunt might never come on.
  const endOnceBegun = (): void => {
    if (performance.now() - began >= limit && (last.next > before.next || last.found !== null))
      endNow();
  };
  const timers = [setTimeout(endOnceBegun, Math.min(limit, longest)), setTimeout(endNow, longest)];
  const ticker = setInterval(
    () => output.progress.show(progressText(last, before, performance.now() - began, limit)),
    200,
  );
  let written = began;
  let writing = Promise.resolve();
  const keep = (record: HuntRecord): void => {
    writing = writing.then(() => store.write(record));
  };
  const run = await runHunt(before, pool, await witnessFiles(), (now) => {
    const isNew = now.found !== last.found;
    last = now;
    endOnceBegun();
    if (!isNew && performance.now() - written < writePause) return;
    written = performance.now();
    keep(now);
  }).finally(() => {
    for (const timer of timers) clearTimeout(timer);
    clearInterval(ticker);
  });
  keep(run.record);
  await writing;
  return { ...run, timeIsUp };
}

/** `12 340 trials, 11 200 met the hypotheses; 3 450 a second, 41 s left`. */
function progressText(
  { counts, found }: HuntRecord,
  before: HuntRecord,
  passed: number,
  limit: number,
): string {
  const rate = Math.round((counts.run - before.counts.run) / (passed / 1000));
  const left = Math.max(0, (limit - passed) / 1000);
  const what =
    found === null ? `${secondsText(left)} left` : 'a counterexample; looking for an earlier one';
  return (
    `hunting: ${countText(counts.run)} trials, ${countText(counts.met)} met the hypotheses; ` +
    `${countText(rate)} a second, ${what}`
  );
}

/** Says how the hunt stands, and files what it found. */
async function finish(
  claim: Claim,
  record: HuntRecord,
  path: string | null,
  state: string,
  options: Options,
  output: Output,
): Promise<ExitCode> {
  const outcome = huntOutcome(claim, record);
  if (typeof outcome === 'string')
    throw new Misuse(
      `${path ?? 'the record'} cannot be resumed: ${outcome}; move it away, or hunt with another --seed`,
    );
  const { verdict, explanation } = outcome;
  const { shard, seed, next } = record;
  let filed: string | null = null;
  try {
    if (record.found !== null)
      filed = await fileWitness({ ...record.found.witness, id: record.id });
  } catch (error) {
    if (!(error instanceof WritingError)) throw error;
    output.notWritten(error.message);
  }
  output.document({
    ...verdictJson(verdict, explanation),
    hunt: {
      record: path,
      seed,
      shard: shard === null ? null : `${shard.index + 1}/${shard.count}`,
      next,
      witness: filed,
    },
  });
  const goingOn =
    verdict.verdict === 'refuted' || path === null
      ? []
      : [`hunt      ${path}`, `          ${state}`];
  output.lines(
    options.quiet
      ? headLine(verdict, output.paint)
      : [
          ...verdictLines(verdict, output.paint, explanation),
          '',
          ...(filed === null ? [] : [`filed as  ${filed}`]),
          ...goingOn,
        ],
  );
  return exitCodeOf(verdict.verdict);
}
