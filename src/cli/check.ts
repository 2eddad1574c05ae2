/** The command `check`: compares every claim with the verdict it declares. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { RecordError } from '../records/parse-value.ts';
import type { CheckRun } from '../ci/finding.ts';
import { someClaims } from './read-claims.ts';
import { fileWitness, filedFor, unusableWitnesses } from '../records/file-witness.ts';
import { WritingError } from '../records/write-atomically.ts';
import { contentHash, makeWitness, witnessName, type Witness } from '../records/witness.ts';
import { catalogueJson } from '../report/catalogue-json.ts';
import {
  catalogueLines,
  mismatchLines,
  problemLines,
  summaryLines,
} from '../report/catalogue-text.ts';
import type { Paint } from '../report/colour.ts';
import { experimentMismatches, experimentTable } from '../report/experiment-text.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { measureAll } from './measure-all.ts';
import { claimPaths, codeOfRun } from './catalogue-run.ts';
import { examineEntries } from './examine-entries.ts';
import type { Command } from './command.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { Misuse } from './misuse.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';
import { writeReports } from './write-reports.ts';
import { measuringPool, startFor } from './start.ts';
import type { Start } from './start.ts';
import { version } from '../records/version.ts';

export const command: Command = {
  name: 'check',
  usage: ['elenchus check [path…]'],
  summary: 'checks every claim of files against its declared verdict',
  about: `
Checks every claim of the named files and directories; without a path those
below proofs/ and properties/. A .ts file is a program and is executed. Files
new counterexamples under properties/witnesses/ if properties/ exists.

In a note, a claim is a fenced block marked \`claim name expect=proved\`; a block
marked \`proof name\` gives a derivation of it.`,
  options: ['watch', 'explain', 'why', 'write', 'reporter', 'proofs', 'jobs', 'strict', 'force'],
  examples: [
    'elenchus check note.md --write',
    'elenchus check --watch notes',
    'elenchus check --reporter github,markdown:summary.md',
  ],
  run: check,
};

/** `elenchus check [path…]`: every claim checked against the verdict it declares. */
async function check(
  operands: readonly string[],
  options: Options,
  output: Output,
  start: Start,
): Promise<ExitCode> {
  const began = performance.now();
  const printed = options.reporter.find(({ file }) => file === null);
  if (options.json && printed !== undefined)
    throw new Misuse(
      `--json and --reporter ${printed.reporter} cannot share standard output: write ` +
        `--reporter ${printed.reporter}:FILE`,
    );
  const paths = claimPaths(operands, 'check');
  if (options.watch) return (await import('./watch.ts')).watch(paths, options, output, start);
  const catalogue = await someClaims(paths, output);
  const { entries, experiments } = catalogue;
  for (const { path, why } of await unusableWitnesses()) output.warn(`${path} is skipped: ${why}`);
  const checked =
    entries.length === 0
      ? []
      : await examineEntries(
          entries,
          catalogue,
          options,
          output,
          await startFor(entries.length, options, start),
          ({ entry, verdict }) => fileIfNew(entry.id, verdict, options.seed, output),
        );
  const measured =
    experiments.length === 0 || checked.length < entries.length
      ? []
      : await measureAll(experiments, options, output, await measuringPool(options, start));
  const [done, all] = [checked.length + measured.length, entries.length + experiments.length];
  const message = done < all ? `interrupted: ${done} of ${all} claims were checked` : null;
  const { written, problems: unwritten } =
    options.write && message === null
      ? await (await import('./write-notes.ts')).writeNotes(checked)
      : { written: [], problems: [] };
  const run: CheckRun = {
    checked,
    experiments: measured,
    problems: [...catalogue.problems, ...unwritten],
    seconds: (performance.now() - began) / 1000,
    message,
    version: version(),
  };
  const noted = options.write ? written : null;
  output.document(catalogueJson(checked, measured, run.problems, run.seconds, message, noted));
  if (options.reporter.length > 0) await writeReports(options, output, run);
  if (printed === undefined) output.lines(runLines(run, written, options, output.paint));
  return message === null ? codeOfRun(run) : exitCode.interrupted;
}

/** The run for the terminal. */
function runLines(
  { checked, experiments, problems, seconds, message }: CheckRun,
  written: readonly string[],
  { quiet, explain }: Options,
  paint: Paint,
): string[] {
  return [
    ...(quiet
      ? []
      : [...catalogueLines(checked, paint, explain), ...experimentTable(experiments, paint)]),
    ...mismatchLines(checked, paint),
    ...experimentMismatches(experiments, paint),
    ...(problems.length === 0 ? [] : ['', ...problemLines(problems, paint)]),
    '',
    ...summaryLines(checked, experiments, problems.length, seconds, paint),
    ...written.map((file) => `the verdicts stand in ${file}`),
    ...(message === null ? [] : [message]),
  ];
}

/**
 * A record is believed only when its values refute its claim again: those of what was certified
 * just now do.
 */
async function stillRefutes(path: string, now: Witness): Promise<boolean> {
  const { readWitness } = await import('../records/read-witness.ts');
  try {
    const witness = await readWitness(path);
    if (basename(path) === witnessName(now) && contentHash(witness) === contentHash(now))
      return true;
    const { checker } = await import('./checker.ts');
    const { replayWitness } = await import('../records/replay.ts');
    const { verdict, notes } = replayWitness(witness, basename(path), checker);
    return verdict.counterexample !== null && notes.length === 0;
  } catch (error) {
    if (error instanceof RecordError) return false;
    throw error;
  }
}

/**
 * A counterexample is filed where the catalogue has a properties/ directory and none of this
 * statement is filed.
 */
async function fileIfNew(
  id: string,
  verdict: Verdict,
  seed: number,
  output: Output,
): Promise<void> {
  const { counterexample, hash } = verdict;
  if (counterexample === null || hash === null || !existsSync('properties')) return;
  const filed = await filedFor(id);
  const stale = filed.filter((record) => record.hash !== hash);
  const current = filed.filter((record) => record.hash === hash);
  if (stale.length > 0)
    output.warn(
      `${id} was stated otherwise when ${stale.map((record) => record.path).join(', ')} was ` +
        'filed; the record is kept, and refutes that statement only',
    );
  const now = makeWitness(id, verdict.claim, hash, counterexample, { seed, version: version() });
  for (const { path } of current) if (await stillRefutes(path, now)) return;
  try {
    await fileWitness(now);
  } catch (error) {
    if (!(error instanceof WritingError)) throw error;
    output.notWritten(error.message);
  }
}
