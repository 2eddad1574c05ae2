/** Decides a formula at a whole-number point by compiled programs. */
import type { Formula, Relation } from '../../language/ast.ts';
import type { Assignment } from '../../evaluate/assignment.ts';
import { lazily } from '../../evaluate/lazily.ts';
import { compare as order, type Q } from '../../numbers/rational.ts';
import { Fast } from './program.ts';

type Values = readonly Float64Array[];
const every = (
  a: Float64Array,
  b: Float64Array,
  holds: (x: number, y: number) => boolean,
): boolean => {
  for (let i = 0; i < a.length; i++) if (!holds(a[i] as number, b[i] as number)) return false;
  return true;
};

/** a = c b for some c > 0, by cross products; null where these are too large to be exact. */
const proportional = (a: Float64Array, b: Float64Array): boolean | null => {
  const k = b.findIndex((x) => x !== 0);
  if (k < 0) return a.every((x) => x === 0);
  const [p, q] = [a[k] as number, b[k] as number];
  if (p * q <= 0) return false;
  const limit = 2 ** 52;
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [(a[i] as number) * q, p * (b[i] as number)];
    if (Math.abs(x) > limit || Math.abs(y) > limit) return null;
    if (x !== y) return false;
  }
  return true;
};

const compare = (relation: Relation, [a, b]: Values): boolean | null => {
  if (a === undefined || b === undefined || a.length !== b.length) return null;
  switch (relation) {
    case '=':
      return every(a, b, (x, y) => x === y);
    case '!=':
      return !every(a, b, (x, y) => x === y);
    case '<':
      return every(a, b, (x, y) => x < y);
    case '<=':
      return every(a, b, (x, y) => x <= y);
    case '>':
      return every(a, b, (x, y) => x > y);
    case '>=':
      return every(a, b, (x, y) => x >= y);
    case '~~':
      return proportional(a, b);
    default:
      return null;
  }
};

const compareExactly = (relation: Relation, [a, b]: readonly (readonly Q[])[]): boolean | null => {
  if (a === undefined || b === undefined || a.length !== b.length) return null;
  const ordered = (holds: (order: number) => boolean): boolean =>
    a.every((x, i) => holds(order(x, b[i] ?? 0)));
  switch (relation) {
    case '=':
      return ordered((o) => o === 0);
    case '!=':
      return !ordered((o) => o === 0);
    case '<':
      return ordered((o) => o < 0);
    case '<=':
      return ordered((o) => o <= 0);
    case '>':
      return ordered((o) => o > 0);
    case '>=':
      return ordered((o) => o >= 0);
    default:
      return null;
  }
};

type Judge = (at: Assignment<Q>) => boolean | null;

const compile = (f: Formula): Judge => {
  switch (f.kind) {
    case 'relation': {
      if (f.left.kind === 'kernel' || f.right.kind === 'kernel') return () => null;
      const fast = new Fast([f.left, f.right]);
      return (at) => {
        const values = fast.values(at);
        const truth = values === null ? null : compare(f.relation, values);
        if (truth !== null) return truth;
        const exact = fast.rational(at);
        return exact === null ? null : compareExactly(f.relation, exact);
      };
    }
    case 'and':
    case 'or':
    case 'implies':
    case 'iff': {
      const [left, right] = [compile(f.left), compile(f.right)];
      const join = lazily[f.kind];
      return (at) => {
        const a = left(at);
        // whether the right side has a value is unknown here: it is asked for where the left side
        // is known
        return a === null
          ? null
          : join(
              () => a,
              () => right(at),
            );
      };
    }
    case 'not': {
      const body = compile(f.body);
      return (at) => {
        const truth = body(at);
        return truth === null ? null : !truth;
      };
    }
    default:
      return () => null;
  }
};

const compiled = new WeakMap<Formula, Judge>();

/**
 * Truth of a formula at a point of whole numbers, exactly, by recorded straight-line code in
 * float64; null where that cannot tell. For the search alone: a certificate is made the general
 * way.
 */
export const fastTruth = (f: Formula, at: Assignment<Q>): boolean | null => {
  let judge = compiled.get(f);
  if (judge === undefined) {
    judge = compile(f);
    compiled.set(f, judge);
  }
  return judge(at);
};
