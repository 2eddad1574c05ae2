/**
 * The bijections of the factors and indices of two products that respect heads, slots and free
 * indices: searched for by backtracking, guided by the colours of both.
 */
import { refuse } from './rational.ts';
import type { Mono } from './term.ts';

/** A product with colours that isomorphic products share. */
export interface Coloured {
  readonly mono: Mono;
  readonly kinds: readonly number[];
  readonly classes: readonly (readonly number[])[];
  /** The sign that an exchange of the last two slots brings. */
  readonly signs: readonly (1 | -1)[];
  readonly factors: readonly number[];
  readonly indices: readonly number[];
  /** The same for isomorphic products. */
  readonly key: number;
}

type Sign = 1 | -1;

/** Steps after which two products are too hard to compare. */
const patience = 2_000_000;

/**
 * The signs with which one product is the other: none where they differ, both where each is its own
 * opposite. `odd`: some exchange of slots brings a sign, so that both have to be looked for.
 */
export function signsBetween(a: Coloured, b: Coloured, odd: boolean): ReadonlySet<Sign> {
  const { free, factors } = a.mono;
  if (free.length !== b.mono.free.length || factors.length !== b.mono.factors.length)
    return new Set();
  return new Bijection(a, b, odd).signs();
}

/** A bijection as far as it is made. */
class Bijection {
  readonly #a: Coloured;
  readonly #b: Coloured;
  readonly #odd: boolean;
  /** The indices of a at those of b, and back. */
  readonly #there = new Map<number, number>();
  readonly #back = new Map<number, number>();
  /** The factors of b that are taken. */
  readonly #used = new Set<number>();
  readonly #signs = new Set<Sign>();
  #steps = 0;

  constructor(a: Coloured, b: Coloured, odd: boolean) {
    this.#a = a;
    this.#b = b;
    this.#odd = odd;
  }

  signs(): ReadonlySet<Sign> {
    const free = this.#b.mono.free;
    if (this.#a.mono.free.every((v, i) => this.#tie(v, free[i] as number))) this.#match(0, 1);
    return this.#signs;
  }

  #tie(v: number, w: number): boolean {
    if (this.#there.has(v) || this.#back.has(w)) return this.#there.get(v) === w;
    if (this.#a.indices[v] !== this.#b.indices[w]) return false;
    this.#there.set(v, w);
    this.#back.set(w, v);
    return true;
  }

  /** Ties v to w for as long as `next` looks; true ends the search. */
  #during(v: number, w: number, next: () => boolean): boolean {
    const fresh = !this.#there.has(v);
    if (++this.#steps > patience) refuse('two products that are too hard to compare');
    const done = this.#tie(v, w) && next();
    if (fresh && this.#there.get(v) === w && !done) {
      this.#there.delete(v);
      this.#back.delete(w);
    }
    return done;
  }

  /** The factors of a from the i-th on; true ends the search. */
  #match(i: number, sign: Sign): boolean {
    const [a, b] = [this.#a, this.#b];
    if (i === a.mono.factors.length) {
      this.#signs.add(sign);
      return !this.#odd || this.#signs.size === 2;
    }
    return b.mono.factors.some((_, j) => {
      if (this.#used.has(j) || a.factors[i] !== b.factors[j] || a.kinds[i] !== b.kinds[j])
        return false;
      this.#used.add(j);
      const done = this.#matchSlots(i, j, sign);
      this.#used.delete(j);
      return done;
    });
  }

  /** The slots of factor i of a at those of factor j of b, then the factors that follow. */
  #matchSlots(i: number, j: number, sign: Sign): boolean {
    const [a, b] = [this.#a, this.#b];
    const [from, to] = [a.mono.factors[i]!.at, b.mono.factors[j]!.at];
    const taken = new Set<number>();
    const slot = (s: number, crossed: boolean): boolean => {
      if (s === from.length)
        return this.#match(i + 1, crossed && a.signs[i] === -1 ? (-sign as Sign) : sign);
      return to.some((w, t) => {
        if (taken.has(t) || a.classes[i]?.[s] !== b.classes[j]?.[t]) return false;
        taken.add(t);
        const done = this.#during(from[s] as number, w, () =>
          slot(s + 1, crossed || (s !== t && s >= from.length - 2)),
        );
        taken.delete(t);
        return done;
      });
    };
    return slot(0, false);
  }
}
