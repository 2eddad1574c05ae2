/**
 * Statements about terms. Free indices of an equation hold for all their values; `less` compares scalars. Predicates
 * are abbreviations that the rule `definition` unfolds.
 */
import type { Dim, FunctionSymbol, Term } from './term.ts';
import { copyReplacement, occurs, substitute, type Replacement } from './calculus.ts';
import { brand } from './brand.ts';
import { isDim } from './dimension.ts';
import { mapping, own, text, texts, truth } from './entry.ts';
import { copySymbol, demand, fail, isName } from './seal.ts';
import { writeTerm } from './write.ts';
import { hasMeaning } from './laws.ts';
import { isIndexName, readIndex, type At, type Indices } from './indices.ts';
import { mentions, occursDim, renameDim, renameDims, renameIndex } from './rename.ts';

export const predicates = Object.freeze(['invertible', 'onto', 'one-to-one', 'psd', 'pd'] as const);
export type Predicate = (typeof predicates)[number];

/** What a quantifier binds. */
export type Bound =
  | { readonly kind: 'tensor'; readonly name: string; readonly shape: readonly Dim[] }
  | { readonly kind: 'function'; readonly fn: FunctionSymbol };

export type Formula =
  | { readonly kind: 'equal'; readonly left: Term; readonly right: Term }
  | { readonly kind: 'less'; readonly strict: boolean; readonly left: Term; readonly right: Term }
  | { readonly kind: 'is'; readonly predicate: Predicate; readonly subject: Term }
  | { readonly kind: 'false' }
  | { readonly kind: 'not'; readonly body: Formula }
  | { readonly kind: 'and' | 'or' | 'implies'; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'forall' | 'exists'; readonly bound: Bound; readonly body: Formula }
  /** For all whole numbers `index` with 1 ≤ from ≤ index ≤ to; vacuous if to < from. */
  | {
      readonly kind: 'each';
      readonly index: Dim;
      readonly from: string;
      readonly to: string;
      readonly body: Formula;
    };

/** The formulas of one kind. */
export type FormulaOf<K extends Formula['kind']> = Formula & { readonly kind: K };

export const boundName = (b: Bound): string =>
  text(b.kind === 'tensor' ? b.name : own(b.fn, 'name'));

/** Formulas that the kernel made, each with its text once that was asked for. */
const made = brand<string>();
const keep = <F extends Formula>(f: F): F => {
  made.mark(f);
  return Object.freeze(f);
};
const needs = (f: Formula): Formula =>
  made.has(f) ? f : fail('a formula that the kernel did not make');
/** Throws unless the kernel made this formula. */
export const demandFormula = (f: Formula): void => void needs(f);

const sameShape = (a: Term, b: Term): void => {
  demand(a);
  demand(b);
  if (a.shape.join() !== b.shape.join())
    fail(`a relation between shapes ${a.shape.join('×')} and ${b.shape.join('×')}`);
};

export function equal(left: Term, right: Term): FormulaOf<'equal'> {
  sameShape(left, right);
  return keep({ kind: 'equal', left, right });
}
export function less(left: Term, right: Term, strict: boolean): FormulaOf<'less'> {
  sameShape(left, right);
  if (left.shape.length > 0) fail('only scalars are compared');
  return keep({ kind: 'less', strict: truth(strict), left, right });
}
export function is(predicate: Predicate, subject: Term): FormulaOf<'is'> {
  demand(subject);
  if (subject.shape.length !== 2 || !predicates.includes(predicate))
    fail(`${predicate} applies to matrices`);
  if (predicate !== 'onto' && predicate !== 'one-to-one' && subject.shape[0] !== subject.shape[1])
    fail(`${predicate} applies to square matrices`);
  return keep({ kind: 'is', predicate, subject });
}
export const falsum: Formula = keep({ kind: 'false' });
export const not = (body: Formula): FormulaOf<'not'> => keep({ kind: 'not', body: needs(body) });
export const and = (left: Formula, right: Formula): FormulaOf<'and'> =>
  keep({ kind: 'and', left: needs(left), right: needs(right) });
