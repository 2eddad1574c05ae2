/** Enclosures of ln 2 and π, kept for each precision that was asked for. */
import { dyadic, one } from './dyadic.ts';
import { type Interval, exactly, minus, over, times, timesPower } from './interval.ts';
import { arctanTail, artanhTail, sumSeries } from './series.ts';

const kept = (compute: (bits: number) => Interval): ((bits: number) => Interval) => {
  const known = new Map<number, Interval>();
  return (bits) => {
    // few distinct precisions, so that few are computed
    const rounded = Math.ceil((bits + 8) / 64) * 64;
    const found = known.get(rounded) ?? compute(rounded);
    known.set(rounded, found);
    return found;
  };
};

const whole = (n: bigint): Interval => exactly(dyadic(n));

/** ln 2 = 2 artanh(1/3), to a relative error of 2^-bits. */
export const ln2 = kept((bits) => {
  const work = bits + 16;
  const third = over(exactly(one), whole(3n), work);
  return timesPower(
    times(third, sumSeries(artanhTail, over(third, whole(3n), work), work), work),
    1,
  );
});

const arctanOfInverse = (n: bigint, bits: number): Interval => {
  const t = over(exactly(one), whole(n), bits);
  return times(t, sumSeries(arctanTail, over(t, whole(n), bits), bits), bits);
};

/** π = 16 arctan(1/5) − 4 arctan(1/239) (Machin), to a relative error of 2^-bits. */
export const pi = kept((bits) => {
  const work = bits + 24;
  return minus(
    timesPower(arctanOfInverse(5n, work), 4),
    timesPower(arctanOfInverse(239n, work), 2),
    work,
  );
});
