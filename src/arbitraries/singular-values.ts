/** Matrices with given singular values, exactly: U D V' with rational orthogonal U and V. */
import { drawOrthogonal } from '../networks/orthogonal.ts';
import { once, type Dice } from '../networks/dice.ts';
import { Sampler } from '../networks/sampler.ts';
import { same } from '../networks/fraction.ts';
import {
  columnsOf,
  diagonalOf,
  product,
  rowsOf,
  transposed,
  type Matrix,
} from '../networks/matrix.ts';
import { tensorWeight } from '../networks/tensors.ts';
import { characteristicPolynomial } from '../numbers/linear-algebra.ts';
import type { Q } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';

/** The same eigenvalues of A'A are the same singular values. */
const spectrumOf = (a: Matrix): readonly Q[] =>
  characteristicPolynomial(rationals, product(transposed(a), a));

class SingularValues extends Sampler<Matrix> {
  readonly plainest: Matrix;
  readonly spectrum: readonly Q[];
  constructor(rows: number, columns: number, values: readonly Q[]) {
    super();
    this.plainest = diagonalOf(rows, columns, values);
    this.spectrum = spectrumOf(this.plainest);
  }
  override draw(random: Dice): Matrix {
    if (once(random, 8)) return this.plainest;
    const [left, right] = [
      drawOrthogonal(random, rowsOf(this.plainest)),
      drawOrthogonal(random, columnsOf(this.plainest)),
    ];
    return product(product(left, this.plainest), transposed(right));
  }
  override accepts(value: unknown): value is Matrix {
    if (typeof value !== 'object' || value === null || !('shape' in value) || !('data' in value))
      return false;
    const a = value as Matrix;
    if (
      a.shape.length !== 2 ||
      rowsOf(a) !== rowsOf(this.plainest) ||
      columnsOf(a) !== columnsOf(this.plainest)
    )
      return false;
    return spectrumOf(a).every((c, i) => same(c, this.spectrum[i] ?? rationals.zero));
  }
  override measure(value: Matrix): bigint {
    return tensorWeight(value);
  }
  protected override *candidates(): Iterable<Matrix> {
    yield this.plainest;
  }
}

/** Matrices whose singular values are exactly these; they shrink to the diagonal one. */
export const singularValuesSampler = (
  rows: number,
  columns: number,
  values: readonly Q[],
): Sampler<Matrix> => new SingularValues(rows, columns, values);
