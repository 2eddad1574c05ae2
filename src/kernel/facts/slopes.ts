/**
 * Absolute values inside functions, and slopes of activations in other functions. An argument of
 * any shape means each of its entries; at kinks relu'(0) = 0 and |x|'(0) = 0 are agreed on.
 * Sources: the definitions, differentiated, with gelu(z) = z (1 + erf(z/√2))/2 and erf'(z) = 2/√π
 * exp(−z²), where 2/√π = erf'(0).
 */
import { equal, implies, less, not } from '../formula.ts';
import { add, contract, inverse, jet, number, scale, zeros } from '../graph.ts';
import { root } from '../laws.ts';
import { negative, one, ratio } from '../ratio.ts';
import { fail, same } from '../seal.ts';
import type { Term } from '../term.ts';
import { all, facts, scalar, type Facts } from './fact.ts';

const letters = (t: Term): string => 'abcdefgh'.slice(0, t.shape.length);
const some = (u: Term | undefined): Term => u ?? fail('a term is wanted');
const entrywise = (u: Term, v: Term): Term =>
  same(u.shape, v.shape)
    ? contract([u, v], [letters(u), letters(u)], letters(u))
    : fail('two terms of one shape are wanted');
const multiple = (s: Term, u: Term): Term => contract([s, u], ['', letters(u)], letters(u));
const ones = (u: Term): Term =>
  contract(
    [],
    [],
    letters(u),
    Object.fromEntries(u.shape.map((d, i) => [letters(u)[i] as string, d])),
  );
const named = (name: string, order: number, u: Term): Term =>
  jet({ name, family: [], inputs: [null], output: null }, [order], [u], u.shape);
const abs = (u: Term): Term => named('abs', 0, u);
const sign = (u: Term): Term => named('abs', 1, u);
const half = ratio(1n, 2n);
/** u / √2. */
const overRoot = (u: Term): Term => multiple(inverse(root(number(ratio(2n)))), u);
/** erf'(0) exp(−c u²). */
const bell = (u: Term, c = one): Term =>
  multiple(
    named('erf', 1, number(ratio(0n))),
    named('exp', 0, scale(negative(c), entrywise(u, u))),
  );
/** (1 + erf(u/√2)) / 2, the distribution function of the standard normal law. */
const normal = (u: Term): Term => scale(half, add(ones(u), named('erf', 0, overRoot(u))));

export const slopes: Facts = facts([
  [
    'slope of abs',
    {
      source: 'definition',
      statement: (u) => equal(entrywise(sign(some(u)), abs(some(u))), some(u)),
    },
  ],
  //  off 0 a sign is 1 or −1, sign(s) / |s| = 1 / s and 0 < |s|
  [
    'sign of a nonzero number',
    {
      source: 'definition',
      statement: (s) =>
        implies(
          not(equal(scalar(s), zeros([]))),
          all(
            equal(entrywise(sign(scalar(s)), sign(scalar(s))), number(one)),
            equal(entrywise(sign(scalar(s)), inverse(abs(scalar(s)))), inverse(scalar(s))),
            less(zeros([]), abs(scalar(s)), true),
          ),
        ),
    },
  ],
  [
    'abs of abs',
    { source: 'definition', statement: (u) => equal(abs(abs(some(u))), abs(some(u))) },
  ],
  [
    'root of squares',
    {
      source: 'definition',
      statement: (u) => equal(named('sqrt', 0, entrywise(some(u), some(u))), abs(some(u))),
    },
  ],
  //  2 relu'(u) = sign(u) + sign(u)²
  [
    'slope of relu by sign',
    {
      source: 'definition',
      statement: (u) =>
        equal(
          scale(ratio(2n), named('relu', 1, some(u))),
          add(sign(some(u)), entrywise(sign(some(u)), sign(some(u)))),
        ),
    },
  ],
  [
    'slope of erf',
    { source: 'definition', statement: (u) => equal(named('erf', 1, some(u)), bell(some(u))) },
  ],
  [
    'gelu by erf',
    {
      source: 'definition',
      statement: (u) => equal(named('gelu', 0, some(u)), entrywise(some(u), normal(some(u)))),
    },
  ],
  //  gelu'(u) = Φ(u) + u φ(u), φ(u) = erf'(0) exp(−u²/2) / (2 √2)
  [
    'slope of gelu by erf',
    {
      source: 'definition, differentiated',
      statement: (u) =>
        equal(
          named('gelu', 1, some(u)),
          add(normal(some(u)), scale(half, entrywise(some(u), overRoot(bell(some(u), half))))),
        ),
    },
  ],
]);
