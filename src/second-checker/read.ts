/**
 * A document read strictly: everything of the kind that the format says, every number of a table
 * below the one that uses it.
 */
import type { Replacement } from './substitution.ts';
import {
  both,
  compare,
  eachIndex,
  equal,
  falsum,
  is,
  not,
  quantify,
  type Bound,
  type Formula,
} from './formula.ts';
import type { MeanEntry } from './means/mean-entry.ts';
import { demand, readQ, refuse, type Q } from './rational.ts';
import { slots, type Fn, type Head, type Mono, type Term } from './term.ts';
import { alike, isDim, isNamedDim, type Dim } from './dims.ts';

/** The arguments of a rule apart from its premises. */
export type Given =
  | string
  | number
  | boolean
  | Q
  | Term
  | Formula
  | Bound
  | Replacement
  | readonly Given[];
export interface Step {
  readonly rule: string;
  readonly from: readonly number[];
  readonly given: readonly Given[];
  /** For each of the first premises: the term in which its two sides stand in the hole. */
  readonly uses: readonly Term[];
  readonly hypotheses: readonly Formula[];
  readonly conclusion: Formula;
}
export interface Document {
  readonly claim: { readonly text: string; readonly hash: string };
  readonly goal: {
    readonly hypotheses: readonly { readonly text: string; readonly formula: Formula }[];
    readonly conclusion: Formula;
  };
  /** What the means in it are the means of. */
  readonly means: readonly MeanEntry[];
  readonly axioms: readonly string[];
  readonly steps: readonly Step[];
}

type Json = Readonly<Record<string, unknown>>;
const object = (x: unknown): Json =>
  typeof x === 'object' && x !== null && !Array.isArray(x)
    ? (x as Json)
    : refuse('an object is missing');
const list = (x: unknown): readonly unknown[] =>
  Array.isArray(x) ? x : refuse('a list is missing');
const string = (x: unknown): string => (typeof x === 'string' ? x : refuse('a text is missing'));
const name = (x: unknown): string =>
  /^[^\s\d]\S*$/u.test(string(x)) ? string(x) : refuse(`no name: ${string(x)}`);
const boolean = (x: unknown): boolean =>
  typeof x === 'boolean' ? x : refuse('true or false is missing');
const whole = (x: unknown, below = Number.MAX_SAFE_INTEGER): number =>
  Number.isInteger(x) && (x as number) >= 0 && (x as number) < below
    ? (x as number)
    : refuse(`${JSON.stringify(x)} is not a number below ${below}`);
const dims = (x: unknown): Dim[] =>
  list(x).map((d) => (isDim(d) ? d : refuse(`no dimension: ${JSON.stringify(d)}`)));
const maybeDim = (d: unknown): Dim | null => (d === null ? null : (dims([d])[0] as Dim));

const fnOf = (x: unknown): Fn => {
  const f = object(x);
  return {
    name: name(f['name']),
    family: dims(f['family']),
    inputs: list(f['inputs']).map(maybeDim),
    output: maybeDim(f['output']),
    ...(f['kinks'] === undefined ? {} : { kinks: boolean(f['kinks']) }),
  };
};

class Reader {
  readonly terms: Term[] = [];
  readonly formulas: Formula[] = [];

