/**
 * `check --watch`: checks again what a change touches; a claim whose text, proof and lemmas are
 * unchanged keeps its verdict.
 */
import { stat } from 'node:fs/promises';
import { findFiles } from '../catalogue/find-files.ts';
import type { ClaimEntry, Problem } from '../catalogue/claim-entry.ts';
import { closures } from '../catalogue/order.ts';
import { version } from '../records/version.ts';
import {
  catalogueLines,
  mismatchLines,
  problemLines,
  summaryLines,
  type Checked,
} from '../report/catalogue-text.ts';
import { plural } from '../report/numbers-text.ts';
import { reportHtml } from '../report/html/page.ts';
import { codeOfRun } from './catalogue-run.ts';
import { examineEntries } from './examine-entries.ts';
import type { Examiner } from './examiner.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { liveReport } from './live-report.ts';
import { Misuse } from './misuse.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';
import { readClaims } from './read-claims.ts';
import { closeClaims } from './reading-bounds.ts';
import { cores, type Start } from './start.ts';

/** Milliseconds between two looks at the files. */
const pause = 250;

/** Everything that a verdict depends on, within one run of one version of the program. */
export const keyOf = (entry: ClaimEntry, restsOn: readonly ClaimEntry[]): string =>
  JSON.stringify([
    entry.claim,
    entry.proof,
    entry.expect,
    entry.nondegenerate ?? [],
    restsOn.map(({ id, claim, proof }) => [id, claim, proof]),
  ]);

/**
 * Checks, waits for a change, and checks again, until Ctrl-C; answers the exit code of the last
 * round.
 */
export async function watch(
  paths: readonly string[],
  options: Options,
  output: Output,
  start: Start,
): Promise<ExitCode> {
  refuseWith(options);
  const examiner = await start.pool(options.jobs ?? cores());
  const report = await liveReport();
  const known = new Map<string, Checked>();
  let code: ExitCode = exitCode.good;
  let seen = '';
  try {
    for (let round = 1; !examiner.stopped; round++) {
      const before = await signature(paths);
      const now = await checkOnce(paths, known, options, output, examiner);
      if (now === null) break;
      // lemmas of other files change verdicts here, too
      seen = `${before}\n${await signature(now.sources)}`;
      report.show(now.page);
      output.lines([
        ...(round === 1 ? [] : ['', changeLine(now)]),
        ...now.lines(round === 1),
        ...(round === 1 ? [`the report is at ${report.address}; Ctrl-C ends`] : []),
      ]);
      code = now.code;
      while (
        !examiner.stopped &&
        `${await signature(paths)}\n${await signature(now.sources)}` === seen
      )
        await new Promise((resolve) => setTimeout(resolve, pause));
    }
  } finally {
    report.close();
  }
  return code;
}

function refuseWith({ json, write, reporter, proofs }: Options): void {
  const other = [
    ...(json ? ['--json'] : []),
    ...(write ? ['--write'] : []),
    ...(reporter.length > 0 ? ['--reporter'] : []),
    ...(proofs === null ? [] : ['--proofs']),
  ];
  if (other.length > 0)
    throw new Misuse(`--watch and ${other.join(', ')} do not go together: leave one of them out`);
}

/** Equal while no file came, went or changed. */
async function signature(paths: readonly string[]): Promise<string> {
  const { files } = await findFiles(paths);
  const states = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ mtimeMs, size }) => `${file} ${mtimeMs} ${size}`,
        () => `${file} gone`,
      ),
    ),
  );
  return states.join('\n');
}

interface Round {
  readonly fresh: readonly Checked[];
  readonly kept: number;
  /** Other files whose lemmas were used. */
  readonly sources: readonly string[];
  readonly page: string;
  readonly code: ExitCode;
  lines(whole: boolean): string[];
}

/** One round; null where it was interrupted. */
async function checkOnce(
  paths: readonly string[],
  known: Map<string, Checked>,
  options: Options,
  output: Output,
  examiner: Examiner,
): Promise<Round | null> {
  const began = performance.now();
  // the process of .ts files keeps what it loaded: another one reads what they say now
  closeClaims();
  const catalogue = await readClaims(paths, output);
  const { all, entries, problems } = catalogue;
  const restsOn = closures(all);
  const keys = new Map(entries.map((entry) => [entry, keyOf(entry, restsOn(entry))]));
  const open = entries.filter((entry) => !known.has(keys.get(entry) as string));
  const fresh = await examineEntries(
    open,
    catalogue,
    options,
    output,
    examiner,
    async (one) => void known.set(keys.get(one.entry) as string, one),
    true,
  );
  if (fresh.length < open.length) return null;
  const current = new Set(keys.values());
  for (const key of known.keys()) if (!current.has(key)) known.delete(key);
  const checked = entries.map((entry) => ({
    ...(known.get(keys.get(entry) as string) as Checked),
    entry,
  }));
  const seconds = (performance.now() - began) / 1000;
  return {
    fresh,
    kept: entries.length - open.length,
    sources: [...new Set(all.map(({ place }) => place.file))].filter(
      (file) => !catalogue.files.includes(file),
    ),
    page: pageOf(checked, problems, options),
    code: codeOfRun({ checked, experiments: [], problems }),
    lines: (whole) => [
      ...(options.quiet
        ? []
        : catalogueLines(whole ? checked : fresh, output.paint, options.explain)),
      ...mismatchLines(checked, output.paint),
      ...(problems.length === 0 ? [] : ['', ...problemLines(problems, output.paint)]),
      '',
      ...summaryLines(checked, [], problems.length, seconds, output.paint),
    ],
  };
}

const changeLine = ({ fresh, kept }: Round): string =>
  `${new Date().toTimeString().slice(0, 8)}  a file changed: ` +
  `${plural(fresh.length, 'claim')} examined, ${kept} unchanged`;

const pageOf = (
  checked: readonly Checked[],
  problems: readonly Problem[],
  { seed, time }: Options,
): string =>
  reportHtml({
    claims: checked.map(({ entry, verdict, explanation = null }) => ({
      entry,
      verdict,
      explanation,
      needs: null,
    })),
    experiments: [],
    problems,
    version: version(),
    seed,
    time: time ?? 1,
  });
