/** The command `needs`: lists which hypotheses a claim needs. */
import { witnessFiles } from '../records/file-witness.ts';
import { needsJson } from '../report/needs-json.ts';
import { needsLines } from '../report/needs-text.ts';
import { verdictJson } from '../report/verdict-json.ts';
import { verdictLines } from '../report/verdict-text.ts';
import type { Command } from './command.ts';
import { exitCode, exitCodeOf } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { findClaim } from './find-claim.ts';
import type { Options } from './options.ts';
import { programStart } from './shared-clock.ts';
import type { Output } from './output.ts';
import type { Start } from './start.ts';

export const command: Command = {
  name: 'needs',
  usage: ['elenchus needs <id | "claim">'],
  summary: 'drops and weakens each hypothesis: needed or not',
  about: `
Drops each hypothesis of a claim in turn, and weakens it as far as its kind goes
(invertible to onto or one-to-one, pd to psd to symmetric).
  needed      a counterexample to the claim without it
  not needed  a stronger claim, proved, to paste
  implied     the claim is not defined without it`,
  options: [],
  examples: ['elenchus needs "A: n×n invertible |- det(A) != 0"'],
  run: needs,
};

/**
 * `elenchus needs <id | "claim">`: which hypotheses a claim needs, and the stronger theorems where
 * it does not.
 */
async function needs(
  operands: readonly string[],
  options: Options,
  output: Output,
  start: Start,
): Promise<ExitCode> {
  const { text } = await findClaim(operands, 'needs', output);
  const examiner = await start.single();
  const answer = await examiner.needs(
    {
      text,
      seed: options.seed,
      filed: await witnessFiles(),
      within: null,
      wall: options.time,
      since: programStart,
    },
    ({ phase }) => output.progress.show(phase),
  );
  if ('verdict' in answer) {
    output.document(verdictJson(answer));
    output.lines(verdictLines(answer, output.paint));
    return examiner.stopped ? exitCode.interrupted : exitCodeOf(answer.verdict);
  }
  const message = examiner.stopped
    ? 'interrupted: hypotheses that are missing were not tried'
    : answer.untried.length === 0
      ? null
      : `the time was over before these were decided: ${answer.untried.join(', ')}; give it more ` +
        'with --time';
  output.document(needsJson(answer, message));
  const lines = needsLines(answer, output.paint);
  output.lines([
    ...(options.quiet ? lines.slice(0, 1) : lines),
    ...(message === null ? [] : ['', message]),
  ]);
  return examiner.stopped ? exitCode.interrupted : exitCode.good;
}
