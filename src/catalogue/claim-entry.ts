/** Types of a catalogue entry that is a claim: its text, place and declared verdict. */
import type { Expectation } from './entry.ts';
import type { FilePlace } from './file-place.ts';

/** One claim of the catalogue, from a TypeScript file or a Markdown note. */
export interface ClaimEntry {
  /** `family/name`; for a note the file's name without its ending is the family. */
  readonly id: string;
  readonly family: string;
  readonly claim: string;
  readonly proof: string | null;
  /** The declared verdict; null where a note declares none. */
  readonly expect: Expectation | null;
  readonly source: string | null;
  readonly note: string | null;
  /** Ids of lemmas that are checked before this one. */
  readonly uses: readonly string[];
  /**
   * Numbers of the source's statements that this settles: `A7`, or `A7 in part`; none in a note.
   */
  readonly settles?: readonly string[];
  /** What must hold at a counterexample; nothing in a note. */
  readonly nondegenerate?: readonly string[];
  readonly place: FilePlace;
  /**
   * Where the claim's own text begins in the file, so that an error in the claim has a place there;
   * null if unknown.
   */
  readonly claimStart: { readonly line: number; readonly column: number } | null;
  /** Where the text of the derivation begins in the file; null if unknown, or without one. */
  readonly proofStart?: { readonly line: number; readonly column: number } | null;
}

/** Where a derivation begins, for messages about its lines. */
export const proofPlaceOf = ({ place, proofStart }: ClaimEntry): FilePlace | null =>
  proofStart ? { file: place.file, ...proofStart } : null;

/** A file, or part of one, that could not be read as claims. */
export interface Problem {
  readonly message: string;
  readonly place: FilePlace;
}
