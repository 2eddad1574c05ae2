/**
 * What went otherwise than declared, in the form in which continuous integration reports it: a
 * rule, a place, a text.
 */
import type { Problem } from '../catalogue/claim-entry.ts';
import type { FilePlace } from '../catalogue/file-place.ts';
import { foundAsDeclared } from '../experiments/outcome.ts';
import { asDeclared, placeInFile } from '../report/catalogue-text.ts';
import type { Checked } from '../report/catalogue-text.ts';
import { plain } from '../report/colour.ts';
import type { CheckedExperiment } from '../report/experiment-text.ts';
import { findingLines } from '../report/experiment-text.ts';
import { verdictLines } from '../report/verdict-text.ts';

/** Every kind of finding, with the sentence that explains it. */
export const rules = {
  'not-as-declared': 'The verdict on a claim is not the verdict that it declares.',
  'ill-typed': 'A claim has no meaning: a shape, an index or a name does not fit.',
  'undeclared-refuted': 'A claim that declares no verdict is refuted.',
  experiment: 'A finding of an experiment does not hold.',
  unreadable: 'A file, or a part of it, cannot be read as claims.',
} as const;
export type RuleName = keyof typeof rules;

export interface Finding {
  readonly rule: RuleName;
  /** A warning does not fail the run. */
  readonly level: 'error' | 'warning';
  readonly place: FilePlace;
  readonly title: string;
  /** Several lines, without colours. */
  readonly message: string;
  /**
   * Hash of the statement, so that a finding is recognised when its line moves; null where there is
   * none.
   */
  readonly hash: string | null;
}

/** Everything that a run of `check` came to. */
export interface CheckRun {
  readonly checked: readonly Checked[];
  readonly experiments: readonly CheckedExperiment[];
  readonly problems: readonly Problem[];
  readonly seconds: number;
  /** Why the run is incomplete; null where it is complete. */
  readonly message: string | null;
  readonly version: string;
}

/** The findings of a run, in the order of its claims. */
export const findingsOf = (run: CheckRun): Finding[] => [
  ...run.checked.flatMap(claimFinding),
  ...run.experiments.flatMap(experimentFinding),
  ...run.problems.map(
    ({ message, place }): Finding => ({
      rule: 'unreadable',
      level: 'error',
      place,
      title: 'cannot be read',
      message,
      hash: null,
    }),
  ),
];

/** The finding of one claim, or nothing. */
export function claimFinding(one: Checked): Finding[] {
  const { entry, verdict } = one;
  const good = asDeclared(one);
  const undeclared = good && entry.expect === null && verdict.verdict === 'refuted';
  if (good && !undeclared) return [];
  const illTyped = verdict.verdict === 'ill-typed';
  return [
    {
      rule: undeclared ? 'undeclared-refuted' : illTyped ? 'ill-typed' : 'not-as-declared',
      level: undeclared ? 'warning' : 'error',
      place: placeInFile(entry, verdict),
      title: `${entry.id}: ${entry.expect === null ? '' : `declared ${entry.expect}, `}${verdict.verdict}`,
      message: verdictLines(verdict, plain).join('\n'),
      hash: verdict.hash,
    },
  ];
}

/** The finding of one experiment, or nothing. */
export function experimentFinding({ entry, measured }: CheckedExperiment): Finding[] {
  if (foundAsDeclared(measured)) return [];
  return [
    {
      rule: 'experiment',
      level: 'error',
      place: entry.place,
      title: `${entry.id}: not as declared`,
      message: [measured.message ?? '', ...findingLines(measured, plain)].join('\n').trim(),
      hash: null,
    },
  ];
}
