/**
 * Clauses of a sentence: `Let A be …`, `where f(x) = …`, `if P then Q`, `P for all x`, each with
 * whether it is supposed or claimed.
 */
import { type Word, wordsOf } from './clause-words.ts';

export type Role = 'given' | 'said' | 'label';

export interface Clause {
  readonly role: Role;
  readonly words: readonly Word[];
  /** `for all x` behind what is supposed binds x there, and in nothing else. */
  readonly binds?: boolean;
}

/** Words that begin what is supposed, the longest first. */
const suppose: readonly (readonly string[])[] = (
  'such that|provided that|suppose that|assume that|s . t .|for any|for all|for every|for each|' +
  'let|suppose|assume|assuming|given|satisfies|satisfying|if|where|with|when|whenever|provided|for|forall|since'
)
  .split('|')
  .map((text) => text.split(' '));
/** Words that begin what is claimed. */
const claim: readonly (readonly string[])[] = (
  'it holds that|it follows that|we have that|prove that|show that|one has|we have|we get|' +
  'then|hence|thus|therefore|so|assert|prove|show'
)
  .split('|')
  .map((text) => text.split(' '));

const arrows = /^(?:=>|⇒|⟹|implies|Rightarrow|Longrightarrow)$/;
/** An arrow between statements, where the text declares no function. */
const plainArrows = /^(?:→|->|to|rightarrow)$/;

const matches = (words: readonly Word[], at: number, phrase: readonly string[]): boolean =>
  phrase.every((one, i) => words[at + i]?.name.toLowerCase() === one);

const phraseAt = (
  words: readonly Word[],
  at: number,
  phrases: readonly (readonly string[])[],
): number => phrases.find((phrase) => matches(words, at, phrase))?.length ?? 0;

const isSize = (word: Word | undefined): boolean =>
  word !== undefined && (/^\d+$/.test(word.text) || word.isName || word.text === '(');

/** `x: n` and `A, B: m×n` declare; any other colon ends what stands before it. */
const declares = (before: readonly Word[], next: Word | undefined): boolean =>
  before.length > 0 &&
  before.every((word, i) =>
    i % 2 === 0 ? word.isName && word.name.length < 3 : word.text === ',',
  ) &&
  isSize(next);

/** A full stop ends a sentence before a space and a capital, or at the end of the text. */
const isStop = (words: readonly Word[], at: number): boolean => {
  const [word, next] = [words[at], words[at + 1]];
  if (word?.text !== '.' || !word.touches) return false;
  return next === undefined || (next.spaced && /^[A-Z\\$]/.test(next.text) && next.name.length > 1);
};

const relation =
  /^(?:=|<|>|<=|>=|!=|≤|≥|≠|le|leq|ge|geq|neq|:=|~|sim|in|∈|is|are|:|>>=|<<=|succ|prec|succeq|preceq|≻|≺)$/;
const states = (words: readonly Word[]): boolean =>
  words.some(({ name, depth }) => depth === 0 && relation.test(name));

/** `P and Q` of two statements, not `A and B`. */
const joins = (clause: readonly Word[], words: readonly Word[], at: number): boolean => {
  if (words[at]?.name !== 'and' || !states(clause)) return false;
  const rest = words.slice(at + 1);
  const stop = rest.findIndex(({ text, depth }) => depth === 0 && /^[,;.:]$/.test(text));
  const next = rest.slice(0, stop < 0 ? undefined : stop);
  return states(next) || (next.length === 1 && stop >= 0);
};

/** Commas between single names belong to one clause: `A, B symmetric`. */
const endsList = (clause: readonly Word[]): boolean => {
  const names = clause.filter(({ text }) => text !== ',');
  return !names.every((word) => word.isName && word.depth === 0 && word.name.length < 3);
};

const isForAll = (words: readonly Word[], at: number): boolean =>
  /^forall$/i.test(words[at]?.name ?? '') ||
  /^(?:all|any|every|each)$/.test(words[at + 1]?.name ?? '');

/** What stands before an arrow or `then` is supposed. */
const supposeAll = (clauses: Clause[]): void => {
  for (const [i, one] of clauses.entries())
    if (one.role === 'said') clauses[i] = { ...one, role: 'given' };
};

/** Does `for all x` bind x in a hypothesis, or before `iff`: the claim needs a quantifier there. */
export const bindsInside = (clauses: readonly Clause[]): boolean =>
  clauses.some(
    ({ binds, words }, i) =>
      binds === true &&
      (clauses[i - 1]?.role === 'given' ||
        words.some(({ name, depth }) => depth === 0 && /^(?:iff|<=>|⟺|⇔)$/.test(name))),
  );

/** The clauses of a text in their order; a label is what stands before a colon and says nothing. */
export const clausesOf = (source: string): readonly Clause[] => {
  const words = wordsOf(source);
  const found: Clause[] = [];
  const declaresAny = words.some(({ text }) => text === ':');
  const isArrow = ({ text, name }: Word): boolean =>
    arrows.test(name) || (!declaresAny && /^[\\→-]/.test(text) && plainArrows.test(name));
  let role = 'said' as Role;
  let clause: Word[] = [];
  let hasArrow = false;
  let binds = false;
  const close = (next: Role): void => {
    if (clause.length > 0) found.push({ role, words: clause, binds });
    binds = false;
    clause = [];
    role = next;
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    const inside = word.depth > 0;
    const supposes = inside ? 0 : phraseAt(words, at, suppose);
    const claims = inside ? 0 : phraseAt(words, at, claim);
    if (!inside && !hasArrow && isArrow(word)) {
      hasArrow = true;
      close('said');
      supposeAll(found);
    } else if (supposes > 0) {
      close('given');
      binds = found.length > 0 && isForAll(words, at);
      at += supposes - 1;
    } else if (claims > 0) {
      close('said');
      if (/^(?:then|hence|thus|therefore|so)$/i.test(word.name)) supposeAll(found);
      at += claims - 1;
    } else if (isStop(words, at)) close('said');
    else if (!inside && word.text === ';') {
      close('said');
      if (at < words.length - 1) supposeAll(found);
    } else if (!inside && word.text === ':' && !declares(clause, words[at + 1])) {
      // a colon ends what is supposed, or a label
      if (role !== 'given') role = 'label';
      close('said');
    } else if (!inside && word.text === ',' && (clause.length === 0 || endsList(clause)))
      close(role);
    else if (!inside && joins(clause, words, at)) close(role);
    else clause.push(word);
  }
  close('said');
  return found;
};
