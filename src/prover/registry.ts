/** All strategies of the search. To add one: a file that declares it, and its line here. */
import { structure } from './bounds/structure.ts';
import { equalityStrategies } from './equality/equality-strategies.ts';
import { equalPowers } from './equality/equal-powers.ts';
import { eigenvaluesThatVanish } from './order/eigenvalues-that-vanish.ts';
import { vanishingDistance } from './order/vanishing-distance.ts';
import { eulerEquations } from './equality/euler-equations.ts';
import { constantFunctions } from './equality/constant-functions.ts';
import { oppositeInstances } from './equality/opposite-instances.ts';
import { touchingForms } from './equality/touching-forms.ts';
import type { Strategy } from './known/strategy.ts';
import { inductionStrategies } from './logic/induction-strategies.ts';
import { decompositions } from './logic/decompositions.ts';
import { knownTraces } from './logic/known-traces.ts';
import { logicStrategies } from './logic/logic-strategies.ts';
import { attainedNorms } from './logic/attained-norms.ts';
import { meanValues } from './logic/mean-values.ts';
import { homogeneousEntries } from './equality/homogeneous-entries.ts';
import { rootQuotients } from './equality/root-quotients.ts';
import { timesDenominators } from './equality/times-denominators.ts';
import { logarithmsOfProducts } from './equality/logarithms-of-products.ts';
import { numberPowers } from './logic/number-powers.ts';
import { twoValues } from './logic/two-values.ts';
import { implications } from './logic/modus-ponens.ts';
import { rootsOfMultiples } from './equality/roots-of-multiples.ts';
import { blockForms } from './matrices/block-forms.ts';
import { constantKernels } from './matrices/constant-kernels.ts';
import { squareInverses } from './matrices/square-inverses.ts';
import { rankOne } from './matrices/rank-one.ts';
import { otherwiseInvertible } from './matrices/otherwise-invertible.ts';
import { definiteAreInvertible } from './matrices/definite-are-invertible.ts';
import { definiteInverses } from './matrices/definite-inverses.ts';
import { weightedDefinite } from './matrices/weighted-definite.ts';
import { pivotsOfMatrices } from './matrices/pivots.ts';
import { predicateStrategies } from './matrices/predicate-strategies.ts';
import { matrixExponentials } from './matrices/matrix-exponentials.ts';
import { rootsOfMatrices } from './matrices/roots-of-matrices.ts';
import { rankStrategies } from './matrices/rank-strategies.ts';
import { bothSidesStrategies } from './order/both-sides.ts';
import { means } from './order/by-means.ts';
import { bySlope } from './order/by-slope.ts';
import { eitherSign } from './order/either-sign.ts';
import { squaresOfAbsoluteValues } from './order/squares-of-absolute-values.ts';
import { psdTheorems } from './order/psd-theorems.ts';
import { convexTangents } from './order/convex-tangents.ts';
import { withoutDenominators } from './order/cleared-facts.ts';
import { definiteNorms, strictNorms } from './order/definite-norms.ts';
import { definiteForms } from './order/definite-forms.ts';
import { invitedFacts, statedFacts } from './order/invited-facts.ts';
import { atCoordinates, sumOfEntries } from './order/entries.ts';
import { byLogarithms } from './order/by-logarithms.ts';
import { logDeterminants } from './order/log-determinants.ts';
import { lipschitzSteps } from './order/lipschitz-steps.ts';
import { powerMeans } from './order/power-means.ts';
import { instancesAtPoints } from './order/instances-at-points.ts';
import { jensen } from './order/jensen.ts';
import { cauchyForms } from './order/cauchy-forms.ts';
import { cauchyTraces } from './order/cauchy-traces.ts';
import { productsOfNumbers } from './order/number-products.ts';
import { nonnegativePolynomials } from './order/nonnegative-polynomials.ts';
import { writtenSoftplus } from './rewriting/written-softplus.ts';
import { largestEntries } from './order/largest-entries.ts';
import { lengthsByNorms } from './order/lengths-by-norms.ts';
import { frobeniusNorms } from './order/frobenius-norms.ts';
import { normsByParts } from './order/norms-by-parts.ts';
import { normsOfInverses } from './order/norms-of-inverses.ts';
import { normsByGram } from './order/norms-by-gram.ts';
import { rotatedProducts } from './order/rotated-products.ts';
import { operatorBounds } from './order/operator-bounds.ts';
import { orderStrategies } from './order/order-strategies.ts';
import { psdProducts } from './order/psd-products.ts';
import { psdTraces } from './order/psd-traces.ts';
import { softmaxDerivatives } from './order/softmax-derivatives.ts';
import { stretchedLengths } from './order/stretched-lengths.ts';
import { alongSegments } from './order/segments.ts';
import { spectralNorms } from './order/spectral-norms.ts';
import { eigenvaluesByForms } from './order/eigenvalues-by-forms.ts';
import { eigenvalueByEigenvalue } from './order/eigenvalue-by-eigenvalue.ts';
import { formsAsMatrices } from './order/forms-as-matrices.ts';
import { formsAtUnitVectors } from './order/forms-at-unit-vectors.ts';
import { atVectors } from './order/at-vectors.ts';
import { timesSquares } from './order/times-squares.ts';
import { timesOwnLength } from './order/times-own-length.ts';
import { squaredSides } from './order/squared-sides.ts';
import { equalSquares } from './order/equal-squares.ts';
import { conditionBounds } from './order/condition-bounds.ts';
import { writtenMatrixNorms } from './order/written-matrix-norms.ts';
import { writtenNorms } from './order/written-norms.ts';
import { traces } from './order/traces.ts';
import { tracesByNuclearNorms } from './order/traces-by-nuclear-norms.ts';
import { tracesOfProducts } from './order/traces-of-products.ts';
import { rankArithmetic } from './order/rank-arithmetic.ts';
import { completedSquares } from './order/completed-squares.ts';
import { formsInVectors } from './order/forms-in-vectors.ts';
import { quadraticForms } from './order/quadratic-forms.ts';
import { rightAngles } from './order/right-angles.ts';
import { sameArguments } from './rewriting/arguments-strategy.ts';
import { withoutLogarithms } from './order/without-logarithms.ts';
import { writtenRoots } from './rewriting/written-roots.ts';
import { writtenInverses } from './rewriting/written-inverses.ts';

