/**
 * Terms and statements of a derivation as numbered tables: each once, those that another is made of
 * before it.
 */
import type { Law } from '../kernel/random-variable.ts';
import type { Bound, Formula } from '../kernel/formula.ts';
import { definitionOf } from '../kernel/mean-definitions.ts';
import type { Ratio } from '../kernel/ratio.ts';
import type { Given } from '../kernel/sequent.ts';
import type { FunctionSymbol, Head, Monomial, Term } from '../kernel/term.ts';

/** Anything that JSON can say. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

const fraction = (r: Ratio): string => (r.den === 1n ? `${r.num}` : `${r.num}/${r.den}`);
const symbol = ({ name, family, inputs, output, kinks }: FunctionSymbol): Json => ({
  name,
  family,
  inputs,
  output,
  ...(kinks ? { kinks } : {}),
});
const boundJson = (b: Bound): Json =>
  b.kind === 'tensor'
    ? { kind: 'tensor', name: b.name, shape: b.shape }
    : { kind: 'function', fn: symbol(b.fn) };

/** A list without repetitions: the number of an entry is its place. */
class Table {
  readonly entries: Json[] = [];
  readonly #places = new Map<string, number>();
  readonly #known = new WeakMap<object, number>();

  /** The number of what `object` is written as. */
  number(object: object, json: () => Json): number {
    const known = this.#known.get(object);
    if (known !== undefined) return known;
    const entry = json();
    const text = JSON.stringify(entry);
    const place = this.#places.get(text) ?? this.entries.push(entry) - 1;
    this.#places.set(text, place);
    this.#known.set(object, place);
    return place;
  }
}

export class Tables {
  readonly #means: Json[] = [];
  readonly #met = new Set<string>();
  readonly #terms = new Table();
  readonly #formulas = new Table();

  get terms(): readonly Json[] {
    return this.#terms.entries;
  }
  /** What each mean that stands anywhere is the mean of, by which laws, and its value. */
  get means(): readonly Json[] {
    return this.#means;
  }
  get formulas(): readonly Json[] {
    return this.#formulas.entries;
  }

  term(t: Term): number {
    return this.#terms.number(t, () => ({
      shape: t.shape,
      sum: t.monomials.map((m) => this.#monomial(m)),
    }));
  }

  formula(f: Formula): number {
    return this.#formulas.number(f, () => this.#statement(f));
  }

  #statement(f: Formula): Json {
    switch (f.kind) {
      case 'equal':
        return { kind: f.kind, left: this.term(f.left), right: this.term(f.right) };
      case 'less':
        return {
          kind: f.kind,
          strict: f.strict,
          left: this.term(f.left),
          right: this.term(f.right),
        };
      case 'is':
        return { kind: f.kind, predicate: f.predicate, subject: this.term(f.subject) };
      case 'false':
        return { kind: f.kind };
      case 'not':
        return { kind: f.kind, body: this.formula(f.body) };
      case 'and':
      case 'or':
      case 'implies':
        return { kind: f.kind, left: this.formula(f.left), right: this.formula(f.right) };
      case 'forall':
      case 'exists':
        return { kind: f.kind, bound: boundJson(f.bound), body: this.formula(f.body) };
      case 'each':
        return { kind: f.kind, index: f.index, from: f.from, to: f.to, body: this.formula(f.body) };
    }
  }

  #monomial({ coefficient, powers, wires, free, factors }: Monomial): Json {
    return {
      coefficient: fraction(coefficient),
      powers: Object.entries(powers).filter(([, k]) => k !== 0),
      dims: wires,
      free,
      factors: factors.map(({ head, slots }) => ({ head: this.#head(head), slots })),
    };
  }

  #head(h: Head): Json {
    switch (h.kind) {
      case 'variable':
        return { kind: h.kind, name: h.name, shape: h.shape, args: [] };
      case 'jet':
        this.#mean(h.fn.name);
        return {
          kind: h.kind,
          fn: symbol(h.fn),
          orders: h.orders,
          params: h.params,
          args: h.args.map((a) => this.term(a)),
        };
      case 'inverse':
        return { kind: h.kind, matrix: h.matrix, params: h.params, args: [this.term(h.arg)] };
      case 'operation':
        return { kind: h.kind, name: h.name, params: h.params, args: [this.term(h.arg)] };
    }
  }

  #mean(name: string): void {
    const definition = this.#met.has(name) ? undefined : definitionOf(name);
    // the terms of the definition mention the mean
    this.#met.add(name);
    if (!definition) return;
    const { random, body, mean, value } = definition;
    const entry = {
      random: random.map(({ name: x, shape, family, law }) => ({
        name: x,
        shape,
        family,
        law: law.kind,
        params: lawTerms(law).map((t) => this.term(t)),
      })),
      body: this.term(body),
      mean: this.term(mean),
      value: this.term(value),
    };
    this.#means.push(entry);
  }

  /** What a rule was given, distinguished by its parts. */
  given(g: Given): Json {
    if (typeof g === 'string' || typeof g === 'number' || typeof g === 'boolean') return g;
    if (isList(g)) return g.map((x) => this.given(x));
    if ('monomials' in g) return { term: this.term(g) };
    if ('num' in g) return { ratio: fraction(g) };
    if ('term' in g) return { put: this.term(g.term) };
    if ('x' in g) return { lambda: { x: g.x, body: this.term(g.body) } };
    if (g.kind === 'tensor' || g.kind === 'function') return { bound: boundJson(g) };
    return { formula: this.formula(g) };
  }
}

const lawTerms = (law: Law): readonly Term[] =>
  law.kind === 'rademacher'
    ? []
    : law.kind === 'normal'
      ? [law.mean, law.variance]
      : [law.mean, ...law.central];
const isList = (g: Given): g is readonly Given[] => Array.isArray(g);
