/** Free names of formulas, substitution in them, and renaming of dimensions. */
import { type Replacement, copyReplacement, substitute } from './calculus.ts';
import { occurs } from './occurrence.ts';
import { mapping, text } from './entry.ts';
import {
  type Bound,
  type Formula,
  and,
  boundName,
  each,
  equal,
  exists,
  forall,
  implies,
  is,
  less,
  needs,
  not,
  or,
} from './formula.ts';
import { type Indices, readIndex } from './indices.ts';
import { mentions, occursDim, renameDim, renameDims, renameIndex } from './rename.ts';
import { fail } from './seal.ts';
import type { Dim, Term } from './term.ts';

/** Is the name free in the formula? */
export function free(name: string, f: Formula): boolean {
  text(name);
  needs(f);
  switch (f.kind) {
    case 'equal':
    case 'less':
      return occurs(name, f.left) || occurs(name, f.right);
    case 'is':
      return occurs(name, f.subject);
    case 'false':
      return false;
    case 'not':
      return free(name, f.body);
    case 'and':
    case 'or':
    case 'implies':
      return free(name, f.left) || free(name, f.right);
    case 'forall':
    case 'exists':
      return boundName(f.bound) !== name && free(name, f.body);
    case 'each':
      return free(name, f.body);
  }
}

const boundDims = (b: Bound): readonly (Dim | null)[] =>
  b.kind === 'tensor' ? b.shape : [...b.fn.family, ...b.fn.inputs, b.fn.output];

/** Is the dimension, or the index of this name, free in the formula? */
export function freeDim(name: Dim, f: Formula): boolean {
  text(name);
  needs(f);
  switch (f.kind) {
    case 'equal':
    case 'less':
      return occursDim(name, f.left) || occursDim(name, f.right);
    case 'is':
      return occursDim(name, f.subject);
    case 'false':
      return false;
    case 'not':
      return freeDim(name, f.body);
    case 'and':
    case 'or':
    case 'implies':
      return freeDim(name, f.left) || freeDim(name, f.right);
    case 'forall':
    case 'exists':
      return (
        boundDims(f.bound).some((d) => d !== null && mentions(d, name)) || freeDim(name, f.body)
      );
    case 'each':
      return (
        [f.from, f.to].some((end) => readIndex(end)?.name === name) ||
        (f.index !== name && freeDim(name, f.body))
      );
  }
}

type Each = Formula & { readonly kind: 'each' };

/** Rebuilds a formula with its terms and bound variables mapped. */
function mapTerms(
  f: Formula,
  term: (t: Term) => Term,
  bound: (b: Bound) => Bound,
  under: (b: Bound, body: Formula) => Formula,
  over: (f: Each) => Formula,
): Formula {
  const again = (g: Formula): Formula => mapTerms(g, term, bound, under, over);
  switch (f.kind) {
    case 'equal':
      return equal(term(f.left), term(f.right));
    case 'less':
      return less(term(f.left), term(f.right), f.strict);
    case 'is':
      return is(f.predicate, term(f.subject));
    case 'false':
      return f;
    case 'not':
      return not(again(f.body));
    case 'and':
    case 'or':
    case 'implies':
      return { and, or, implies }[f.kind](again(f.left), again(f.right));
    case 'forall':
    case 'exists':
      return { forall, exists }[f.kind](bound(f.bound), under(f.bound, f.body));
    case 'each':
      return over(f);
  }
}

/** Replaces a free name; refuses where a quantifier would capture a name of the replacement. */
export const substituteIn = (f: Formula, name: string, by: Replacement): Formula =>
  replaced(needs(f), text(name), copyReplacement(by));
function replaced(f: Formula, name: string, by: Replacement): Formula {
  const value = by.kind === 'term' ? by.term : by.body;
  const under = (b: Bound, body: Formula): Formula => {
    if (boundName(b) === name || !free(name, body)) return body;
    if (occurs(boundName(b), value))
      fail(`the bound variable ${boundName(b)} would capture a name: rename it first`);
    return replaced(body, name, by);
  };
  const over = (g: Each): Formula => {
    if (!free(name, g.body)) return g;
    if (occursDim(g.index, value))
      fail(`the bound index ${g.index} would capture an index: rename it first`);
    return each(g.index, g.from, g.to, replaced(g.body, name, by));
  };
  return mapTerms(
    f,
    (t) => (occurs(name, t) ? substitute(t, name, by) : t),
    (b) => b,
    under,
    over,
  );
}

/** Gives dimensions and indices other names or values, everywhere at once. */
export const renameDimsIn = (f: Formula, by: Indices): Formula => renamed(needs(f), mapping(by));
function renamed(f: Formula, by: Indices): Formula {
  const d = (x: Dim): Dim => renameDim(x, by);
  const bound = (b: Bound): Bound =>
    b.kind === 'tensor'
      ? { ...b, shape: b.shape.map(d) }
      : {
          ...b,
          fn: {
            ...b.fn,
            family: b.fn.family.map(d),
            inputs: b.fn.inputs.map((x) => (x === null ? null : d(x))),
            output: b.fn.output === null ? null : d(b.fn.output),
          },
        };
  const over = (g: Each): Formula => {
    const inner = new Map([...by].filter(([from]) => from !== g.index && freeDim(from, g.body)));
    if ([...inner.values()].some((to) => mentions(to, g.index) || readIndex(to)?.name === g.index))
      fail(`the bound index ${g.index} would capture an index: rename it first`);
    return each(g.index, renameIndex(g.from, by), renameIndex(g.to, by), renamed(g.body, inner));
  };
  return mapTerms(
    f,
    (t) => renameDims(t, by),
    bound,
    (_, body) => renamed(body, by),
    over,
  );
}