export const strategies: readonly Strategy[] = [
  ...logicStrategies,
  withoutDenominators,
  ...equalityStrategies,
  equalPowers,
  ...rootsOfMultiples,
  rootQuotients,
  timesDenominators,
  logarithmsOfProducts,
  homogeneousEntries,
  twoValues,
  numberPowers,
  ...rootsOfMatrices,
  ...matrixExponentials,
  eulerEquations,
  vanishingDistance,
  touchingForms,
  eigenvaluesThatVanish,
  constantFunctions,
  knownTraces,
  oppositeInstances,
  ...rankStrategies,
  otherwiseInvertible,
  rankOne,
  constantKernels,
  ...rankArithmetic,
  pivotsOfMatrices,
  ...predicateStrategies,
  squareInverses,
  definiteInverses,
  definiteAreInvertible,
  weightedDefinite,
  ...blockForms,
  ...inductionStrategies,
  ...orderStrategies,
  ...bothSidesStrategies,
  eitherSign,
  ...squaresOfAbsoluteValues,
  bySlope,
  withoutLogarithms,
  writtenSoftplus,
  completedSquares,
  quadraticForms,
  formsInVectors,
  nonnegativePolynomials,
  productsOfNumbers,
  rightAngles,
  atCoordinates,
  spectralNorms,
  definiteForms,
  definiteNorms,
  strictNorms,
  psdProducts,
  psdTraces,
  eigenvalueByEigenvalue,
  eigenvaluesByForms,
  formsAsMatrices,
  formsAtUnitVectors,
  atVectors,
  softmaxDerivatives,
  stretchedLengths,
  attainedNorms,
  ...meanValues,
  squaredSides,
  equalSquares,
  timesOwnLength,
  timesSquares,
  operatorBounds,
  normsByGram,
  rotatedProducts,
  normsByParts,
  normsOfInverses,
  largestEntries,
  lengthsByNorms,
  frobeniusNorms,
  cauchyForms,
  cauchyTraces,
  sumOfEntries,
  statedFacts,
  invitedFacts,
  psdTheorems,
  jensen,
  convexTangents,
  powerMeans,
  lipschitzSteps,
  logDeterminants,
  byLogarithms,
  alongSegments,
  instancesAtPoints,
  traces,
  tracesByNuclearNorms,
  tracesOfProducts,
  means,
  structure,
  sameArguments,
  writtenInverses,
  writtenNorms,
  writtenMatrixNorms,
  conditionBounds,
  writtenRoots,
  implications,
  decompositions,
];
