/** Steps that JavaScript does on the numbers of the machine: functions of entries, decompositions of matrices. */
import { erf } from '../../numbers/erf.ts';
import { symmetricSpectrum } from './eigen.ts';
import { determinant, invert, rankOf } from './elimination.ts';
import type { Outside } from './machine.ts';

const tanh = (x: number): number => {
  const a = Math.abs(x);
  if (a < 0.25) return Math.tanh(x);
  const t = 1 - 2 / (Math.exp(2 * a) + 1);
  return x < 0 ? -t : t;
};
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

const entrywise = (f: (x: number) => number): Outside => (memory, record) => {
  const length = record.field('rows') * record.lanes;
  const [from, to] = [record.at('a'), record.at('c')];
  for (let i = 0; i < length; i++) memory[to + i] = f(memory[from + i] as number);
};

/** Functions of entries; of their arguments the records hold the number of entries as `rows`. */
export const entryFunctions = {
  tanh: entrywise(tanh),
  exp: entrywise(Math.exp),
  log: entrywise(Math.log),
  sigmoid: entrywise(sigmoid),
  softplus: entrywise((x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))),
  erf: entrywise(erf),
  sign: entrywise(Math.sign),
  sin: entrywise(Math.sin),
  cos: entrywise(Math.cos),
} as const;

/** One lane's matrix, row by row, taken out of the machine; its numbers stand `lanes` apart. */
const matrices = new Map<number, Float64Array>();
const scratch = (length: number): Float64Array => {
  let found = matrices.get(length);
  if (found === undefined) {
    found = new Float64Array(length);
    matrices.set(length, found);
  }
  return found;
};

/** Each lane's matrix of `rows` × `inner` through a function that writes `length` numbers. */
const matrixwise = (f: (a: Float64Array, rows: number, cols: number, out: Float64Array, param: number) => void): Outside => (memory, record) => {
  const [rows, cols, { lanes }] = [record.field('rows'), record.field('inner'), record];
  const [from, to, length] = [record.at('a'), record.at('c'), record.field('cols')];
  const a = scratch(rows * cols);
  const out = length === rows * cols ? results : scratch(length);
  for (let lane = 0; lane < lanes; lane++) {
    for (let i = 0; i < a.length; i++) a[i] = memory[from + i * lanes + lane] as number;
    f(a, rows, cols, out, record.field('accumulate'));
    for (let i = 0; i < length; i++) memory[to + i * lanes + lane] = out[i] as number;
  }
};
const results = new Float64Array(65536);

const largest = (a: Float64Array): number => {
  let most = 0;
  for (const x of a) most = Math.max(most, Math.abs(x));
  return most;
};

/** Eigenvalues of a'a or a a', whichever is smaller, descending. */
const gramSpectrum = (a: Float64Array, rows: number, cols: number): Float64Array => {
  const [n, inner, [row, col]] = rows < cols ? [rows, cols, [cols, 1]] : [cols, rows, [1, cols]] as const;
  const gram = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) sum += (a[i * row + k * col] as number) * (a[j * row + k * col] as number);
      gram[i * n + j] = gram[j * n + i] = sum;
    }
  }
  return symmetricSpectrum(gram, n, false).values;
};

/** Functions of whole matrices. The parameter, where there is one, is the number k of an eigenvalue, from 1. */
export const matrixFunctions = {
  det: matrixwise((a, n, _, out) => {
    out[0] = determinant(a, n);
  }),
  /** Smallest over largest pivot, which says how far from singular the matrix is. */
  rank: matrixwise((a, rows, cols, out) => {
    out[0] = rankOf(a, rows, cols);
  }),
  inv: matrixwise((a, n, _, out) => invert(a, n, out)),
  lambda: matrixwise((a, n, _, out, k) => {
    const size = largest(a);
    out[0] = size < Infinity ? symmetricSpectrum(a, n, false).values[k - 1] ?? Number.NaN : Number.NaN;
  }),
  /** The unit eigenvector of the k-th largest eigenvalue. */
  eigenvector: matrixwise((a, n, _, out, k) => {
    const { vectors } = symmetricSpectrum(a, n, true);
    for (let i = 0; i < n; i++) out[i] = vectors[i * n + k - 1] as number;
  }),
  /** The k-th largest singular value. */
  singular: matrixwise((a, rows, cols, out, k) => {
    out[0] = Math.sqrt(Math.max(0, gramSpectrum(a, rows, cols)[k - 1] ?? Number.NaN));
  }),
} as const;

export const outsideNames = [...Object.keys(entryFunctions), ...Object.keys(matrixFunctions)];
export const outsideSteps: readonly Outside[] = [...Object.values(entryFunctions), ...Object.values(matrixFunctions)];
export const isEntryFunction = (fn: string): boolean => fn in entryFunctions;
