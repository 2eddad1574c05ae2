/** The command `measure`: runs one experiment in its short or long form. */
import { existsSync } from 'node:fs';
import { defaultDirectories } from '../catalogue/find-files.ts';
import { readClaims } from './read-claims.ts';
import type { ExperimentEntry } from '../catalogue/experiment-entry.ts';
import { foundAsDeclared } from '../experiments/outcome.ts';
import type { Form } from '../experiments/form.ts';
import { experimentJson } from '../report/experiment-json.ts';
import { experimentLines, experimentHead } from '../report/experiment-text.ts';
import type { Command } from './command.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { openExperiment } from './experiment-store.ts';
import { mergeExperimentRecords } from './experiment-merge.ts';
import { Misuse } from './misuse.ts';
import { nearest } from './nearest.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';
import { runExperiment } from './run-experiment.ts';
import { measuringPool } from './start.ts';
import type { Start } from './start.ts';

/** Milliseconds between two writings of where it stands. */
const writePause = 1000;

export const command: Command = {
  name: 'measure',
  usage: ['elenchus measure <id>', 'elenchus measure --merge <record.json>…'],
  summary: 'runs an experiment of the catalogue',
  about: `
Runs an experiment and shows each quantity with its 95 % interval, the number of
samples and its nulls. Exit code 0: as declared; 1: not. A measurement is never
called proved. The short form takes seconds; check runs it too. The long form
uses all cores and saves its progress every second in .elenchus/experiments/;
after Ctrl-C or a crash the same command resumes. The table depends on the seed
and the form, not on the number of threads. With --shard i/n only the i-th
of n parts of the long form is measured, and the table is that of all parts
that the record holds. --merge puts records of other machines into one.`,
  options: ['long', 'shard', 'merge', 'jobs'],
  examples: [
    'elenchus measure trained/scale --long',
    'elenchus measure trained/scale --long --shard 1/5',
  ],
  run: measure,
};

/** `elenchus measure <id>`: runs one experiment; the long form is kept on disk and resumed. */
async function measure(
  operands: readonly string[],
  options: Options,
  output: Output,
  start: Start,
): Promise<ExitCode> {
  if (options.merge) return mergeExperimentRecords(operands, output);
  const entry = await findExperiment(operands, output);
  const form: Form = options.long ? 'long' : 'short';
  const { seed, shard } = options;
  if (shard !== null && form === 'short')
    throw new Misuse('--shard takes a part of the long form: add --long');
  const store = form === 'long' ? await openExperiment(entry, form, seed, output) : null;
  const pool = await measuringPool(options, start);
  let record = store?.record ?? null;
  let written = performance.now();
  let writing = Promise.resolve();
  const measured = await runExperiment(entry, {
    form,
    seed,
    pool,
    done: record?.done ?? {},
    shard,
    onUnit(done, of) {
      output.progress.show(`${entry.id}: ${Object.keys(done).length} of ${of} units`);
      if (store === null || record === null) return;
      record = { ...record, done };
      if (performance.now() - written < writePause) return;
      written = performance.now();
      const now = record;
      writing = writing.then(() => store.write(now));
    },
  });
  await writing;
  if (store !== null && record !== null && record !== store.record) await store.write(record);
  output.document({
    ...experimentJson(entry, measured),
    ...(store === null ? {} : { record: store.path }),
  });
  const { paint } = output;
  output.lines(
    options.quiet
      ? experimentHead(measured, paint)
      : [
          ...experimentLines(entry, measured, paint),
          ...(store === null ? [] : ['', `record    ${store.path}`]),
        ],
  );
  if (pool.stopped && measured.verdict === 'gave-up') return exitCode.interrupted;
  if (measured.verdict === 'gave-up') return exitCode.gaveUp;
  return foundAsDeclared(measured) ? exitCode.good : exitCode.refuted;
}

async function findExperiment(
  operands: readonly string[],
  output: Output,
): Promise<ExperimentEntry> {
  const paths = defaultDirectories.filter((directory) => existsSync(directory));
  const { experiments, entries } =
    paths.length === 0 ? { experiments: [], entries: [] } : await readClaims(paths, output);
  const ids = experiments.map((one) => one.id);
  const list =
    ids.length === 0
      ? 'there are no experiments under proofs/ and properties/ here'
      : `the experiments are ${ids.join(', ')}`;
  const [id, ...more] = operands;
  if (id === undefined || more.length > 0)
    throw new Misuse(`measure takes one id: elenchus measure <family>/<name>; ${list}`);
  const found = experiments.find((one) => one.id === id);
  if (found !== undefined) return found;
  if (entries.some((one) => one.id === id))
    throw new Misuse(`'${id}' is a claim, not an experiment; elenchus check examines it; ${list}`);
  const near = nearest(id, ids);
  throw new Misuse(
    `there is no experiment '${id}'; ${near === null ? list : `did you mean ${near}?`}`,
  );
}
