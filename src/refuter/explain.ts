/** Explains a counterexample: both sides of each formula at the point. */
import type { Claim, Expr, Formula } from '../language/ast.ts';
import { formulaText } from '../language/text.ts';
import type { Assignment } from '../evaluate/assignment.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { failing } from '../evaluate/failing.ts';
import { mapAssignment } from '../evaluate/lift.ts';
import { namesInFormula } from '../evaluate/names.ts';
import { bracketText } from '../numbers/bracket-text.ts';
import type { Bracket } from '../numbers/bracket.ts';
import { Undefined, Unsettled, Unsupported, type Field } from '../numbers/field.ts';
import { fromRational, type Q } from '../numbers/rational.ts';
import { tensor, type Tensor } from '../numbers/tensor.ts';
import type { Counterexample } from '../verdict/verdict.ts';
import { refutedGoal } from './certify.ts';
import { freeEntries, type FreeEntries } from './free.ts';
import { nested } from './sides.ts';
import { certifyBits, exactly } from './truth.ts';
import { whyItFails } from './why-it-fails.ts';

/**
 * A formula at a point: both sides' exact values and their difference, as texts in nested lists;
 * null where it has no such sides.
 */
export interface ExplainedFormula {
  /** In the words of the claim. */
  readonly text: string;
  readonly left: unknown;
  readonly right: unknown;
  /** left − right; null where the sides are not compared entry by entry. */
  readonly difference: unknown;
}

/** Why a point refutes a claim, to be printed under it. */
export interface Explanation {
  /** Attributes of declarations, as `W invertible`: they hold. */
  readonly attributes: readonly string[];
  /** Every hypothesis of the refuted direction with its values: they hold. */
  readonly hypotheses: readonly ExplainedFormula[];
  /** The relation that fails. */
  readonly conclusion: ExplainedFormula;
  /** Why it fails, in sentences: which entries differ, which vector shows it. */
  readonly reasons: readonly string[];
  /** Entries that may take any value their declarations allow, marked `*` in print. */
  readonly free: FreeEntries;
}

type Sides<T> = { readonly left: Tensor<T> | null; readonly right: Tensor<T> | null };

const textsOf = <T>(field: Field<T>, { left, right }: Sides<T>): Omit<ExplainedFormula, 'text'> => {
  // rationals are brackets of width zero, so that one printer serves both domains
  const texts = (t: Tensor<T> | null): unknown =>
    t === null
      ? null
      : nested({ shape: t.shape, data: t.data.map((x) => bracketText(x as Bracket & T)) });
  const fit = left !== null && right !== null && left.data.length === right.data.length;
  return {
    left: texts(left),
    right: texts(right),
    difference: fit
      ? texts(
          tensor(
            left.shape,
            left.data.map((x, i) => field.sub(x, right.data[i] as T)),
          ),
        )
      : null,
  };
};

const silent = { left: null, right: null, difference: null };

const explained = (f: Formula, at: Assignment<Q>): ExplainedFormula => {
  const text = formulaText(f);
  if ([...namesInFormula(f)].some((name) => !at.values.has(name))) return { text, ...silent };
  try {
    const found = exactly(at, certifyBits, <T>(field: Field<T>, point: Assignment<T>) => {
      const value = (e: Expr): Tensor<T> | null =>
        evaluate(e.kind === 'kernel' ? e.of : e, field, point);
      if (f.kind === 'is') return textsOf(field, { left: value(f.subject), right: null });
      return f.kind === 'relation'
        ? textsOf(field, { left: value(f.left), right: value(f.right) })
        : silent;
    });
    return { text, ...(found ?? silent) };
  } catch (error) {
    if (error instanceof Undefined || error instanceof Unsupported || error instanceof Unsettled)
      return { text, ...silent };
    throw error;
  }
};

const failed = (f: Formula, at: Assignment<Q>): ExplainedFormula => {
  const found = exactly(at, certifyBits, <T>(field: Field<T>, point: Assignment<T>) => {
    const failure = failing(f, field, point);
    return failure === null
      ? null
      : { text: formulaText(failure.relation), ...textsOf(field, failure) };
  });
  return found ?? explained(f, at);
};

/**
 * What there is to say of a counterexample: each hypothesis with both sides' values, the relation
 * that fails with the difference of its sides, and the entries that do not matter. Throws a
 * `RangeError` for a point that refutes nothing.
 */
export const explain = (claim: Claim, counterexample: Pick<Counterexample, 'at'>): Explanation => {
  const point = mapAssignment(counterexample.at, fromRational);
  const goal = refutedGoal(claim, point);
  if (typeof goal === 'string') throw new RangeError(`this point refutes nothing: ${goal}`);
  const conclusion = failed(goal.conclusion, point);
  return {
    attributes: claim.declarations.flatMap((d) => d.attributes.map((a) => `${d.name} ${a}`)),
    hypotheses: goal.hypotheses.map((h) => explained(h, point)),
    conclusion,
    reasons: whyItFails(conclusion),
    free: freeEntries(goal, point),
  };
};
