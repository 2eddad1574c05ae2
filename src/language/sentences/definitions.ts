/**
 * Names that a sentence defines, as p of `let p = softmax(z)` and f of `where f(x) = x' A x`: put
 * in where they stand, and differentiated where a derivative is asked for.
 */
import { builtinActivations, isCalledOperator } from '../names.ts';
import { textOf, type Word } from './clause-words.ts';

export interface Definition {
  readonly name: string;
  /** The arguments of a function; none for a value. */
  readonly given: readonly string[];
  readonly value: readonly Word[];
}

const isRelation = (word: Word): boolean =>
  word.depth === 0 &&
  /^(?:=|<|>|<=|>=|!=|≤|≥|≠|le|leq|ge|geq|neq|:=|~|sim|in|∈|=>|<=>|iff)$/.test(word.name);

/** A letter with a script, a Greek letter, a word in small letters; `Av` is a product. */
const isOneName = (word: Word | undefined): word is Word =>
  word?.isName === true &&
  /^(?:[A-Za-z](?:_?\w)?|[A-Za-z]+_[a-z]+|[a-z]{3,}|[A-Z][A-Za-z]{3,})$/.test(word.name) &&
  !/^[A-Z][a-z]$|^[a-z]{2}$/.test(word.name);

/** The definition that a clause makes; null where it is anything else. */
export const definitionIn = (words: readonly Word[]): Definition | null => {
  const at = words.findIndex(isRelation);
  const sign = words[at]?.name;
  if (at < 1 || (sign !== '=' && sign !== ':=')) return null;
  const value = words.slice(words[at + 1]?.text === '=' ? at + 2 : at + 1);
  if (value.length === 0 || value.some(isRelation)) return null;
  const [first, open] = words;
  // `x = 0` and `A = B` are hypotheses, `A v = c v` is an equation
  if (value.length === 1 || !isOneName(first)) return null;
  if (value.some(({ name }) => name === first?.name)) return null;
  if (at === 1) return { name: first.name, given: [], value };
  const inside = words.slice(2, at - 1);
  const isCall =
    open?.text === '(' &&
    words[at - 1]?.text === ')' &&
    inside.every((word, i) => (i % 2 === 0 ? word.isName : word.text === ','));
  return isCall && inside.length % 2 === 1 && !isBuiltIn(first.name)
    ? { name: first.name, given: inside.filter((_, i) => i % 2 === 0).map((w) => w.name), value }
    : null;
};

const isBuiltIn = (name: string): boolean => isCalledOperator(name) || builtinActivations.has(name);

const bare = (text: string): Word => ({
  text,
  name: text,
  spaced: true,
  depth: 0,
  isName: false,
  touches: false,
});
const bracketed = (value: readonly Word[]): readonly Word[] => [
  bare('('),
  ...value.map((word, i) => (i === 0 ? { ...word, spaced: false } : word)),
  { ...bare(')'), spaced: false },
];

/** The place behind the bracket that opens at `at`. */
const closed = (words: readonly Word[], at: number): number => {
  const depth = words[at]?.depth ?? 0;
  const end = words.findIndex(
    (word, i) => i > at && word.depth <= depth && /^[)\]}]$/.test(word.text),
  );
  return end < 0 ? words.length : end + 1;
};

interface Found {
  readonly words: readonly Word[];
  readonly end: number;
}

const gradient = /^(?:nabla|∇)$/;
/** Functions of Python that differentiate a function. */
const called: Readonly<Record<string, string>> = {
  grad: 'grad',
  gradient: 'grad',
  hessian: 'hess',
  hess: 'hess',
  jacobian: 'jac',
  jacfwd: 'jac',
  jacrev: 'jac',
  jac: 'jac',
};

const derived = (word: string, by: string, value: readonly Word[]): readonly Word[] => [
  bare(`${word}[${by}]`),
  ...bracketed(value).map((one, i) => (i === 0 ? { ...one, spaced: false } : one)),
];

/** `grad(f)(x)`, with its package: the derivative of the value by the argument. */
const calledAt = (words: readonly Word[], at: number, definition: Definition): Found | null => {
  const { name, value } = definition;
  const from = words[at + 1]?.text === '.' && words[at]?.isName ? at + 2 : at;
  const word = called[words[from]?.name ?? ''];
  // a value is differentiated by what it is called with
  const given = definition.given.length === 0 ? [words[from + 5]?.name ?? ''] : definition.given;
  const [by] = given;
  const isCall = words[from + 1]?.text === '(' && words[from + 2]?.name === name;
  if (word === undefined || by === undefined || given.length > 1 || !isCall) return null;
  if (words[from + 3]?.text !== ')' || words[from + 4]?.text !== '(') return null;
  const end = closed(words, from + 4);
  const point = textOf(words.slice(from + 5, end - 1));
  // a name that is new in the value may take the place of the argument
  const isFree = point === by || !value.some((one) => one.name === point);
  if (!/^\w+$/.test(point) || !isFree) return null;
  const there = value.map((one) => (one.name === by ? { ...one, text: point, name: point } : one));
  return { words: derived(word, point, there), end };
};

