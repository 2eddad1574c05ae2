/**
 * Claims without a turnstile: `A symmetric, A^3 = 0 => A = 0`, `A and B commute => …`, `P projection => I - P
 * projection`. What stands before the arrow are declarations and hypotheses.
 */
import { attributes } from '../ast.ts';
import { reservedAs } from '../names.ts';
import { attributePhrases } from '../spellings/type-words.ts';

const arrow = /(?:\s+implies\s+|=>|⟹|⇒|\\implies\b|\\Rightarrow\b|\\Longrightarrow\b)/;

/** Words that a declaration takes, or that a hypothesis says for it. */
const others =
  'diagonali[sz]able|nilpotent|involutory|singular|traceless|normal|full rank|contraction';
const ofFunctions = 'convex|concave|even|odd';

const word = [
  ...attributePhrases.map(({ words }) => words.join(' ').replaceAll(' - ', '-?\\s?')),
  ...attributes,
  others,
  ofFunctions,
].join('|');
/** What is said behind a name or an expression: `symmetric pd`, `a projection`. */
const said = new RegExp(
  String.raw`^(.+?)\s+(?:(?:is|are|be)\s+)?(?:an?\s+)?` +
    String.raw`((?:(?:${word})\b[\s,]*(?:and\s+)?)+?)(?:matrix|matrices|vectors?)?$`,
);

/** The pattern of attributes tries every place of a part. */
const longest = 300;

const one = /^[A-Za-z](?:_?\w)?$/;
const typeOf = (name: string, words: string): string => {
  if (ofFunctions.split('|').includes(words)) return 'R^n -> R';
  return /^[A-Z]/.test(name) ? 'n×n' : 'n';
};

/** The parts of a text at a sign outside all brackets. */
const split = (text: string, at: RegExp): readonly string[] => {
  const parts: string[] = [];
  let [start, depth] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    if (/[([{]/.test(text[i] as string)) depth++;
    else if (/[)\]}]/.test(text[i] as string)) depth--;
    const cut = depth === 0 ? at.exec(text.slice(i)) : null;
    if (cut?.index !== 0) continue;
    parts.push(text.slice(start, i));
    start = i + cut[0].length;
    i = start - 1;
  }
  return [...parts, text.slice(start)];
};

/** `A and B commute` and `A commutes with B`. */
const commuting = (text: string): string =>
  text
    .replaceAll(
      /\b([A-Z])\s*(?:,|\band\b)\s*([A-Z])\s+commute\s+and\s+(?:are\s+)?([a-z]+)/g,
      '$1, $2 $3, $1 $2 = $2 $1',
    )
    .replaceAll(
      /\b([A-Za-z]\w*)\s*(?:,|\band\b)\s*([A-Za-z]\w*)(\s*:[^;|]*?)?\s+(?:(?:that|which)\s+)?commut(?:e|ing)\b/g,
      (_, a: string, b: string, type?: string) =>
        `${type === undefined ? '' : `${a}, ${b}${type}; `}${a} ${b} = ${b} ${a}`,
    )
    .replaceAll(/\b([A-Za-z]\w*)\s+commutes\s+with\s+([A-Za-z]\w*)/g, '$1 $2 = $2 $1');

/** Matrices that are said to commute: the hypothesis in signs. */
export const asCommuting = (source: string): readonly string[] => {
  const text = commuting(source);
  return text === source ? [] : [text];
};

/** `A symmetric` declares A, `A is symmetric` too; anything else is a hypothesis. */
const asHypothesis = (part: string): string => {
  const [, subject = '', words] = said.exec(part) ?? [];
  if (words === undefined) return part;
  const names = subject.split(/\s*,\s*|\s+and\s+/);
  const declares = names.every((name) => one.test(name) && reservedAs(name) === null);
  return declares
    ? `${names.join(', ')}: ${typeOf(names[0] as string, words.trim())} ${words.trim()}`
    : `${subject} is ${words.trim()}`;
};

/** The text with a turnstile for its first arrow; none where it has one or no arrow. */
export const asImplication = (source: string): readonly string[] => {
  if (source.length > longest || /\|- |⊢|\\vdash/.test(source)) return [];
  const [before, ...behind] = split(commuting(source), arrow);
  if (before === undefined || behind.length === 0) return [];
  const parts = split(before.replace(/^\s*[Ii]f\s+/, ''), /^(?:[;,]|\s+and\s+)/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const items: string[] = [];
  // `A, B symmetric`: a name alone belongs to the part behind it
  let names = '';
  for (const part of parts) {
    if (one.test(part)) names += `${part}, `;
    else {
      items.push(asHypothesis(names + part));
      names = '';
    }
  }
  if (names !== '' || items.length === 0) return [];
  const conclusion = behind.map((part) => {
    const [, subject = '', words] = said.exec(part.trim()) ?? [];
    return words === undefined ? part.trim() : `${subject} is ${words.trim()}`;
  });
  // declarations first
  const first = [...items].sort(
    (a, b) => Number(/^[^=<>]*:/.test(b)) - Number(/^[^=<>]*:/.test(a)),
  );
  return [`${first.join('; ')} |- ${conclusion.join(' => ')}`];
};
