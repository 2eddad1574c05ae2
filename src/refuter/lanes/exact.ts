/** A float64 as the rational number that it is. */
import { ratio, type Q } from '../../numbers/rational.ts';

/** Of a finite number. */
export const fromFloat = (x: number): Q => {
  if (Number.isSafeInteger(x)) return x + 0;
  let shift = 0;
  let whole = x;
  while (!Number.isInteger(whole) && shift < 1100) {
    whole *= 2;
    shift++;
  }
  return ratio(BigInt(whole), 1n << BigInt(shift));
};
