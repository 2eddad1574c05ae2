/**
 * How far a campaign has come. States of one plan can be joined in any order and any number of
 * times.
 */
import type { Sample } from '../experiments/sample.ts';
import { canonicalJson } from '../records/checksum.ts';
import { firstOf, type Found } from '../records/hunt-record.ts';
import { before, doneIn, has, joinBlocks, withBlock, type Blocks } from './blocks.ts';
import { sliceCount, type ExperimentPart, type HuntPart, type Part, type Plan } from './plan.ts';
import type { HuntResult, SliceResult, UnitsResult } from './slice-result.ts';

/** Slices that nobody could do, each with the reason. */
export type Lost = Readonly<Record<string, string>>;

export interface HuntState {
  readonly kind: 'hunt';
  readonly blocks: Blocks;
  /** The counterexample that comes first in the stream of those found. */
  readonly found: Found | null;
  readonly lost: Lost;
}

export interface ExperimentState {
  readonly kind: 'experiment';
  readonly samples: Readonly<Record<string, Sample>>;
  readonly lost: Lost;
}

export type PartState = HuntState | ExperimentState;

export interface CampaignState {
  readonly name: string;
  /** Hash of the plan. */
  readonly plan: string;
  readonly build: string;
  readonly parts: Readonly<Record<string, PartState>>;
}

/** Two results for the same samples that differ: one of two machines computed wrongly. */
export class UnequalResults extends Error {
  override readonly name = 'UnequalResults';
}

const fresh = (part: Part): PartState =>
  part.kind === 'hunt'
    ? { kind: 'hunt', blocks: {}, found: null, lost: {} }
    : { kind: 'experiment', samples: {}, lost: {} };

export const newState = ({ name, hash, build, parts }: Plan): CampaignState => ({
  name,
  plan: hash,
  build,
  parts: Object.fromEntries(parts.map((part) => [part.key, fresh(part)])),
});

export const huntStateOf = ({ parts }: CampaignState, { key }: HuntPart): HuntState =>
  parts[key] as HuntState;
export const experimentStateOf = (
  { parts }: CampaignState,
  { key }: ExperimentPart,
): ExperimentState => parts[key] as ExperimentState;

/** The slice of a hunt with its first counterexample; null where none was found. */
export const foundIn = ({ slice }: HuntPart, { found }: HuntState): number | null =>
  found === null ? null : Math.floor((found.position ?? 0) / slice);

const unitsOf = ({ units, slices }: ExperimentPart, index: number): string[] =>
  units.filter((_, i) => i % slices === index);

export const isDone = (part: Part, state: PartState, index: number): boolean =>
  part.kind === 'hunt'
    ? has((state as HuntState).blocks, index)
    : unitsOf(part, index).every((unit) => (state as ExperimentState).samples[unit] !== undefined);

/** Nothing after the first counterexample of a hunt is wanted. */
export const isWanted = (part: Part, state: PartState, index: number): boolean => {
  if (index < 0 || index >= sliceCount(part) || isDone(part, state, index)) return false;
  if (part.kind === 'experiment') return true;
  const end = foundIn(part, state as HuntState);
  return end === null || index <= end;
};

/** With a result more; one that is known, or not wanted any more, changes nothing. */
export function withResult(state: CampaignState, part: Part, result: SliceResult): CampaignState {
  const own = state.parts[part.key] as PartState;
  const next =
    part.kind === 'hunt'
      ? withHunt(part, own as HuntState, result as HuntResult)
      : withUnits(own as ExperimentState, result as UnitsResult);
  return next === own
    ? state
    : { ...state, parts: { ...state.parts, [part.key]: settled(part, next) } };
}

function withHunt(
  part: HuntPart,
  state: HuntState,
  { index, counts, found }: HuntResult,
): HuntState {
  if (!isWanted(part, state, index)) return state;
  // what lies beyond a counterexample is dropped first: its slice is never folded with a later one
  const blocks = found === null ? state.blocks : before(state.blocks, index);
  return {
    ...state,
    blocks: withBlock(blocks, `0:${index}`, counts),
    found: firstOf(state.found, found),
  };
}

const withUnits = (state: ExperimentState, { samples }: UnitsResult): ExperimentState => {
  for (const [unit, sample] of Object.entries(samples)) {
    const there = state.samples[unit];
    if (there !== undefined && canonicalJson(there) !== canonicalJson(sample))
      throw new UnequalResults(`two samples of the unit '${unit}' differ`);
  }
  return { ...state, samples: { ...state.samples, ...samples } };
};

/**
 * Without what lies beyond a counterexample, and without lost slices that are done or not wanted.
 */
function settled(part: Part, state: PartState): PartState {
  const end = part.kind === 'hunt' ? foundIn(part, state as HuntState) : null;
  const kept =
    state.kind === 'hunt' && end !== null
      ? { ...state, blocks: before(state.blocks, end + 1) }
      : state;
  const lost = Object.entries(kept.lost).filter(([index]) => isWanted(part, kept, Number(index)));
  return { ...kept, lost: Object.fromEntries(lost) };
}

/** With a slice that nobody could do. */
export const withLoss = (
  state: CampaignState,
  part: Part,
  index: number,
  reason: string,
): CampaignState => {
  const own = state.parts[part.key] as PartState;
  const lost = { ...own.lost, [index]: own.lost[index] ?? reason };
  return { ...state, parts: { ...state.parts, [part.key]: settled(part, { ...own, lost }) } };
};

/** With the lost slices open again. */
export const withoutLosses = (state: CampaignState): CampaignState => ({
  ...state,
  parts: Object.fromEntries(
    Object.entries(state.parts).map(([key, part]) => [key, { ...part, lost: {} }]),
  ),
});

/** All that either state has. Throws `UnequalResults` where they contradict each other. */
export const joinStates = (plan: Plan, a: CampaignState, b: CampaignState): CampaignState => ({
  ...a,
  parts: Object.fromEntries(
    plan.parts.map((part) => [
      part.key,
      joinParts(part, a.parts[part.key] as PartState, b.parts[part.key] as PartState),
    ]),
  ),
});

function joinParts(part: Part, a: PartState, b: PartState): PartState {
  const lost = { ...b.lost, ...a.lost };
  if (a.kind === 'hunt' && b.kind === 'hunt') {
    const found = firstOf(a.found, b.found);
    const end = part.kind === 'hunt' ? foundIn(part, { ...a, found }) : null;
    const [own, other] =
      end === null ? [a.blocks, b.blocks] : [before(a.blocks, end + 1), before(b.blocks, end + 1)];
    return settled(part, { kind: 'hunt', blocks: joinBlocks(own, other), found, lost });
  }
  const samples = (b as ExperimentState).samples;
  return settled(part, {
    ...withUnits(a as ExperimentState, { kind: 'experiment', part: part.key, index: 0, samples }),
    lost,
  });
}

/** Nothing is left to do, but for lost slices. */
export const isOver = (part: Part, state: PartState): boolean => openIn(part, state) === 0;

/** Slices that are wanted and not lost. */
export function openIn(part: Part, state: PartState): number {
  const lost = Object.keys(state.lost).length;
  if (part.kind === 'hunt') {
    const hunt = state as HuntState;
    const end = foundIn(part, hunt);
    return (end === null ? sliceCount(part) : end + 1) - doneIn(hunt.blocks) - lost;
  }
  return Array.from({ length: part.slices }, (_, i) => i).filter(
    (i) => state.lost[i] === undefined && !isDone(part, state, i),
  ).length;
}
