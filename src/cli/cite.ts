/** The command `cite`: checks the claims that a paper cites and writes its files. */
import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { showPlace } from '../catalogue/file-place.ts';
import { defaultDirectories } from '../catalogue/find-files.ts';
import { readClaims } from './read-claims.ts';
import type { Catalogue } from '../catalogue/read-catalogue.ts';
import { replaceAtomically, WritingError } from '../records/write-atomically.ts';
import { hasClaims } from '../catalogue/read-tex.ts';
import { readText } from '../catalogue/read-text.ts';
import { plural } from '../report/numbers-text.ts';
import { accepts, kinds } from '../writeup/citation.ts';
import type { Citation } from '../writeup/citation.ts';
import { failureJson, failureLines } from '../writeup/failure-text.ts';
import type { Failure } from '../writeup/failures.ts';
import { formOf, readDocument } from '../writeup/read-document.ts';
import type { Form } from '../writeup/read-document.ts';
import { recordFormat } from '../writeup/record.ts';
import type { CitationRecord } from '../writeup/record.ts';
import { filesOf, textsOf, whyNotWritten } from '../writeup/write-up-files.ts';
import type { WriteUpFiles } from '../writeup/write-up-files.ts';
import { citedLines } from './cited-lines.ts';
import type { Command } from './command.ts';
import { byPlace, compare, wrongNow, type Verdicts } from './compare-citations.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { Misuse, NotWritten } from './misuse.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';
import { settleCitations } from './settle-citations.ts';
import type { SettledCitation } from './settled-citation.ts';
import type { Start } from './start.ts';
import { version } from '../records/version.ts';

export const command: Command = {
  name: 'cite',
  usage: ['elenchus cite <paper.tex | paper.md | paper.typ> [path…]'],
  summary: 'checks the claims that a paper cites',
  about: `
Checks every claim that a paper cites, from the named files or directories, or
from proofs/ and properties/.

  LaTeX                     Markdown                       the claim must be
  \\lemma{family/name}       [@family/name]                 proved
  \\counterexample{…}        [counterexample @family/name]  refuted
  \\survived{…}              [survived @…]                  proved or survived
  \\measured{…}              [measured @…]                  an experiment
  \\finding{f/name.finding}   [finding @f/name.finding]      in a long record
  \\failed{…}                [failed @…]                    not found there
  \\claim{…}                 [claim @…]                     anything

LaTeX: writes elenchus.sty next to the paper; load it by \\usepackage{elenchus}.
\\lemma prints the name, \\lemma* the claim, \\elenchusstatements all of them;
\\elenchuslemma is the same where a paper has its own \\lemma. Markdown: writes
NAME.claims.md. Typst: #import "elenchus.typ": *, then #lemma("family/name") or
#lemma-statement(…). Each writes the record NAME.claims.json.`,
  options: ['check', 'jobs'],
  examples: ['elenchus cite paper.tex', 'elenchus cite --check paper.tex'],
  run: cite,
};

/**
 * `elenchus cite [--check] <paper.tex | paper.md> [path…]`: what a write-up cites is checked, and
 * written or compared.
 */
async function cite(
  operands: readonly string[],
  options: Options,
  output: Output,
  start: Start,
): Promise<ExitCode> {
  const [document, ...named] = operands;
  if (document === undefined)
    throw new Misuse('cite what? type: elenchus cite paper.tex, or elenchus cite paper.md');
  const form = formOf(document);
  if (form === null)
    throw new Misuse(`${document} is not a write-up: its name must end in .tex, .md or .typ`);
  const { citations, problems, unreadable, missing } = await readDocument(document, form);
  if (unreadable !== null)
    throw new Misuse(`${showPlace(unreadable.place)}: ${unreadable.message}`);
  const files = filesOf(document, form);
  const again = `elenchus cite ${[document, ...named].join(' ')}`;
  if (!options.check) {
    const obstacle = await whyNotWritten(files);
    if (obstacle !== null) throw new Misuse(obstacle);
  }
  const catalogue = await catalogueFor(document, form, named, citations.length > 0, output);
  for (const problem of [...problems, ...catalogue.problems])
    output.warn(`${showPlace(problem.place)}: ${problem.message.split('\n')[0]}`);
  const settled = await settleCitations(
    [...new Set(citations.map(({ id }) => id))],
    catalogue,
    options,
    output,
    start,
  );
  if (settled === null) {
    output.document({ document, interrupted: true });
    output.warn('interrupted; nothing was written');
    return exitCode.interrupted;
  }
  const verdicts = new Map(settled.map((one) => [one.id, one]));
  const compared = options.check
    ? await compare(files, citations, verdicts, again)
    : { failures: [], notes: [] };
  const failures = [
    ...wrongNow(citations, verdicts, catalogue, compared.failures),
    ...compared.failures,
  ].toSorted(byPlace(citations));
  const written = options.check
    ? []
    : await write(await recordOf(files, citations, verdicts), files, form);
  const { notes } = compared;
  for (const note of notes) output.warn(note);
  if (missing !== null && citations.length > 0)
    output.warn(`${document} does not load what cite writes: ${missing}`);
  if (citations.length === 0) output.warn(`${document} cites no claims: write ${examples[form]}`);
  show({ document, citations, settled, failures, written, notes }, options, output);
  return failures.length === 0 ? exitCode.good : exitCode.refuted;
}

