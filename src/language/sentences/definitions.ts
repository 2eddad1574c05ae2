/**
 * Names that a sentence defines, as p of `let p = softmax(z)` and f of `where f(x) = x' A x`: put
 * in where they stand, and differentiated where a derivative is asked for.
 */
import { textOf, type Word } from './clause-words.ts';

export interface Definition {
  readonly name: string;
  /** The argument of a function; null for a value. */
  readonly argument: string | null;
  readonly value: readonly Word[];
}

const isRelation = (word: Word): boolean =>
  word.depth === 0 &&
  /^(?:=|<|>|<=|>=|!=|≤|≥|≠|le|leq|ge|geq|neq|:=|~|sim|in|∈|=>|<=>|iff)$/.test(word.name);

/** A letter with a script, a Greek letter, a word in small letters; `Av` is a product. */
const isOneName = (word: Word | undefined): word is Word =>
  word?.isName === true &&
  /^(?:[A-Za-z](?:_?\w)?|[A-Za-z]+_[a-z]+|[a-z]{3,}|[A-Z][a-z]{3,})$/.test(word.name) &&
  !/^[A-Z][a-z]$|^[a-z]{2}$/.test(word.name);

/** The definition that a clause makes; null where it is anything else. */
export const definitionIn = (words: readonly Word[]): Definition | null => {
  const at = words.findIndex(isRelation);
  const sign = words[at]?.name;
  if (at < 1 || (sign !== '=' && sign !== ':=')) return null;
  const value = words.slice(words[at + 1]?.text === '=' ? at + 2 : at + 1);
  if (value.length === 0 || value.some(isRelation)) return null;
  const [first, open, argument] = words;
  // `x = 0` and `A = B` are hypotheses, `A v = c v` is an equation
  if (value.length === 1 || !isOneName(first)) return null;
  if (value.some(({ name }) => name === first?.name)) return null;
  if (at === 1) return { name: first.name, argument: null, value };
  const isCall = at === 4 && open?.text === '(' && argument?.isName && words[3]?.text === ')';
  return isCall && !/^(?:softmax|relu|tanh|sigmoid|exp|log|tr|det|rank|norm)$/.test(first.name)
    ? { name: first.name, argument: argument.name, value }
    : null;
};

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

/** `∇ f(x)`, `∇^2 f(x)` and `f'(x)`: the derivative of the value by the argument. */
const derivativeAt = (
  words: readonly Word[],
  at: number,
  { name, argument, value }: Definition,
): Found | null => {
  const squared = words[at + 1]?.text === '^' && words[at + 2]?.text === '2';
  const raised = words[at + 1]?.text === '²';
  const from = at + (squared ? 3 : raised ? 2 : 1);
  if (argument === null || !gradient.test(words[at]?.name ?? '') || words[from]?.name !== name)
    return null;
  const end = words[from + 1]?.text === '(' ? closed(words, from + 1) : from + 1;
  const word = squared || raised ? 'hess' : 'grad';
  return {
    words: [
      bare(`${word}[${argument}]`),
      ...bracketed(value).map((one, i) => (i === 0 ? { ...one, spaced: false } : one)),
    ],
    end,
  };
};

/** `f(u)`, `f'(x)`, `f` or `p_i`: the value there. */
const valueAt = (words: readonly Word[], at: number, definition: Definition): Found | null => {
  const { name, argument, value } = definition;
  const word = words[at] as Word;
  if (argument === null) {
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
  const given = words.slice(open + 1, end - 1);
  if (primed)
    return textOf(given) === argument
      ? { words: [bare(`grad[${argument}]`), ...bracketed(value)], end }
      : null;
  const put = given.length === 1 ? given : bracketed(given);
  const there = value.flatMap((one) =>
    one.name === argument ? put.map((w, i) => (i === 0 ? { ...w, spaced: true } : w)) : [one],
  );
  return { words: bracketed(there), end };
};

const withOne = (words: readonly Word[], definition: Definition): readonly Word[] => {
  const out: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const found = derivativeAt(words, at, definition) ?? valueAt(words, at, definition);
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
