/** Equations at sizes that are numbers, decided by multiplying out every entry. */
import { literal } from '../dimension.ts';
import { equal } from '../formula.ts';
import { isZero, plus, type Ratio } from '../ratio.ts';
import { demand, fail } from '../seal.ts';
import type { Make, Theorem } from '../sequent.ts';
import type { Monomial, Term } from '../term.ts';
import { writeHead } from '../write.ts';
import { minus } from './tools.ts';

/** Upper limit on the products of entries that are multiplied out. */
const mostProducts = 400_000;

/** A number for each wire: all choices, one after the other. */
function* choices(sizes: readonly number[]): Generator<readonly number[]> {
  const at = sizes.map(() => 0);
  for (;;) {
    yield at;
    let w = sizes.length - 1;
    while (w >= 0 && (at[w] as number) + 1 === sizes[w]) at[w--] = 0;
    if (w < 0) return;
    at[w] = (at[w] as number) + 1;
  }
}

/**
 * Adds the products of entries that a graph denotes, identified by their other factors and their
 * place.
 */
function multiplyOut(m: Monomial, sizes: readonly number[], sum: Map<string, Ratio>): void {
  const heads = m.factors.map(({ head }) => writeHead(head));
  const powers = Object.keys(m.powers)
    .filter((d) => m.powers[d] !== 0)
    .sort()
    .map((d) => `${d}^${m.powers[d]}`);
  for (const at of choices(sizes)) {
    const place = (wires: readonly number[]): string => wires.map((w) => at[w]).join(' ');
    const entries = m.factors.map(({ slots }, i) => `${heads[i]}{${place(slots)}}`).sort();
    const key = `<${place(m.free)}> ${powers.join(' ')} ${entries.join(' ')}`;
    const before = sum.get(key);
    const total = before ? plus(before, m.coefficient) : m.coefficient;
    if (isZero(total)) sum.delete(key);
    else sum.set(key, total);
  }
}

/**
 * The size of each wire; every wire is free or on a slot, as the text of a graph tells no others.
 */
function sizesOf({ wires, free, factors }: Monomial): readonly bigint[] {
  const touched = new Set([...free, ...factors.flatMap(({ slots }) => slots)]);
  if (touched.size !== wires.length) fail('a wire that nothing touches');
  return wires.map(
    (d) => literal(d) ?? fail(`the dimension ${d} is not a number: its entries cannot be counted`),
  );
}

export const entryRules = (make: Make) => {
  /**
   * left = right where every index runs to a number: each entry of left − right, multiplied out, is
   * a sum of products of entries of factors in which all coefficients are 0. An entry of a factor
   * is a number told by the factor's text and the indices.
   */
  function everyEntry(left: Term, right: Term): Theorem {
    demand(left);
    demand(right);
    const goal = equal(left, right);
    const sum = new Map<string, Ratio>();
    let products = 0n;
    for (const m of minus(left, right).monomials) {
      const sizes = sizesOf(m);
      products += sizes.reduce((p, d) => p * d, 1n);
      if (products > BigInt(mostProducts)) fail('too many products of entries');
      multiplyOut(m, sizes.map(Number), sum);
    }
    for (const key of sum.keys()) fail(`the two sides differ by ${key}`);
    return make('every entry', [left, right], goal);
  }
  return { everyEntry };
};
