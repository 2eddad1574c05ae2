/**
 * Steps that JavaScript does on the numbers of the machine: functions of entries, decompositions of
 * matrices.
 */
import { erf } from '../../numbers/erf.ts';
import { eigenvectorOf, symmetricValues } from './eigen.ts';
import { definiteRank } from './definite-rank.ts';
import { determinant, invert, rankOf } from './elimination.ts';
import type { Outside } from './machine.ts';
import { wideRank } from './wide-rank.ts';

const tanh = (x: number): number => {
  const a = Math.abs(x);
  if (a < 0.25) return Math.tanh(x);
  const t = 1 - 2 / (Math.exp(2 * a) + 1);
  return x < 0 ? -t : t;
};
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

const entrywise =
  (f: (x: number) => number): Outside =>
  (memory, record) => {
    const length = record.field('rows') * record.lanes;
    const [from, to] = [record.at('a'), record.at('c')];
    for (let i = 0; i < length; i++) memory[to + i] = f(memory[from + i] as number);
  };

/** Functions of entries; of their arguments the records hold the number of entries as `rows`. */
const entryFunctions = {
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
const rooms: Float64Array[] = [];
const scratch = (length: number, which = 0): Float64Array => {
  const room = rooms[which];
  if (room !== undefined && room.length >= length) return room;
  return (rooms[which] = new Float64Array(2 * length));
};

/**
 * Each lane's matrix of `rows` × `inner` through a function that writes `cols` numbers; a second
 * argument is one number.
 */
const matrixwise =
  (
    f: (a: Float64Array, rows: number, cols: number, out: Float64Array, second: number) => void,
  ): Outside =>
  (memory, record) => {
    const [rows, cols, { lanes }] = [record.field('rows'), record.field('inner'), record];
    const [from, second, to, length] = [
      record.at('a'),
      record.at('b'),
      record.at('c'),
      record.field('cols'),
    ];
    const entries = rows * cols;
    const a = scratch(entries);
    if (results.length < length) results = new Float64Array(2 * length);
    const out = results;
    for (let lane = 0; lane < lanes; lane++) {
      for (let i = 0; i < entries; i++) a[i] = memory[from + i * lanes + lane] as number;
      f(a, rows, cols, out, memory[second + lane] as number);
      for (let i = 0; i < length; i++) memory[to + i * lanes + lane] = out[i] as number;
    }
  };
let results = new Float64Array(64);

/** Eigenvalues of a'a or a a', whichever is smaller, descending. */
const gramValues = (a: Float64Array, rows: number, cols: number, out: Float64Array): void => {
  const [n, inner, row, col] =
    rows < cols ? ([rows, cols, cols, 1] as const) : ([cols, rows, 1, cols] as const);
  const gram = scratch(n * n, 1);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < inner; k++)
        sum += (a[i * row + k * col] as number) * (a[j * row + k * col] as number);
      gram[i * n + j] = gram[j * n + i] = sum;
    }
  }
  symmetricValues(gram, n, out);
};

/** From this number of entries on, WebAssembly is worth its calls. */
const large = 200;

/** Functions of whole matrices. */
const matrixFunctions = {
  det: matrixwise((a, n, _, out) => {
    out[0] = determinant(a, n);
  }),
  /** NaN where it is not clear. */
  rank: matrixwise((a, rows, cols, out) => {
    out[0] = rows * cols < large ? rankOf(a, rows, cols) : wideRank(a, rows, cols);
  }),
  /** Of a positive semidefinite matrix, given by its upper half; NaN where it is not clear. */
  definiteRank,
  inv: matrixwise((a, n, _, out) => invert(a, n, out)),
  /** All eigenvalues of a symmetric matrix, descending. */
  spectrum: matrixwise((a, n, _, out) => symmetricValues(a, n, out)),
  /** A unit eigenvector to an eigenvalue, the second argument. */
  eigenvector: matrixwise((a, n, _, out, value) => eigenvectorOf(a, n, value, out)),
  /** All singular values, descending. */
  singular: matrixwise((a, rows, cols, out) => {
    gramValues(a, rows, cols, out);
    for (let i = 0; i < Math.min(rows, cols); i++)
      out[i] = Math.sqrt(Math.max(0, out[i] as number));
  }),
} as const;

export const outsideNames = [...Object.keys(entryFunctions), ...Object.keys(matrixFunctions)];
export const outsideSteps: readonly Outside[] = [
  ...Object.values(entryFunctions),
  ...Object.values(matrixFunctions),
];
export const isEntryFunction = (fn: string): boolean => fn in entryFunctions;
