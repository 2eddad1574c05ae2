/** What a write-up may call a claim, and which verdicts earn the name. */
import type { FilePlace } from '../catalogue/file-place.ts';
import type { VerdictName } from '../verdict/verdict.ts';

/** What became of a claim, or of an experiment, which is never more than measured. */
export type Outcome = VerdictName | 'measured' | 'found' | 'not found';

/**
 * `lemma` must be proved, `counterexample` refuted; `survived` found no counterexample, `measured`
 * is an experiment with its declared findings, run now in its short form; `finding` and `failed`
 * are one declared finding of a recorded long run, found or not; `claim` says nothing of the
 * verdict.
 */
export const kinds = [
  'lemma',
  'counterexample',
  'survived',
  'measured',
  'finding',
  'failed',
  'claim',
] as const;
export type Kind = (typeof kinds)[number];

/** A proved claim has survived too: a paper may cite it as less than it is. */
export const accepts: Readonly<Record<Kind, readonly Outcome[]>> = {
  lemma: ['proved'],
  counterexample: ['refuted'],
  survived: ['survived', 'proved'],
  measured: ['measured'],
  finding: ['found'],
  failed: ['not found'],
  claim: [
    'proved',
    'survived',
    'refuted',
    'gave-up',
    'ill-typed',
    'measured',
    'found',
    'not found',
  ],
};

/** `a lemma`, `survived`: the words after `cited as`. */
export const kindText: Readonly<Record<Kind, string>> = {
  lemma: 'a lemma',
  counterexample: 'a counterexample',
  survived: 'survived',
  measured: 'measured',
  finding: 'a finding',
  failed: 'a finding that failed',
  claim: 'a claim',
};

/** The word that a write-up prints before the name. */
export const printedAs: Readonly<Record<Kind, string>> = {
  lemma: 'Lemma',
  counterexample: 'Counterexample',
  survived: 'Claim',
  measured: 'Measurement',
  finding: 'Finding',
  failed: 'Declared and not found:',
  claim: 'Claim',
};

export const isKind = (word: string): word is Kind => kinds.some((kind) => kind === word);

/** A place in a write-up that names a claim. */
export interface Citation {
  readonly kind: Kind;
  readonly id: string;
  readonly place: FilePlace;
}
