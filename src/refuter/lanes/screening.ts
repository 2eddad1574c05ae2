/** Screens blocks of trials in floating point for suspicious points. */
import type { Claim, Declaration } from '../../language/ast.ts';
import type { Assignment } from '../../evaluate/assignment.ts';
import { drawClaimSizes } from '../../networks/assignments.ts';
import { pick, trialDice, type Dice } from '../../networks/dice.ts';
import { sizeOf, type Sizes } from '../../networks/sizes.ts';
import type { Q } from '../../numbers/rational.ts';
import { outcomeOf } from '../outcome.ts';
import { randomPoint } from '../phases/random.ts';
import type { Prepared } from '../prepared.ts';
import { styles, Words } from './draws.ts';
import { Unlaned } from './graph.ts';
import type { Chosen } from './lowered.ts';
import { network, type UnitFunction } from './stand-ins.ts';
import { LaneTrials, passesCode, suspiciousCode, undefinedCode } from './trials.ts';

/** Sizes and stand-ins that a claim is compiled for; blocks of trials take turns. */
const variants = 24;
/** Trials of a block, and how many of its suspicious ones are looked at exactly. */
const blockTrials = 256;
const mostPoints = 4;
/**
 * The trials of a first run that must meet the hypotheses; if fewer do, the exact search constructs
 * points instead.
 */
const meeting = 1 / 2;
const tried = 24;
/** Seed of what depends on the claim alone: every run and every shard of a search screens alike. */
const own = 0x1a4e5;

/** What one block of trials came to. */
export interface Block {
  /** Trials evaluated, those left to the exact search not counted. */
  readonly run: number;
  /** Those of them at which all hypotheses held and the conclusion clearly too. */
  readonly met: number;
  readonly undefined: number;
  /** Suspicious points, exactly. */
  readonly points: readonly Assignment<Q>[];
}

const units: readonly UnitFunction[] = ['tanh', 'relu', 'square', 'softplus', 'sigmoid'];

const standIn = (random: Dice, d: Declaration, sizes: Sizes): Chosen | null => {
  if (d.type.kind === 'tensor') return null;
  if (d.family !== null) throw new Unlaned('a family of functions');
  if (d.type.kind === 'activation') return { kind: 'unit', fn: pick(random, units) };
  if (d.type.inputs.length !== 1) throw new Unlaned('a function of several arguments');
  const length = (shape: readonly string[]): number =>
    shape[0] === undefined ? 1 : sizeOf(shape[0], sizes);
  const widths = [length(d.type.inputs[0] ?? []), random.nextInt(1, 4), length(d.type.output)];
  return {
    kind: 'function',
    map: network(widths, [pick(random, units)], random.nextInt(0, 1) === 1),
  };
};

/**
 * Has the exact search an answer at most of a few points? A claim that it cannot decide is not to
 * survive by floating point.
 */
const decidable = (goals: readonly Prepared[]): boolean =>
  goals.every((prepared) => {
    let open = 0;
    for (let i = 0; i < tried; i++) {
      const at = randomPoint(prepared, trialDice(own, i));
      if (at === null || typeof at === 'string') continue;
      const { kind } = outcomeOf(prepared.goal, at);
      if (kind === 'uncertified') return false;
      if (kind === 'undecided') open++;
    }
    return open * 2 < tried;
  });

/**
 * Screens blocks of trials of a claim in floating point: clear cases are counted, the others
 * comes back as exact points for the exact search, which alone refutes.
 */
export class Screening {
  private readonly claim: Claim;
  private readonly goals: readonly Prepared[];
  private readonly made = new Map<number, LaneTrials | null>();
  private usable: boolean | null = null;

  constructor(claim: Claim, goals: readonly Prepared[]) {
    this.claim = claim;
    this.goals = goals;
  }

  /**
   * The block at a position of a search's stream: a function of the claim, the seed and the
   * position. Null where the claim is not for this.
   */
  block(seed: number, position: number, most: number): Block | null {
    this.usable ??= decidable(this.goals);
    if (!this.usable) return null;
    const words = new Words(seed, position);
    const trials = this.variant(words.below(variants));
    if (trials === null) return null;
    const counts = { run: 0, met: 0, undefined: 0, points: [] as Assignment<Q>[] };
    for (
      let done = 0, round = 0;
      done < Math.min(most, blockTrials);
      done += trials.lanes, round++
    ) {
      trials.draw(words, styles[(position + round) % styles.length] ?? 'small');
      trials.run();
      const codes = trials.judge();
      const lanes = Math.min(trials.lanes, most - done);
      for (let lane = 0; lane < lanes; lane++) {
        const code = codes[lane];
        if (code === suspiciousCode) {
          const point = counts.points.length < mostPoints ? trials.point(lane) : null;
          if (point !== null) counts.points.push(point);
          continue;
        }
        counts.run++;
        if (code === passesCode) counts.met++;
        if (code === undefinedCode) counts.undefined++;
      }
    }
    return counts;
  }

  private variant(i: number): LaneTrials | null {
    const known = this.made.get(i);
    if (known !== undefined) return known;
    const made = this.compile(i);
    this.made.set(i, made);
    return made;
  }
  private compile(i: number): LaneTrials | null {
    const random = trialDice(own, i);
    try {
      const sizes = drawClaimSizes(random, this.claim);
      if (sizes === null) return null;
      const chosen = new Map<string, Chosen>();
      for (const d of this.claim.declarations) {
        const found = standIn(random, d, sizes);
        if (found !== null) chosen.set(d.name, found);
      }
      const trials = new LaneTrials(this.claim, sizes, chosen);
      trials.draw(new Words(own, i), 'small');
      trials.run();
      return trials.judge().filter((code) => code === passesCode || code === suspiciousCode)
        .length >=
        meeting * trials.lanes
        ? trials
        : null;
    } catch (error) {
      if (error instanceof Unlaned) return null;
      throw error;
    }
  }
}
