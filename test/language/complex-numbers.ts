/** Complex numbers and matrices in floating point, for tests. */
export type Complex = readonly [re: number, im: number];
export type ComplexMatrix = readonly (readonly Complex[])[];

export const timesC = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
