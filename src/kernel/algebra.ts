/**
 * Elementary facts of linear algebra about operations that have no equations of their own in terms:
 * determinants, adjugates, ranks, norms, eigenvalues, pseudo-inverses, the pairs behind Kronecker
 * products, and of the exponential function. Each holds for all real matrices of the shapes that it
 * asks for, at every size, size 1 and singular matrices included; a hypothesis that it needs stands
 * in its statement.
 */
import { characteristic } from './facts/characteristic.ts';
import { coordinates } from './facts/coordinates.ts';
import { eigenvalues } from './facts/eigenvalues.ts';
import { spectralNorms } from './facts/norms.ts';
import { smallestSingularValues } from './facts/smallest-singular-values.ts';
import { nuclearNorms } from './facts/nuclear-norms.ts';
import { exponentials } from './facts/exponential.ts';
import { ranks } from './facts/ranks.ts';
import { definite } from './facts/definite.ts';
import { determinants } from './facts/determinants.ts';
import { functions } from './facts/functions.ts';
import { growth } from './facts/growth.ts';
import { sumsAndProducts } from './facts/sums-and-products.ts';
import { convexFunctions } from './facts/convex-functions.ts';
import { sumsOfEntries } from './facts/sums-of-entries.ts';
import { ranges } from './facts/ranges.ts';
import { oneVariable } from './facts/one-variable.ts';
import { logDeterminants } from './facts/log-determinants.ts';
import { matrixExponentials } from './facts/matrix-exponentials.ts';
import { matrixRoots } from './facts/roots-of-matrices.ts';
import { segments } from './facts/segments.ts';
import { singularValues } from './facts/singular-values.ts';
import { slopes } from './facts/slopes.ts';
import { adjugatePowers } from './facts/adjugate-powers.ts';
import { softmaxes } from './facts/softmax.ts';
import { pairs } from './facts/pairs.ts';
import { pseudoInverses } from './facts/pseudo-inverse.ts';
import type { Fact } from './facts/fact.ts';

const algebra: ReadonlyMap<string, Fact> = new Map<string, Fact>([
  ...determinants,
  ...pseudoInverses,
  ...pairs,
  ...ranks,
  ...spectralNorms,
  ...smallestSingularValues,
  ...nuclearNorms,
  ...eigenvalues,
  ...definite,
  ...exponentials,
  ...coordinates,
  ...functions,
  ...sumsAndProducts,
  ...growth,
  ...slopes,
  ...softmaxes,
  ...oneVariable,
  ...ranges,
  ...sumsOfEntries,
  ...convexFunctions,
  ...singularValues,
  ...segments,
  ...characteristic,
  ...matrixRoots,
  ...matrixExponentials,
  ...logDeterminants,
  ...adjugatePowers,
]);

export const factNamed = (name: string): Fact | undefined => algebra.get(name);
export const factNames = (): string[] => [...algebra.keys()];
