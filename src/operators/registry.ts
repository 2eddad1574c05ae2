/** The table of all operators by name. */
import { blocks } from './blocks.ts';
import { eig, lambdaAt, lambdaMax, lambdaMin } from './eigenvalues.ts';
import { expm } from './matrix-exponential.ts';
import { entryPower, quotient } from './entry-products.ts';
import * as functions from './functions.ts';
import * as inverses from './inverses.ts';
import { bars, norm, normF } from './norms.ts';
import { logm } from './matrix-logarithm.ts';
import { matrixPower } from './matrix-powers.ts';
import { modulus, sqrtm } from './matrix-roots.ts';
import type { Operator } from './operator.ts';
import { per } from './permanent.ts';
import { pow } from './powers.ts';
import { div, dot, hadamard, kron, mul } from './products.ts';
import { realPow } from './real-powers.ts';
import { max, mean, min, norm1, norminf, sum } from './reductions.ts';
import { det, logdet, rank, tr } from './scalars.ts';
import { lambda, sigmaMax, sigmaMin } from './spectra.ts';
import { kyfan, nuclear, schatten } from './singular-value-norms.ts';
import { adjoint, conj, im, re } from './conjugates.ts';
import { add, neg, sub } from './sums.ts';
import { diag, transpose, vec } from './transposes.ts';

const all: readonly Operator[] = [
  blocks,
  add,
  sub,
  neg,
  mul,
  hadamard,
  div,
  pow,
  kron,
  dot,
  transpose,
  adjoint,
  conj,
  re,
  im,
  vec,
  diag,
  inverses.inv,
  inverses.adj,
  inverses.pinv,
  tr,
  det,
  logdet,
  rank,
  bars,
  norm,
  normF,
  sigmaMax,
  sigmaMin,
  nuclear,
  lambda,
  functions.exp,
  functions.log,
  functions.sqrt,
  functions.abs,
  functions.sign,
  functions.sin,
  functions.cos,
  quotient,
  entryPower,
  realPow,
  sum,
  mean,
  max,
  min,
  norm1,
  norminf,
  lambdaMax,
  lambdaMin,
  lambdaAt,
  eig,
  expm,
  logm,
  sqrtm,
  modulus,
  matrixPower,
  per,
  kyfan,
  schatten,
];

/** Every operator of the language by name. A new operator is one declaration and one entry here. */
export const operators: ReadonlyMap<string, Operator> = new Map(all.map((o) => [o.name, o]));

/** The operator of that name; an unknown name is a defect of the caller. */
export const operator = (name: string): Operator => {
  const found = operators.get(name);
  if (!found)
    throw new Error(
      `there is no operator named ${name}; known are ${[...operators.keys()].join(', ')}`,
    );
  return found;
};
