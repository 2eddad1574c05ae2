/** Climbs from a point towards a violation of the conclusion. */
import type { Formula } from '../../language/ast.ts';
import type { Assignment, Value } from '../../evaluate/assignment.ts';
import { evaluate } from '../../evaluate/evaluate.ts';
import { Undefined, Unsupported } from '../../numbers/field.ts';
import { meetsAttributes } from '../../networks/declared.ts';
import { pick, type Dice } from '../../networks/dice.ts';
import { fraction } from '../../networks/fraction.ts';
import type { Q } from '../../numbers/rational.ts';
import { toFloat } from '../../numbers/rational-text.ts';
import { rationals } from '../../numbers/rationals.ts';
import { tensor } from '../../numbers/tensor.ts';
import { grownTired } from '../construct/heavy.ts';
import { meet } from '../construct/meet.ts';
import type { Prepared } from '../prepared.ts';

/**
 * How far an inequality is from failing, relative to its sides: below zero it fails. Null for other
 * formulas.
 */
const margin = (f: Formula, at: Assignment<Q>): number | null => {
  if (f.kind !== 'relation' || !['<', '<=', '>', '>='].includes(f.relation)) return null;
  const left = evaluate(f.left, rationals, at).data.map(toFloat);
  const right = evaluate(f.right, rationals, at).data.map(toFloat);
  const sign = f.relation === '<' || f.relation === '<=' ? 1 : -1;
  return Math.min(
    ...left.map(
      (x, i) => (sign * ((right[i] ?? 0) - x)) / (Math.abs(x) + Math.abs(right[i] ?? 0) + 1e-9),
    ),
  );
};

const strict: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);

/**
 * How far a point is from violating: unmet equations weigh most, then the margin of the conclusion.
 */
const distance = (prepared: Prepared, at: Assignment<Q>): number | null => {
  try {
    const gaps = prepared.equations.flatMap((e) =>
      e === null ? [] : e.residual(at, 1).map((x) => Math.abs(toFloat(x))),
    );
    const gap = gaps.reduce((a, b) => a + b, 0);
    return 1e3 * Math.min(gap, 1e9) + (margin(prepared.goal.conclusion, at) ?? 0);
  } catch (error) {
    if (error instanceof Undefined || error instanceof Unsupported) return null;
    throw error;
  }
};

const nudged = (random: Dice, x: Q): Q => {
  switch (random.nextInt(0, 6)) {
    case 0:
      return fraction(0);
    case 1:
      return rationals.neg(x);
    case 2:
      return rationals.mul(x, fraction(pick(random, [1, 2]), pick(random, [1, 2])));
    case 3:
      return rationals.add(x, fraction(pick(random, [1, -1]), 4));
    // a value beyond 1e3 is ten such moves away
    case 4:
      return rationals.mul(x, fraction(pick(random, [4, 10])));
    default:
      return rationals.add(x, fraction(pick(random, [1, -1])));
  }
};

const moved = (random: Dice, value: Value<Q>): Value<Q> => {
  if (value.kind === 'family') {
    const at = random.nextInt(0, value.members.length - 1);
    return {
      kind: 'family',
      members: value.members.map((m, i) => (i === at ? moved(random, m) : m)),
    };
  }
  if (value.kind === 'tensor') {
    const { shape, data } = value.tensor;
    const at = random.nextInt(0, data.length - 1);
    const n = shape[1] ?? 1;
    const mirror = shape.length === 2 && shape[0] === n ? (at % n) * n + Math.floor(at / n) : at;
    const by = nudged(random, data[at] ?? 0);
    return {
      kind: 'tensor',
      tensor: tensor(
        shape,
        data.map((x, i) => (i === at || i === mirror ? by : x)),
      ),
    };
  }
  if (value.kind === 'function' && value.map.kind === 'polynomial') {
    const { map } = value;
    const output = random.nextInt(0, map.outputs.length - 1);
    return {
      kind: 'function',
      map: {
        ...map,
        outputs: map.outputs.map((terms, o) =>
          o === output
            ? terms.map((t) => ({ ...t, coefficient: nudged(random, t.coefficient) }))
            : terms,
        ),
      },
    };
  }
  return value;
};

/** The point with one of these values moved; null where the move breaks an attribute. */
export function movedAt(
  { goal }: Prepared,
  random: Dice,
  { dims, values }: Assignment<Q>,
  names: readonly string[],
): Assignment<Q> | null {
  const name = pick(random, names);
  const value = values.get(name);
  const d = goal.declarations.find((x) => x.name === name);
  if (value === undefined || d === undefined) return null;
  const next = moved(random, value);
  return meetsAttributes(next, d.attributes)
    ? { dims, values: new Map(values).set(name, next) }
    : null;
}

/**
 * Is there anything to climb from a point: an inequality to break, or equations that it did not
 * meet?
 */
export const climbable = ({ equations, goal: { conclusion } }: Prepared, met: boolean): boolean =>
  (!met && equations.some((e) => e !== null)) ||
  (conclusion.kind === 'relation' && strict.has(conclusion.relation));

/** Points on a climb from one point towards violation, each nearer than the one before. */
export function* climb(
  prepared: Prepared,
  random: Dice,
  start: Assignment<Q>,
  steps: number,
): Iterable<Assignment<Q>> {
  let best = start;
  let least = distance(prepared, start);
  const names = [...start.values.keys()];
  if (names.length === 0) return;
  for (let i = 0; i < steps; i++) {
    const candidate = movedAt(prepared, random, best, names);
    if (candidate === null) continue;
    const met = meet(prepared, candidate, random);
    const at = typeof met === 'number' ? candidate : met;
    if (grownTired(start, at)) continue;
    const far = distance(prepared, at);
    if (far === null || (least !== null && far > least)) continue;
    [best, least] = [at, far];
    yield at;
  }
}
