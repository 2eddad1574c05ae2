/**
 * Theorems that a phrase is enough for: hypotheses, definitions, laws, facts, cited theorems, and
 * what is read off them.
 */
import { write, type Formula } from '../kernel/formula.ts';
import type { Term } from '../kernel/term.ts';
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

/** How a product, power or sum over layers follows from the one before. */
function splitting(f: Formula): string[] {
  const family = f.kind === 'each' ? /\b(prod|pow|sum|mean)[#.]/.exec(write(f))?.[1] : undefined;
  if (family === undefined) return [];
  if (family === 'mean') return ['by taking the mean over one layer first'];
  return [`by splitting off one ${family === 'sum' ? 'summand' : 'factor'}`];
}

const assumed: Phrase = (t, say) => {
  const text = say.hypothesis(t.conclusion);
  if (text === undefined) {
    const line = say.supposed(t.conclusion);
    return line === undefined ? [`by the assumption ${say.words(t.conclusion)}`] : [`{${line}}`];
  }
  if (text === '') return splitting(t.conclusion);
  const said = attribute(text);
  return [said === null ? `by the hypothesis ${text}` : `since ${said}`];
};

/** The statement of a table at these terms, without its hypotheses. */
/** A name, with what it states where the language has words for that. */
const withStatement = (name: string, text: string, say: Teller): string =>
  say.place.reads(text) ? `by ${name} (${text})` : `by ${name}`;
/** `since S`, or the law's name where the language has no words for S. */
const since = (text: string, name: string, say: Teller): string =>
  text === '0 >= 0' ? '' : say.place.reads(text) ? `since ${text}` : `by ${name}`;

/** What is known of all vectors, with the vector where it is used, unless that has a name. */
const specialised: Phrase = (t, say) => {
  const by = t.derivation.given[0] as { readonly kind: string; readonly term?: Term } | undefined;
  const term = by?.kind === 'term' ? by.term : undefined;
  const isSum = term !== undefined && term.shape.length === 1 && term.monomials.length > 1;
  const reasons = premises(t, say);
  if (!isSum || reasons.length === 0) return reasons;
  const text = say.term(term);
  const isVector = say.place.reads(`${text} = ${text}`);
  return isVector ? [...reasons, `at the vector ${text}`] : reasons;
};

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
      return [since(say.words(t.conclusion), 'the definition of the root', say)];
    case 'fact':
    case 'cite':
      return [withStatement(`'${firstName(base)}'`, say.words(t.conclusion), say)];
    default:
      return say.because(base);
  }
};

/** Facts about places alone, in the words of a reader. */
const bookkeeping: Readonly<Record<string, string[]>> = {
  'a pair has one place': ['by taking all entries'],
  'pairs at one place are equal': ['by taking all entries'],
  'entries at a coordinate': [],
};

/** What a hypothesis means by its word needs the hypothesis alone: `since A is psd`. */
function unfolded(t: Theorem, say: Teller): string[] | null {
  const [meaning, word] = t.derivation.from;
  const isMeaning =
    meaning?.derivation.rule === 'and, left' &&
    meaning.derivation.from[0]?.derivation.rule === 'definition';
  return isMeaning && word?.derivation.rule === 'assume' ? say.because(word) : null;
}

/** By rule; any other rule gets a line of its own. */
export const phrases: Readonly<Record<string, Phrase>> = {
  assume: assumed,
  law: (t, say) => [since(conclusionOf(t, say), `the laws of ${firstName(t)}`, say)],
  sign: (t, say) => [since(conclusionOf(t, say), `the sign of ${firstName(t)}`, say)],
  fact: (t, say) =>
    bookkeeping[firstName(t)] ?? [withStatement(`'${firstName(t)}'`, conclusionOf(t, say), say)],
  cite: (t, say) => [withStatement(`the theorem '${firstName(t)}'`, conclusionOf(t, say), say)],
  inverse: (t, say) => premises(t, say),
  definition: (t) => [`by the definition of ${firstName(t)}`],
  root: (t, say) => [since(say.words(t.conclusion), 'the definition of the root', say)],
  'at least one': () => [],
  'and, left': projected,
  'and, right': projected,
  weak: premises,
  dimensions: premises,
  'modus ponens': (t, say) => unfolded(t, say) ?? premises(t, say),
  specialise: specialised,
  'at an index': premises,
  'rank of the transpose': () => ["by rank(A) = rank(A')"],
  'rank of an onto matrix': () => ['since onto means full row rank'],
};
