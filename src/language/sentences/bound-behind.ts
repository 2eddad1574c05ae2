/**
 * `P for all x` next to `iff` or an arrow: the words bind x in P alone, so that P takes a
 * quantifier of its own.
 */
import { textOf, type Word, wordsOf } from './clause-words.ts';

const iff = /^(?:iff|<=>|⟺|⇔|Leftrightarrow|Longleftrightarrow|equivalent)$/;
const arrow = /^(?:=>|⇒|⟹|implies|Rightarrow|Longrightarrow)$/;
const starts = /^(?:if|then|when|and|hence|so|where)$/i;

/** A sign or word at which a statement begins or ends. */
const isEnd = (word: Word | undefined): boolean =>
  word === undefined ||
  (word.depth === 0 && (/^(?:[;,]|⊢|vdash)$/.test(word.name) || iff.test(word.name))) ||
  (word.depth === 0 && (arrow.test(word.name) || starts.test(word.name))) ||
  (word.text === '.' && word.touches) ||
  word.text === '|-';

interface Binder {
  /** Places of its first word and behind its last one. */
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly nonzero: boolean;
  /** `for some`. */
  readonly exists: boolean;
  /** The exponent of the set after `in`, where there is one. */
  readonly size: string | null;
}

/** How many words `for all` takes at a place; 0 where it does not stand there. */
const quantifierAt = (words: readonly Word[], at: number): number => {
  const [one, next] = [words[at], words[at + 1]];
  if (one === undefined || one.depth > 0) return 0;
  if (/^(?:forall|∀)$/.test(one.name)) return 1;
  return one.name === 'for' && /^(?:all|every|each|any|some)$/.test(next?.name ?? '') ? 2 : 0;
};

/** `≠ 0` and `∈ R^n` behind the name. */
const limits = new RegExp(
  String.raw`^\s*(?:((?:≠|!=|\\neq?\b|\\ne\b)\s*0)|` +
    String.raw`(?:∈|\\in\b|in\b)\s*(?:\\mathbb\s*\{?R\}?|ℝ|\\R|R)\s*\^\s*\{?(\w+)\}?)?`,
);

const binderAt = (words: readonly Word[], from: number): Binder | null => {
  const count = quantifierAt(words, from);
  const named = words[from + count];
  if (count === 0 || !named?.isName || named.name.length > 1) return null;
  const rest = textOf(words.slice(from + count + 1, from + count + 12));
  const [whole = '', zero, size] = limits.exec(rest) ?? [];
  let to = from + count + 1;
  while (
    to < words.length &&
    textOf(words.slice(from + count + 1, to)).length < whole.trim().length
  )
    to++;
  if (!isEnd(words[to])) return null;
  const exists = words[from + count - 1]?.name === 'some';
  return { from, to, name: named.name, nonzero: zero !== undefined, size: size ?? null, exists };
};

/** An index stands under a name or in brackets, and nowhere else. */
const isIndex = (said: string, name: string): boolean =>
  /^[a-z]$/.test(name) &&
  new RegExp(String.raw`_\{?\w?,?${name}|\[[^\]]*\b${name}\b|[ᵢⱼₖ]`).test(said) &&
  !new RegExp(String.raw`(?<![\w{,[])${name}(?![\w}\],])`).test(said);

const typesOf = ({ name, size, nonzero }: Binder, said: string, source: string): string[] => {
  if (isIndex(said, name)) return [`${name} in 1..n`];
  const others = /(?<![\w\\])m(?!\w)/.test(source) ? ['m'] : [];
  const kinds = /[A-Z]/.test(name) ? ['n×n'] : [size ?? 'n', ...others, 'scalar'];
  return [...new Set(kinds)].map((type) => `${name}: ${type}${nonzero ? ' nonzero' : ''}`);
};

/** The texts with each such statement in brackets behind its quantifier; none without one. */
export const boundBehind = (source: string): readonly string[] => {
  const words = wordsOf(source);
  const at = words.findIndex(
    (_, i) => i > 0 && !isEnd(words[i - 1]) && binderAt(words, i) !== null,
  );
  const binder = binderAt(words, at);
  if (at < 0 || binder === null) return [];
  let start = at;
  while (start > 0 && !isEnd(words[start - 1])) start--;
  const said = textOf(words.slice(start, at));
  // at the end of what is claimed, the words bind the whole of it
  const goesOn = words
    .slice(binder.to)
    .some(
      ({ name, depth }) => depth === 0 && (arrow.test(name) || /^(?:then|⊢|vdash|\|-)$/.test(name)),
    );
  if (!goesOn && !binder.exists && !words.some(({ name, depth }) => depth === 0 && iff.test(name)))
    return [];
  return typesOf(binder, said, source).map((type) =>
    [
      textOf(words.slice(0, start)),
      `(${binder.exists ? 'exists' : 'forall'} ${type}. ${said})`,
      textOf(words.slice(binder.to)),
    ].join(' '),
  );
};
