/**
 * When two terms are the same: each factor's head gets a number, equal heads equal numbers; two
 * products are the same if some bijection of their factors and indices respects heads, slots and
 * free indices. It is searched for by backtracking, guided by colours that isomorphic products
 * share. Mixed partial derivatives commute, so the derivative slots of one argument may be
 * exchanged; so may the last two slots of a factor known to be symmetric.
 */
import { minus, refuse, show, sum, type Q } from './rational.ts';
import { signsBetween, type Coloured } from './isomorphic-products.ts';
import type { Factor, Head, Mono, Term } from './term.ts';

const colours = new Map<string, number>();
const colour = (...parts: readonly unknown[]): number => {
  const text = JSON.stringify(parts);
  const known = colours.get(text) ?? colours.size;
  colours.set(text, known);
  return known;
};
const sorted = (a: readonly number[]): number[] => [...a].sort((x, y) => x - y);

interface Member extends Coloured {
  readonly c: Q;
}
let marks = 0;

export class Sameness {
  readonly #plain: Sameness;
  readonly #symmetries: ReadonlyMap<number, 1 | -1>;
  readonly #mark = marks++;
  readonly #terms = new Map<
    number,
    { readonly members: readonly Member[]; readonly id: number }[]
  >();
  readonly #ids = new WeakMap<Term, number>();
  readonly #heads = new WeakMap<Head, number>();
  #next = 0;

  /**
   * Symmetries: heads, by their numbers without symmetries, whose last two slots may be exchanged,
   * with the sign that this brings.
   */
  constructor(plain: Sameness | null = null, symmetries: ReadonlyMap<number, 1 | -1> = new Map()) {
    this.#plain = plain ?? this;
    this.#symmetries = symmetries;
  }

  /** The same number for the same head. */
  head(head: Head): number {
    const known = this.#heads.get(head);
    if (known !== undefined) return known;
    const { args, ...rest } = head;
    const id = colour(
      rest.kind,
      Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)),
      args.map((t) => colour('argument', this.#mark, this.id(t))),
    );
    this.#heads.set(head, id);
    return id;
  }

  /** The same number for the same term. */
  id(term: Term): number {
    const known = this.#ids.get(term);
    if (known !== undefined) return known;
    const members = this.collect(term.sum);
    const size = (c: Q): string => show(c.n < 0n ? minus(c) : c);
    const key = colour('term', term.shape, members.map((m) => `${m.key} ${size(m.c)}`).sort());
    const bucket = this.#terms.get(key) ?? [];
    this.#terms.set(key, bucket);
    let entry = bucket.find((e) => this.#equal(e.members, members));
    if (!entry) bucket.push((entry = { members, id: this.#next++ }));
    this.#ids.set(term, entry.id);
    return entry.id;
  }
  same(a: Term, b: Term): boolean {
    return this.id(a) === this.id(b);
  }

  /** Isomorphic products added up, those that cancel left out. */
  collect(monos: readonly Mono[]): Member[] {
    const groups = new Map<number, { first: Coloured; c: Q }[]>();
    const odd = [...this.#symmetries.values()].includes(-1);
    for (const mono of monos) {
      const here = this.#colour(mono);
      const group = groups.get(here.key) ?? [];
      groups.set(here.key, group);
      let found = false;
      for (const entry of group) {
        const signs = signsBetween(here, entry.first, odd);
        if (signs.size === 0) continue;
        found = true;
        // equal to its own opposite: 0
        entry.c =
          signs.size === 2 ? { n: 0n, d: 1n } : sum(entry.c, signs.has(1) ? mono.c : minus(mono.c));
        break;
      }
      if (!found) group.push({ first: here, c: mono.c });
    }
    return [...groups.values()]
      .flat()
      .filter(({ c }) => c.n !== 0n)
      .map(({ first, c }) => ({ ...first, c }));
  }

  #equal(a: readonly Member[], b: readonly Member[]): boolean {
    return (
      this.collect([
        ...a.map((m) => ({ ...m.mono, c: m.c })),
        ...b.map((m) => ({ ...m.mono, c: minus(m.c) })),
      ]).length === 0
    );
  }

  /** Slots of one class may be exchanged. */
  #classes({ head, at }: Factor, symmetric: boolean): number[] {
    const classes = at.map((_, s) => s);
    if (head.kind === 'jet') {
      let s = head.fn.family.length + head.params.length + (head.fn.output === null ? 0 : 1);
      head.fn.inputs.forEach((d, j) => {
        const block = d === null ? 0 : (head.orders[j] as number);
        classes.fill(s, s, s + block);
        s += block;
      });
    }
    const last = at.length - 1;
    if (symmetric && classes[last] === last && classes[last - 1] === last - 1)
      classes[last] = last - 1;
    return classes;
  }

  #colour(mono: Mono): Coloured {
    const { factors, dims, free } = mono;
    const kinds = factors.map((f) => this.head(f.head));
    const swaps = factors.map((f) =>
      this.#symmetries.size === 0 ? undefined : this.#symmetries.get(this.#plain.head(f.head)),
    );
    const classes = factors.map((f, i) => this.#classes(f, swaps[i] !== undefined));
    let inside = kinds;
    let indices = dims.map((d, w) =>
      colour(
        d,
        free.flatMap((x, i) => (x === w ? [i] : [])),
      ),
    );
    for (let rounds = 0, before = 0; ; rounds++) {
      const ends = dims.map((): number[] => []);
      factors.forEach((f, i) =>
        f.at.forEach((w, s) => ends[w]?.push(colour('end', inside[i], classes[i]?.[s]))),
      );
      const wires = indices;
      inside = factors.map((f, i) =>
        colour(
          'factor',
          inside[i],
          sorted(f.at.map((w, s) => colour('slot', classes[i]?.[s], wires[w]))),
        ),
      );
      indices = indices.map((c, w) => colour('index', c, sorted(ends[w] as number[])));
      const count = new Set(inside).size + new Set(indices).size;
      if (count === before) break;
      before = count;
      if (rounds > factors.length + dims.length) refuse('colours that do not settle');
    }
    const powers = [...mono.powers].filter(([, k]) => k !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      mono,
      kinds,
      classes,
      signs: swaps.map((s) => s ?? 1),
      factors: inside,
      indices,
      key: colour(
        'product',
        sorted(inside),
        sorted(indices),
        free.map((w) => indices[w]),
        powers,
      ),
    };
  }
}
