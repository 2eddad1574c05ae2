/** Decides where a line break ends an item and where the item continues. */
import { beginsItem } from './leading-minus.ts';
import { relationSigns, type Token } from './token.ts';

const binarySigns = new Set([
  '+',
  '-',
  '*',
  '/',
  '^',
  '.*',
  './',
  '.^',
  '=>',
  '<=>',
  '->',
  '×',
  ',',
  ')',
  ']',
  '.',
  ...relationSigns,
]);
const binaryWords = new Set(['and', 'or', 'is', 'in', 'kron', 'for']);
const openEnded = new Set([...binarySigns, ':', '(', '[', ';', ':=', '~', '|']);
const openWords = new Set([...binaryWords, 'not', 'forall', 'exists']);

/** A line that ends so is not over. */
const goesOn = (last: Token): boolean =>
  (last.kind === 'sign' &&
    openEnded.has(last.text) &&
    last.text !== ')' &&
    last.text !== ']' &&
    last.text !== '|') ||
  (last.kind === 'name' && openWords.has(last.text)) ||
  last.kind === 'turnstile';

/** A line that begins so continues the one before. */
const continues = (first: Token): boolean =>
  (first.kind === 'sign' && binarySigns.has(first.text)) ||
  (first.kind === 'name' && binaryWords.has(first.text)) ||
  first.kind === 'by';

/**
 * In a proof a line that begins with an arrow opens a direction (or, for `<=`, may), and a reason
 * ends with its line.
 */
const opensDirection = (token: Token): boolean =>
  token.kind === 'sign' && (token.text === '=>' || token.text === '<=');

const separator = (at: Token): Token => ({
  kind: 'separator',
  text: ';',
  start: at.start,
  end: at.start,
  opens: false,
  spaced: true,
});

/** What is read: a whole claim, of which the text is known, a formula or a proof. */
export type Reading =
  | { readonly of: 'claim'; readonly source: string }
  | { readonly of: 'formula' | 'proof' };

const isMinus = (t: Token): boolean => t.kind === 'sign' && t.text === '-';

/** Does an item end before this token, the first of its line? */
const breaks = (
  tokens: readonly Token[],
  at: number,
  before: readonly Token[],
  reading: Reading,
): boolean => {
  const [token, last] = [tokens[at] as Token, before.at(-1) as Token];
  if (reading.of === 'proof') {
    if (opensDirection(token)) return true;
    if (last.kind === 'by' && (!continues(token) || isMinus(token))) return true;
  }
  if (goesOn(last)) return false;
  if (reading.of === 'claim' && isMinus(token))
    return beginsItem(reading.source, tokens, at, before);
  return !continues(token);
};

/**
 * Marks the ends of items: `;`, and line breaks except inside brackets, after an operator, before
 * `|-`, or where the next line begins with a binary operator. For a minus, see leading-minus.ts.
 */
export const layout = (
  tokens: readonly Token[],
  reading: Reading = { of: 'formula' },
): readonly Token[] => {
  const result: Token[] = [];
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    const last = result.at(-1);
    if (
      token.opens &&
      last &&
      depth === 0 &&
      last.kind !== 'separator' &&
      token.kind !== 'turnstile' &&
      token.kind !== 'end' &&
      breaks(tokens, at, result, reading)
    )
      result.push(separator(token));
    if (token.kind === 'sign' && (token.text === '(' || token.text === '[')) depth++;
    if (token.kind === 'sign' && (token.text === ')' || token.text === ']'))
      depth = Math.max(0, depth - 1);
    result.push(
      token.text === ';' && token.kind === 'sign' && depth === 0
        ? { ...token, kind: 'separator' }
        : token,
    );
  }
  return result;
};
