/** Finds the entries of a counterexample that may take any value. */
import type { Declaration, Formula, Relation } from '../language/ast.ts';
import type { Assignment, Value } from '../evaluate/assignment.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { mapAssignment } from '../evaluate/lift.ts';
import { namesInFormula } from '../evaluate/names.ts';
import { meetsAttributes } from '../networks/declared.ts';
import { fraction } from '../networks/fraction.ts';
import { Undefined, Unsettled, Unsupported } from '../numbers/field.ts';
import { polynomials, type Polynomial } from '../numbers/polynomial.ts';
import type { Q } from '../numbers/rational.ts';
import { tensor } from '../numbers/tensor.ts';
import type { Goal } from './goals.ts';
import { outcomeOf } from './outcome.ts';

/**
 * How it is known that an entry may take any value its declaration allows, all such entries at
 * once: `decided` by polynomials in these entries, or `tested` at several values, exactly. null: it
 * may not.
 */
export type Freedom = 'decided' | 'tested' | null;

/** For each name the freedom of its entries, in order; members of a family one behind the other. */
export type FreeEntries = ReadonlyMap<string, readonly Freedom[]>;

interface Slot {
  readonly d: Declaration;
  readonly member: number | null;
  readonly entry: number;
  /** The mirrored entry of a symmetric matrix moves with it. */
  readonly mirror: number;
}

const others: readonly Q[] = [0, 1, -1, 2, 7, -3, fraction(5, 2), fraction(-1, 3), 1000, -1000];
const mostSlots = 40;

const slotsOf = (goal: Goal, at: Assignment<Q>): Slot[] =>
  goal.declarations.flatMap((d): Slot[] => {
    const value = at.values.get(d.name);
    const parts =
      value?.kind === 'family'
        ? value.members.map((m, i) => [m, i] as const)
        : value === undefined
          ? []
          : [[value, null] as const];
    const tied = d.attributes.some((a) => a === 'symmetric' || a === 'psd' || a === 'pd');
    return parts.flatMap(([part, member]): Slot[] => {
      if (part.kind !== 'tensor') return [];
      const n = part.tensor.shape[1] ?? 1;
      const mirrorOf = (k: number): number =>
        tied && part.tensor.shape.length === 2 ? (k % n) * n + Math.floor(k / n) : k;
      return part.tensor.data.flatMap((_, entry) =>
        mirrorOf(entry) < entry ? [] : [{ d, member, entry, mirror: mirrorOf(entry) }],
      );
    });
  });

const withEntry = <T>(value: Value<T>, slot: Slot, x: T): Value<T> => {
  if (value.kind === 'family')
    return {
      kind: 'family',
      members: value.members.map((m, i) => (i === slot.member ? withEntry(m, slot, x) : m)),
    };
  if (value.kind !== 'tensor') return value;
  return {
    kind: 'tensor',
    tensor: tensor(
      value.tensor.shape,
      value.tensor.data.map((old, k) => (k === slot.entry || k === slot.mirror ? x : old)),
    ),
  };
};

const put = <T>(at: Assignment<T>, slots: readonly Slot[], x: (i: number) => T): Assignment<T> => {
  const values = new Map(at.values);
  slots.forEach((slot, i) => {
    const value = values.get(slot.d.name);
    if (value !== undefined) values.set(slot.d.name, withEntry(value, slot, x(i)));
  });
  return { dims: at.dims, values };
};

const violated = (goal: Goal, at: Assignment<Q>): boolean => {
  const o = outcomeOf(goal, at);
  return o.kind === 'met' && o.violated;
};

const allowed = (slot: Slot, at: Assignment<Q>): boolean => {
  const value = at.values.get(slot.d.name);
  return value !== undefined && meetsAttributes(value, slot.d.attributes);
};

/**
 * Does the goal stay refuted at every one of several values of the slot, with the slots known to be
 * free as they were, at zero, and at other values?
 */
