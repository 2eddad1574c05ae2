/** Enclosures of sin and cos on dyadic intervals. */
import {
  type Dyadic,
  dyadic,
  floorScaled,
  larger,
  one,
  negate,
  smaller,
  top,
  zero,
  signOf,
} from './dyadic.ts';
import { pi } from './enclosed-constants.ts';
import { Unsupported } from './field.ts';
import {
  type Interval,
  exactly,
  hull,
  minus,
  negative,
  over,
  plus,
  times,
  timesPower,
} from './interval.ts';
import { cosSeries, sinTail, sumSeries } from './series.ts';

const full: Interval = { lo: dyadic(-1n), hi: one };

const clamp = ({ lo, hi }: Interval): Interval => ({
  lo: larger(lo, full.lo),
  hi: smaller(hi, full.hi),
});

/** 2x/π. */
const quarterTurns = (x: Dyadic, bits: number): Interval => {
  const work = bits + Math.max(0, top(x)) + 8;
  return over(timesPower(exactly(x), 1), pi(work), work);
};

const square = (a: Interval, bits: number): Interval => {
  const s = times(a, a, bits);
  // a square is never negative, also where the interval straddles zero
  return { lo: larger(s.lo, zero), hi: s.hi };
};

/** sin(x + phase·π/2) = ±sin r or ±cos r, with r = x − kπ/2 in about [−π/4, π/4]. */
const sinPoint = (x: Dyadic, phase: bigint, bits: number): Interval => {
  const work = bits + Math.max(0, top(x)) + 16;
  const k = floorScaled(plus(quarterTurns(x, work), exactly(dyadic(1n, -1)), work + 8).lo, 0);
  const r = minus(exactly(x), times(exactly(dyadic(k)), timesPower(pi(work), -1), work), work);
  const y = square(r, work);
  const turn = Number((((k + phase) % 4n) + 4n) % 4n);
  const value =
    turn % 2 === 0
      ? times(r, sumSeries(sinTail, y, bits + 16), bits + 8)
      : sumSeries(cosSeries, y, bits + 16);
  return clamp(turn < 2 ? value : negative(value));
};

const shiftedSin = (x: Interval, phase: bigint, bits: number): Interval => {
  if (top(x.lo) > 1 << 14 || top(x.hi) > 1 << 14)
    throw new Unsupported('sin or cos of a number above 2^16384');
  const ends = hull(sinPoint(x.lo, phase, bits), sinPoint(x.hi, phase, bits));
  if (x.lo === x.hi) return ends;
  const first = floorScaled(quarterTurns(x.lo, bits).lo, 0);
  const last = floorScaled(quarterTurns(x.hi, bits).hi, 0);
  if (last - first >= 4n) return full;
  // at the multiples jπ/2 in between stand the extremes 1 and −1
  let result = ends;
  for (let j = first + 1n; j <= last; j += 1n) {
    const turn = (((j + phase) % 4n) + 4n) % 4n;
    if (turn === 1n) result = hull(result, exactly(one));
    if (turn === 3n) result = hull(result, exactly(negate(one)));
  }
  return result;
};

export const sin = (x: Interval, bits: number): Interval =>
  signOf(x.lo) === 0 && signOf(x.hi) === 0 ? exactly(zero) : shiftedSin(x, 0n, bits);

export const cos = (x: Interval, bits: number): Interval => shiftedSin(x, 1n, bits);
