/**
 * What is climbed: the violation of a goal at some sizes as a function of free numbers, with its
 * gradient.
 */
import type { Attribute, Declaration, Formula } from '../../language/ast.ts';
import { scopeOf } from '../../evaluate/scope.ts';
import { isOnSizes } from '../../networks/sizes.ts';
import { Undefined, Unsettled, Unsupported } from '../../numbers/field.ts';
import type { Goal } from '../goals.ts';
import { larger, marginOf } from './margins.ts';
import type { Plan } from './plan.ts';
import { Replay } from './replay.ts';
import { Tape, type Register } from './tape.ts';

/** An unmet equation counts so much, squared. */
const equationWeight = 20;

/** Steps of a tape that each use of it pays a unit of work for. */
const stepsPerUnit = 100;

/** Free numbers, as many as a step is worth computing for. */
export const mostNumbers = 128;

/**
 * Each result on the way may be off by so much, far more than it is, and the value change by so
 * much of itself.
 */
const shakes: readonly number[] = [2 ** -46, -(2 ** -46), 2 ** -45, -(2 ** -45)];
const trust = 0.2;

/** Where a point stands. */
export interface Standing {
  /** By how much the conclusion fails, relative to its sides: above 0 it fails. */
  readonly violation: number;
  /**
   * By how much the inequalities among the hypotheses hold at least; infinite where there are none.
   */
  readonly slack: number;
  /**
   * By how much strict attributes hold at least, as that a matrix is invertible: of use for what is
   * rounded alone.
   */
  readonly strict: number;
  /** How far the equations among the hypotheses are from holding. */
  readonly gap: number;
}

/** Attributes of nearly all values: a climb need not heed them. */
const open: ReadonlySet<string> = new Set(['invertible', 'onto', 'one-to-one', 'pd', 'nonzero']);
const isOpen = (attribute: string): boolean => open.has(attribute);

const said = (d: Declaration, attribute: Attribute): Formula => ({
  kind: 'is',
  attribute,
  span: d.span,
  subject: {
    kind: 'variable',
    name: d.name,
    index: null,
    shape: d.type.kind === 'tensor' ? d.type.shape : [],
    span: d.span,
  },
});

/** A goal at some sizes as a function of free numbers, to be made small. */
export class Objective {
  readonly plan: Plan;
  /** Do equations among the hypotheses remain that the construction does not meet? */
  readonly tied: boolean;
  private readonly replay: Replay;
  private readonly total: Register;
  private readonly conclusion: Register;
  private readonly slacks: readonly Register[];
  private readonly gaps: readonly Register[];
  private readonly stricts: readonly Register[];

  constructor(goal: Goal, plan: Plan, start: readonly number[]) {
    this.plan = plan;
    const tape = new Tape();
    const inputs = start.map((x) => tape.input(x));
    const at = plan.point(tape, inputs);
    const scope = scopeOf(tape, at);
    this.conclusion = tape.neg(marginOf(goal.conclusion, scope));
    const [slacks, gaps, stricts]: [Register[], Register[], Register[]] = [[], [], []];
    const add = (f: Formula): void => {
      const margin = measured(() => marginOf(f, scope));
      if (margin === null) return;
      const equation =
        (f.kind === 'relation' && f.relation === '=') ||
        (f.kind === 'not' && f.body.kind === 'relation' && f.body.relation === '!=');
      if (equation) gaps.push(margin);
      else if (f.kind === 'is' && isOpen(f.attribute)) stricts.push(margin);
      else slacks.push(margin);
    };
    for (const h of goal.hypotheses) if (!plan.met.has(h) && !isOnSizes(h)) add(h);
    for (const d of plan.unseen)
      for (const attribute of d.attributes) if (!isOpen(attribute)) add(said(d, attribute));
    for (const d of goal.declarations)
      for (const attribute of d.attributes)
        if (d.family === null && isOpen(attribute)) add(said(d, attribute));
    this.stricts = stricts;
    this.slacks = slacks;
    this.gaps = gaps;
    this.tied = gaps.length > 0;
    // the least of the values that must be positive: a point above 0 lies inside of the hypotheses,
    // and can be rounded
    let worst = tape.neg(this.conclusion);
    for (const s of slacks) worst = larger(tape, worst, tape.neg(s));
    const weight = tape.fromInteger(equationWeight);
    this.total = gaps.reduce((sum, g) => tape.add(sum, tape.mul(weight, tape.mul(g, g))), worst);
    this.replay = new Replay(tape, inputs, [
      this.total,
      this.conclusion,
      ...slacks,
      ...gaps,
      ...stricts,
    ]);
  }

  /** About how many units of work an exact evaluation takes. */
  get exactWork(): number {
    return this.replay.exactWork;
  }
  /** Units of work for what was recorded, spread over the climbs with it. */
  get recording(): number {
    return this.replay.length / stepsPerUnit;
  }

  value(x: Float64Array): number {
    this.replay.run(x);
    const value = this.replay.value(this.total);
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  }
  /** At the point of the last evaluation. */
  gradient(into: Float64Array): void {
    this.replay.gradient(this.total, into);
  }
  /**
   * Is the value at a point more than rounding? Then it stays where every step on the way is a
   * little off.
   */
  steady(x: Float64Array): boolean {
    const value = this.value(x);
    for (const by of shakes) {
      this.replay.run(x, by);
      const near = this.replay.value(this.total);
      if (!(Math.abs(near - value) <= trust * Math.abs(value) + 1e-13)) return false;
    }
    return true;
  }
  /** At the point of the last evaluation. */
  standing(): Standing {
    const { replay } = this;
    const least = (list: readonly Register[]): number =>
      list.reduce((min, s) => Math.min(min, replay.value(s)), Number.POSITIVE_INFINITY);
    return {
      violation: replay.value(this.conclusion),
      slack: least(this.slacks),
      strict: least(this.stricts),
      gap: this.gaps.reduce((most, g) => Math.max(most, Math.abs(replay.value(g))), 0),
    };
  }
}

/** Null where a hypothesis has no margin: the exact judge alone sees to it. */
const measured = (margin: () => Register): Register | null => {
  try {
    return margin();
  } catch (error) {
    if (unmeasured(error)) return null;
    throw error;
  }
};

/** Is that something which cannot be measured, and no defect? */
export const unmeasured = (error: unknown): boolean =>
  error instanceof Unsupported || error instanceof Undefined || error instanceof Unsettled;
