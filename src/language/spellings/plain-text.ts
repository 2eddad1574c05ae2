/**
 * The plain text of rewritten tokens, and the way back from its places to those of the typed text.
 */
import type { Span } from '../ast.ts';
import type { Token } from '../token.ts';

export interface PlainText {
  readonly text: string;
  /** The place in the typed text of a place in this one. */
  readonly back: (span: Span) => Span;
}

const tight = new Set(['(', ')', '[', ']', ',', ';', "'", '|', '^']);

/** Whether two signs side by side could be read as one. */
const merges = (a: Token, b: Token): boolean => {
  const word = (t: Token): boolean => t.kind === 'name' || t.kind === 'number';
  if (word(a) && word(b)) return true;
  if (a.kind === 'sign' && a.text === '.' && b.text === '(' && !b.spaced) return false;
  if (a.kind !== 'sign' || b.kind !== 'sign')
    return a.kind === 'turnstile' || b.kind === 'turnstile';
  return !tight.has(a.text) && !tight.has(b.text);
};

export const plainText = (tokens: readonly Token[]): PlainText => {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  tokens.forEach((token, i) => {
    const last = tokens[i - 1];
    if (last && token.kind !== 'end')
      text += token.opens ? '\n' : token.spaced || merges(last, token) ? ' ' : '';
    starts.push(text.length);
    text += token.text;
    ends.push(text.length);
  });
  const back = ({ start, end }: Span): Span => {
    const from = tokens[lastAt(starts, start)] ?? tokens[0];
    const to =
      tokens[Math.max(lastAt(starts, start), lastAt(starts, Math.max(start, end - 1)))] ?? from;
    if (!from || !to) return { start: 0, end: 0 };
    return { start: Math.min(from.start, to.start), end: Math.max(from.end, to.end) };
  };
  return { text, back };
};

/** The last place whose value is at most the wanted one. */
const lastAt = (sorted: readonly number[], wanted: number): number => {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sorted[middle] as number) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
};
