/** The result of `check` as JSON. */
import type { Problem } from '../catalogue/claim-entry.ts';
import { foundAsDeclared } from '../experiments/outcome.ts';
import type { Json } from '../records/value-json.ts';
import { asDeclared } from './catalogue-text.ts';
import type { Checked } from './catalogue-text.ts';
import { experimentJson } from './experiment-json.ts';
import type { CheckedExperiment } from './experiment-text.ts';
import { verdictJson } from './verdict-json.ts';
import { whyJson } from './why-json.ts';

/**
 * Everything that `check` found, as one document. `message` says why nothing was checked, `written`
 * which notes got their verdicts; null otherwise.
 */
export const catalogueJson = (
  checked: readonly Checked[],
  experiments: readonly CheckedExperiment[],
  problems: readonly Problem[],
  seconds: number,
  message: string | null,
  written: readonly string[] | null = null,
): Json => ({
  asDeclared:
    message === null &&
    problems.length === 0 &&
    checked.every(asDeclared) &&
    experiments.every((one) => foundAsDeclared(one.measured)),
  claims: checked.map((one) => ({
    id: one.entry.id,
    declared: one.entry.expect,
    asDeclared: asDeclared(one),
    file: one.entry.place.file,
    line: one.entry.place.line,
    ...verdictJson(one.verdict),
    ...(one.why === undefined ? {} : { why: whyJson(one.why) }),
  })),
  experiments: experiments.map(({ entry, measured }) => experimentJson(entry, measured)),
  problems: problems.map(({ message: what, place }) => ({
    message: what,
    file: place.file,
    line: place.line,
    column: place.column,
  })),
  seconds: Math.round(seconds * 1000) / 1000,
  ...(written === null ? {} : { written }),
  message,
});
