/**
 * What the server for agents asks of the program: claims examined elsewhere, so that the server
 * stays able to answer.
 */
import type { Verdict } from '../verdict/verdict.ts';
import type { Why } from '../verdict/why.ts';
import type { Needs } from '../library/needs.ts';

/** An answer to a question. */
export interface AnswerFields {
  readonly asked: string;
  readonly text: string | null;
  readonly latex: string | null;
  readonly code: Readonly<Record<string, string>> | null;
}

export interface FactFields {
  readonly name: string;
  readonly statement: string | null;
  readonly source: string | null;
}

export interface McpWork {
  examine(
    claim: string,
    options: { readonly time: number; readonly strict: boolean },
  ): Promise<{ readonly verdict: Verdict; readonly answer: AnswerFields | null }>;
  /** Why a claim is neither proved nor refuted; null where it is one of both, or ill-typed. */
  why(
    claim: string,
    time: number,
  ): Promise<{ readonly verdict: Verdict; readonly why: Why | null }>;
  /** A verdict where the claim is ill-typed. */
  needs(claim: string): Promise<NeedsFields | Verdict>;
  facts(words: readonly string[]): Promise<readonly FactFields[]>;
  /** The text of a page of the documentation. */
  page(name: 'language' | 'definedness'): Promise<string>;
  readonly version: string;
}

/** Which hypotheses are needed. */
export interface NeedsFields {
  readonly claim: string;
  readonly strongest: string | null;
  readonly rows: readonly {
    readonly hypothesis: string;
    readonly verdict: Needs['hypotheses'][number]['verdict'];
    readonly stronger: string | null;
  }[];
}
