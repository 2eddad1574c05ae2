/** Moves a point onto the equations among the hypotheses. */
import type { Declaration } from '../../language/ast.ts';
import type { Assignment } from '../../evaluate/assignment.ts';
import { once, pick, shuffled, trialDice, type Dice } from '../../networks/dice.ts';
import { range } from '../../networks/elimination.ts';
import { meetsAttributes } from '../../networks/declared.ts';
import { fraction, isZero } from '../../networks/fraction.ts';
import type { Q } from '../../numbers/rational.ts';
import { failure, hypothesisTruth, noteTruth } from '../outcome.ts';
import { randomPoint } from '../phases/random.ts';
import type { Prepared } from '../prepared.ts';
import { Remembered } from '../remembered.ts';
import { solveEntry } from './entries.ts';
import type { Equation } from './equations.ts';
import { grownBroken } from './heavy.ts';
import { solveFor } from './solve.ts';

/** Equations that hold at the point; throws as evaluation does. */
const satisfied = (e: Equation, at: Assignment<Q>, factor: Q): boolean => {
  if (e.scaled && factor !== 1) return e.residual(at, factor).every(isZero);
  return zeros.of(at, e, () => {
    const zero = e.residual(at, factor).every(isZero);
    if (e.formula.kind === 'relation' && e.formula.relation === '=') noteTruth(e.formula, at, zero);
    return zero;
  });
};

const zeros = new Remembered<Equation, boolean>();

const drawFactor = (random: Dice): Q =>
  once(random, 2)
    ? 1
    : once(random, 4)
      ? fraction(random.nextInt(1, 12), random.nextInt(1, 7))
      : pick(random, [fraction(2), fraction(1, 2), fraction(3)]);

/**
 * Where equations are tried out for the variables in which they are affine: a property of the
 * claim, not of the run.
 */
const probes = 4;
const known = new WeakMap<Equation, Map<string, boolean>>();

/**
 * Whether it is worth solving the equation for a variable: it was affine in it at one of a few
 * points that are always the same.
 */
const solvableFor = (prepared: Prepared, equation: Equation, d: Declaration): boolean => {
  const memo = known.get(equation) ?? new Map<string, boolean>();
  known.set(equation, memo);
  const old = memo.get(d.name);
  if (old !== undefined) return old;
  let tried = false;
  let affine = false;
  for (let i = 0; i < 4 * probes && !affine && !(tried && i >= probes); i++) {
    const at = randomPoint(prepared, trialDice(0x0ff1ce, i));
    if (at === null || typeof at === 'string') continue;
    try {
      affine = solveFor(null, d, [equation], at, 1).kind !== 'nonlinear';
      tried = true;
    } catch (error) {
      failure(error);
    }
  }
  memo.set(d.name, affine || !tried);
  return affine || !tried;
};

/** A point on its way onto the equations: which of them it meets so far. */
class Meeting {
  readonly #prepared: Prepared;
  readonly #equations: readonly (Equation | null)[];
  readonly #random: Dice | null;
  readonly #factor: Q;
  readonly #done: number[] = [];
  at: Assignment<Q>;

  constructor(
    prepared: Prepared,
    equations: readonly (Equation | null)[],
    random: Dice | null,
    start: Assignment<Q>,
  ) {
    this.#prepared = prepared;
    this.#equations = equations;
    this.#random = random;
    this.#factor = random === null ? 1 : drawFactor(random);
    this.at = start;
  }

  /** Moves the point onto the equation, or to the attribute, of that number; false if it cannot. */
  meets(i: number): boolean {
    const moved = this.#meetOne(i);
    if (moved === null || grownBroken(this.at, moved)) return false;
    this.at = moved;
    this.#done.push(i);
    return true;
  }