  term(x: unknown): Term {
    return this.terms[whole(x, this.terms.length)] as Term;
  }
  formula(x: unknown): Formula {
    return this.formulas[whole(x, this.formulas.length)] as Formula;
  }
  bound(x: unknown): Bound {
    const b = object(x);
    return b['kind'] === 'tensor'
      ? { kind: 'tensor', name: name(b['name']), shape: dims(b['shape']) }
      : b['kind'] === 'function'
        ? { kind: 'function', fn: fnOf(b['fn']) }
        : refuse('an unknown bound');
  }
  head(x: unknown): Head {
    const h = object(x);
    const args = list(h['args']).map((t) => this.term(t));
    if (h['kind'] === 'variable')
      return args.length === 0
        ? { kind: 'variable', name: name(h['name']), shape: dims(h['shape']), args: [] }
        : refuse('a variable with arguments');
    const params = dims(h['params']);
    if (h['kind'] === 'jet')
      return {
        kind: 'jet',
        fn: fnOf(h['fn']),
        orders: list(h['orders']).map((k) => whole(k)),
        params,
        args,
      };
    demand(args.length === 1, 'one argument is wanted');
    if (h['kind'] === 'inverse')
      return { kind: 'inverse', matrix: boolean(h['matrix']), params, args };
    return h['kind'] === 'operation'
      ? { kind: 'operation', name: name(h['name']), params, args }
      : refuse(`an unknown head ${JSON.stringify(h['kind'])}`);
  }
  mono(x: unknown, shape: readonly Dim[]): Mono {
    const m = object(x);
    const indices = dims(m['dims']);
    const at = (w: unknown): number => whole(w, indices.length);
    const free = list(m['free']).map(at);
    demand(
      alike(
        free.map((w) => indices[w]),
        shape,
      ),
      'free indices that are not of the shape',
    );
    const factors = list(m['factors']).map((f) => {
      const head = this.head(object(f)['head']);
      const ends = list(object(f)['slots']).map(at);
      demand(
        alike(
          ends.map((w) => indices[w]),
          slots(head),
        ),
        'a slot at an index of another dimension',
      );
      return { head, at: ends };
    });
    const used = new Set([...free, ...factors.flatMap((f) => f.at)]);
    demand(
      indices.every((_, w) => used.has(w)),
      'an index that stands nowhere',
    );
    const powers = new Map(
      list(m['powers']).map((p): [Dim, number] => {
        const [d, k] = list(p);
        demand(
          list(p).length === 2 &&
            Number.isSafeInteger(k) &&
            k !== 0 &&
            Math.abs(k as number) < 1000,
          'no power',
        );
        demand(isNamedDim(d), 'a power of no named dimension');
        return [d as Dim, k as number];
      }),
    );
    demand(powers.size === list(m['powers']).length, 'a dimension with two powers');
    return { c: readQ(m['coefficient']), powers, dims: indices, free, factors };
  }
  readTerm(x: unknown): Term {
    const shape = dims(object(x)['shape']);
    return { shape, sum: list(object(x)['sum']).map((m) => this.mono(m, shape)) };
  }
  readFormula(x: unknown): Formula {
    const f = object(x);
    const kind = string(f['kind']);
    const sides = (): [Term, Term] => [this.term(f['left']), this.term(f['right'])];
    switch (kind) {
      case 'equal':
        return equal(...sides());
      case 'less':
        return compare(...sides(), boolean(f['strict']));
      case 'is':
        return is(string(f['predicate']), this.term(f['subject']));
      case 'false':
        return falsum;
      case 'not':
        return not(this.formula(f['body']));
      case 'and':
      case 'or':
      case 'implies':
        return both(kind, this.formula(f['left']), this.formula(f['right']));
      case 'forall':
      case 'exists':
        return quantify(kind, this.bound(f['bound']), this.formula(f['body']));
      case 'each':
        return eachIndex(
          string(f['index']),
          string(f['from']),
          string(f['to']),
          this.formula(f['body']),
        );
      default:
        return refuse(`an unknown kind of statement ${kind}`);
    }
  }
  given(x: unknown): Given {
    if (typeof x === 'string' || typeof x === 'number' || typeof x === 'boolean') return x;
    if (Array.isArray(x)) return x.map((y) => this.given(y));
    const [tag, ...more] = Object.keys(object(x));
    const value = object(x)[tag ?? ''];
    demand(more.length === 0, 'two values in one place');
    switch (tag) {
      case 'term':
        return this.term(value);
      case 'formula':
        return this.formula(value);
      case 'ratio':
        return readQ(value);
      case 'bound':
        return this.bound(value);
      case 'put':
        return { x: null, body: this.term(value) };
      case 'lambda':
        return { x: list(object(value)['x']).map(name), body: this.term(object(value)['body']) };
      default:
        return refuse(`an unknown kind of value ${tag}`);
    }
  }
  mean(x: unknown): MeanEntry {
    const m = object(x);
    return {
      random: list(m['random']).map((r) => {
        const { name: n, shape, family, law, params } = object(r);
        return {
          name: name(n),
          shape: dims(shape),
          family: whole(family),
          law: string(law),
          params: list(params).map((t) => this.term(t)),
        };
      }),
      body: this.term(m['body']),
      mean: this.term(m['mean']),
      value: this.term(m['value']),
      isItself: m['mean'] === m['value'],
    };
  }
  step(x: unknown, place: number): Step {
    const s = object(x);
    return {
      rule: string(s['rule']),
      from: list(s['from']).map((k) => whole(k, place)),
      given: list(s['given']).map((g) => this.given(g)),
      uses: list(s['uses']).map((t) => this.term(t)),
      hypotheses: list(s['hypotheses']).map((f) => this.formula(f)),
      conclusion: this.formula(s['conclusion']),
    };
  }
}

export function read(json: unknown): Document {
  const d = object(json);
  demand(
    d['format'] === 'elenchus derivation' && d['version'] === 1,
    'no derivation of elenchus, version 1',
  );
  const reader = new Reader();
  for (const t of list(d['terms'])) reader.terms.push(reader.readTerm(t));
  for (const f of list(d['formulas'])) reader.formulas.push(reader.readFormula(f));
  const [claim, goal] = [object(d['claim']), object(d['goal'])];
  return {
    claim: { text: string(claim['text']), hash: string(claim['hash']) },
    goal: {
      hypotheses: list(goal['hypotheses']).map((h) => ({
        text: string(object(h)['text']),
        formula: reader.formula(object(h)['formula']),
      })),
      conclusion: reader.formula(goal['conclusion']),
    },
    means: (d['means'] === undefined ? [] : list(d['means'])).map((m) => reader.mean(m)),
    axioms: list(d['axioms']).map(string),
    steps: list(d['steps']).map((s, i) => reader.step(s, i)),
  };
}
