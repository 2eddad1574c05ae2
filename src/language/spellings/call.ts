/** A call under another tool's name, with its arguments, as the rules for such calls see it. */
import type { Context } from './context.ts';
import type { Piece } from './piece.ts';

export interface Call {
  readonly word: Piece;
  readonly args: readonly (readonly Piece[])[];
  /** `dim=-1` as text. */
  readonly named: ReadonlyMap<string, string>;
  readonly context: Context;
  /** Typed with the name of a Python package, or as a method. */
  readonly python: boolean;
}

/** What a call reads as; null where the rule does not apply. */
export type Rule = (call: Call) => readonly Piece[] | null;
