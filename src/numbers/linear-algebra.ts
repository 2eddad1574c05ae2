/** Linear algebra over any domain, in one place for the rooms that use it. */
export {
  add,
  extent,
  fromRows,
  identity,
  isSymmetric,
  kron,
  matmul,
  scale,
  side,
  subtract,
  toRows,
  trace,
  transpose,
} from './matrix.ts';
export { inverse, nullspace, rank, rref, solve } from './elimination.ts';
export { characteristicPolynomial, determinant } from './determinant.ts';
export {
  type Inertia,
  inertia,
  isDefinite,
  isPositiveDefinite,
  isPositiveSemidefinite,
} from './inertia.ts';
export {
  type Enclosure,
  countEigenvaluesAbove,
  eigenvalueBracket,
  singularValueBracket,
  sqrtBracket,
} from './spectrum.ts';
