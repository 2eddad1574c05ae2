/** The command `replay`: rechecks filed counterexamples from their records. */
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { RecordError } from '../records/parse-value.ts';
import { readWitness } from '../records/read-witness.ts';
import { replayWitness } from '../records/replay.ts';
import type { Replayed } from '../records/replay.ts';
import type { Witness } from '../records/witness.ts';
import type { Json } from '../records/value-json.ts';
import { misuseJson, verdictJson } from '../report/verdict-json.ts';
import { headLine, verdictLines } from '../report/verdict-text.ts';
import { bounded, unitsPerMillisecond } from '../numbers/counted-work.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { boundedRun } from './bounded-run.ts';
import type { Command } from './command.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { Misuse } from './misuse.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';
import { secondsLeft } from './shared-clock.ts';

/** One record and what became of it, or why it cannot be used. */
type Outcome = { readonly file: string } & (Replayed | { readonly error: string });

export const command: Command = {
  name: 'replay',
  usage: ['elenchus replay <file.json>…'],
  summary: 'rechecks filed counterexamples exactly',
  about: `
Rechecks filed counterexamples exactly, from their records alone. A directory
means every .json file in it. Exit code 1: all of them refute their claims;
3: one of them does not; 2: one of them cannot be read.`,
  options: [],
  examples: ['elenchus replay properties/witnesses/'],
  run: replay,
};

/** `elenchus replay <file.json>…`: filed counterexamples checked again from the records alone. */
async function replay(
  operands: readonly string[],
  options: Options,
  output: Output,
): Promise<ExitCode> {
  if (operands.length === 0)
    throw new Misuse('replay what? type: elenchus replay properties/witnesses/<name>.json');
  const files = await recordsUnder(operands);
  if (files.length === 0) throw new Misuse(`no .json files under ${operands.join(', ')}`);
  const outcomes: Outcome[] = [];
  for (const file of files) {
    const outcome = await replayFile(file, options.time, outcomes.length === 0);
    outcomes.push(outcome);
    output.lines([
      ...(outcomes.length === 1 ? [] : ['']),
      ...outcomeLines(outcome, options.quiet, output),
    ]);
    if ('notes' in outcome) for (const note of outcome.notes) output.warn(`${file}: ${note}`);
    else if (!output.json) output.warn(`${file}: ${outcome.error}`);
  }
  const documents = outcomes.map(outcomeJson);
  output.document(documents.length === 1 ? documents[0]! : { replayed: documents });
  if (outcomes.some((outcome) => 'error' in outcome)) return exitCode.misuse;
  return outcomes.every((outcome) => 'verdict' in outcome && outcome.verdict.verdict === 'refuted')
    ? exitCode.refuted
    : exitCode.gaveUp;
}

/** Units of work for one record: a minute's worth. */
const work = 60_000 * unitsPerMillisecond;
/** Seconds for one record however little of a user's time is left. */
const least = 0.1;

/** The time of the first record begins with the program. */
async function replayFile(file: string, time: number | null, isFirst: boolean): Promise<Outcome> {
  const { checker } = await import('./checker.ts');
  try {
    const witness = await readWitness(file);
    const replayed = (): Replayed | null =>
      bounded({ work }, () => replayWitness(witness, basename(file), checker), null);
    const left = time === null || !isFirst ? time : secondsLeft(time);
    const found = left === null ? replayed() : boundedRun(replayed, Math.max(least, left) * 1000);
    return { file, ...(found ?? { verdict: unsettled(witness, time), notes: [] }) };
  } catch (error) {
    if (error instanceof RecordError) return { file, error: error.message };
    throw error;
  }
}

const unsettled = ({ claim }: Witness, time: number | null): Verdict => ({
  verdict: 'gave-up',
  claim,
  hash: null,
  assumed: [],
  axioms: [],
  proof: null,
  trials: { run: 0, met: 0 },
  seconds: time ?? 0,
  counterexample: null,
  message:
    time === null
      ? "stopped after a minute's worth of work: the record is too large to be checked"
      : `stopped after ${time} s: the record is too large to be checked in the time; give it more with --time`,
});

function outcomeLines(outcome: Outcome, quiet: boolean, { paint }: Output): string[] {
  if ('error' in outcome) return [`${paint.magenta(paint.bold('unreadable'))}  ${outcome.file}`];
  return quiet
    ? [`${headLine(outcome.verdict, paint)[0]}`, `          ${outcome.file}`]
    : [...verdictLines(outcome.verdict, paint), '', `${paint.dim('record')}    ${outcome.file}`];
}

function outcomeJson(outcome: Outcome): { readonly [key: string]: Json } {
  if ('error' in outcome)
    return { file: outcome.file, ...misuseJson(`${outcome.file}: ${outcome.error}`) };
  return { file: outcome.file, ...verdictJson(outcome.verdict), notes: outcome.notes };
}

/** The named files, and of a directory every .json file in it, by name. */
async function recordsUnder(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const isDirectory = await stat(path).then(
      (status) => status.isDirectory(),
      () => false,
    );
    if (isDirectory) {
      const names = await readdir(path);
      files.push(
        ...names
          .filter((name) => name.endsWith('.json'))
          .toSorted()
          .map((name) => join(path, name)),
      );
    } else files.push(path);
  }
  return files;
}
