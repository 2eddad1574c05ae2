/** Wraps texts and claims at the width of the terminal. */
import { columns, width } from './width.ts';

/**
 * Breaks a text at spaces into lines of at most `columns` with this indentation; the lines after
 * the first have
 * `hanging` more. A word that is too long for a line is broken.
 */
export function wrap(
  text: string,
  indent: string,
  hanging = '',
  limit: number = columns,
): string[] {
  const lines: string[] = [];
  let line = indent;
  let empty = true;
  const flush = (): void => {
    lines.push(line.trimEnd());
    line = indent + hanging;
    empty = true;
  };
  for (const word of text.split(' ')) {
    if (!empty && width(line) + 1 + width(word) > limit) flush();
    const parts = broken(word, limit - width(line), limit - width(indent + hanging));
    parts.forEach((part, i) => {
      if (i > 0) flush();
      line += empty ? part : ` ${part}`;
      empty = false;
    });
  }
  if (!empty || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** A word in pieces, of which the first takes `room` columns at most and each other one `later`. */
function broken(word: string, room: number, later: number): string[] {
  if (width(word) <= room) return [word];
  const parts: string[] = [];
  let part = '';
  let free = room;
  for (const character of word) {
    free -= width(character);
    if (free < 0 && part !== '') {
      parts.push(part);
      part = '';
      free = later - width(character);
    }
    part += character;
  }
  return [...parts, part];
}

/**
 * A claim over several lines: declarations and hypotheses one behind the other, the conclusion on
 * its own.
 */
export function wrapClaim(text: string, indent: string): string[] {
  const turnstile = text.search(/(?<=^|\s)(?:\|-|⊢)\s/);
  if (turnstile < 0) return wrap(text, indent, '  ');
  const given = text.slice(0, turnstile).trim();
  const conclusion = text.slice(turnstile).trim();
  if (width(indent) + width(text) <= columns) return [indent + text];
  const items = given.split(/(?<=;) /);
  const lines: string[] = [];
  let line = '';
  for (const item of items) {
    if (line !== '' && width(indent) + width(line) + 1 + width(item) > columns) {
      lines.push(...wrap(line, indent, '  '));
      line = item;
    } else line = line === '' ? item : `${line} ${item}`;
  }
  if (line !== '') lines.push(...wrap(line, indent, '  '));
  return [...lines, ...wrap(conclusion, indent, '   ')];
}