const survives = (goal: Goal, at: Assignment<Q>, slot: Slot, known: readonly Slot[]): boolean => {
  let tried = 0;
  for (const [i, x] of others.entries()) {
    const backgrounds = [
      at,
      put(at, known, () => 0),
      put(at, known, (k) => others[(i + 3 * k + 1) % others.length] ?? 1),
    ];
    for (const background of known.length === 0 ? [at] : backgrounds) {
      const moved = put(background, [slot], () => x);
      if (![...known, slot].every((s) => allowed(s, moved))) continue;
      if (!violated(goal, moved)) return false;
      tried++;
    }
  }
  return tried >= 3;
};

/**
 * The signs of the differences of a relation's sides, null for one that is not constant; null where
 * the formula is not a relation.
 */
const constantDifferences = (
  f: Formula,
  ring: ReturnType<typeof polynomials>,
  at: Assignment<Polynomial>,
): (-1 | 0 | 1 | null)[] | null => {
  if (f.kind !== 'relation' || f.left.kind === 'kernel' || f.right.kind === 'kernel') return null;
  const left = evaluate(f.left, ring, at).data;
  const right = evaluate(f.right, ring, at).data;
  return left.map((x, i) => {
    return ring.sign(ring.sub(x, right[i] as Polynomial));
  });
};

/**
 * Do the hypotheses hold and does the conclusion fail for all values of the slots at once, seen
 * from polynomials in them? false also where a difference is a polynomial that is not constant: it
 * may vanish somewhere. null: no polynomials.
 */
const decided = (goal: Goal, at: Assignment<Q>, slots: readonly Slot[]): boolean | null => {
  const ring = polynomials(slots.length);
  const names = new Set(slots.map((s) => s.d.name));
  const lifted = put(mapAssignment(at, ring.lift), slots, (i) => ring.variable(i));
  let known: boolean | null = true;
  for (const f of [...goal.hypotheses, goal.conclusion]) {
    if (![...namesInFormula(f)].some((n) => names.has(n))) continue;
    const wanted = f !== goal.conclusion;
    let signs: readonly (-1 | 0 | 1 | null)[] | null;
    try {
      signs = constantDifferences(f, ring, lifted);
    } catch (error) {
      if (
        !(error instanceof Undefined || error instanceof Unsupported || error instanceof Unsettled)
      )
        throw error;
      signs = null;
    }
    const truth =
      signs === null || f.kind !== 'relation' ? null : always(f.relation, signs, wanted);
    if (truth === false) return false;
    known &&= truth === null ? null : known;
  }
  return known;
};

/**
 * Is a relation true (or false, where that is wanted) whatever the values, by the signs of its
 * differences? null: not told by signs.
 */
const always = (
  relation: Relation,
  signs: readonly (-1 | 0 | 1 | null)[],
  wanted: boolean,
): boolean | null => {
  const each: Readonly<Partial<Record<Relation, readonly number[]>>> = {
    '=': [0],
    '<': [-1],
    '<=': [-1, 0],
    '>': [1],
    '>=': [0, 1],
  };
  if (relation === '!=') return always('=', signs, !wanted);
  const good = each[relation];
  if (good === undefined) return null;
  return wanted
    ? signs.every((s) => s !== null && good.includes(s))
    : signs.some((s) => s !== null && !good.includes(s));
};

/**
 * The entries of a refuting point that may take any value, so that a reader need not wonder what
 * they are for.
 */
export const freeEntries = (goal: Goal, at: Assignment<Q>): FreeEntries => {
  const slots = slotsOf(goal, at);
  const free: Slot[] = [];
  if (slots.length <= mostSlots) {
    for (const slot of slots)
      if (survives(goal, at, slot, free) && decided(goal, at, [...free, slot]) !== false)
        free.push(slot);
  }
  const how: Freedom = free.length > 0 && decided(goal, at, free) === true ? 'decided' : 'tested';
  const result = new Map<string, readonly Freedom[]>();
  for (const d of goal.declarations) {
    const value = at.values.get(d.name);
    const parts = value?.kind === 'family' ? value.members : value === undefined ? [] : [value];
    result.set(
      d.name,
      parts.flatMap((part, member): Freedom[] =>
        part.kind !== 'tensor'
          ? []
          : part.tensor.data.map((_, k) =>
              free.some(
                (s) => s.d === d && (s.member ?? 0) === member && (s.entry === k || s.mirror === k),
              )
                ? how
                : null,
            ),
      ),
    );
  }
  return result;
};
