/** An ill-typed claim for the terminal, with a caret under the place. */
import type { Verdict } from '../verdict/verdict.ts';
import { columns, cut, harmless, width } from './width.ts';
import { wrap, wrapClaim } from './wrap.ts';

/** Message, the line of the claim with a caret under the place, and what would mend it. */
export function illTypedLines({ claim, message, place, suggestion }: Verdict): string[] {
  const lines = wrap(harmless(message ?? 'the claim cannot be read'), '  ', '  ');
  if (place !== undefined && place !== null && claim.trim() !== '')
    lines.push('', ...excerpt(claim, place.start, place.end));
  if (suggestion !== undefined && suggestion !== null)
    lines.push('', ...hintLines(harmless(suggestion)));
  return lines;
}

/** A hint; claims to paste stand on lines of their own, broken only where a claim may be. */
function hintLines(suggestion: string): string[] {
  const claims = [...suggestion.matchAll(/"([^"]*\|-[^"]*)"/g)].map(([, text = '']) => text);
  if (claims.length === 0) return wrap(`hint: ${suggestion}`, '  ', '      ');
  const said = suggestion.slice(0, suggestion.indexOf('"')).trimEnd();
  return claims.flatMap((text, i) => [
    ...(i === 0 ? wrap(`hint: ${said}`, '  ', '      ') : ['  or']),
    ...wrapClaim(`elenchus try "${text}"`, '  '),
  ]);
}

/**
 * The line of the text that holds `start`, cut to the width around it, and carets under `start` to
 * `end`.
 */
export function excerpt(text: string, start: number, end: number): string[] {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', start);
  const lineEnd = next < 0 ? text.length : next;
  const room = columns - 4;
  // A window of characters around the place; wide characters may make the line shorter than the
  // room.
  const from =
    lineEnd - lineStart <= room
      ? lineStart
      : Math.max(lineStart, Math.min(start - Math.floor(room / 3), lineEnd - room + 1));
  const left = from > lineStart ? '…' : '';
  const before = left + harmless(text.slice(from, start));
  const marked = harmless(text.slice(start, Math.min(Math.max(end, start), lineEnd)));
  const rest = harmless(text.slice(Math.min(Math.max(end, start), lineEnd), lineEnd));
  const line = cut(before + marked + rest, room);
  const carets = '^'.repeat(Math.max(1, Math.min(width(marked), room - width(before))));
  return [`  ${line}`.trimEnd(), `  ${' '.repeat(width(before))}${carets}`];
}
