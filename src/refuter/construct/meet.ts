import type { Assignment } from '../../evaluate/assignment.ts';
import { once, pick, shuffled, type Dice } from '../../networks/dice.ts';
import { range } from '../../networks/elimination.ts';
import { meetsAttributes } from '../../networks/declared.ts';
import { fraction, isZero } from '../../networks/fraction.ts';
import type { Q } from '../../numbers/rational.ts';
import { failure } from '../outcome.ts';
import type { Prepared } from '../prepared.ts';
import type { Equation } from './equations.ts';
import { solveFor } from './solve.ts';

/** Equations that hold at the point; throws as evaluation does. */
const satisfied = (e: Equation, at: Assignment<Q>, factor: Q): boolean => e.residual(at, factor).every(isZero);

/**
 * Moves a point onto the equations among the hypotheses: one after the other, each is solved for a variable in which
 * it and all equations already met that mention the variable are affine. Returns the point, or the number of the
 * equation that could not be met. Nothing is trusted: the caller checks every hypothesis again.
 */
export const meet = (prepared: Prepared, start: Assignment<Q>, random: Dice | null): Assignment<Q> | number => {
  const { goal, equations, nonlinear } = prepared;
  const factor = random === null || once(random, 2) ? 1 : pick(random, [fraction(2), fraction(1, 2), fraction(3)]);
  const list = range(equations.length).filter((i) => equations[i] !== null);
  const done: number[] = [];
  let at = start;
  for (const i of random === null ? list : shuffled(random, list)) {
    const equation = equations[i] as Equation;
    const moved = meetOne(i, equation);
    if (moved === null) return i;
    at = moved;
    done.push(i);
  }
  return at;

  function meetOne(i: number, equation: Equation): Assignment<Q> | null {
    try {
      if (satisfied(equation, at, factor)) return at;
    } catch (error) {
      failure(error);
      return null;
    }
    const names = [...equation.names].filter((name) => goal.declarations.some((d) => d.name === name));
    for (const name of random === null ? names : shuffled(random, names)) {
      const joint = [i, ...done.filter((k) => equations[k]?.names.has(name))];
      if (joint.some((k) => nonlinear.has(`${k}:${name}`))) continue;
      const d = goal.declarations.find((x) => x.name === name);
      if (d === undefined) continue;
      try {
        const solved = solveFor(random, d, joint.map((k) => equations[k] as Equation), at, factor);
        if (solved.kind === 'nonlinear' && joint.length === 1) nonlinear.add(`${i}:${name}`);
        if (solved.kind !== 'solved') continue;
        const value = solved.at.values.get(name);
        if (value !== undefined && meetsAttributes(value, d.attributes)) return solved.at;
      } catch (error) {
        // undefined at the points tried, or no rational number: another variable may do
        failure(error);
      }
    }
    return null;
  }
};
