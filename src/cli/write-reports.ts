/** `check --reporter`: one report goes to standard output, each other one to its file. */
import type { CheckRun } from '../ci/finding.ts';
import { replaceAtomically, WritingError } from '../records/write-atomically.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';

/** Writes every report that was asked for. */
export async function writeReports(
  { reporter: targets, force }: Pick<Options, 'reporter' | 'force'>,
  output: Output,
  run: CheckRun,
): Promise<void> {
  const { ownReport, reportText } = await import('../ci/reporters.ts');
  for (const { reporter, file } of targets) {
    const text = reportText(reporter, run);
    if (file === null) {
      output.lines([text.trimEnd()]);
      continue;
    }
    try {
      await replaceAtomically(file, text, { ours: ownReport[reporter], force });
    } catch (error) {
      if (!(error instanceof WritingError)) throw error;
      output.notWritten(error.message);
    }
  }
}
