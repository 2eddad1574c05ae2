/**
 * The words of a sentence with formulas in it: dollars, spaces and fonts of LaTeX are dropped,
 * `\text{ where }` is the word, `\hat{y}` is one name.
 */
import { Lexer } from '../lexer.ts';
import { accents, dropped } from '../spellings/latex-words.ts';
import type { Token } from '../token.ts';

/** A token with the text that it had, and how deep in brackets it stands. */
export interface Word {
  readonly text: string;
  /** The token's own text, or the name that it denotes. */
  readonly name: string;
  readonly spaced: boolean;
  readonly depth: number;
  readonly isName: boolean;
  /** No space or dollar stands before it. */
  readonly touches: boolean;
}

const texts = /^\\(?:text|textrm|textit|textbf|textnormal|mbox)$/;
const fonts = /^\\(?:mathbf|mathit|mathsf|mathrm|mathcal|mathscr|boldsymbol|bm|pmb|vec)$/;
/** Letters that a font gives a meaning: sets, laws, the mean. */
const meaningful = /^(?:N|R|E|S|U|T|C)$/;
const opening = /^(?:[([{⟨]|\\langle|\\begin|\\\{)$/;
const closing = /^(?:[)\]}⟩]|\\rangle|\\end|\\\})$/;

const end = (tokens: readonly Token[], open: number): number => {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (tokens[at]?.text === '{') depth++;
    else if (tokens[at]?.text === '}' && --depth === 0) return at;
  }
  return open;
};

/** `\hat{y}` and `\hat y`: the name, and the place of its last token; null for longer arguments. */
const accented = (tokens: readonly Token[], at: number): readonly [string, number] | null => {
  const mark = accents.get(tokens[at]?.text ?? '');
  if (mark === undefined) return null;
  const braced = tokens[at + 1]?.text === '{';
  const letter = tokens[at + (braced ? 2 : 1)]?.text.replace('\\', '') ?? '';
  if (!/^[A-Za-z]+$/.test(letter) || (braced && tokens[at + 3]?.text !== '}')) return null;
  return [`${letter}_${mark}`, at + (braced ? 3 : 1)];
};

/** Σ that no index follows is the name of a matrix. */
const isSigma = (token: Token, next: Token | undefined, after: Token | undefined): boolean =>
  (token.text === 'Sigma' || token.text === '\\Sigma' || token.text === '∑') &&
  (!/^[_^{ᵢⱼₖₗ]/.test(next?.text ?? '') ||
    (next?.text === '^' && /^(?:\\top|T|2|-)$/.test(after?.text ?? ''))) &&
  !/^[a-z]_?$/.test(next?.text ?? '');

export const wordsOf = (source: string): readonly Word[] => {
  const tokens = new Lexer(source).read();
  const words: Word[] = [];
  let [depth, spaced, covered] = [0, true, 0];
  const unwrapped = new Set<number>();
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const next = tokens[at + 1];
    spaced ||= token.spaced;
    if (token.kind === 'end' || token.end <= covered || unwrapped.has(at)) continue;
    if (token.text === '$' || (dropped.has(token.text) && !token.text.endsWith('quad'))) {
      spaced = true;
      continue;
    }
    const close = next?.text === '{' ? end(tokens, at + 1) : 0;
    const isLetter = close === at + 3 && !meaningful.test(tokens[at + 2]?.text ?? '');
    if (
      texts.test(token.text) ||
      (fonts.test(token.text) && isLetter && /^[A-Za-z\\]/.test(tokens[at + 2]?.text ?? ''))
    ) {
      unwrapped.add(at + 1).add(close);
      spaced = true;
      continue;
    }
    const mark = accented(tokens, at);
    const [name, stop] = mark ?? [token.text, at];
    const text = isSigma(token, next, tokens[at + 2])
      ? ' Sigma '
      : source.slice(token.start, (tokens[stop] as Token).end);
    if (closing.test(token.text)) depth = Math.max(0, depth - 1);
    words.push({
      text: token.text.endsWith('quad') ? ',' : text,
      name: token.text.endsWith('quad')
        ? ','
        : text === ' Sigma '
          ? 'Sigma'
          : name.replace(/^\\/, ''),
      spaced,
      depth,
      touches: !token.spaced,
      isName: token.kind === 'name' || mark !== null || /^\\[A-Za-z]+$/.test(token.text),
    });
    if (opening.test(token.text)) depth++;
    covered = (tokens[stop] as Token).end;
    spaced = false;
    at = stop;
  }
  return words;
};

export const textOf = (words: readonly Word[]): string =>
  words
    .map(({ text, spaced }, i) => (spaced && i > 0 ? ` ${text}` : text))
    .join('')
    .trim();