  #holdsStill(point: Assignment<Q>): boolean {
    return this.#done.every((k) => {
      const e = this.#equations[k] ?? null;
      return e === null || satisfied(e, point, this.#factor);
    });
  }

  #meetOne(i: number): Assignment<Q> | null {
    const random = this.#random;
    const equation = this.#equations[i] ?? null;
    const build = this.#prepared.familiar[i] ?? null;
    try {
      if (equation !== null && satisfied(equation, this.at, this.#factor)) return this.at;
    } catch (error) {
      failure(error);
      return null;
    }
    const formula = this.#prepared.goal.hypotheses[i];
    if (
      equation === null &&
      formula !== undefined &&
      attempted(() => hypothesisTruth(formula, this.at)) === true
    )
      return this.at;
    if (build !== null && (equation === null || (random !== null && once(random, 2)))) {
      const built = attempted(() => build.build(random ?? trialDice(1, i), this.at));
      if (
        built !== null &&
        attempted(() => this.#holdsStill(built)) === true &&
        this.#fits(built)
      ) {
        if (equation === null || attempted(() => satisfied(equation, built, this.#factor)) === true)
          return built;
        this.at = built;
      }
    }
    if (equation === null) return this.at;
    const solved = this.#solvedFor(i, equation);
    if (solved !== null || random === null) return solved;
    const joint = [i, ...this.#done].flatMap((k) => this.#equations[k] ?? []);
    const ours = this.#prepared.goal.declarations.filter((d) => equation.names.has(d.name));
    return attempted(() =>
      solveEntry(random, ours, (p) => joint.flatMap((e) => e.residual(p, this.#factor)), this.at),
    );
  }

  #fits(point: Assignment<Q>): boolean {
    return this.#prepared.goal.declarations.every((d) => {
      const value = point.values.get(d.name);
      return (
        value === undefined ||
        value === this.at.values.get(d.name) ||
        meetsAttributes(value, d.attributes)
      );
    });
  }

  #solvedFor(i: number, equation: Equation): Assignment<Q> | null {
    const random = this.#random;
    const ours = this.#prepared.goal.declarations.filter((d) => equation.names.has(d.name));
    for (const d of random === null ? ours : shuffled(random, ours)) {
      const joint = [i, ...this.#done.filter((k) => this.#equations[k]?.names.has(d.name))].flatMap(
        (k) => this.#equations[k] ?? [],
      );
      if (joint.some((e) => !solvableFor(this.#prepared, e, d))) continue;
      // undefined at the points tried, or no rational number: another variable may do
      const solved = attempted(() => solveFor(random, d, joint, this.at, this.#factor));
      if (solved?.kind !== 'solved') continue;
      const value = solved.at.values.get(d.name);
      if (value !== undefined && meetsAttributes(value, d.attributes)) return solved.at;
    }
    return null;
  }
}

/**
 * Moves a point onto the equations among the hypotheses: one after the other, each is met by the
 * construction of its kind, or solved for a variable in which it and all equations already met that
 * mention the variable are affine, or for one entry. Returns the point, or the number of the
 * equation that could not be met. With `aim` the edge of a strict conclusion is one more equation.
 * Nothing is trusted: the caller checks every hypothesis again.
 */
export const meet = (
  prepared: Prepared,
  start: Assignment<Q>,
  random: Dice | null,
  aim = false,
): Assignment<Q> | number => {
  const { familiar, edge } = prepared;
  const equations = aim && edge !== null ? [...prepared.equations, edge] : prepared.equations;
  const meeting = new Meeting(prepared, equations, random, start);
  const list = range(equations.length).filter(
    (i) => equations[i] !== null || (familiar[i] ?? null) !== null,
  );
  const order = random === null ? list : shuffled(random, list);
  // attributes of expressions come last: what gives them keeps equations, but not the other way
  // round
  for (const i of [
    ...order.filter((k) => equations[k] !== null),
    ...order.filter((k) => equations[k] === null),
  ])
    if (!meeting.meets(i)) return i;
  return meeting.at;
};

/** The result, or null where something was undefined or not to be computed exactly. */
const attempted = <T>(run: () => T): T | null => {
  try {
    return run();
  } catch (error) {
    failure(error);
    return null;
  }
};
