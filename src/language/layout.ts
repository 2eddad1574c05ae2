import { relationSigns, type Token } from './token.ts';

const binarySigns = new Set([
  '+',
  '-',
  '*',
  '/',
  '^',
  '.*',
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

/** A line that begins so goes on with the one before. */
const continues = (first: Token): boolean =>
  (first.kind === 'sign' && binarySigns.has(first.text)) ||
  (first.kind === 'name' && binaryWords.has(first.text)) ||
  first.kind === 'by';

/** In a proof a line that begins with an arrow opens a direction (or, for `<=`, may), and a reason ends with its line. */
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

/**
 * Marks the ends of items: `;`, and line breaks except inside brackets, after an operator, before `|-`, or where the
 * next line begins with a binary operator.
 */
export const layout = (tokens: readonly Token[], proof = false): readonly Token[] => {
  const result: Token[] = [];
  let depth = 0;
  for (const token of tokens) {
    const last = result.at(-1);
    if (
      token.opens &&
      last &&
      depth === 0 &&
      last.kind !== 'separator' &&
      token.kind !== 'turnstile' &&
      token.kind !== 'end'
    ) {
      const ends = proof && (last.kind === 'by' ? !continues(token) || token.text === '-' : false);
      if (ends || (proof && opensDirection(token)) || (!goesOn(last) && !continues(token)))
        result.push(separator(token));
    }
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
