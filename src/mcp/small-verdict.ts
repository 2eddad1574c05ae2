/**
 * A verdict as an agent needs it: the word, what it rests on, the counterexample, and what to do
 * next.
 */
import { assignmentJson } from '../records/value-json.ts';
import { asJson } from '../records/witness.ts';
import type { Json } from '../records/value-json.ts';
import type { Verdict, VerdictName } from '../verdict/verdict.ts';

const next: Readonly<Record<VerdictName, string>> = {
  proved: 'The claim holds for every dimension, under what `assumed` lists.',
  refuted: 'The claim is false: the counterexample is exact. Do not use the formula.',
  survived: 'Neither proved nor refuted: do not state the formula as true.',
  'gave-up': 'Undecided: state the hypotheses otherwise, or give more time.',
  'ill-typed': 'The claim has no meaning: mend it as `message` or `suggestion` says.',
};

export function smallVerdict(
  verdict: Verdict,
  derivation: boolean,
): { readonly [key: string]: Json } {
  const { counterexample, proof, message, suggestion } = verdict;
  return {
    verdict: verdict.verdict,
    meaning: next[verdict.verdict],
    claim: verdict.claim,
    assumed: [...verdict.assumed],
    axioms: [...verdict.axioms],
    ...(derivation && proof !== null ? { derivation: [...proof.derivation] } : {}),
    ...(counterexample === null
      ? {}
      : {
          counterexample: {
            ...assignmentJson(counterexample.at),
            fails: counterexample.fails,
            left: asJson(counterexample.left),
            right: asJson(counterexample.right),
          },
        }),
    ...(message === null ? {} : { message }),
    ...(suggestion === null || suggestion === undefined ? {} : { suggestion }),
    ...(verdict.notes === undefined ? {} : { readAs: [...verdict.notes] }),
  };
}
