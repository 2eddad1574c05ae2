/** Number of binary digits of |a|; 0 for 0. */
export const bitLength = (a: bigint): number => {
  const digits = (a < 0n ? -a : a).toString(16);
  return digits === '0' ? 0 : (digits.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(digits[0]!, 16)));
};

/** The largest whole number whose square is at most a, for a >= 0, by Newton's iteration from above. */
export const integerSqrt = (a: bigint): bigint => {
  if (a < 2n) return a;
  let root = 1n << BigInt((bitLength(a) + 1) >> 1);
  for (;;) {
    const next = (root + a / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
};

/** The whole square root, or null where a is no square. */
export const exactSqrt = (a: bigint): bigint | null => {
  if (a < 0n) return null;
  const root = integerSqrt(a);
  return root * root === a ? root : null;
};
