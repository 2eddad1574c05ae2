/**
 * What a campaign has come to, part by part: verdicts, counts and tables. It depends on the plan
 * and the results alone.
 */
import type { Expectation } from '../catalogue/entry.ts';
import { certify } from '../refuter/index.ts';
import { reasonOf } from '../refuter/reason.ts';
import { parseClaim } from '../language/index.ts';
import { RecordError } from '../records/parse-value.ts';
import type { Found } from '../records/hunt-record.ts';
import { assignmentOf } from '../records/read-witness.ts';
import type { Counts } from '../refuter/index.ts';
import { doneIn, firstOpen, total } from './blocks.ts';
import { sliceCount, type ExperimentPart, type HuntPart } from './plan.ts';
import { foundIn, isDone, type ExperimentState, type HuntState } from './state.ts';

export interface HuntOutcome {
  readonly part: HuntPart;
  /** `hunting` where slices are open. */
  readonly verdict: 'refuted' | 'survived' | 'gave-up' | 'hunting';
  readonly counts: Counts;
  readonly slices: { readonly done: number; readonly of: number; readonly lost: number };
  /** Points of the stream before which every one was tried. */
  readonly complete: number;
  readonly found: Found | null;
  /** Nothing before the counterexample is left to try. */
  readonly isFirst: boolean;
  readonly reason: string | null;
  readonly isDeclared: boolean;
}

export function huntOutcomeOf(part: HuntPart, state: HuntState): HuntOutcome {
  const counts = total(state.blocks);
  const end = foundIn(part, state);
  const of = end === null ? sliceCount(part) : end + 1;
  const done = doneIn(state.blocks);
  const lost = Object.entries(state.lost);
  const isOver = done + lost.length >= of;
  const verdict =
    state.found !== null
      ? 'refuted'
      : !isOver
        ? 'hunting'
        : lost.length > 0 || reasonOf(counts) !== null
          ? 'gave-up'
          : 'survived';
  const [first] = lost;
  const reason =
    verdict !== 'gave-up'
      ? null
      : first === undefined
        ? reasonOf(counts)
        : `${lost.length} of ${of} slices could not be done; slice ${first[0]}: ${first[1]}`;
  return {
    part,
    verdict,
    counts,
    slices: { done, of, lost: lost.length },
    complete: Math.min(part.points, firstOpen(state.blocks) * part.slice),
    found: state.found,
    isFirst: end !== null && done >= of,
    reason,
    isDeclared: fits(part.declared, verdict),
  };
}

/**
 * A hunt neither proves nor disproves that a claim is ill-typed: it contradicts a declaration only
 * by a counterexample.
 */
const fits = (declared: Expectation | null, verdict: HuntOutcome['verdict']): boolean =>
  declared === null || declared === 'refuted' || verdict !== 'refuted';

/** Why the values of a counterexample do not refute its claim; null where they do. Exact. */
export function objectionTo({ claim, hash }: HuntPart, { witness }: Found): string | null {
  if (witness.claim !== claim || witness.hash !== hash) return 'it is about another claim';
  try {
    const parsed = parseClaim(claim);
    const certified = certify(parsed, assignmentOf(witness, parsed));
    return typeof certified === 'string' ? certified : null;
  } catch (error) {
    if (error instanceof RecordError) return error.message;
    throw error;
  }
}

export interface ExperimentProgress {
  readonly part: ExperimentPart;
  readonly units: { readonly done: number; readonly of: number };
  readonly slices: { readonly done: number; readonly of: number; readonly lost: number };
  readonly lost: string | null;
}

export function experimentProgress(
  part: ExperimentPart,
  state: ExperimentState,
): ExperimentProgress {
  const lost = Object.entries(state.lost);
  const [first] = lost;
  let done = 0;
  for (let i = 0; i < part.slices; i += 1) if (isDone(part, state, i)) done += 1;
  return {
    part,
    units: {
      done: part.units.filter((unit) => state.samples[unit] !== undefined).length,
      of: part.units.length,
    },
    slices: { done, of: part.slices, lost: lost.length },
    lost: first === undefined ? null : `slice ${first[0]}: ${first[1]}`,
  };
}
