/**
 * Statements about terms. Free indices of an equation hold for all their values; `less` compares
 * scalars. Predicates are abbreviations that the rule `definition` unfolds.
 */
import { brand } from './brand.ts';
import { isDim } from './dimension.ts';
import { own, text, texts, truth } from './entry.ts';
import { type At, isIndexName, readIndex } from './indices.ts';
import { hasMeaning } from './laws.ts';
import { isMeanName } from './mean-symbols.ts';
import { copySymbol, demand, fail, isName } from './seal.ts';
import type { Dim, FunctionSymbol, Term } from './term.ts';
import { writeSpaces, writeTerm } from './write.ts';

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
export const needs = (f: Formula): Formula =>
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

/**
 * A copy, checked after it was made: an object from outside may answer differently the second time.
 */
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
  if (!isName(fn.name) || hasMeaning(fn.name) || isMeanName(fn.name))
    fail(`a quantifier cannot bind ${fn.name}`);
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

/**
 * Text that tells formulas apart: equal texts are the same statement up to the names of indices.
 */
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
        b.kind === 'tensor' ? b.shape.join(',') : `${b.fn.kinks ? '~' : ''}${writeSpaces(b.fn)}`;
      return `${f.kind} ${b.kind} ${boundName(b)}:${what}{${write(f.body)}}`;
    }
    case 'each':
      return `each ${f.index}:${f.from},${f.to}{${write(f.body)}}`;
  }
}
