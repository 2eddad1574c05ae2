/** Builds points for `ker(A) = ker(B)`. */
import type { Dice } from '../../networks/dice.ts';
import { drawNumber } from '../../networks/entries.ts';
import { echelon, range } from '../../networks/elimination.ts';
import { matrixOf, product, type Matrix } from '../../networks/matrix.ts';
import { isZero } from '../../networks/fraction.ts';
import { rank } from '../../numbers/elimination.ts';
import { rationals } from '../../numbers/rationals.ts';
import { declared, type Recogniser } from './recogniser.ts';
import { matrixAt, withMatrix } from './put.ts';

/**
 * A matrix of the given number of rows whose kernel is that of `a`: other combinations of a's rows.
 */
const sameKernel = (random: Dice, a: Matrix, rows: number): Matrix | null => {
  const [m = 1, n = 1] = a.shape;
  const reduced = echelon(
    range(m).map((i) => a.data.slice(i * n, (i + 1) * n)),
    range(n),
  ).rows.filter((row) => row.some((x) => !isZero(x)));
  const r = reduced.length;
  if (r > rows) return null;
  if (r === 0) return matrixOf(rows, n, () => 0);
  const basis = matrixOf(r, n, (i, j) => reduced[i]?.[j] ?? 0);
  for (let i = 0; i < 6; i++) {
    const mix = matrixOf(rows, r, () => drawNumber(random, 'tiny'));
    if (rank(rationals, mix) === r) return product(mix, basis);
  }
  return product(
    matrixOf(rows, r, (i, j) => (i === j ? 1 : 0)),
    basis,
  );
};

/** `ker(A) = ker(B)`: the rows of one span those of the other. */
export const kernels: Recogniser = (f, declarations) => {
  if (f.relation !== '=' || f.left.kind !== 'kernel' || f.right.kind !== 'kernel') return null;
  const [a, b] = [declared(f.left.of, declarations), declared(f.right.of, declarations)];
  if (
    a === null ||
    b === null ||
    a.name === b.name ||
    a.attributes.length + b.attributes.length > 0
  )
    return null;
  return {
    kind: 'ker(A) = ker(B)',
    build: (random, at) => {
      for (const [from, to] of random.nextInt(0, 1) === 0
        ? ([
            [a, b],
            [b, a],
          ] as const)
        : ([
            [b, a],
            [a, b],
          ] as const)) {
        const [source, target] = [matrixAt(at, from.name), matrixAt(at, to.name)];
        const made =
          source === null || target === null
            ? null
            : sameKernel(random, source, target.shape[0] ?? 1);
        if (made !== null) return withMatrix(at, to.name, made);
      }
      return null;
    },
  };
};
