/**
 * The named operations on matrices modulo p: determinants, adjugates, ranks, pseudo-inverses, pairs
 * of indices.
 */
import { adjugate } from '../operators/adjugate.ts';
import { pseudoInverse } from '../operators/pseudo-inverse.ts';
import { spend } from '../numbers/counted-work.ts';
import { determinant, rank } from '../numbers/linear-algebra.ts';
import { tensor } from '../numbers/tensor.ts';
import { field } from './modular.ts';

/** The numeric shape of an operation's value, from its argument's. */
export function operationExtent(name: string, of: readonly number[]): readonly number[] {
  const [m = 1, p = 1] = of;
  if (['adj', 'sqrtm', 'expm', 'logm'].includes(name)) return of;
  if (name === 'pinv') return [p, m];
  return name === 'pair' ? [m, p, m * p] : [];
}

/** 1 where the third index is that of the pair, counted row by row. */
function places([m = 1, p = 1]: readonly number[]): number[] {
  const length = m * p * m * p;
  // counted before it is made: it grows with the fourth power of the sizes
  spend(length / 256);
  const data = Array<number>(length).fill(0);
  for (let r = 0; r < m * p; r++) data[r * m * p + r] = 1;
  return data;
}

/**
 * The true value; null for an operation without one here. Throws `Undefined` where chance was
 * against it.
 */
export function operationValue(
  name: string,
  shape: readonly number[],
  value: ArrayLike<number>,
): ArrayLike<number> | null {
  const matrix = tensor([shape[0] ?? 1, shape[1] ?? 1], Array.from(value));
  switch (name) {
    case 'det':
      return [determinant(field, matrix)];
    case 'rank':
      return [rank(field, matrix)];
    case 'adj':
      return adjugate(field, matrix).data;
    case 'pinv':
      return pseudoInverse(field, matrix).data;
    case 'pair':
      return places(shape);
    default:
      return null;
  }
}
