/**
 * The trusted core: the rules that make theorems, and nothing else makes one. A theorem `Γ ⊢ φ`
 * says: for all sizes of its dimensions and all values of its free names, if every formula of Γ
 * holds, so does φ; an equation of tensors holds when all entries agree. Matrices are real; inv,
 * 1/s and derivatives are total functions with unspecified values where they are undefined, and
 * only rules that carry the hypothesis of definedness say anything about them.
 *
 *   logic        assume  discharge  modusPonens  both  first  second  either  cases  contradiction  classical  explode
 *   quantifiers  generalise  specialise  instance  unpack
 *   equations    linear  replace  differentiate  dims
 *   entries      everyEntry
 *   definitions  definition  inverseOf
 *   the reals    squares  order  comparable  asymmetry  weak  antisymmetry  overBasis  eachOfBasis
 *   dimension    fat  oneSided  rankByKernel  rankOnto  rankTranspose
 *   indices      atLeastOne  overRange  atIndex  induction
 *   tables       law  positiveValue  rootOf  fact  cite
 *   means        meanOrder  meanOfSquare  meanOfProduct  restate
 */
import { definitionRules } from './rules/definitions.ts';
import { dimensionRules } from './rules/dimension.ts';
import { entryRules } from './rules/entries.ts';
import { equationRules } from './rules/equations.ts';
import { inductionRules } from './rules/induction.ts';
import { logicRules } from './rules/logic.ts';
import { quantifierRules } from './rules/quantifiers.ts';
import { meanRules } from './rules/means.ts';
import { orderRules } from './rules/reals.ts';
import { tableRules } from './rules/tables.ts';
import { takeMake } from './sequent.ts';

const make = takeMake();

export const {
  assume,
  discharge,
  modusPonens,
  both,
  first,
  second,
  either,
  cases,
  contradiction,
  classical,
  explode,
} = logicRules(make);
export const { generalise, specialise, instance, unpack } = quantifierRules(make);
export const { linear, replace, differentiate, dims } = equationRules(make);
export const { everyEntry } = entryRules(make);
export const { definition, inverseOf } = definitionRules(make);
export const { squares, order, comparable, asymmetry, weak, antisymmetry, overBasis, eachOfBasis } =
  orderRules(make);
export const { fat, oneSided, rankByKernel, rankOnto, rankTranspose } = dimensionRules(make);
export const { atLeastOne, overRange, atIndex, induction } = inductionRules(make);
export const { law, positiveValue, rootOf, fact, cite } = tableRules(make);
export const { meanOrder, meanOfSquare, meanOfProduct, restate } = meanRules(make);

export { freshName } from './rules/definitions.ts';
export { atMost, indexTerm } from './rules/induction.ts';
export { hole, residue } from './rules/equations.ts';
export { orderResidue, type Summand } from './rules/reals.ts';
export { Theorem, type Derivation, type Given, type Use } from './sequent.ts';
