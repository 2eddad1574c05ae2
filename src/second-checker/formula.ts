/** Statements: their free names, and what can be put into them. */
import { mentions, mentionsDim, speaksOf } from './mentions.ts';
import { type Replacement, put } from './substitution.ts';
import { movedText, place } from './indices.ts';
import { demand, refuse } from './rational.ts';
import { type Renaming, renamed, renaming } from './renaming.ts';
import type { Sameness } from './same.ts';
import { type Fn, type Term } from './term.ts';
import { type Dim, alike, isDim } from './dims.ts';

export type Bound =
  | { readonly kind: 'tensor'; readonly name: string; readonly shape: readonly Dim[] }
  | { readonly kind: 'function'; readonly fn: Fn };
export type Formula =
  | { readonly kind: 'equal' | 'less' | 'at most'; readonly left: Term; readonly right: Term }
  | { readonly kind: 'is'; readonly predicate: string; readonly subject: Term }
  /** For every positive whole number `index` from `from` to `to`. */
  | {
      readonly kind: 'each';
      readonly index: string;
      readonly from: string;
      readonly to: string;
      readonly body: Formula;
    }
  | { readonly kind: 'false' }
  | { readonly kind: 'not'; readonly body: Formula }
  | { readonly kind: 'and' | 'or' | 'implies'; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'forall' | 'exists'; readonly bound: Bound; readonly body: Formula };

export const bindsName = (b: Bound): string => (b.kind === 'tensor' ? b.name : b.fn.name);
/** Functions that the tables mention: no quantifier binds their names, none is an unknown one. */
export const meant: ReadonlySet<string> = new Set([
  'tanh',
  'sigmoid',
  'softplus',
  'silu',
  'exp',
  'relu',
  'leakyrelu',
  'abs',
  'softmax',
  'sqrt',
  'log',
  'gelu',
  'erf',
  'sin',
  'cos',
]);

export function equal(left: Term, right: Term): Formula {
  demand(alike(left.shape, right.shape), 'an equation of different shapes');
  return { kind: 'equal', left, right };
}
export function compare(left: Term, right: Term, strict: boolean): Formula {
  demand(left.shape.length === 0 && right.shape.length === 0, 'only scalars are compared');
  return { kind: strict ? 'less' : 'at most', left, right };
}
export function is(predicate: string, subject: Term): Formula {
  const square = ['invertible', 'psd', 'pd'].includes(predicate);
  demand(
    square || predicate === 'onto' || predicate === 'one-to-one',
    `an unknown predicate ${predicate}`,
  );
  demand(
    subject.shape.length === 2 && (!square || subject.shape[0] === subject.shape[1]),
    `${predicate} of a term of another shape`,
  );
  return { kind: 'is', predicate, subject };
}
export const falsum: Formula = { kind: 'false' };
export const not = (body: Formula): Formula => ({ kind: 'not', body });
export const both = (kind: 'and' | 'or' | 'implies', left: Formula, right: Formula): Formula => ({
  kind,
  left,
  right,
});
export const equivalent = (a: Formula, b: Formula): Formula =>
  both('and', both('implies', a, b), both('implies', b, a));
export function quantify(kind: 'forall' | 'exists', bound: Bound, body: Formula): Formula {
  const name = bindsName(bound);
  // W[1] is a member of W: a binder would bind it alone, but W[l] may be the same
  demand(/^[^\s\d[\]][^\s[\]]*$/u.test(name), 'a quantifier that binds no name');
  if (bound.kind === 'function') demand(!meant.has(name), `a quantifier that binds ${name}`);
  const dims =
    bound.kind === 'tensor'
      ? bound.shape
      : [...bound.fn.family, ...bound.fn.inputs, bound.fn.output].filter((d) => d !== null);
  demand(dims.every(isDim), 'a quantifier over no shape');
  return { kind, bound, body };
}

export function eachIndex(index: string, from: string, to: string, body: Formula): Formula {
  const [i, a, b] = [index, from, to].map(place) as [
    ReturnType<typeof place>,
    ReturnType<typeof place>,
    ReturnType<typeof place>,
  ];
  demand(i.name === index, 'a range without an index');
  demand(a.name === null ? a.plus > 0 : a.plus >= 0, `a range that may begin at 0: ${from}`);
  demand(a.name !== index && b.name !== index, 'a range that mentions its own index');
  return { kind: 'each', index, from, to, body };
}

/** A text that is the same for the same statement. */
export function key(f: Formula, sameness: Sameness): string {
  switch (f.kind) {
    case 'equal':
    case 'less':
    case 'at most':
      return JSON.stringify([f.kind, sameness.id(f.left), sameness.id(f.right)]);
    case 'is':
      return JSON.stringify([f.kind, f.predicate, sameness.id(f.subject)]);
    case 'each':
      return JSON.stringify([f.kind, f.index, f.from, f.to, key(f.body, sameness)]);
    case 'false':
      return 'false';
    case 'not':
      return JSON.stringify([f.kind, key(f.body, sameness)]);
    case 'and':
    case 'or':
    case 'implies':
      return JSON.stringify([f.kind, key(f.left, sameness), key(f.right, sameness)]);
    case 'forall':
    case 'exists':
      return JSON.stringify([
        f.kind,
        f.bound.kind,
        f.bound.kind === 'tensor'
          ? [f.bound.name, f.bound.shape]
          : [
              f.bound.fn.name,
              f.bound.fn.family,
              f.bound.fn.inputs,
              f.bound.fn.output,
              f.bound.fn.kinks,
            ],
        key(f.body, sameness),
      ]);
  }
}

