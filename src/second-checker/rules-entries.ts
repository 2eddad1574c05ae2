/**
 * Equations at sizes in digits: both sides as polynomials in the entries of what they are made of.
 */
import { equal } from './formula.ts';
import { demand, refuse, show, sum, type Q } from './rational.ts';
import type { Sameness } from './same.ts';
import type { Rule } from './step.ts';
import { less, type Mono } from './term.ts';

const most = 1_000_000;

/** The polynomial at one place: for each product of entries its coefficient. */
function addUp(m: Mono, sizes: readonly number[], sameness: Sameness, into: Map<string, Q>): void {
  const names = m.factors.map((f) => sameness.head(f.head));
  const scaled = [...m.powers].sort(([a], [b]) => (a < b ? -1 : 1));
  const values: number[] = [];
  const walk = (): void => {
    if (values.length < sizes.length) {
      const size = sizes[values.length] as number;
      for (let v = 0; v < size; v++) {
        values.push(v);
        walk();
        values.pop();
      }
      return;
    }
    const entries = m.factors
      .map((f, i) => JSON.stringify([names[i], f.at.map((w) => values[w])]))
      .sort();
    const name = JSON.stringify([m.free.map((w) => values[w]), scaled, entries]);
    const known = into.get(name);
    into.set(name, known ? sum(known, m.c) : m.c);
  };
  walk();
}

export const entryRules: Readonly<Record<string, Rule>> = {
  'every entry': (a) => {
    a.takes(0, 2);
    const [left, right] = [a.term(0), a.term(1)];
    const conclusion = equal(left, right);
    const polynomial = new Map<string, Q>();
    let work = 0;
    for (const m of less(left, right).sum) {
      const sizes = m.dims.map((d) =>
        /^[1-9]\d{0,5}$/.test(d) ? Number(d) : refuse(`${d} is not a size in digits`),
      );
      const met = new Set([...m.free, ...m.factors.flatMap((f) => f.at)]);
      demand(met.size === sizes.length, 'an index that stands nowhere');
      work += sizes.reduce((x, y) => x * y, 1);
      demand(work <= most, 'this is too large');
      addUp(m, sizes, a.sameness, polynomial);
    }
    for (const [name, c] of polynomial) demand(c.n === 0n, `${show(c)} ${name} is left`);
    return { conclusion };
  },
};
