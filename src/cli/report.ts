/** The command `report`: writes the catalogue as one HTML file. */
import { showPlace } from '../catalogue/file-place.ts';
import type { ClaimEntry } from '../catalogue/claim-entry.ts';
import { closures } from '../catalogue/order.ts';
import type { Catalogue } from '../catalogue/read-catalogue.ts';
import { someClaims } from './read-claims.ts';
import type { NeedsReport } from '../necessity/index.ts';
import { witnessFiles } from '../records/file-witness.ts';
import { replaceAtomically, WritingError } from '../records/write-atomically.ts';
import { catalogueJson } from '../report/catalogue-json.ts';
import { problemLines, summaryLines } from '../report/catalogue-text.ts';
import type { Reported } from '../report/html/reported.ts';
import { packed } from '../report/html/pack.ts';
import { reportHtml } from '../report/html/page.ts';
import { countText } from '../report/numbers-text.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { claimPaths, codeOfRun } from './catalogue-run.ts';
import type { Examiner } from './examiner.ts';
import type { Command } from './command.ts';
import { taskOf } from './examine-entries.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { inOrderOf } from './in-order.ts';
import { measureAll } from './measure-all.ts';
import { NotWritten } from './misuse.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';
import { cores, measuringPool, startFor } from './start.ts';
import type { Start } from './start.ts';
import { version } from '../records/version.ts';

const defaultTime = 1;
const defaultFile = 'report.html';
/** Seconds for the table of hypotheses of one claim. */
const tableTime = 12;

export const command: Command = {
  name: 'report',
  usage: ['elenchus report [path…]'],
  summary: 'the catalogue as one HTML file',
  about: `
Checks the claims as check does and writes one self-contained HTML file:
statements, derivations, counterexamples, coverage and the graph of lemmas; with
--hypotheses also which hypotheses each proved claim needs, which takes several
times as long. Exit code 0: all as declared; 1: not, and the file is written all
the same; 2: a file cannot be read or written.`,
  options: ['out', 'playground', 'hypotheses', 'jobs', 'strict', 'force'],
  examples: ['elenchus report --out claims.html notes.md'],
  run: report,
};

/** `elenchus report [path…]`: the catalogue as one HTML file, written atomically. */
async function report(
  operands: readonly string[],
  options: Options,
  output: Output,
  start: Start,
): Promise<ExitCode> {
  const began = performance.now();
  const file = options.out ?? defaultFile;
  const paths = claimPaths(operands, 'report');
  const catalogue = await someClaims(paths, output);
  const { entries, experiments, problems } = catalogue;
  const claims =
    entries.length === 0
      ? []
      : await reportAll(catalogue, options, output, await startFor(entries.length, options, start));
  const measured =
    experiments.length === 0 || claims.length < entries.length
      ? []
      : await measureAll(experiments, options, output, await measuringPool(options, start));
  const seconds = (performance.now() - began) / 1000;
  const [done, all] = [claims.length + measured.length, entries.length + experiments.length];
  const interrupted = done < all;
  const message = interrupted
    ? `interrupted: no report was written; ${done} of ${all} claims were done`
    : null;
  const text = packed(
    reportHtml({
      claims,
      experiments: measured,
      problems,
      version: version(),
      playground: options.playground,
      seed: options.seed,
      time: options.time ?? defaultTime,
    }),
  );
  if (!interrupted) await write(file, text, options.force);
  const bytes = Buffer.byteLength(text);
  output.document({
    report: interrupted ? null : { file, bytes },
    ...(catalogueJson(claims, measured, problems, seconds, message) as object),
  });
  output.lines([
    ...(problems.length === 0 ? [] : [...problemLines(problems, output.paint), '']),
    ...(options.quiet
      ? []
      : summaryLines(claims, measured, problems.length, seconds, output.paint)),
    message ?? (options.quiet ? file : `${file}: ${countText(Math.ceil(bytes / 1000))} kB`),
  ]);
  return interrupted
    ? exitCode.interrupted
    : codeOfRun({ checked: claims, experiments: measured, problems });
}

const isReport = (beginning: string): boolean =>
  beginning.includes('<meta name="generator" content="elenchus');

async function write(file: string, text: string, force: boolean): Promise<void> {
  try {
    await replaceAtomically(file, text, { ours: isReport, force });
  } catch (error) {
    if (error instanceof WritingError) throw new NotWritten(error.message);
    throw error;
  }
}

/** In order, a bounded number at once; stops at an interruption. */
async function reportAll(
  catalogue: Catalogue,
  options: Options,
  output: Output,
  examiner: Examiner,
): Promise<Reported[]> {
  const { entries } = catalogue;
  const atOnce = Math.min(options.jobs ?? cores(), entries.length);
  const reported: Reported[] = [];
  const filed = await witnessFiles();
  const restsOn = closures(catalogue.all);
  const { seed } = options;
  let done = 0;
  const reportOne = async (entry: ClaimEntry): Promise<Reported | null> => {
    if (examiner.stopped) return null;
    const show = (text: string): void =>
      output.progress.show(`${done + 1} of ${entries.length}  ${entry.id}  ${text}`);
    show('');
    const task = { ...taskOf(entry, restsOn, catalogue.absent, options, filed), explain: true };
    const named = (error: unknown): never => {
      output.warn(`while reporting ${entry.id}, ${showPlace(entry.place)}:`);
      throw error;
    };
    const { verdict, explanation } = await examiner
      .examine(task, ({ phase, run }) => show(`${phase}: ${countText(run)} trials`))
      .catch(named);
    const needs = await tableOf(verdict).catch(named);
    if (examiner.stopped) return null;
    done += 1;
    return { entry, verdict, explanation, needs };
  };
  const tableOf = async (verdict: Verdict): Promise<NeedsReport | null> => {
    if (!options.hypotheses || verdict.verdict !== 'proved' || examiner.stopped) return null;
    const answer = await examiner.needs(
      { text: verdict.claim, seed, filed, within: tableTime, wall: options.time },
      ({ phase }) => output.progress.show(`${done + 1} of ${entries.length}  ${phase}`),
    );
    return 'verdict' in answer ? null : answer;
  };
  await inOrderOf(entries, atOnce, reportOne, async (one) => {
    if (one !== null) reported.push(one);
  });
  return reported;
}
