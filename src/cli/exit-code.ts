/** The exit codes of the command and the verdict each belongs to. */
import type { VerdictName } from '../verdict/verdict.ts';

/** Exit codes: those of the contract, 5 for a defect of elenchus itself, 130 when interrupted. */
export const exitCode = {
  good: 0,
  refuted: 1,
  misuse: 2,
  gaveUp: 3,
  disagreement: 4,
  defect: 5,
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

export const exitCodeOf = (verdict: VerdictName): ExitCode =>
  ({
    proved: exitCode.good,
    survived: exitCode.good,
    refuted: exitCode.refuted,
    'ill-typed': exitCode.misuse,
    'gave-up': exitCode.gaveUp,
  })[verdict];
