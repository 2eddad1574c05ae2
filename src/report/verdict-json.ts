/** A verdict as JSON. */
import { complexValues } from './complex-values.ts';
import { asJson } from '../records/witness.ts';
import { assignmentJson } from '../records/value-json.ts';
import type { Json } from '../records/value-json.ts';
import type { Explanation } from '../refuter/index.ts';
import { explanationJson } from './explanation-text.ts';
import type { Place, Verdict } from '../verdict/verdict.ts';

/**
 * A verdict as the command prints it with --json: the keys are part of the contract, more may
 * follow.
 */
export function verdictJson(
  verdict: Verdict,
  explanation: Explanation | null = null,
): { readonly [key: string]: Json } {
  const { counterexample, proof, trials, place } = verdict;
  return {
    verdict: verdict.verdict,
    claim: verdict.claim,
    hash: verdict.hash,
    assumed: verdict.assumed,
    axioms: verdict.axioms,
    proof:
      proof === null
        ? null
        : {
            steps: proof.steps,
            by: 'kernel',
            derivation: proof.derivation,
            lemmas: proof.lemmas ?? [],
          },
    trials: { run: trials.run, met: trials.met, undecided: trials.undecided ?? 0 },
    seconds: Math.round(verdict.seconds * 10_000) / 10_000,
    counterexample:
      counterexample === null
        ? null
        : {
            ...assignmentJson(counterexample.at),
            ...complexJson(verdict.claim, counterexample.at),
            left: asJson(counterexample.left),
            right: asJson(counterexample.right),
            fails: counterexample.fails,
            exact: true,
          },
    ...(explanation === null ? {} : { explanation: explanationJson(explanation) }),
    ...(verdict.coverage === undefined ? {} : { coverage: verdict.coverage }),
    ...(verdict.nearest === undefined ? {} : { nearest: verdict.nearest }),
    ...(verdict.notes === undefined ? {} : { notes: verdict.notes }),
    message: verdict.message,
    ...(verdict.verdict === 'ill-typed'
      ? { place: placeJson(place ?? null), suggestion: verdict.suggestion ?? null }
      : {}),
  };
}

/** The complex values in words, as `1 + 2i`; the parts in `values` are what is checked. */
const complexJson = (
  claim: string,
  { values }: NonNullable<Verdict['counterexample']>['at'],
): { readonly [key: string]: Json } => {
  const found = complexValues(claim, values);
  return found.length === 0 ? {} : { complex: Object.fromEntries(found) };
};

const placeJson = (place: Place | null): Json =>
  place === null
    ? null
    : { line: place.line, column: place.column, start: place.start, end: place.end };

/** A wrong use of the program, in the same form as a claim that is ill-typed. */
export const misuseJson = (message: string): { readonly [key: string]: Json } => ({
  verdict: 'ill-typed',
  claim: null,
  hash: null,
  assumed: [],
  axioms: [],
  proof: null,
  trials: { run: 0, met: 0, undecided: 0 },
  seconds: 0,
  counterexample: null,
  message,
  place: null,
  suggestion: null,
});
