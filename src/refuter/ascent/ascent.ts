/**
 * Climbs the violation of a claim in floating point from many starts, and rounds what it finds to
 * exact points.
 */
import type { Claim } from '../../language/ast.ts';
import type { Assignment } from '../../evaluate/assignment.ts';
import { sizesFit } from '../../networks/assignments.ts';
import { once, pick, trialDice, type Dice } from '../../networks/dice.ts';
import { sizeNames, withMembers, type Sizes } from '../../networks/sizes.ts';
import { spend, spent, uncounted } from '../../numbers/counted-work.ts';
import type { Q } from '../../numbers/rational.ts';
import { rationals } from '../../numbers/rationals.ts';
import type { Prepared } from '../prepared.ts';
import { descend } from './descend.ts';
import type { Nearest } from './nearest.ts';
import { mostNumbers, Objective, unmeasured } from './objective.ts';
import { planOf } from './plan.ts';
import { exactly, roundings, simplified } from './rounding.ts';
import { startOf } from './starts.ts';

/**
 * A point that floating point takes for a counterexample, exactly, and what moves it onto
 * equations.
 */
export interface Lead {
  readonly prepared: Prepared;
  readonly point: Assignment<Q>;
}

/** Units of work of drawing a start, apart from its numbers. */
const startWork = 2;
/** Units of work of the climbs at one position, at least. */
const climbWork = 1500;
/** Before this position points alone are tried: most false claims fail there. */
const firstClimb = 48;
/** The number of sizes that show the cost of a point, and the most positions between two climbs. */
const looked = 3;
const farthest = 512;
/** From this position on climbs come twice as often. */
const manyPoints = 512;
/** Sizes that a claim is climbed at; climbs take turns. */
const variants = 12;
/** Seed of what depends on the claim alone. */
const own = 0x0a5ce7;
/** A violation below this may be rounding. */
const least = 1e-10;
/** Nearer than this a climb ends where both sides are equal. */
const equal = 1e-6;
/** What is rounded is to fail by more. */
const clear = 1e-9;
/** How far equations may be from holding where a point is moved onto them afterwards. */
const nearlyMet = 1e-6;
/** So many roundings of one find are put to the exact judge. */
const mostLeads = 2;

const climbedRelations: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '<<=', '>>=', '!=']);

/**
 * Is there anything to climb: an order to break, or an equation to meet? An equation is broken
 * anywhere.
 */
const climbs = ({ goal }: Prepared): boolean => {
  const f = goal.conclusion.kind === 'not' ? goal.conclusion.body : goal.conclusion;
  if (f.kind === 'is') return ['psd', 'pd', 'positive', 'nonnegative'].includes(f.attribute);
  if (f.kind !== 'relation') return f.kind === 'or' || f.kind === 'and' || f.kind === 'each';
  return (
    climbedRelations.has(f.relation) || goal.conclusion.kind === 'not' || goal.hypotheses.length > 0
  );
};

/** Sizes for a climb: mostly 2 and 3, mostly all alike. */
const drawn = (random: Dice, prepared: Prepared): Sizes | null => {
  const { claim, goal } = prepared;
  const names = sizeNames(claim);
  for (let i = 0; i < 40; i++) {
    const most = i < 20 ? [2, 3, 3, 3, 4] : [1, 2, 3, 4, 5, 6];
    const alike = once(random, 2) ? pick(random, most) : null;
    const sizes = withMembers(claim, new Map(names.map((n) => [n, alike ?? pick(random, most)])));
    if (sizesFit(claim, goal.declarations, sizes)) return sizes;
  }
  return null;
};

/**
 * All climbs of a claim: where they start is a function of the claim, the seed and the position
 * alone.
 */
export class Ascent {
  private readonly goals: readonly Prepared[];
  private readonly made = new Map<string, Objective | null>();
  /** About how many units of work a point costs; null where it is not known yet. */
  private cost: number | null = null;

  constructor(goals: readonly Prepared[]) {
    this.goals = climbedGoals(goals);
  }

  /**
   * Is a position of the stream one at which is climbed? Climbs take about as much work as points
   * do, and where many were tried twice as much.
   */
  climbsAt(position: number): boolean {
    if (position < firstClimb || this.goals.length === 0) return false;
    const each = this.costOfPoint();
    const apart = Math.round(this.work() / each / (position < manyPoints ? 1 : 2));
    const every = Math.min(farthest, Math.max(1, apart));
    const [block, within] = [Math.floor(position / every), position % every];
    return within === (Math.imul(block + 1, 0x9e3779b1) >>> 8) % every;
  }

  private costOfPoint(): number {
    if (this.cost === null) {
      const works = Array.from({ length: looked }, (_, i) => {
        const prepared = this.goals[i % this.goals.length] as Prepared;
        return this.objective(prepared, i)?.exactWork ?? 0;
      });
      this.cost = Math.max(4, works.reduce((a, b) => a + b, 0) / looked);
    }
    return this.cost;
  }
  /** Units of work of the climbs at one position. */
  private work(): number {
    return Math.max(climbWork, this.costOfPoint());
  }

