/**
 * The trusted core: the rules that make theorems, and nothing else makes one. A theorem `Γ ⊢ φ`
 * says: for all sizes of its dimensions and all values of its free names, if every formula of Γ
 * holds, so does φ; an equation of tensors holds when all entries agree. Matrices are real; inv,
 * 1/s and derivatives are total functions with unspecified values where they are undefined, and
 * only rules that carry the hypothesis of definedness say anything about them.
 *
 *   logic        assume  discharge  modusPonens  both  first  second  either  cases
 *   negation     contradiction  classical  explode
 *   quantifiers  generalise  specialise  instance  unpack
 *   equations    linear  replace  dims
 *   calculus     differentiate
 *   entries      everyEntry
 *   definitions  definition  inverseOf
 *   the reals    squares  comparable  asymmetry  weak  antisymmetry
 *   certificates  order
 *   basis        overBasis  eachOfBasis
 *   dimension    fat  oneSided
 *   ranks        rankByKernel  rankOnto  rankTranspose
 *   indices      atLeastOne  overRange  atIndex  induction
 *   functions    law  positiveValue  rootOf
 *   tables       fact  cite
 *   means        meanOrder  meanOfSquare  meanOfProduct
 *   mean values  restate
 */
import { basisRules } from './rules/basis.ts';
import { certificateRules } from './rules/certificates.ts';
import { definitionRules } from './rules/definitions.ts';
import { differentiationRules } from './rules/differentiation.ts';
import { dimensionRules } from './rules/dimension.ts';
import { entryRules } from './rules/entries.ts';
import { equationRules } from './rules/equations.ts';
import { functionRules } from './rules/function-laws.ts';
import { inductionRules } from './rules/induction.ts';
import { logicRules } from './rules/logic.ts';
import { meanRules } from './rules/means.ts';
import { meanValueRules } from './rules/values-of-means.ts';
import { negationRules } from './rules/negation.ts';
import { orderRules } from './rules/reals.ts';
import { quantifierRules } from './rules/quantifiers.ts';
import { rankRules } from './rules/ranks.ts';
import { tableRules } from './rules/tables.ts';
import { takeMake } from './sequent.ts';

const make = takeMake();

export const { assume, discharge, modusPonens, both, first, second, either, cases } =
  logicRules(make);
export const { contradiction, classical, explode } = negationRules(make);
export const { generalise, specialise, instance, unpack } = quantifierRules(make);
export const { linear, replace, dims } = equationRules(make);
export const { differentiate } = differentiationRules(make);
export const { everyEntry } = entryRules(make);
export const { definition, inverseOf } = definitionRules(make);
export const { squares, comparable, asymmetry, weak, antisymmetry } = orderRules(make);
export const { order } = certificateRules(make);
export const { overBasis, eachOfBasis } = basisRules(make);
export const { fat, oneSided } = dimensionRules(make);
export const { rankByKernel, rankOnto, rankTranspose } = rankRules(make);
export const { atLeastOne, overRange, atIndex, induction } = inductionRules(make);
export const { law, positiveValue, rootOf } = functionRules(make);
export const { fact, cite } = tableRules(make);
export const { meanOrder, meanOfSquare, meanOfProduct } = meanRules(make);
export const { restate } = meanValueRules(make);

export { freshName } from './rules/definitions.ts';
export { atMost, indexTerm } from './rules/induction.ts';
export { hole, residue } from './rules/equations.ts';
export { orderResidue, type Summand } from './rules/certificates.ts';
export { Theorem, type Derivation, type Given, type Use } from './sequent.ts';
