/** Improves a counterexample so that the conclusion fails by a wider margin. */
import type { Assignment } from '../evaluate/assignment.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { Undefined, Unsettled, Unsupported } from '../numbers/field.ts';
import { dice } from '../networks/dice.ts';
import type { Q } from '../numbers/rational.ts';
import { toFloat } from '../numbers/rational-text.ts';
import { rationals } from '../numbers/rationals.ts';
import { meet } from './construct/meet.ts';
import { movedAt } from './phases/guided.ts';
import { outcomeOf } from './outcome.ts';
import type { Prepared } from './prepared.ts';

const moves = 48;
/** Numbers beyond this are hard to read, and their margin is meaningless. */
const largest = 100;

/**
 * By how much the conclusion fails: the difference of its sides relative to their size, from 0 to
 * 1; 0 if it is not known.
 */
const failureMargin = ({ goal }: Prepared, at: Assignment<Q>): number => {
  const f = goal.conclusion;
  if (f.kind !== 'relation' || f.left.kind === 'kernel' || f.right.kind === 'kernel') return 0;
  try {
    const left = evaluate(f.left, rationals, at).data.map(toFloat);
    const right = evaluate(f.right, rationals, at).data.map(toFloat);
    return Math.max(
      0,
      ...left.map((x, i) => {
        const y = right[i] ?? 0;
        return x === y ? 0 : Math.abs(x - y) / (1 + Math.abs(x) + Math.abs(y));
      }),
    );
  } catch (error) {
    if (error instanceof Undefined || error instanceof Unsupported || error instanceof Unsettled)
      return 0;
    throw error;
  }
};

const readable = (at: Assignment<Q>): boolean =>
  [...at.values.values()].every(
    (v) => v.kind !== 'tensor' || v.tensor.data.every((x) => Math.abs(toFloat(x)) <= largest),
  );

/**
 * From the witnesses known, climbs to one at which the conclusion fails by more; deterministic,
 * bounded.
 */
export const widen = (
  prepared: Prepared,
  small: Assignment<Q>,
  found: Assignment<Q>,
): Assignment<Q> => {
  let best =
    failureMargin(prepared, found) > failureMargin(prepared, small) && readable(found)
      ? found
      : small;
  let most = failureMargin(prepared, best);
  const random = dice(1);
  const names = [...best.values.keys()];
  if (names.length === 0 || most === 0) return best;
  for (let i = 0; i < moves && most < 0.99; i++) {
    const candidate = movedAt(prepared, random, best, names);
    if (candidate === null) continue;
    const met = prepared.solvable ? meet(prepared, candidate, null) : candidate;
    const at = typeof met === 'number' ? candidate : met;
    const margin = failureMargin(prepared, at);
    if (margin <= most || !readable(at)) continue;
    const o = outcomeOf(prepared.goal, at);
    if (o.kind !== 'met' || !o.violated) continue;
    [best, most] = [at, margin];
  }
  return best;
};
