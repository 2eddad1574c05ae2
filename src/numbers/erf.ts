/**
 * The error function in float64, to a few units of the last digit; never used where a value must be
 * certain.
 */

const twoOverSqrtPi = 2 / Math.sqrt(Math.PI);

/** erf x = (2/√π) e^{-x²} Σ 2^n x^{2n+1} / (2n+1)!!, all terms of one sign (DLMF 7.6.2). */
const series = (x: number): number => {
  const square = 2 * x * x;
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= square / odd;
    sum += term;
  }
  return twoOverSqrtPi * Math.exp(-x * x) * sum;
};

/**
 * erfc x = e^{-x²}/√π · 1/(x + (1/2)/(x + (2/2)/(x + …))) for x >= 1 (DLMF 7.9.1), from below
 * upwards.
 */
const fraction = (x: number): number => {
  let tail = x;
  for (let n = Math.ceil(20 + 240 / (x * x)); n >= 1; n -= 1) tail = x + n / 2 / tail;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * tail);
};

export const erf = (x: number): number => {
  if (Math.abs(x) < 2) return series(x);
  const tail = Math.abs(x) > 6 ? 0 : fraction(Math.abs(x));
  return x > 0 ? 1 - tail : tail - 1;
};

/** 1 − erf x, of small relative error also where it is tiny. */
export const erfc = (x: number): number => {
  if (x < 1) return 1 - erf(x);
  return x > 28 ? 0 : fraction(x);
};
