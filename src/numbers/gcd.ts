/** Greatest common divisor of two nonnegative safe integers. */
export const gcd = (a: number, b: number): number => {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
};

const bound = BigInt(Number.MAX_SAFE_INTEGER);

/** Greatest common divisor of two nonnegative whole numbers of any size. */
export const gcdBig = (a: bigint, b: bigint): bigint => {
  if (a === 1n || b === 1n) return 1n;
  while (b !== 0n) {
    // plain numbers are faster once both fit
    if (a <= bound && b <= bound) return BigInt(gcd(Number(a), Number(b)));
    [a, b] = [b, a % b];
  }
  return a;
};
