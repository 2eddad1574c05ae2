/**
 * What the matchers for vitest do: each puts a claim to one judge and says what came of it in the
 * words of the command.
 */
import { DerivationError, examine, IllTyped, prove, refute, verdictText } from '../index.ts';
import type { ClaimLike, ExamineOptions, ProveOptions, RefuteOptions } from '../index.ts';
import { asClaim } from '../library/claim.ts';

/** What vitest wants of a matcher. */
export interface Outcome {
  readonly pass: boolean;
  message(): string;
}

const outcome = (pass: boolean, text: string): Outcome => ({ pass, message: () => text });

const written = (input: unknown): ClaimLike => {
  if (typeof input === 'string') return input;
  if (typeof input === 'object' && input !== null && 'conclusion' in input && 'source' in input)
    return input as ClaimLike;
  throw new TypeError("a claim is wanted: expect('A, B: n×n |- A B = B A'), or expect(claim('…'))");
};

const textOf = (input: ClaimLike): string => (typeof input === 'string' ? input : input.source);

/** What the whole examination says of it, for who reads a failed test. */
const said = async (input: ClaimLike, options: ExamineOptions = {}): Promise<string> =>
  verdictText(await examine(input, { time: 1, ...options }));

export async function toBeProved(received: unknown, options: ProveOptions = {}): Promise<Outcome> {
  const input = written(received);
  try {
    const proof = await prove(input, options);
    if (proof !== null)
      return outcome(
        true,
        `expected no proof, but the kernel accepted one:\n\n${proof.claim}\n\n${proof.derivation.join('\n')}`,
      );
  } catch (error) {
    if (error instanceof IllTyped) return outcome(false, `expected a proof\n\n${error.message}`);
    if (error instanceof DerivationError)
      return outcome(
        false,
        `expected a proof, but the derivation does not follow\n\n${error.message}`,
      );
    throw error;
  }
  return outcome(false, `expected a proof, but none was found\n\n${await said(input)}`);
}

export async function toBeRefuted(
  received: unknown,
  options: RefuteOptions = {},
): Promise<Outcome> {
  const input = written(received);
  try {
    const { counterexample, trials } = await refute(input, options);
    if (counterexample === null)
      return outcome(
        false,
        `expected a counterexample, but none was found in ${trials.run} trials ` +
          `(${trials.met} met the hypotheses)\n\n${textOf(input)}`,
      );
    const { dims, values, fails, left, right } = counterexample;
    return outcome(
      true,
      `expected no counterexample, but ${fails} fails: ${JSON.stringify({ dims, values, left, right })}`,
    );
  } catch (error) {
    if (error instanceof IllTyped)
      return outcome(false, `expected a counterexample\n\n${error.message}`);
    throw error;
  }
}

export async function toSurvive(received: unknown, options: RefuteOptions = {}): Promise<Outcome> {
  const input = written(received);
  try {
    const { counterexample, trials, reason } = await refute(input, options);
    if (counterexample !== null)
      return outcome(
        false,
        `expected it to survive\n\n${await said(input, options.seed === undefined ? {} : { seed: options.seed })}`,
      );
    if (reason !== null)
      return outcome(false, `expected it to survive, but the search gave up: ${reason}`);
    return outcome(
      true,
      `expected it not to survive, but it did: ${trials.met} of ${trials.run} trials met the hypotheses`,
    );
  } catch (error) {
    if (error instanceof IllTyped)
      return outcome(false, `expected it to survive\n\n${error.message}`);
    throw error;
  }
}

/** Of this one nothing is run, so that there is nothing to wait for. */
export function toBeIllTyped(received: unknown, because?: string | RegExp): Outcome {
  const input = written(received);
  try {
    asClaim(typeof input === 'string' ? input : input.source);
  } catch (error) {
    if (!(error instanceof IllTyped)) throw error;
    const fits =
      because === undefined ||
      (typeof because === 'string' ? error.reason.includes(because) : because.test(error.reason));
    return outcome(
      fits,
      fits
        ? `expected it to have a meaning\n\n${error.message}`
        : `expected it to be ill-typed because of ${String(because)}\n\n${error.message}`,
    );
  }
  return outcome(false, `expected it to be ill-typed, but it has a meaning\n\n${textOf(input)}`);
}