/** `∇ f(x)` and `∇^2 f(x)`: the derivative of the value by the argument. */
const derivativeAt = (
  words: readonly Word[],
  at: number,
  { name, given, value }: Definition,
): Found | null => {
  const squared = words[at + 1]?.text === '^' && words[at + 2]?.text === '2';
  const raised = words[at + 1]?.text === '²';
  const from = at + (squared ? 3 : raised ? 2 : 1);
  const [by] = given;
  if (by === undefined || !gradient.test(words[at]?.name ?? '') || words[from]?.name !== name)
    return null;
  const end = words[from + 1]?.text === '(' ? closed(words, from + 1) : from + 1;
  return { words: derived(squared || raised ? 'hess' : 'grad', by, value), end };
};

/** What stands between the commas of a call. */
const argumentsIn = (inside: readonly Word[]): readonly (readonly Word[])[] => {
  const depth = Math.min(...inside.map((word) => word.depth));
  const parts: Word[][] = [[]];
  for (const word of inside)
    if (word.text === ',' && word.depth === depth) parts.push([]);
    else parts.at(-1)?.push(word);
  return parts;
};

/** `f(u)`, `f'(x)`, `f` or `p_i`: the value there. */
const valueAt = (words: readonly Word[], at: number, definition: Definition): Found | null => {
  const { name, given, value } = definition;
  const word = words[at] as Word;
  if (given.length === 0) {
    if (word.name === name) return { words: bracketed(value), end: at + 1 };
    const script =
      word.isName && word.name.startsWith(`${name}_`) ? word.name.slice(name.length) : '';
    return /^_(?:[a-z0-9]*)$/.test(script) && script !== ''
      ? { words: [...bracketed(value), { ...bare(script), spaced: false }], end: at + 1 }
      : null;
  }
  if (word.name !== name) return null;
  const primed = words[at + 1]?.text === "'" && words[at + 2]?.text === '(';
  const open = primed ? at + 2 : at + 1;
  if (words[open]?.text !== '(') return { words: bracketed(value), end: at + 1 };
  const end = closed(words, open);
  const all = argumentsIn(words.slice(open + 1, end - 1));
  if (all.length !== given.length) return null;
  if (primed)
    return all.length === 1 && textOf(all[0] ?? []) === given[0]
      ? { words: derived('grad', given[0] ?? '', value), end }
      : null;
  const put = all.map((one) => (one.length === 1 ? one : bracketed(one)));
  const isThere = value.some((one) => given.includes(one.name) || runOn(one, given) !== null);
  const there = value.flatMap((one) => {
    const [before, last] = runOn(one, given) ?? [null, one.name];
    const found = put[given.indexOf(last)];
    if (found === undefined) return [one];
    const argument = found.map((w, i) => (i === 0 ? { ...w, spaced: true } : w));
    return before === null ? argument : [{ ...one, text: before, name: before }, ...argument];
  });
  return isThere ? { words: bracketed(there), end } : null;
};

/** `Ax` in the value of f(x): what stands before the argument, and the argument. */
const runOn = (word: Word, given: readonly string[]): readonly [string, string] | null => {
  const [, before = '', last = ''] =
    /^([A-Z]+)([A-Za-z])$/.exec(word.isName ? word.name : '') ?? [];
  return before !== '' && given.includes(last) ? [before, last] : null;
};

const withOne = (words: readonly Word[], definition: Definition): readonly Word[] => {
  const out: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const found =
      derivativeAt(words, at, definition) ??
      calledAt(words, at, definition) ??
      valueAt(words, at, definition);
    out.push(...(found?.words ?? [words[at] as Word]));
    at = found?.end ?? at + 1;
  }
  return out;
};

const mostRounds = 4;

/** The words with every definition put in, and those in the definitions. */
export const putIn = (
  words: readonly Word[],
  definitions: readonly Definition[],
  rounds = mostRounds,
): readonly Word[] => {
  const all = definitions.reduce(withOne, words);
  const changes = textOf(all) !== textOf(words);
  return changes && rounds > 1 ? putIn(all, definitions, rounds - 1) : all;
};
