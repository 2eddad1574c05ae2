/** Converts offsets in a text to line and column. */
import type { Place } from './verdict.ts';

/** Line and column (both from 1, columns in code points) of a range of offsets in a text. */
export function placeOf(
  text: string,
  span: { readonly start: number; readonly end: number },
): Place {
  const start = Math.max(0, Math.min(span.start, text.length));
  const before = text.slice(0, start);
  const line = before.split('\n').length;
  const column = Array.from(before.slice(before.lastIndexOf('\n') + 1)).length + 1;
  return { line, column, start, end: Math.max(start, Math.min(span.end, text.length)) };
}
