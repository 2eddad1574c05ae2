/**
 * Theorems that a phrase is enough for: hypotheses, definitions, laws, facts, cited theorems, and
 * what is read off them.
 */
import type { Theorem } from '../kernel/theorem.ts';
import { attributeWords } from './own-words.ts';
import type { Teller } from './teller.ts';

type Phrase = (t: Theorem, say: Teller) => string[];

const premises: Phrase = (t, say) => t.derivation.from.flatMap((p) => say.because(p));
const firstName = (t: Theorem): string => {
  const [name] = t.derivation.given;
  return typeof name === 'string' ? name : t.derivation.rule;
};

/** `A symmetric` is printed `A is symmetric`; a formula unchanged. */
const attribute = (text: string): string | null => {
  const found = attributeWords.exec(text);
  return found === null ? null : `${found[1]} is ${found[2]}`;
};

const assumed: Phrase = (t, say) => {
  const text = say.hypothesis(t.conclusion);
  if (text === undefined) {
    const line = say.supposed(t.conclusion);
    return line === undefined ? [`by the assumption ${say.words(t.conclusion)}`] : [`{${line}}`];
  }
  if (text === '') return [];
  const said = attribute(text);
  return [said === null ? `by the hypothesis ${text}` : `since ${said}`];
};

/** The statement of a table at these terms, without its hypotheses. */
const conclusionOf = (t: Theorem, say: Teller): string => {
  let f = t.conclusion;
  while (f.kind === 'implies') f = f.right;
  return say.words(f);
};

/**
 * What is read off a conjunction: roots and facts state several things at once, and one of them is
 * used.
 */
const projected: Phrase = (t, say) => {
  let base = t;
  while (base.derivation.rule.startsWith('and, ')) base = base.derivation.from[0] as Theorem;
  switch (base.derivation.rule) {
    case 'root':
      return [`since ${say.words(t.conclusion)}`];
    case 'fact':
    case 'cite':
      return [`by '${firstName(base)}' (${say.words(t.conclusion)})`];
    default:
      return say.because(base);
  }
};

/** By rule; any other rule gets a line of its own. */
export const phrases: Readonly<Record<string, Phrase>> = {
  assume: assumed,
  law: (t, say) => [`since ${conclusionOf(t, say)}`],
  sign: (t, say) => [`since ${conclusionOf(t, say)}`],
  fact: (t, say) => [`by '${firstName(t)}' (${conclusionOf(t, say)})`],
  cite: (t, say) => [`by the theorem '${firstName(t)}' (${conclusionOf(t, say)})`],
  inverse: (t, say) => premises(t, say),
  definition: (t) => [`by the definition of ${firstName(t)}`],
  root: (t, say) => [`since ${say.words(t.conclusion)}`],
  'at least one': () => [],
  'and, left': projected,
  'and, right': projected,
  weak: premises,
  dimensions: premises,
  'modus ponens': premises,
  specialise: premises,
  'at an index': premises,
  'rank of the transpose': () => ["by rank(A) = rank(A')"],
  'rank of an onto matrix': () => ['since onto means full row rank'],
};