export const or = (left: Formula, right: Formula): FormulaOf<'or'> =>
  keep({ kind: 'or', left: needs(left), right: needs(right) });
export const implies = (left: Formula, right: Formula): FormulaOf<'implies'> =>
  keep({ kind: 'implies', left: needs(left), right: needs(right) });

/** A copy, checked after it was made: an object from outside may answer differently the second time. */
function copyBound(given: Bound): Bound {
  const kind = own(given, 'kind');
  if (kind === 'tensor') {
    const b = Object.freeze({
      kind,
      name: text(own(given, 'name')),
      shape: Object.freeze(texts(own(given, 'shape'))),
    });
    if (!isName(b.name)) fail('a quantifier that binds no name');
    if (!b.shape.every(isDim)) fail('a quantifier over no shape');
    return b;
  }
  if (kind !== 'function') fail('a quantifier over an unknown kind');
  const fn = copySymbol(own(given, 'fn'));
  if (!isName(fn.name) || hasMeaning(fn.name)) fail(`a quantifier cannot bind ${fn.name}`);
  const axes = [
    ...fn.family,
    ...fn.inputs.filter((d) => d !== null),
    ...(fn.output === null ? [] : [fn.output]),
  ];
  if (!axes.every(isDim)) fail('a quantifier over no shape');
  return Object.freeze({ kind: 'function', fn });
}
export const forall = (bound: Bound, body: Formula): FormulaOf<'forall'> =>
  keep({ kind: 'forall', bound: copyBound(bound), body: needs(body) });
export const exists = (bound: Bound, body: Formula): FormulaOf<'exists'> =>
  keep({ kind: 'exists', bound: copyBound(bound), body: needs(body) });

/** Is the index positive whatever the positive value of its name? */
const isPositive = (at: At): boolean => (at.name === null ? at.offset > 0 : at.offset >= 0);
export function each(index: Dim, from: string, to: string, body: Formula): FormulaOf<'each'> {
  const [a, b] = [readIndex(from), readIndex(to)];
  if (!isIndexName(index) || a === null || b === null)
    return fail(`no range: ${index} from ${from} to ${to}`);
  if (!isPositive(a)) fail(`a range that begins at ${from}, which may be 0`);
  if (a.name === index || b.name === index) fail(`the range of ${index} mentions ${index}`);
  return keep({ kind: 'each', index, from, to, body: needs(body) });
}

/** Text that tells formulas apart: equal texts are the same statement up to the names of indices. */
export function write(f: Formula): string {
  return made.found(needs(f)) ?? made.note(f, written(f));
}

function written(f: Formula): string {
  switch (f.kind) {
    case 'equal':
      return `${writeTerm(f.left)} = ${writeTerm(f.right)}`;
    case 'less':
      return `${writeTerm(f.left)} ${f.strict ? '<' : '<='} ${writeTerm(f.right)}`;
    case 'is':
      return `${f.predicate} ${writeTerm(f.subject)}`;
    case 'false':
      return 'false';
    case 'not':
      return `~{${write(f.body)}}`;
    case 'and':
    case 'or':
    case 'implies':
      return `${f.kind}{${write(f.left)}}{${write(f.right)}}`;
    case 'forall':
    case 'exists': {
      const b = f.bound;
      const what =
        b.kind === 'tensor'
          ? b.shape.join(',')
          : `${b.fn.family.join(',')};${b.fn.inputs.map((d) => d ?? '.').join(',')};${b.fn.output ?? '.'}`;
      return `${f.kind} ${b.kind} ${boundName(b)}:${what}{${write(f.body)}}`;
    }
    case 'each':
      return `each ${f.index}:${f.from},${f.to}{${write(f.body)}}`;
  }
}

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
            name: b.fn.name,
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
