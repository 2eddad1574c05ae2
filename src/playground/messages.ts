/**
 * What the page and the engine's worker say to each other: plain data, no element and no function.
 */
import type { VerdictName } from '../verdict/verdict.ts';

/** A range of the claim's text, half-open. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What the page asks for; `id` comes back with every reply. */
export type Ask =
  | {
      readonly kind: 'check';
      readonly id: number;
      readonly text: string;
      readonly time: number;
      /** Goes on with the search of the same text, where the last one stopped. */
      readonly longer?: boolean;
    }
  /** A note or a paper: all its claims. */
  | { readonly kind: 'note'; readonly id: number; readonly name: string; readonly text: string }
  | { readonly kind: 'needs' | 'why' | 'hint'; readonly id: number; readonly text: string }
  | { readonly kind: 'stop'; readonly id: number };

/** Texts to take elsewhere. */
export interface Copies {
  readonly latex: string | null;
  readonly markdown: string;
  readonly command: string;
  /** A test for pytest; null where the claim has no code. */
  readonly python: string | null;
}

export type Reply =
  | { readonly kind: 'ready'; readonly words: readonly string[] }
  | { readonly kind: 'progress'; readonly id: number; readonly text: string }
  | {
      readonly kind: 'checked';
      readonly id: number;
      readonly verdict: VerdictName;
      readonly claim: string;
      /** One sentence, which a screen reader speaks. */
      readonly summary: string;
      /**
       * HTML in which every text is escaped; the page lets through a few harmless elements of it
       * alone.
       */
      readonly markup: string;
      readonly copies: Copies;
    }
  /** The card of a claim that was checked, with what was found out since. */
  | { readonly kind: 'explained'; readonly id: number; readonly markup: string }
  | {
      readonly kind: 'more';
      readonly id: number;
      readonly summary: string;
      readonly markup: string;
    }
  | {
      readonly kind: 'hint';
      readonly id: number;
      readonly message: string | null;
      readonly place: Range | null;
    }
  | {
      readonly kind: 'note';
      readonly id: number;
      readonly summary: string;
      readonly markup: string;
      /** The note with its verdicts; null where it has no place for them. */
      readonly saved: string | null;
    }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