  /**
   * The climbs at a position of a search's stream, as long as the work of a climb lasts; each find
   * is answered as exact points, and null between two climbs, so that the caller may stop. `note`
   * receives the ends of climbs.
   */
  *at(
    seed: number,
    position: number,
    note: (found: Nearest) => void,
  ): Generator<Lead | null, void> {
    const random = trialDice(seed ^ own, position);
    const prepared = pick(random, this.goals);
    const objective = this.objective(prepared, random.nextInt(0, variants - 1));
    if (objective === null) return;
    spend(objective.recording);
    const end = spent() + this.work();
    do {
      yield null;
      spend(startWork + objective.plan.length / 8);
      const x = startOf(random, objective.plan.blocks);
      const way: Float64Array[] = [];
      descend(objective, x, (now, before, step) => {
        if (spent() > end && step > 20 && now >= 0) return true;
        if (now < 0) {
          if (!objective.steady(x)) return true;
          if (-now > 2 * -before || before >= 0) way.push(x.slice());
        }
        // onto the set where both sides are equal, which is not a violation
        return now > 0 && now < equal ? true : step > 8 && before - now < 1e-9 * Math.abs(now);
      });
      objective.value(x);
      const standing = objective.standing();
      if (standing.violation > 0 && !objective.steady(x)) continue;
      if (standing.slack >= -1e-9 && standing.gap <= nearlyMet && standing.violation <= 0)
        note({
          violation: standing.violation,
          sizes: Object.fromEntries(objective.plan.sizes),
        });
      if (standing.violation > least && standing.slack >= 0 && standing.gap < nearlyMet)
        yield* leads(prepared, objective, [...way, x]);
    } while (spent() < end);
  }

  private objective(prepared: Prepared, variant: number): Objective | null {
    const key = `${this.goals.indexOf(prepared)}:${variant}`;
    const known = this.made.get(key);
    if (known !== undefined) return known;
    // counted where it is used, so that it does not matter who asked first
    const made = uncounted(() => compiled(prepared, variant));
    this.made.set(key, made);
    return made;
  }
}

let kept: { readonly text: string; readonly ascent: Ascent } | null = null;

/** The climbs of a claim, those of the last one remembered: a hunt asks for them part by part. */
export const ascentOf = (claim: Claim, goals: readonly Prepared[]): Ascent => {
  if (kept?.text !== claim.source) kept = { text: claim.source, ascent: new Ascent(goals) };
  return kept.ascent;
};

/** The goals of a search that are climbed. */
export const climbedGoals = (goals: readonly Prepared[]): readonly Prepared[] => {
  const ofRoots = goals.filter((g) => g.rooted !== undefined);
  // where a root remains, powers of the other roots differ too much in size: climb the given ones
  const whole = ofRoots.length > 0 && ofRoots.every((g) => g.rooted?.isWhole !== false);
  return (whole ? ofRoots : goals.filter((g) => g.rooted === undefined)).filter(climbs);
};

/** What is climbed of a goal at the sizes of a variant; null where it has no margin. */
export const compiled = (prepared: Prepared, variant: number): Objective | null => {
  const random = trialDice(own, variant);
  const sizes = drawn(random, prepared);
  if (sizes === null) return null;
  const largest = Math.max(1, ...sizes.values());
  const shape = {
    rank: random.nextInt(1, Math.max(1, largest - 1)),
    flips: random.nextInt(0, 255),
  };
  try {
    const plan = planOf(prepared.goal, sizes, shape);
    if (plan === null || plan.length > mostNumbers) return null;
    return new Objective(prepared.goal, plan, [...startOf(random, plan.blocks)]);
  } catch (error) {
    if (unmeasured(error)) return null;
    throw error;
  }
};

/** The simplest exact points near those of a climb at which, in floating point, the claim fails. */
function* leads(
  prepared: Prepared,
  objective: Objective,
  way: readonly Float64Array[],
): Generator<Lead, void> {
  let left = mostLeads;
  const near = objective.tied ? 0.05 : nearlyMet;
  const fails = (list: Float64Array): boolean => {
    if (!Number.isFinite(objective.value(list))) return false;
    const { violation, slack, strict, gap } = objective.standing();
    return (
      violation > clear && slack >= 0 && strict > clear && gap < near && objective.steady(list)
    );
  };
  for (const rounded of roundings(way, objective.plan.blocks)) {
    const small = simplified(rounded, fails);
    if (small === null) continue;
    let point: Assignment<Q>;
    try {
      point = objective.plan.point(rationals, exactly(small));
    } catch (error) {
      // a definition with irrational values has no exact point of this kind
      if (unmeasured(error)) return;
      throw error;
    }
    yield { prepared, point };
    if (--left <= 0) return;
  }
}
