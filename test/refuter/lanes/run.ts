/** A claim at one size run through the machine, for the tests of its rooms. */
import { evaluate } from '../../../src/evaluate/evaluate.ts';
import { mapAssignment } from '../../../src/evaluate/lift.ts';
import { parseClaim } from '../../../src/language/index.ts';
import { float64 } from '../../../src/numbers/float64.ts';
import { toFloat } from '../../../src/numbers/rational-text.ts';
import { Words, type DrawStyle } from '../../../src/refuter/lanes/draws.ts';
import type { Chosen } from '../../../src/refuter/lanes/lowered.ts';
import { network, type UnitFunction } from '../../../src/refuter/lanes/stand-ins.ts';
import { LaneTrials } from '../../../src/refuter/lanes/trials.ts';

export const net = (
  widths: readonly number[],
  units: readonly UnitFunction[],
  biased = true,
): Chosen => ({ kind: 'function', map: network(widths, units, biased) });
export const unit = (fn: UnitFunction): Chosen => ({ kind: 'unit', fn });

export function ready(
  text: string,
  dims: Readonly<Record<string, number>>,
  chosen: Readonly<Record<string, Chosen>> = {},
  style: DrawStyle = 'half',
  seed = 1,
): LaneTrials {
  const trials = new LaneTrials(
    parseClaim(text),
    new Map(Object.entries(dims)),
    new Map(Object.entries(chosen)),
    8,
  );
  trials.draw(new Words(seed, 0), style);
  trials.run();
  return trials;
}

/**
 * How far the machine's largest difference between the two sides of a conclusion `a = b` is from
 * the general way's, over all lanes; relative where sides are large.
 */
export function disagreement(
  text: string,
  dims: Readonly<Record<string, number>>,
  chosen: Readonly<Record<string, Chosen>> = {},
  style: DrawStyle = 'half',
): number {
  const { conclusion } = parseClaim(text);
  if (conclusion.kind !== 'relation') throw new Error('a relation is wanted');
  const trials = ready(text, dims, chosen, style);
  const judged = trials.lowered.judged.at(-1);
  if (judged === undefined) throw new Error('nothing is judged');
  let worst = 0;
  for (let lane = 0; lane < trials.lanes; lane++) {
    const exact = trials.point(lane);
    if (exact === null) throw new Error('a lane has no point');
    const at = mapAssignment(exact, toFloat);
    const [left, right] = [
      evaluate(conclusion.left, float64, at).data,
      evaluate(conclusion.right, float64, at).data,
    ];
    const gap = Math.max(...left.map((x, i) => Math.abs(x - (right[i] as number))));
    const size = Math.max(1, ...left.map(Math.abs), ...right.map(Math.abs));
    const memory = trials.memory();
    const [mine, mySize] = [
      memory[trials.place(judged.into[0]) + lane] as number,
      Math.max(1, memory[trials.place(judged.into[1]) + lane] as number),
    ];
    worst = Math.max(worst, Math.abs(gap - mine) / size, Math.abs(size - mySize) / size);
    if (Number.isNaN(mine)) return Number.NaN;
  }
  return worst;
}
