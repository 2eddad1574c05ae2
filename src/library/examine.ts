/** The whole cross-examination of a claim, as `elenchus try` makes it, asked for by a program. */
import { notPassed } from './prove.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { ClaimLike } from './claim.ts';
import type { ExamineProgress } from '../verdict/examine.ts';

/** How far `examine` goes. */
export interface ExamineOptions {
  /** Seconds for the search, 2 unless given. */
  readonly time?: number;
  /** 1 unless given. */
  readonly seed?: number;
  /** A derivation to be checked; without one the prover looks for it by itself. */
  readonly proof?: string;
  /** Seconds for the prover, 1.5 unless given. */
  readonly patience?: number;
  /** A claim that is not defined everywhere is ill-typed. */
  readonly strict?: boolean;
  /** Stops the search, which then answers with what it has. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ExamineProgress) => void;
}

/**
 * A claim in, an earned verdict out: proved, refuted, survived, ill-typed or gave-up; nothing of
 * these is thrown.
 * Throws `Disagreement` where two judges contradict each other.
 */
export async function examine(
  input: ClaimLike,
  { time = 2, seed = 1, patience, ...rest }: ExamineOptions = {},
): Promise<Verdict> {
  const { examine: judge } = await import('../verdict/examine.ts');
  return judge(input, {
    time,
    seed,
    absent: notPassed(rest.proof),
    ...rest,
    ...(patience === undefined ? {} : { patience: patience * 1000 }),
  });
}
