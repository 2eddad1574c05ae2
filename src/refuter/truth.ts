import type { Formula } from '../language/ast.ts';
import type { Assignment } from '../evaluate/assignment.ts';
import { compileDecision } from '../evaluate/decide.ts';
import { mapAssignment } from '../evaluate/lift.ts';
import { brackets } from '../numbers/bracket.ts';
import { Unsettled, Unsupported, type Field } from '../numbers/field.ts';
import type { Q } from '../numbers/rational.ts';
import { toRational } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';

/** Precisions tried one after the other before a bracket is given up as too wide. */
export const certifyBits: readonly number[] = [64, 128, 256, 512];
/** During the search a point costs one try; what it leaves open is not a violation. */
export const searchBits: readonly number[] = [64];

/** Runs something over the rationals, and over brackets of growing precision where it has irrational values; null where none can tell. */
export const exactly = <R>(
  at: Assignment<Q>,
  bits: readonly number[],
  run: <T>(field: Field<T>, at: Assignment<T>) => R,
): R | null => {
  try {
    return run(rationals, at);
  } catch (error) {
    // over the rationals only a quantifier stays open, and more digits do not settle it
    if (error instanceof Unsettled) return null;
    if (!(error instanceof Unsupported)) throw error;
  }
  for (const b of bits) {
    const field = brackets(b);
    try {
      return run(
        field,
        mapAssignment(at, (x) => field.fromRational(toRational(x))),
      );
    } catch (error) {
      if (!(error instanceof Unsettled)) throw error;
    }
  }
  return null;
};

type Decision = ReturnType<typeof compileDecision>;
const compiled = new WeakMap<Formula, Decision>();

const decisionOf = (f: Formula): Decision => {
  const known = compiled.get(f);
  if (known !== undefined) return known;
  const made = compileDecision(f);
  compiled.set(f, made);
  return made;
};

/** Truth of a formula at a point, proved; null where the brackets stay too wide. Throws `Undefined` and `Unsupported`. */
export const truthOf = (f: Formula, at: Assignment<Q>, bits: readonly number[]): boolean | null => {
  const decide = decisionOf(f);
  return exactly(at, bits, (field, point) => decide(field, point));
};
