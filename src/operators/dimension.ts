import type { Dim } from '../language/ast.ts';

/** The factors of a product dimension in canonical order, `1` left out: `m*2*k` is `2`, `k`, `m`. */
export const factorsOf = (dim: Dim): readonly Dim[] => {
  const names: Dim[] = [];
  let literal = 1;
  for (const part of dim.split('*').map((p) => p.trim())) {
    if (/^\d+$/.test(part)) literal *= Number(part);
    else names.push(part);
  }
  names.sort();
  return literal === 1 ? names : [String(literal), ...names];
};

/** The product of dimensions as one dimension: literals multiplied in front, names sorted, so that equal products are equal texts. */
export const productDim = (...dims: readonly Dim[]): Dim => {
  const factors = factorsOf(dims.join('*'));
  return factors.length === 0 ? '1' : factors.join('*');
};
