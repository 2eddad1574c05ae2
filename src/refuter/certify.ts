/** Checks a counterexample exactly: the only function that creates one. */
import type { Attribute, Claim, Declaration, Expr, Formula } from '../language/ast.ts';
import type { Counterexample } from '../verdict/verdict.ts';
import type { Assignment } from '../evaluate/assignment.ts';
import { mapAssignment } from '../evaluate/lift.ts';
import { Undefined, Unsupported, type Rational } from '../numbers/field.ts';
import { fromRational, type Q } from '../numbers/rational.ts';
import { complete } from '../language/definedness/complete.ts';
import { formulaText } from '../language/text.ts';
import { goalsOf, type Goal } from './goals.ts';
import { sidesOf } from './sides.ts';
import { certifyBits, truthOf } from './truth.ts';
import { malformed } from './wellformed.ts';

const subjectOf = (d: Declaration, member: number | null): Expr => ({
  kind: 'variable',
  name: d.name,
  index: member === null ? null : { name: null, offset: member },
  shape: d.type.kind === 'tensor' ? d.type.shape : [],
  span: d.span,
});

/** The attributes of a declaration as formulas, one for each member of a family. */
const attributeFormulas = (
  d: Declaration,
  at: Assignment<Q>,
): { readonly formula: Formula; readonly attribute: Attribute }[] => {
  const value = at.values.get(d.name);
  const members = value?.kind === 'family' ? value.members.map((_, i) => i + 1) : [null];
  return members.flatMap((member) =>
    d.attributes.map((attribute) => ({
      attribute,
      formula: { kind: 'is', subject: subjectOf(d, member), attribute, span: d.span },
    })),
  );
};

/** Why the point does not refute the goal; null where it does. */
const objection = (claim: Claim, goal: Goal, at: Assignment<Q>): string | null => {
  const form = malformed(claim, goal.declarations, at);
  if (form !== null) return form;
  for (const d of goal.declarations) {
    if (d.type.kind !== 'tensor') continue;
    for (const { formula, attribute } of attributeFormulas(d, at)) {
      if (truthOf(formula, at, certifyBits) !== true) return `${d.name} is not ${attribute}`;
    }
  }
  const conditions = new Set(complete(claim).conditions.map((c) => c.formula));
  for (const h of goal.hypotheses) {
    const truth = truthOf(h, at, certifyBits);
    const text = formulaText(h);
    if (truth === false && conditions.has(h)) return `not defined at this point, where not ${text}`;
    if (truth === false) return `the hypothesis ${text} does not hold`;
    if (truth === null)
      return `the hypothesis ${text} is between irrational numbers and cannot be confirmed exactly`;
  }
  const conclusion = truthOf(goal.conclusion, at, certifyBits);
  if (conclusion === true) return 'the conclusion holds';
  if (conclusion === null)
    return `the two sides of the conclusion cannot be distinguished to ${certifyBits[certifyBits.length - 1]} bits`;
  return null;
};

/** The first goal that a point refutes, or why it refutes none. */
export const refutedGoal = (claim: Claim, point: Assignment<Q>): Goal | string => {
  let why = 'the claim has no goal';
  for (const goal of goalsOf(claim)) {
    try {
      const found = objection(claim, goal, point);
      if (found === null) return goal;
      why = found;
    } catch (error) {
      if (error instanceof Undefined) why = `not defined at this point: ${error.message}`;
      else if (error instanceof Unsupported) why = error.message;
      else throw error;
    }
  }
  return why;
};

/**
 * The one maker of counterexamples. From the claim and exact values alone it re-checks sizes and
 * shapes, attributes, every hypothesis, the conditions of definedness among them, and that the
 * conclusion fails: over the rationals, and over brackets of growing precision where something is
 * irrational. Answers the counterexample, or why it is not one.
 */
export const certify = (claim: Claim, at: Assignment<Rational>): Counterexample | string => {
  let point: Assignment<Q>;
  try {
    point = mapAssignment(at, fromRational);
  } catch (error) {
    if (error instanceof Undefined) return error.message;
    throw error;
  }
  const goal = refutedGoal(claim, point);
  return typeof goal === 'string' ? goal : { at, ...sidesOf(claim, goal, point), exact: true };
};
