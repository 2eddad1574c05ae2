/** Both sides of a failing relation, as texts. */
import type { Claim } from '../language/ast.ts';
import { formulaText } from '../language/text.ts';
import type { Assignment } from '../evaluate/assignment.ts';
import { failing } from '../evaluate/failing.ts';
import type { Field } from '../numbers/field.ts';
import { bracketText } from '../numbers/bracket-text.ts';
import type { Bracket } from '../numbers/bracket.ts';
import type { Q } from '../numbers/rational.ts';
import type { Tensor } from '../numbers/tensor.ts';
import type { Goal } from './goals.ts';
import { certifyBits, exactly } from './truth.ts';

/**
 * Numbers as texts in nested lists: a scalar is a text, a vector a list, a matrix a list of rows.
 */
export const nested = (t: Tensor<string>): unknown => {
  const [m, n] = t.shape;
  if (m === undefined) return t.data[0];
  if (n === undefined) return [...t.data];
  const inner = t.data.length / m;
  return Array.from({ length: m }, (_, i) =>
    nested({ shape: t.shape.slice(1), data: t.data.slice(i * inner, (i + 1) * inner) }),
  );
};

/**
 * The relation that fails in a refuted goal, in the words of the claim, and the exact value of each
 * side.
 */
export const sidesOf = (
  claim: Claim,
  goal: Goal,
  at: Assignment<Q>,
): { readonly left: unknown; readonly right: unknown; readonly fails: string } => {
  const found = exactly(at, certifyBits, <T>(field: Field<T>, point: Assignment<T>) => {
    const failure = failing(goal.conclusion, field, point);
    if (failure === null) return null;
    // rationals are brackets of width zero, so that one printer serves both domains
    const texts = (t: Tensor<T> | null): unknown =>
      t === null
        ? null
        : nested({ shape: t.shape, data: t.data.map((x) => bracketText(x as Bracket & T)) });
    return {
      left: texts(failure.left),
      right: texts(failure.right),
      fails: formulaText(failure.relation),
    };
  });
  return (
    found ?? {
      left: null,
      right: null,
      fails: claim.source.slice(goal.conclusion.span.start, goal.conclusion.span.end).trim(),
    }
  );
};
