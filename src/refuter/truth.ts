/** Decides formulas exactly: rationals, then brackets of growing precision. */
import type { Formula } from '../language/ast.ts';
import type { Assignment } from '../evaluate/assignment.ts';
import { compileDecision } from '../evaluate/decide.ts';
import { mapAssignment } from '../evaluate/lift.ts';
import { brackets } from '../numbers/bracket.ts';
import { Unsettled, Unsupported, type Field } from '../numbers/field.ts';
import { formal } from '../numbers/formal.ts';
import type { Formal } from '../numbers/formal-ring.ts';
import type { Q } from '../numbers/rational.ts';
import { toRational } from '../numbers/rational.ts';
import { rationals } from '../numbers/rationals.ts';

/** Precisions tried one after the other before a bracket is given up as too wide. */
export const certifyBits: readonly number[] = [64, 128, 256, 512];
/** During the search a point costs one try; what it leaves open is not a violation. */
export const searchBits: readonly number[] = [64];

/**
 * Runs something over the rationals, and over brackets of growing precision, and with `byName` over
 * numbers by name, where it has irrational values; null where none can tell.
 */
export const exactly = <R>(
  at: Assignment<Q>,
  bits: readonly number[],
  run: <T>(field: Field<T>, at: Assignment<T>) => R,
  byName = false,
): R | null => {
  try {
    return run(rationals, at);
  } catch (error) {
    // over the rationals only a quantifier stays open, and more digits do not settle it
    if (error instanceof Unsettled) return null;
    if (!(error instanceof Unsupported)) throw error;
  }
  for (const [i, b] of bits.entries()) {
    const found = inField(brackets(b), at, run) ?? (byName && i === 0 ? named(b, at, run) : null);
    if (found !== null) return found;
  }
  return null;
};

/** Null where the field cannot tell. */
const inField = <T, R>(
  field: Field<T>,
  at: Assignment<Q>,
  run: (field: Field<T>, at: Assignment<T>) => R,
): R | null => {
  try {
    return run(
      field,
      mapAssignment(at, (x) => field.fromRational(toRational(x))),
    );
  } catch (error) {
    if (error instanceof Unsettled) return null;
    throw error;
  }
};

/**
 * Numbers that no bracket tells apart may be equal by name. Null where they are not, or where
 * something has no name.
 */
const named = <R>(
  bits: number,
  at: Assignment<Q>,
  run: (field: Field<Formal>, at: Assignment<Formal>) => R,
): R | null => {
  try {
    return inField(formal(bits), at, run);
  } catch (error) {
    if (error instanceof Unsupported) return null;
    throw error;
  }
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

/**
 * Truth of a formula at a point, proved; null where the brackets stay too wide. Throws `Undefined`
 * and `Unsupported`.
 */
export const truthOf = (f: Formula, at: Assignment<Q>, bits: readonly number[]): boolean | null => {
  const decide = decisionOf(f);
  return exactly(at, bits, (field, point) => decide(field, point), true);
};
