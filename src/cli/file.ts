/** The command `file`: writes a counterexample as a record and as Markdown. */
import { basename } from 'node:path';
import { parseClaim } from '../language/index.ts';
import { alsoRefutes } from '../records/also-refutes.ts';
import { fileWitness, filedFor, witnessFiles } from '../records/file-witness.ts';
import { readWitness } from '../records/read-witness.ts';
import { replayWitness } from '../records/replay.ts';
import { makeWitness } from '../records/witness.ts';
import { replaceAtomically, WritingError } from '../records/write-atomically.ts';
import { explain } from '../refuter/index.ts';
import { issueMarkdown, type Issue } from '../report/issue-markdown.ts';
import { countText } from '../report/numbers-text.ts';
import { verdictJson } from '../report/verdict-json.ts';
import { headLine, verdictLines } from '../report/verdict-text.ts';
import { everythingAssumed } from '../verdict/assumptions.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { verdictAlone } from './task.ts';
import { checker } from './checker.ts';
import type { Command } from './command.ts';
import { exitCode, exitCodeOf } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { catalogueEntries, findClaim } from './find-claim.ts';
import type { FoundClaim } from './find-claim.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';
import type { Start } from './start.ts';
import { version } from '../records/version.ts';

const defaultTime = 2;

export const command: Command = {
  name: 'file',
  usage: ['elenchus file <id | "claim">'],
  summary: 'files the counterexample of a claim as JSON and Markdown',
  about: `
Writes the counterexample under properties/witnesses/, as a record for replay
and as Markdown to paste into an issue, and lists the other claims of the
catalogue that it refutes. A counterexample on file is used again. Exit code 0:
filed.`,
  options: ['strict'],
  examples: ['elenchus file "A, B: n×n |- A B = B A"'],
  run: file,
};

/**
 * `elenchus file <id | "claim">`: a counterexample as a record, and as Markdown that can be pasted
 * as an issue.
 */
async function file(
  operands: readonly string[],
  options: Options,
  output: Output,
  start: Start,
): Promise<ExitCode> {
  const found = await findClaim(operands, 'file', output);
  const { verdict, record } =
    (await filedBefore(found, output)) ?? (await searched(found, options, output, start));
  const { counterexample, hash } = verdict;
  if (counterexample === null || hash === null) {
    output.document({ ...verdictJson(verdict), filed: null });
    output.lines([
      ...(options.quiet ? headLine(verdict, output.paint) : verdictLines(verdict, output.paint)),
      '',
      'there is no counterexample to file',
    ]);
    return (await start.single()).stopped ? exitCode.interrupted : exitCodeOf(verdict.verdict);
  }
  const claim = parseClaim(verdict.claim);
  const explanation = explain(claim, counterexample);
  const assumed = everythingAssumed(claim);
  try {
    const path =
      record ??
      (await fileWitness(
        makeWitness(found.id, verdict.claim, hash, counterexample, {
          seed: options.seed,
          version: version(),
        }),
      ));
    const others = (await catalogueEntries(output)).filter((entry) => entry.id !== found.id);
    const also = alsoRefutes(counterexample.at, others);
    const issue = {
      id: found.id,
      claim: verdict.claim,
      hash,
      assumed,
      counterexample,
      explanation,
      also,
      record: path,
      version: version(),
    };
    await writeIssue(issue, { ...verdict, assumed }, options, output);
  } catch (error) {
    if (!(error instanceof WritingError)) throw error;
    output.document({ ...verdictJson(verdict, explanation), filed: null, message: error.message });
    output.lines(verdictLines(verdict, output.paint, explanation));
    output.notWritten(error.message);
  }
  return exitCode.good;
}

/** Writes the counterexample as Markdown next to its record. Throws `WritingError`. */
async function writeIssue(
  issue: Issue,
  verdict: Verdict,
  { quiet }: Options,
  output: Output,
): Promise<void> {
  const { also, explanation, record } = issue;
  const text = issueMarkdown(issue);
  const markdown = record.replace(/\.json$/, '.md');
  await replaceAtomically(markdown, text);
  output.document({
    ...verdictJson(verdict, explanation),
    filed: { record, markdown, text },
    also: also.map(({ id, expect }) => ({ id, declared: expect })),
  });
  output.lines(
    quiet ? [record, markdown] : [text, '---', `filed as   ${record}`, `           ${markdown}`],
  );
  for (const { id } of also.filter(({ expect }) => expect === 'proved'))
    output.warn(`${id} is declared proved, and refuted by this witness`);
}

interface ToFile {
  readonly verdict: Verdict;
  /** Path where it is filed already. */
  readonly record: string | null;
}

/** The first filed witness of this text of the claim that still refutes it. */
async function filedBefore({ id, text }: FoundClaim, output: Output): Promise<ToFile | null> {
  if (id === null) return null;
  const hash = hashOf(text);
  for (const { path, hash: then } of await filedFor(id)) {
    if (then !== hash) {
      output.warn(
        `${id} was stated otherwise when ${path} was filed; the record is kept, and refutes that statement only`,
      );
      continue;
    }
    const { verdict, notes } = replayWitness(await readWitness(path), basename(path), checker);
    if (verdict.counterexample !== null && notes.length === 0) return { verdict, record: path };
    output.warn(
      `${path} is passed over: ${notes[0] ?? verdict.message ?? 'it does not refute the claim'}`,
    );
  }
  return null;
}

function hashOf(text: string): string | null {
  try {
    return checker.claimHash(parseClaim(text));
  } catch {
    // The examination says what is wrong with it.
    return null;
  }
}

async function searched(
  { text, proof, lemmas, absent }: FoundClaim,
  { time, seed, strict }: Options,
  output: Output,
  start: Start,
): Promise<ToFile> {
  const task = {
    text,
    proof,
    lemmas,
    absent,
    time: time ?? defaultTime,
    seed,
    strict,
    ...verdictAlone,
    filed: await witnessFiles(),
    wall: time,
  };
  const examiner = await start.single();
  const { verdict } = await examiner.examine(task, ({ phase, run }) =>
    output.progress.show(`${phase}: ${countText(run)} trials`),
  );
  return { verdict, record: null };
}