interface CiteResult {
  readonly document: string;
  readonly citations: readonly Citation[];
  readonly settled: readonly SettledCitation[];
  readonly failures: readonly Failure[];
  /** The files that were written. */
  readonly written: readonly string[];
  readonly notes: readonly string[];
}

function show(result: CiteResult, { check, quiet }: Options, output: Output): void {
  const { document, citations, settled, failures, written, notes } = result;
  output.document({
    document,
    good: failures.length === 0,
    checked: check,
    written,
    citations: citations.map(({ kind, id, place }) => ({
      kind,
      id,
      file: place.file,
      line: place.line,
      column: place.column,
    })),
    claims: settled.map(({ id, standing: { verdict, claim, hash, assumed, axioms } }) => ({
      id,
      verdict,
      claim,
      hash,
      assumed,
      axioms,
    })),
    failures: failures.map(failureJson),
    notes,
  });
  const { paint } = output;
  const good = check ? 'all hold as they are cited' : 'all as cited';
  const outcome =
    failures.length === 0 ? paint.green(good) : paint.red(plural(failures.length, 'failure'));
  output.lines([
    ...(quiet ? [] : citedLines(settled, citations, failures, paint)),
    ...(failures.length === 0 ? [] : [...failureLines(failures, paint), '']),
    `${plural(settled.length, 'claim')} cited; ${outcome}`,
    ...written.map((file) => `written    ${file}`),
  ]);
}

const examples: Readonly<Record<Form, string>> = {
  latex: String.raw`\lemma{family/name}`,
  markdown: '[@family/name]',
  typst: '#lemma("family/name")',
};

/** The named files, or proofs/ and properties/; a note's own claims can be cited in it. */
async function catalogueFor(
  document: string,
  form: Form,
  named: readonly string[],
  needed: boolean,
  output: Output,
): Promise<Catalogue> {
  const paths: string[] =
    named.length > 0 ? [...named] : defaultDirectories.filter((directory) => existsSync(directory));
  const inside = paths.some((path) =>
    `${resolve(document)}${sep}`.startsWith(`${resolve(path)}${sep}`),
  );
  const own = form === 'markdown' || (form === 'latex' && (await holdsClaims(document)));
  if (own && !inside) paths.push(document);
  if (paths.length === 0 && needed)
    throw new Misuse(
      'there is neither proofs/ nor properties/ here; name the files or directories of the ' +
        'claims: elenchus cite paper.tex claims.md',
    );
  return readClaims(paths, output);
}

/** Whether a LaTeX document has claims of its own, which it can cite. */
async function holdsClaims(document: string): Promise<boolean> {
  const read = await readText(document);
  return 'text' in read && hasClaims(document, read.text);
}

/** The claims that are cited as what they are, in the order of the write-up. */
async function recordOf(
  { document }: WriteUpFiles,
  citations: readonly Citation[],
  verdicts: Verdicts,
): Promise<CitationRecord> {
  const claims: CitationRecord['claims'][number][] = [];
  for (const { id, standing, record } of verdicts.values()) {
    const as = kinds.filter(
      (kind) =>
        accepts[kind].includes(standing.verdict) &&
        citations.some((citation) => citation.kind === kind && citation.id === id),
    );
    if (as.length > 0) claims.push(await record(as));
  }
  return { format: recordFormat, document, version: version(), claims };
}

/** The record last: where it stands, what is printed from it stands too. */
async function write(record: CitationRecord, files: WriteUpFiles, form: Form): Promise<string[]> {
  const texts = textsOf(record, form);
  try {
    await replaceAtomically(files.printed, texts.printed);
    await replaceAtomically(files.record, texts.record);
  } catch (error) {
    if (error instanceof WritingError) throw new NotWritten(error.message);
    throw error;
  }
  return [files.printed, files.record];
}
