/** The width of a text in terminal columns. */

/** Widest line that is printed, in columns. */
export const columns = 80;

/** A colour, as an escape code of terminals. */
const colours = new RegExp(`${String.fromCodePoint(27)}\\[[0-?]*[ -/]*[@-~]`, 'g');

/**
 * Columns that a text takes in a terminal: colours none, combining marks none, East Asian and emoji
 * two.
 */
export function width(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let total = 0;
  for (const character of text.replaceAll(colours, '')) total += widthOf(character);
  return total;
}

const scripts = ['Han', 'Hiragana', 'Katakana', 'Hangul'];
/** A character that a terminal draws over two columns. */
const wide = new RegExp(
  `^[${scripts.map((name) => String.raw`\p{Script=${name}}`).join('')}` +
    String.raw`\p{Emoji_Presentation}\u3000-\u303E\uFF01-\uFF60]$`,
  'u',
);

function widthOf(character: string): number {
  if (/^[\p{Mn}\p{Me}\p{Cf}]$/u.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

export const padEnd = (text: string, to: number): string =>
  text + ' '.repeat(Math.max(0, to - width(text)));

export const padStart = (text: string, to: number): string =>
  ' '.repeat(Math.max(0, to - width(text))) + text;

/** Cuts a plain text to a number of columns, with an ellipsis for what is lost. */
export function cut(text: string, to: number): string {
  if (width(text) <= to) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += widthOf(character);
    if (used > to - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/**
 * What is typed by strangers may hold escape sequences: they are shown, not obeyed. Line breaks and
 * tabs become spaces.
 */
export const harmless = (text: string): string =>
  text
    .replaceAll(/[\t\r\n]+/g, ' ')
    .replaceAll(
      /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
      (c) => `\\u{${c.codePointAt(0)!.toString(16)}}`,
    );
