/**
 * Numbers made of vectors and matrices read from the side with fewer transposes: y' x and x' y are
 * one summand, mu' A' mu is mu' A mu; neighbours that are equal are a power.
 */
import type { Expr } from '../language/ast.ts';
import { exprText } from '../language/text.ts';
import { isOperation, number, operation } from './build-atoms.ts';
import { product } from './build.ts';
import { transposed } from './build-forms.ts';
import { mapParts } from './rebuild.ts';

const factorsOf = (e: Expr): readonly Expr[] =>
  isOperation(e, 'mul') ? e.args.flatMap(factorsOf) : [e];

const primes = (text: string): number => text.split("'").length;

/** The chain or its transpose: fewer primes, then the first in the alphabet. */
const turned = (chain: readonly Expr[]): Expr => {
  const joined = (all: readonly Expr[]): Expr => all.reduce((a, b) => product(a, b));
  const [one, other] = [joined(chain), joined(chain.map(transposed).toReversed())];
  const [a, b] = [exprText(one), exprText(other)];
  if (primes(a) !== primes(b)) return primes(a) < primes(b) ? one : other;
  return a <= b ? one : other;
};

/** A product that is a number: its factors that are numbers, and one chain. */
const oriented = (e: Expr): Expr => {
  const factors = factorsOf(e);
  const chain = factors.filter((f) => f.shape.length > 0);
  const [first] = chain;
  // one row and one column: two chains next to each other are left as they stand
  const rows = chain.filter((f) => isOperation(f, 'transpose') && f.args[0]!.shape.length === 1);
  if (chain.length < 2 || rows.length !== 1 || first !== rows[0]) return e;
  const numbers = factors.filter((f) => f.shape.length === 0);
  return [...numbers, turned(chain)].reduce((a, b) => product(a, b));
};

/** Every number in its shorter direction, so that equal summands meet. */
export const withOneDirection = (e: Expr): Expr => {
  const inside = mapParts(e, withOneDirection);
  return inside.shape.length === 0 && isOperation(inside, 'mul') ? oriented(inside) : inside;
};

/** A A is A^2. */
export const withPowers = (e: Expr): Expr => {
  const inside = mapParts(e, withPowers);
  if (!isOperation(inside, 'mul')) return inside;
  const out: Expr[] = [];
  const counts: number[] = [];
  for (const factor of factorsOf(inside)) {
    const last = out.at(-1);
    const isSquare = factor.shape.length === 2 && factor.shape[0] === factor.shape[1];
    if (last && isSquare && factor.kind === 'variable' && exprText(last) === exprText(factor))
      counts[counts.length - 1] = (counts.at(-1) ?? 1) + 1;
    else {
      out.push(factor);
      counts.push(1);
    }
  }
  if (counts.every((count) => count === 1)) return inside;
  return out
    .map((factor, i) =>
      counts[i] === 1
        ? factor
        : operation('pow', [factor, number(BigInt(counts[i] as number))], factor.shape),
    )
    .reduce((a, b) => operation('mul', [a, b], joinedShape(a, b)));
};

const joinedShape = (a: Expr, b: Expr): Expr['shape'] => product(a, b).shape;
