/** What `check`, `check --watch` and `report` share: where the claims are, and the exit code. */
import { existsSync } from 'node:fs';
import { defaultDirectories } from '../catalogue/find-files.ts';
import type { CheckRun } from '../ci/finding.ts';
import { foundAsDeclared } from '../experiments/outcome.ts';
import { asDeclared } from '../report/catalogue-text.ts';
import { exitCode, type ExitCode } from './exit-code.ts';
import { Misuse } from './misuse.ts';

/** The named files and directories, or proofs/ and properties/. Throws `Misuse`. */
export function claimPaths(operands: readonly string[], command: string): readonly string[] {
  const paths =
    operands.length > 0
      ? operands
      : defaultDirectories.filter((directory) => existsSync(directory));
  if (paths.length === 0)
    throw new Misuse(
      'there is neither proofs/ nor properties/ here; name the files or directories: ' +
        `elenchus ${command} notes.md`,
    );
  return paths;
}

/** Good where everything is as declared and every file could be read. */
export const codeOfRun = ({
  checked,
  experiments,
  problems,
}: Pick<CheckRun, 'checked' | 'experiments' | 'problems'>): ExitCode => {
  if (problems.length > 0) return exitCode.misuse;
  return checked.every(asDeclared) && experiments.every((one) => foundAsDeclared(one.measured))
    ? exitCode.good
    : exitCode.refuted;
};
