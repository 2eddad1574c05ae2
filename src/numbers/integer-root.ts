/** Bit lengths and integer square roots of bigints. */

const view = new DataView(new ArrayBuffer(8));

/** Number of binary digits of |a|; 0 for 0. */
export const bitLength = (a: bigint): number => {
  if (a === 0n) return 0;
  // the exponent of the nearest float64 tells it, unless rounding reached the next power of two
  const nearest = Math.abs(Number(a));
  if (nearest === Infinity) return longLength(a < 0n ? -a : a);
  view.setFloat64(0, nearest);
  const high = view.getUint32(0);
  const length = (high >>> 20) - 1022;
  const power = (high & 0xfffff) === 0 && view.getUint32(4) === 0;
  return power && length > 53 && (a < 0n ? -a : a) >> BigInt(length - 1) === 0n
    ? length - 1
    : length;
};

const longLength = (a: bigint): number => {
  const digits = a.toString(16);
  return (digits.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(digits[0]!, 16)));
};

/**
 * The largest whole number whose square is at most a, for a >= 0, by Newton's iteration from above.
 */
export const integerSqrt = (a: bigint): bigint => {
  if (a < 2n) return a;
  let root = 1n << BigInt((bitLength(a) + 1) >> 1);
  for (;;) {
    const next = (root + a / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
};

/** The whole square root, or null where a is not a square. */
export const exactSqrt = (a: bigint): bigint | null => {
  if (a < 0n) return null;
  const root = integerSqrt(a);
  return root * root === a ? root : null;
};
