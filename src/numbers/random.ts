/**
 * A small deterministic generator: xoshiro128** of Blackman and Vigna (2018), seeded through
 * splitmix32.
 * The same seed gives the same numbers on every machine. Not for secrets.
 */
export interface Random {
  /** Uniform on the whole numbers 0 to 2^32 − 1. */
  next(): number;
  /** Uniform on [0, 1), a multiple of 2^-53. */
  uniform(): number;
  /**
   * Uniform on the whole numbers lo to hi, both included; throws a `RangeError` unless lo <= hi are
   * safe and hi − lo < 2^53.
   */
  int(lo: number, hi: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** Uniform on the items; throws a `RangeError` when there are none. */
  pick<T>(items: readonly T[]): T;
  /** Standard normal, by the polar method of Marsaglia. */
  normal(): number;
  /** A generator of its own, fixed by this one's state; this one moves on by four numbers. */
  fork(): Random;
}

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/**
 * Four words from one seed; two seeds that differ in any bit of either half give different words.
 */
const spread = (seed: number): [number, number, number, number] => {
  let state = (seed | 0) ^ Math.imul(Math.floor(seed / 4294967296), 0x9e3779b1);
  const word = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  return [word(), word(), word(), word() | 1];
};

const generator = (words: readonly [number, number, number, number]): Random => {
  let [a, b, c, d] = words;
  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
  const bits53 = (): number => (next() >>> 5) * 67108864 + (next() >>> 6);
  const int = (lo: number, hi: number): number => {
    const span = hi - lo + 1;
    if (!Number.isSafeInteger(lo) || !Number.isSafeInteger(hi) || !(span >= 1 && span <= 2 ** 53)) {
      throw new RangeError(`no whole numbers from ${lo} to ${hi}`);
    }
    const small = span <= 2 ** 32;
    const total = small ? 2 ** 32 : 2 ** 53;
    // what lies beyond the last full multiple of the span would favour its small values
    const fair = total - (total % span);
    let drawn = small ? next() : bits53();
    while (drawn >= fair) drawn = small ? next() : bits53();
    return lo + (drawn % span);
  };
  return {
    next,
    int,
    uniform: () => bits53() / 2 ** 53,
    chance: (probability) => bits53() / 2 ** 53 < probability,
    pick: <T>(items: readonly T[]): T => {
      if (items.length === 0) throw new RangeError('nothing to pick from');
      return items[int(0, items.length - 1)] as T;
    },
    normal: () => {
      for (;;) {
        const x = bits53() / 2 ** 52 - 1;
        const y = bits53() / 2 ** 52 - 1;
        const r = x * x + y * y;
        if (r > 0 && r < 1) return x * Math.sqrt((-2 * Math.log(r)) / r);
      }
    },
    fork: () => {
      const [w, x, y, z] = [next(), next(), next(), next()];
      const [p, q, r, s] = spread(w);
      return generator([p ^ x, q ^ y, r ^ z, s]);
    },
  };
};

/** The generator of a seed, any safe integer. */
export const random = (seed: number): Random => {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`the seed ${seed} is not a safe integer`);
  return generator(spread(seed));
};
