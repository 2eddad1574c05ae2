/** A claim read from its text, with an error that can be read where it is thrown. */
import { ClaimError, formatError, parseClaim } from '../language/index.ts';
import type { Claim } from '../language/index.ts';
import { placeOf } from '../verdict/place.ts';
import type { Place } from '../verdict/verdict.ts';

/**
 * A claim that has no meaning: a shape, an index or a name does not fit. The message shows the
 * claim with a caret under the place; `suggestion` is the mended claim where one transposition or
 * index shift mends it, else a hint or null.
 */
export class IllTyped extends ClaimError {
  /** The message alone, in one line, without the claim. */
  readonly reason: string;
  /** Where in the text: line and column from 1, offsets `start` to `end`. */
  readonly place: Place;
  constructor(text: string, { message, span, suggestion }: ClaimError) {
    super(message, span, suggestion);
    this.name = 'IllTyped';
    this.reason = message;
    this.message = `ill-typed claim\n\n${formatError(text, new ClaimError(message, span, suggestion))}`;
    this.place = placeOf(text, span);
  }
}

/**
 * Reads and type-checks a claim: `claim('A: m×n; B: n×m |- tr(A B) = tr(B A)')`. Nothing is run
 * yet. What takes a claim also takes its text. Throws `IllTyped`.
 */
export function claim(text: string): Claim {
  try {
    return parseClaim(text);
  } catch (error) {
    throw error instanceof ClaimError ? new IllTyped(text, error) : error;
  }
}

/** A claim, or its text. */
export type ClaimLike = Claim | string;

/** The claim itself. Throws `IllTyped`. */
export const asClaim = (input: ClaimLike): Claim =>
  typeof input === 'string' ? claim(input) : input;
