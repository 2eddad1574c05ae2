/** Inner products of a vector with itself as a reader writes them: `(x' A' A x)` is `|A x|^2`. */

/** The words of a product, or null where one of them is not closed by itself. */
function wordsOf(text: string): readonly string[] | null {
  const words: string[] = [];
  let depth = 0;
  let word = '';
  for (const c of text) {
    if (c === '(' || c === '[') depth++;
    if (c === ')' || c === ']') depth--;
    if (depth < 0) return null;
    if (c === ' ' && depth === 0) {
      words.push(word);
      word = '';
    } else word += c;
  }
  return depth === 0 && word !== '' ? [...words, word] : null;
}

const transposed = (word: string): string => (word.endsWith("'") ? word.slice(0, -1) : `${word}'`);
const isSum = (words: readonly string[]): boolean => words.some((w) => w === '+' || w === '-');

/** `A x` where the product is `x' A' A x`; the first word is a vector's. */
function halfOf(product: string): string | null {
  const words = wordsOf(product);
  if (!words || words.length % 2 === 1 || isSum(words) || !/^\w+'$/.test(words[0] as string))
    return null;
  const half = words.slice(words.length / 2);
  const other = half.map(transposed).toReversed();
  return other.every((w, i) => w === words[i]) ? half.join(' ') : null;
}

/** The place of the bracket that closes the one at `from`. */
function closing(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ')' && --depth === 0) return i;
  }
  return -1;
}

/** `M` where the text says `tr(M M') <= 0`, and `x` where it says `|x|^2 <= 0`. */
function vanishing(text: string): string | null {
  const length = /^\|(?<inside>[^|]+)\|(?:\^2)? <= 0$/.exec(text)?.groups?.['inside'];
  if (length !== undefined) return length;
  const trace = /^tr\((?<inside>.*)\) <= 0$/.exec(text)?.groups?.['inside'];
  const words = trace === undefined ? null : wordsOf(trace);
  const [first, second, ...more] = words ?? [];
  return first !== undefined && second === transposed(first) && more.length === 0 ? first : null;
}

/** A square is at most 0 only if it vanishes: a reader proves that it vanishes. */
export function asEquation(text: string): string {
  const inside = vanishing(text);
  return inside === null ? text : `${inside} = 0`;
}

/** Every product of a vector with itself is written as a length. */
export function withLengths(text: string): string {
  for (let from = text.indexOf('('); from >= 0; from = text.indexOf('(', from + 1)) {
    const to = closing(text, from);
    const half = to < 0 ? null : halfOf(text.slice(from + 1, to));
    // a bracket behind a name, or behind lambda[1], holds an argument, not a product of vectors
    if (half === null || /[\w\]]/.test(text[from - 1] ?? '')) continue;
    const isRoot = text.endsWith('sqrt(', from) && text[to + 1] === ')';
    const start = isRoot ? from - 'sqrt('.length : from;
    const length = isRoot ? `|${half}|` : `|${half}|^2`;
    return withLengths(text.slice(0, start) + length + text.slice(isRoot ? to + 2 : to + 1));
  }
  return text;
}
