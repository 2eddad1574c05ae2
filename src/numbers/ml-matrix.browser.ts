/**
 * What `ml-matrix.node.ts` gives, for a browser: by Jacobi's rotations, since ml-matrix would be a
 * large part of the one file.
 */
import { singularJacobi, symmetricJacobi } from './jacobi.ts';

/** A matrix by its rows, as far as decompositions ask for it. */
class Matrix {
  readonly entries: number[][];
  constructor(entries: number[][]) {
    this.entries = entries;
  }
  get rows(): number {
    return this.entries.length;
  }
  get(i: number, j: number): number {
    return this.entries[i]?.[j] as number;
  }
}

class EigenvalueDecomposition {
  readonly realEigenvalues: number[];
  readonly eigenvectorMatrix: Matrix;
  constructor({ entries }: Matrix) {
    const { values, vectors } = symmetricJacobi(entries);
    [this.realEigenvalues, this.eigenvectorMatrix] = [values, new Matrix(vectors)];
  }
}

class SVD {
  readonly diagonal: number[];
  readonly leftSingularVectors: Matrix;
  readonly rightSingularVectors: Matrix;
  constructor({ entries }: Matrix) {
    const { left, values, right } = singularJacobi(entries);
    this.diagonal = values;
    [this.leftSingularVectors, this.rightSingularVectors] = [new Matrix(left), new Matrix(right)];
  }
}

export const mlMatrix = () => ({ EigenvalueDecomposition, Matrix, SVD });
