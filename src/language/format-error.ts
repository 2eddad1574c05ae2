/** Prints an error with its line of the claim and a caret under the place. */
import type { ClaimError } from './ast.ts';

const widest = 80;
const reach = 5000;

/** Characters that would break or hide the line are shown as one column each. */
const visible = (text: string): string =>
  [...text].map((c) => (/[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}]/u.test(c) ? ' ' : c)).join('');

const columns = (text: string): number => Array.from(text).length;

/** Breaks a text at spaces, and inside what is longer than a line. */
const wrapped = (text: string, indent: string, width: number): string => {
  const lines: string[] = [];
  let line = '';
  for (const word of visible(text).split(' ')) {
    let rest = [...word];
    const room = (): number => width - (lines.length > 0 ? indent.length : 0);
    if (line !== '' && [...line].length + 1 + rest.length > room()) {
      lines.push(line);
      line = '';
    }
    while (rest.length > room()) {
      lines.push(rest.slice(0, room()).join(''));
      rest = rest.slice(room());
    }
    line = line === '' ? rest.join('') : `${line} ${rest.join('')}`;
  }
  return [...lines, line].map((l, i) => (i === 0 ? l : indent + l)).join('\n');
};

/** Where a text begins in a file; line and column from 1. */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The error with its line of the text and a caret under the place, 80 columns wide at most. With an
 * origin the place is that in the file.
 */
export const formatError = (
  source: string,
  error: ClaimError,
  { origin = null, width = widest }: { origin?: Origin | null; width?: number } = {},
): string => {
  const start = Math.min(Math.max(error.span.start, 0), source.length);
  const before = source.slice(0, start);
  // Of a line that is very long only what is near the place is looked at.
  const from = Math.max(before.lastIndexOf('\n') + 1, before.lastIndexOf('\r') + 1, start - reach);
  const ahead = source.slice(start, start + reach);
  const tail = ahead.search(/[\r\n]/);
  const to = start + (tail < 0 ? ahead.length : tail);
  const column = columns(source.slice(from, start));
  const marked = Math.max(1, columns(source.slice(start, Math.min(error.span.end, to))));
  const line = [...visible(source.slice(from, to))];
  // A long line is cut to a window around the place.
  const room = width - 4;
  const first =
    line.length <= width - 3 ? 0 : Math.max(0, Math.min(column - 20, line.length - room));
  const cut = line.length <= width - 3 ? line : line.slice(first, first + room);
  const shown = `${first > 0 ? '…' : ''}${cut.join('')}${first + cut.length < line.length ? '…' : ''}`;
  const at = column - first + (first > 0 ? 1 : 0);
  const row = (before.match(/\r\n|\r|\n/g) ?? []).length + 1;
  const place = start - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  const head = origin
    ? [`${origin.file}:${origin.line + row - 1}:${row === 1 ? origin.column + place - 1 : place}`]
    : /[\r\n]/.test(source)
      ? [`line ${row}, column ${place}:`]
      : [];
  const carets = '^'.repeat(
    Math.max(1, Math.min(marked, cut.length - (column - first), width - 2 - at)),
  );
  return [
    ...head,
    `  ${shown}`.trimEnd(),
    `  ${' '.repeat(at)}${carets}`,
    wrapped(error.message, '  ', width),
    ...(error.suggestion === null ? [] : [wrapped(`try: ${error.suggestion}`, '  ', width)]),
  ].join('\n');
};
