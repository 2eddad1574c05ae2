/** The result of `needs` as JSON. */
import type { NeedsReport } from '../necessity/index.ts';
import { assignmentJson } from '../records/value-json.ts';
import type { Json } from '../records/value-json.ts';
import { asJson } from '../records/witness.ts';
import type { Counterexample } from '../verdict/verdict.ts';

/** A table of hypotheses as one document. */
export const needsJson = (
  { claim, rows, strongest, seconds }: NeedsReport,
  message: string | null,
): Json => ({
  claim,
  hypotheses: rows.map(({ hypothesis, kind, verdict, counterexample, stronger, steps }) => ({
    hypothesis,
    kind,
    verdict,
    stronger,
    counterexample: counterexampleJson(counterexample),
    steps: steps.map((step) => ({
      instead: step.instead,
      claim: step.claim,
      verdict: step.verdict,
      trials: { run: step.trials.run, met: step.trials.met },
      counterexample: counterexampleJson(step.counterexample),
      reason: step.reason,
    })),
  })),
  strongest,
  seconds: Math.round(seconds * 1000) / 1000,
  message,
});

const counterexampleJson = (found: Counterexample | null): Json =>
  found === null
    ? null
    : {
        ...assignmentJson(found.at),
        left: asJson(found.left),
        right: asJson(found.right),
        fails: found.fails,
        exact: true,
      };
