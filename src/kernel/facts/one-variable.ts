/** Numbers and polynomials that bound functions of one real variable at every argument. */
import { and, implies, less, type Formula } from '../formula.ts';
import { add, contract, jet, number, scale, zeros } from '../graph.ts';
import { valueOf } from '../laws.ts';
import { one, ratio, type Ratio } from '../ratio.ts';
import { fail } from '../seal.ts';
import type { Term } from '../term.ts';
import { scalar, facts, type Facts } from './fact.ts';
import { whole } from './spectral-terms.ts';

const atMost = (a: Term, b: Term): Formula => less(a, b, false);
const slope = (name: string, s: Term): Term =>
  jet({ name, family: [], inputs: [null], output: null }, [1], [s]);
const between = (low: Ratio, t: Term, high: Ratio): Formula =>
  and(atMost(number(low), t), atMost(t, number(high)));
const power = (s: Term, k: number): Term =>
  contract(Array<Term>(k).fill(s), Array<string>(k).fill(''), '');

/** 1 + s + … + s^k / k!. */
function taylor(s: Term, k: number): Term {
  if (k > 8) return fail('a degree of at most 8 is wanted');
  let sum = number(one);
  let factorial = 1n;
  for (let j = 1; j <= k; j++) {
    factorial *= BigInt(j);
    sum = add(sum, scale(ratio(1n, factorial), power(s, j)));
  }
  return sum;
}

export const oneVariable: Facts = facts([
  //  −0.13 ≤ gelu'(s) ≤ 1.13: gelu'' vanishes at ±√2 alone, where gelu' is 1.1289… and −0.1289…
  [
    'slope of gelu',
    {
      source: "gelu''(z) = (2 − z²) φ(z), φ the standard normal density",
      statement: (s) => between(ratio(-13n, 100n), slope('gelu', scalar(s)), ratio(113n, 100n)),
    },
  ],
  //  −0.1 ≤ silu'(s) ≤ 1.1: largest at 2.399…, where it is 1.0998…, and silu'(s) + silu'(−s) = 1
  [
    'slope of silu',
    {
      source: 'Ramachandran, Zoph, Le, Searching for Activation Functions, 2017',
      statement: (s) => between(ratio(-1n, 10n), slope('silu', scalar(s)), ratio(11n, 10n)),
    },
  ],
  //  T_k(s) ≤ exp(s) for every s where k is odd, for 0 ≤ s where it is even; exp(s) ≤ T_k(s) for s ≤ 0 where it is even
  [
    'exp and its Taylor polynomials',
    {
      source: "Taylor's theorem with Lagrange's remainder exp(ξ) s^(k+1) / (k+1)!",
      statement: (given, s) => {
        const k = whole(given);
        const [value, sum] = [valueOf('exp', scalar(s)), taylor(scalar(s), k)];
        return k % 2 === 1
          ? atMost(sum, value)
          : and(
              implies(atMost(zeros([]), scalar(s)), atMost(sum, value)),
              implies(atMost(scalar(s), zeros([])), atMost(value, sum)),
            );
      },
    },
  ],
]);
