/** What of a Markdown text is prose: code, HTML comments and escaped characters are not. */
import { fencesOf, linesOf } from '../catalogue/fences.ts';
import type { Source } from './source.ts';

/** Blanks the parts of the source that are not prose. */
export function blankMarkdown(source: Source): void {
  const { text } = source;
  const code = [
    ...fencesOf(text).map(({ start, end }) => [start, end] as const),
    ...indentedCode(text),
  ].toSorted((a, b) => a[0] - b[0]);
  let at = 0;
  for (const [start, end] of [...code, [text.length, text.length] as const]) {
    blankInline(source, at, Math.max(at, start));
    source.blank(start, end);
    at = Math.max(at, end);
  }
}

/** Comments, raw blocks, code spans and escapes between two blocks of code. */
function blankInline(source: Source, from: number, to: number): void {
  const { text } = source;
  const until = (mark: string, at: number): number => {
    const found = text.indexOf(mark, at);
    return found < 0 ? to : found + mark.length;
  };
  for (let at = from; at < to; ) {
    const c = text[at];
    let end = at + 1;
    if (c === '\\') end = at + 2;
    else if (c === '`') end = codeSpan(text, at, to);
    else if (c === '<') {
      const tag = /^<(?:!--|(pre|script|style|textarea)\b)/i.exec(text.slice(at, at + 12));
      if (tag !== null)
        end = tag[1] === undefined ? until('-->', at + 4) : closingTag(text, at, tag[1], to);
    }
    // One backquote without a partner, and any other character, is prose.
    if (end > at + 1) source.blank(at, end);
    at = end;
  }
}

/**
 * Behind the run of backquotes that is as long as the one here, in the same paragraph; behind the
 * run where there is none.
 */
function codeSpan(text: string, at: number, to: number): number {
  const run = /^`+/.exec(text.slice(at, to))![0];
  const rest = text.slice(at + run.length, to);
  const paragraph = rest.slice(0, Math.max(0, rest.search(/\n[ \t\r]*\n|$(?![^])/)));
  for (const found of paragraph.matchAll(/`+/g))
    if (found[0] === run) return at + run.length + found.index + run.length;
  return at + run.length;
}

function closingTag(text: string, at: number, tag: string, to: number): number {
  const found = text.slice(at, to).search(new RegExp(`</${tag}`, 'i'));
  return found < 0 ? to : at + found + 2;
}

/**
 * Blocks of lines that are indented by four columns behind an empty line, except what belongs to a
 * list.
 */
function indentedCode(text: string): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let empty = true;
  let code = false;
  let list = false;
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end);
    if (line.trim() === '') {
      empty = true;
      continue;
    }
    const indented = /^(?: {4}| {0,3}\t)/.test(line);
    code = indented && !list && (empty || code);
    if (code) found.push([start, end]);
    else if (!indented)
      list =
        /^ {0,3}(?:[-+*]|\d{1,9}[.)])\s/.test(line) ||
        (list && !empty) ||
        (list && /^\s/.test(line));
    empty = false;
  }
  return found;
}
