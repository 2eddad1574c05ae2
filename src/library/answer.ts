/** The other side of `… = ?`, asked for by a program. */
import type { CodePackage } from '../answers/code.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** How far `answer` goes. */
export interface AnswerOptions {
  /** Seconds for each candidate, 0.6 at most. */
  readonly time?: number;
  /** 1 unless given. */
  readonly seed?: number;
}

/** An answer, and the verdict on the claim that states it. */
export interface Answered {
  /** The expression that was asked for, normalised. */
  readonly asked: string;
  /** The other side in the claim language; null where none was found. */
  readonly answer: string | null;
  readonly latex: string | null;
  /** As code for NumPy, JAX and PyTorch; null if it cannot be written so. */
  readonly code: Readonly<Record<CodePackage, string>> | null;
  /** `proved` for an answer; its `assumed` says what the answer needs to be defined. */
  readonly verdict: Verdict;
}

/**
 * Answers a question, as `X: n×d; y: n; w: d |- grad[w](|X w - y|^2) = ?`, by the shortest form
 * that the kernel proves.
 * An ill-typed question, or one without an answer, is reported by the verdict; nothing of this is
 * thrown.
 */
export async function answer(
  question: string,
  { time = 2, seed = 1 }: AnswerOptions = {},
): Promise<Answered> {
  const { answer: find } = await import('../answers/answer.ts');
  const { codeOf } = await import('../answers/code.ts');
  const { expression, ...found } = await find(question, { time, seed });
  return { ...found, code: expression === null ? null : codeOf(expression) };
}
