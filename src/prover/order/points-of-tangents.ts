/**
 * Points of exp, log and reciprocals at which Jensen's inequality takes tangents: the numbers in the
 * goal, and constants.
 */
import type { Term } from '../../kernel/term.ts';
import { logarithm } from '../../kernel/laws.ts';
import { less, type Formula } from '../../kernel/formula.ts';
import type { Theorem } from '../../kernel/theorem.ts';
import { alike } from '../derived/labelled.ts';
import { namedIn } from '../graphs/named-functions.ts';
import { nought } from '../graphs/small-terms.ts';
import { termsOf } from '../graphs/formula-terms.ts';
import type { Context } from '../known/context.ts';
import type { Ask } from '../known/strategy.ts';
import { inverted, isSize } from './family-sums.ts';
import {
  pointOfExp,
  pointOfLog,
  pointOfOne,
  pointOfProduct,
  pointOfReciprocal,
  type Point,
} from './tangents.ts';

/**
 * Points of exp, log and reciprocals of numbers in the goal, where these are known to be positive.
 */
export function* scalarPoints(
  goal: Formula,
  known: Context,
): Generator<Ask, Point[], Theorem | null> {
  const terms = termsOf(goal);
  const points: Point[] = [];
  for (const { name, argument, order } of namedIn(terms)) {
    if (argument.shape.length > 0 || order > 0 || points.length > 5) continue;
    if (name === 'exp') points.push(pointOfExp(argument));
    if (name !== 'log') continue;
    const sign = yield { goal: less(nought(), argument, true), known };
    if (sign) points.push(pointOfLog(argument, sign));
  }
  if (points.length === 0) return points;
  for (const x of inverted(terms)
    .filter((t) => t.shape.length === 0)
    .slice(0, 2)) {
    const sign = yield { goal: less(nought(), x, true), known };
    const point = sign && pointOfReciprocal(x, sign, known);
    if (point) points.push(point);
  }
  return points;
}

/**
 * 1; where log(n) of a size n is in the goal, 1/n, and v/n for the other numbers with a logarithm.
 */
export function* constants(
  found: readonly Point[],
  known: Context,
): Generator<Ask, Point[], Theorem | null> {
  const logs = found.filter(({ log }) => namedIn([log]).some(({ name }) => name === 'log'));
  const plain = logs.filter(({ value }) => alike(logarithm(value), logOf(value, logs)));
  const reciprocals: Point[] = [];
  for (const { value } of plain.filter((v) => isSize(v.value)).slice(0, 2)) {
    const sign = yield { goal: less(nought(), value, true), known };
    const over = sign && pointOfReciprocal(value, sign, known);
    if (over) reciprocals.push(over);
  }
  const others = plain.filter((v) => !isSize(v.value)).slice(0, 2);
  const quotients = others.flatMap((v) => reciprocals.flatMap((w) => pointOfProduct(v, w) ?? []));
  return [pointOfOne(), ...reciprocals, ...quotients];
}
const logOf = (value: Term, points: readonly Point[]): Term =>
  points.find((p) => p.value === value)?.log ?? nought();