/** Is the name free in the statement? */
export function isFree(name: string, f: Formula): boolean {
  switch (f.kind) {
    case 'equal':
    case 'less':
    case 'at most':
      return mentions(f.left, name) || mentions(f.right, name);
    case 'is':
      return mentions(f.subject, name);
    case 'false':
      return false;
    case 'not':
    case 'each':
      return isFree(name, f.body);
    case 'and':
    case 'or':
    case 'implies':
      return isFree(name, f.left) || isFree(name, f.right);
    case 'forall':
    case 'exists':
      return bindsName(f.bound) !== name && isFree(name, f.body);
  }
}

/** Is the dimension, or the index of this name, free in the statement? */
export function isFreeDim(name: string, f: Formula): boolean {
  switch (f.kind) {
    case 'equal':
    case 'less':
    case 'at most':
      return mentionsDim(f.left, name) || mentionsDim(f.right, name);
    case 'is':
      return mentionsDim(f.subject, name);
    case 'false':
      return false;
    case 'not':
      return isFreeDim(name, f.body);
    case 'and':
    case 'or':
    case 'implies':
      return isFreeDim(name, f.left) || isFreeDim(name, f.right);
    case 'forall':
    case 'exists': {
      const dims =
        f.bound.kind === 'tensor'
          ? f.bound.shape
          : [...f.bound.fn.family, ...f.bound.fn.inputs, f.bound.fn.output];
      return dims.some((d) => speaksOf(d, name)) || isFreeDim(name, f.body);
    }
    case 'each':
      return (
        place(f.from).name === name ||
        place(f.to).name === name ||
        (f.index !== name && isFreeDim(name, f.body))
      );
  }
}

/** A statement about each index of a range. */
export type Each = Formula & { readonly kind: 'each' };

/**
 * The statement rebuilt with its terms changed, its bounds too, and `under` in place of what a
 * quantifier binds.
 */
export function changed(
  f: Formula,
  term: (t: Term) => Term,
  bound: (b: Bound) => Bound,
  under: (b: Bound, body: Formula) => Formula,
  over: (f: Each) => Formula,
): Formula {
  const again = (g: Formula): Formula => changed(g, term, bound, under, over);
  switch (f.kind) {
    case 'equal':
      return equal(term(f.left), term(f.right));
    case 'less':
    case 'at most':
      return compare(term(f.left), term(f.right), f.kind === 'less');
    case 'is':
      return is(f.predicate, term(f.subject));
    case 'false':
      return f;
    case 'not':
      return not(again(f.body));
    case 'and':
    case 'or':
    case 'implies':
      return both(f.kind, again(f.left), again(f.right));
    case 'forall':
    case 'exists':
      return quantify(f.kind, bound(f.bound), under(f.bound, f.body));
    case 'each':
      return over(f);
  }
}

/** The free name replaced; refuses where a quantifier binds a name of what replaces it. */
export function putIn(f: Formula, name: string, by: Replacement): Formula {
  const map = new Map([[name, by]]);
  return changed(
    f,
    (t) => (mentions(t, name) ? put(t, map) : t),
    (b) => b,
    (b, body) => {
      if (bindsName(b) === name || !isFree(name, body)) return body;
      return mentions(by.body, bindsName(b))
        ? refuse(`${bindsName(b)} would be captured`)
        : putIn(body, name, by);
    },
    (g) => {
      if (!isFree(name, g.body)) return g;
      return mentionsDim(by.body, g.index)
        ? refuse(`the index ${g.index} would be captured`)
        : eachIndex(g.index, g.from, g.to, putIn(g.body, name, by));
    },
  );
}

export const renamedIn = (f: Formula, to: Renaming): Formula =>
  changed(
    f,
    (t) => renamed(t, to),
    (b) =>
      b.kind === 'tensor'
        ? { ...b, shape: b.shape.map(to) }
        : {
            kind: 'function',
            fn: {
              ...b.fn,
              family: b.fn.family.map(to),
              inputs: b.fn.inputs.map((d) => d && to(d)),
              output: b.fn.output && to(b.fn.output),
            },
          },
    (_, body) => renamedIn(body, to),
    (g) => {
      const inner = new Map(
        [...to.map].filter(([from]) => from !== g.index && isFreeDim(from, g.body)),
      );
      for (const value of inner.values())
        demand(
          isDim(value) ? !speaksOf(value, g.index) : place(value).name !== g.index,
          `the index ${g.index} would be captured`,
        );
      return eachIndex(
        g.index,
        movedText(g.from, to.map),
        movedText(g.to, to.map),
        renamedIn(g.body, renaming(inner)),
      );
    },
  );
