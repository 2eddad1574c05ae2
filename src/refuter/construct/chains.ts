/**
 * Solves chains of inequalities between scalars, as 0 < a; a < b; b < 1, for the scalars in them.
 */
import type { Declaration, Expr, Formula } from '../../language/ast.ts';
import type { Assignment } from '../../evaluate/assignment.ts';
import { evaluate } from '../../evaluate/evaluate.ts';
import { namesIn } from '../../evaluate/names.ts';
import { meetsAttributes } from '../../networks/declared.ts';
import { pick, type Dice } from '../../networks/dice.ts';
import { fraction } from '../../networks/fraction.ts';
import { compare, type Q } from '../../numbers/rational.ts';
import { rationals } from '../../numbers/rationals.ts';
import { scalar } from '../../numbers/tensor.ts';
import { failure } from '../outcome.ts';
import { declared } from './recogniser.ts';

const { add, sub, mul } = rationals;

interface Link {
  readonly low: Expr;
  readonly high: Expr;
  readonly strict: boolean;
}

/** The inequalities between scalars among the hypotheses, and the scalars that they bound. */
export interface Chains {
  readonly links: readonly Link[];
  readonly variables: readonly Declaration[];
}

const opposite: Readonly<Record<string, string>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

const linkOf = (f: Formula): Link | null => {
  if (f.kind === 'not' && f.body.kind === 'relation') {
    const turned = opposite[f.body.relation];
    return turned === undefined ? null : linkOf({ ...f.body, relation: turned as '<' });
  }
  if (f.kind !== 'relation' || f.left.shape.length > 0 || f.right.shape.length > 0) return null;
  const strict = f.relation === '<' || f.relation === '>';
  if (f.relation === '<' || f.relation === '<=') return { low: f.left, high: f.right, strict };
  if (f.relation === '>' || f.relation === '>=') return { low: f.right, high: f.left, strict };
  return null;
};

/** The chains among the hypotheses; null where no scalar is bounded by one. */
export const chainsIn = (
  hypotheses: readonly Formula[],
  declarations: readonly Declaration[],
): Chains | null => {
  const bounded = (e: Expr): Declaration | null => {
    const d = declared(e, declarations);
    return d !== null && d.type.kind === 'tensor' && d.type.shape.length === 0 ? d : null;
  };
  const links = hypotheses
    .map(linkOf)
    .filter((l): l is Link => l !== null && (bounded(l.low) !== null || bounded(l.high) !== null));
  const variables = declarations.filter((d) =>
    links.some((l) => bounded(l.low) === d || bounded(l.high) === d),
  );
  return variables.length === 0 ? null : { links, variables };
};

const isName = (e: Expr, name: string): boolean =>
  e.kind === 'variable' && e.index === null && e.name === name;

const steps: readonly Q[] = [
  fraction(1, 2),
  fraction(1, 2),
  fraction(1, 3),
  fraction(2, 3),
  fraction(1, 4),
];

/** The least upper bound by what has a value, through scalars that are not placed yet. */
const leastAbove = (
  name: string,
  links: readonly Link[],
  pending: ReadonlySet<string>,
  valueOf: (e: Expr) => Q | null,
  seen: ReadonlySet<string> = new Set([name]),
): Q | null => {
  let least: Q | null = null;
  for (const l of links) {
    if (!isName(l.low, name)) continue;
    const through = l.high.kind === 'variable' && pending.has(l.high.name) ? l.high.name : null;
    const bound =
      through === null
        ? valueOf(l.high)
        : seen.has(through)
          ? null
          : leastAbove(through, links, pending, valueOf, new Set([...seen, through]));
    if (bound !== null && (least === null || compare(bound, least) < 0)) least = bound;
  }
  return least;
};

/** A number between two bounds; `by` of the way, or by so much beyond the only one. */
const between = (low: Q | null, high: Q | null, by: Q): Q => {
  if (low === null) return sub(high ?? 0, by);
  return high === null ? add(low, by) : add(low, mul(by, sub(high, low)));
};

/**
 * The point with its bounded scalars moved between their bounds, from below upwards, as far as they
 * are not there already; null where bounds leave no room. Whoever asked checks every hypothesis
 * again.
 */
export const chained = (
  { links, variables }: Chains,
  start: Assignment<Q>,
  random: Dice,
): Assignment<Q> | null => {
  let at = start;
  const placed = new Set<string>();
  const pending = new Set(variables.map((d) => d.name));
  const known = (e: Expr): boolean => [...namesIn(e)].every((n) => !pending.has(n));
  const value = (e: Expr): Q => evaluate(e, rationals, at).data[0] ?? 0;
  const place = (d: Declaration): boolean => {
    pending.delete(d.name);
    const lows = links
      .filter((l) => isName(l.high, d.name) && known(l.low))
      .map((l) => value(l.low));
    if (d.attributes.some((a) => a === 'positive' || a === 'nonnegative')) lows.push(0);
    const low = lows.reduce<Q | null>((m, x) => (m === null || compare(x, m) > 0 ? x : m), null);
    const high = leastAbove(d.name, links, pending, (e) => (known(e) ? value(e) : null));
    const old = at.values.get(d.name);
    const drawn = old?.kind === 'tensor' ? (old.tensor.data[0] ?? 0) : 0;
    const fits =
      (low === null || compare(drawn, low) > 0) && (high === null || compare(drawn, high) < 0);
    if (fits) return true;
    const to = between(low, high, pick(random, steps));
    const next = { kind: 'tensor' as const, tensor: scalar(to) };
    if (!meetsAttributes(next, d.attributes)) return false;
    at = { dims: at.dims, values: new Map(at.values).set(d.name, next) };
    return true;
  };
  try {
    while (placed.size < variables.length) {
      const ready = variables.find(
        (d) =>
          !placed.has(d.name) &&
          links.every((l) => !isName(l.high, d.name) || known(l.low) || namesIn(l.low).has(d.name)),
      );
      const next = ready ?? variables.find((d) => !placed.has(d.name));
      if (next === undefined || !place(next)) return null;
      placed.add(next.name);
    }
    return at;
  } catch (error) {
    failure(error);
    return null;
  }
};
