/** Splits a claim into goals: hypotheses to meet and a conclusion to violate. */
import type { Claim, Declaration, Formula } from '../language/ast.ts';
import { complete } from '../language/definedness/complete.ts';

/**
 * One way to refute a claim: a point at which every hypothesis holds and the conclusion fails. `P
 * => Q` is the goal with P among the hypotheses, `P <=> Q` two goals, `A and B` two; the variables
 * of `forall` in a conclusion become variables of the search.
 */
export interface Goal {
  /** The claim's declarations and the variables its conclusion quantifies over. */
  readonly declarations: readonly Declaration[];
  readonly hypotheses: readonly Formula[];
  readonly conclusion: Formula;
  /**
   * Those of the hypotheses that negate an alternative of the conclusion: where one fails, the
   * conclusion holds.
   */
  readonly alternatives: ReadonlySet<Formula>;
}

const negation = (f: Formula): Formula => ({ kind: 'not', span: f.span, body: f });

/** Hypotheses with conjunctions taken apart and `exists` opened where its names are new. */
const addHypothesis = (goal: Goal, f: Formula): Goal => {
  if (f.kind === 'and') return addHypothesis(addHypothesis(goal, f.left), f.right);
  if (f.kind === 'exists') {
    const opened = withVariables(goal, f.variables);
    if (opened !== null) return addHypothesis(opened, f.body);
  }
  if (f.kind === 'not') {
    const pushed = pushNegation(f.body);
    if (pushed !== null) return addHypothesis(goal, pushed);
  }
  return { ...goal, hypotheses: [...goal.hypotheses, f] };
};

/** `not f` with the negation moved inwards; null where it stays. */
const pushNegation = (f: Formula): Formula | null => {
  switch (f.kind) {
    case 'not':
      return f.body;
    case 'or':
      return { kind: 'and', span: f.span, left: negation(f.left), right: negation(f.right) };
    case 'implies':
      return { kind: 'and', span: f.span, left: f.left, right: negation(f.right) };
    case 'exists':
      return { kind: 'forall', span: f.span, variables: f.variables, body: negation(f.body) };
    case 'forall':
      return { kind: 'exists', span: f.span, variables: f.variables, body: negation(f.body) };
    default:
      return null;
  }
};

const withVariables = (goal: Goal, variables: readonly Declaration[]): Goal | null =>
  variables.some((v) => goal.declarations.some((d) => d.name === v.name))
    ? null
    : { ...goal, declarations: [...goal.declarations, ...variables] };

const split = (goal: Goal): Goal[] => {
  const f = goal.conclusion;
  const to = (conclusion: Formula, from: Goal = goal): Goal[] => split({ ...from, conclusion });
  switch (f.kind) {
    case 'implies':
      return to(f.right, addHypothesis(goal, f.left));
    case 'iff':
      return [
        ...to(f.right, addHypothesis(goal, f.left)),
        ...to(f.left, addHypothesis(goal, f.right)),
      ];
    case 'and':
      return [...to(f.left), ...to(f.right)];
    case 'or': {
      const without = addHypothesis(goal, negation(f.left));
      const added = without.hypotheses.slice(goal.hypotheses.length);
      return to(f.right, { ...without, alternatives: new Set([...goal.alternatives, ...added]) });
    }
    case 'forall': {
      const opened = withVariables(goal, f.variables);
      return opened === null ? [goal] : to(f.body, opened);
    }
    case 'not': {
      const pushed = pushNegation(f.body);
      return pushed === null || pushed.kind === 'exists' ? [goal] : to(pushed);
    }
    default:
      return [goal];
  }
};

/**
 * `W is onto` as a hypothesis on a declared variable becomes an attribute, which the arbitraries
 * build in.
 */
const absorb = (goal: Goal): Goal => ({
  ...goal,
  declarations: goal.declarations.map((d) => {
    const more = goal.hypotheses.flatMap((h) =>
      h.kind === 'is' &&
      h.subject.kind === 'variable' &&
      h.subject.index === null &&
      h.subject.name === d.name &&
      d.family === null
        ? [h.attribute]
        : [],
    );
    return more.length === 0 ? d : { ...d, attributes: [...new Set([...d.attributes, ...more])] };
  }),
});

/**
 * All goals of a claim, its conditions of definedness among the hypotheses: refuting any one of
 * them refutes the claim.
 */
export const goalsOf = (given: Claim): Goal[] => {
  const { claim } = complete(given);
  const base: Goal = {
    declarations: claim.declarations,
    hypotheses: [],
    conclusion: claim.conclusion,
    alternatives: new Set(),
  };
  const withHypotheses = claim.hypotheses.reduce(addHypothesis, base);
  return split(withHypotheses).map(absorb);
};
