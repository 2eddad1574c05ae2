/**
 * Convex functions of one real variable lie above their tangents: φ(s) + φ'(s) (t − s) ≤ φ(t). At a
 * kink, where relu'(0) = 0 and |x|'(0) = 0 are agreed on, these are slopes of lines below, too.
 */
import type { Formula } from '../formula.ts';
import { add, jet } from '../graph.ts';
import type { Term } from '../term.ts';
import { facts, scalar, type Fact, type Facts } from './fact.ts';
import { atMost, minus, mul } from './spectral-terms.ts';

const named = (name: string, order: number, s?: Term): Term =>
  jet({ name, family: [], inputs: [null], output: null }, [order], [scalar(s)]);
const aboveTangents = (name: string) => ({
  source: 'Boyd and Vandenberghe, Convex Optimization, section 3.1.3',
  statement: (s?: Term, t?: Term): Formula =>
    atMost(
      add(named(name, 0, s), mul(named(name, 1, s), minus(scalar(t), scalar(s)))),
      named(name, 0, t),
    ),
});

export const convexFunctions: Facts = facts(
  ['softplus', 'relu', 'abs'].map((name): readonly [string, Fact] => [
    `${name} lies above its tangents`,
    aboveTangents(name),
  ]),
);
