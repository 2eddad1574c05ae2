/**
 * Citations of a Typst text: `#lemma("family/name")`, `#counterexample(…)` and the like; files that
 * it includes are named.
 */
import { isKind } from './citation.ts';
import { Source } from './source.ts';
import type { Read } from './read-latex.ts';

/**
 * Comments, raw text and escapes: neither code nor prose. A string may hold what looks like a
 * comment.
 */
const passedOver = /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|```[^]*?(?:```|$)|`[^`]*(?:`|$)|\\./g;
const strings = /"(?:[^"\\\n]|\\.)*"/y;

/** Reads a Typst file. A citation is a call with one string; `#import` and `#include` name other files. */
export function readTypst(file: string, text: string): Read {
  const source = new Source(file, text);
  for (let at = 0; at < text.length; ) {
    strings.lastIndex = at;
    const string = strings.exec(text);
    if (string !== null) {
      at += string[0].length;
      continue;
    }
    passedOver.lastIndex = at;
    const next = passedOver.exec(text);
    const quote = text.indexOf('"', at);
    if (next === null) break;
    if (quote >= 0 && quote < next.index) {
      at = quote + (/^"(?:[^"\\\n]|\\.)*"/.exec(text.slice(quote))?.[0].length ?? 1);
      continue;
    }
    source.blank(next.index, next.index + next[0].length);
    at = next.index + next[0].length;
  }
  const items: Read['items'][number][] = [];
  const calls =
    /(?<![\w-])([a-z]+)(?:-statement)?\(\s*"([^"\n]*)"\s*\)|#(?:include|import)\s+"([^"\n]+\.typ)"/g;
  for (const { index, 0: whole, 1: kind = '', 2: id = '', 3: name } of source
    .prose()
    .matchAll(calls)) {
    if (name !== undefined) {
      // what elenchus wrote cites nothing, and a package is not a file
      if (!name.startsWith('@') && name !== 'elenchus.typ')
        items.push({ name, place: source.place(index) });
    } else if (isKind(kind) && id.includes('/'))
      items.push({ kind, id, place: source.place(index + whole.indexOf('"') + 1) });
  }
  return { items, problems: source.problems };
}
