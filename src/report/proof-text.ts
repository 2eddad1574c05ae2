/**
 * A proof for the terminal: statements with their reasons at the right, or below where a line has
 * no room for both.
 */
import type { ProofResult } from '../verdict/verdict.ts';
import { columns, harmless, padEnd, width } from './width.ts';
import { wrap } from './wrap.ts';

/** Columns of the margin that labels stand in. */
const margin = 10;
const room = columns - margin;
/** Lines of a proof that are shown by default. */
const glance = 3;

/** Statement and reason of a line. */
export function splitReason(line: string): readonly [string, string] {
  const at = line.trimEnd().search(/ {3}(?=(?:by|since) (?!.* {3}(?:by|since) ))/);
  if (at >= 0) return [line.slice(0, at).trimEnd(), line.slice(at).trim()];
  const by = line.lastIndexOf(' by ');
  return by < 0 ? [line.trimEnd(), ''] : [line.slice(0, by).trimEnd(), line.slice(by + 1).trim()];
}

/** The lines of a proof; of a long one the first alone, unless the whole is wanted. */
export function proofLines({ derivation }: ProofResult, whole: boolean): string[] {
  const shown = whole || derivation.length <= glance ? derivation : derivation.slice(0, glance - 1);
  const more = derivation.length - shown.length;
  return [
    ...aligned(shown.map((line) => splitReason(harmless(line)))),
    ...(more === 0 ? [] : [`… ${more} more lines: --explain shows the whole proof`]),
  ];
}

function aligned(steps: readonly (readonly [string, string])[]): string[] {
  const fits = steps
    .filter(([body, reason]) => reason !== '' && width(body) <= 44 && width(reason) <= 24)
    .map(([body]) => width(body));
  const to = Math.max(0, ...fits);
  return steps.flatMap(([body, reason]) => {
    if (reason === '') return broken(body, '    ');
    const line = `${padEnd(body, to)}  ${reason}`;
    if (width(line) <= room) return [line];
    if (width(body) + 2 + width(reason) <= room) return [`${body}  ${reason}`];
    const indent = ' '.repeat(width(body) - width(body.trimStart()));
    return [...broken(body, '    '), ...broken(`${indent}    ${reason}`, '  ')];
  });
}

/** A line over several, each below the beginning of the first. */
function broken(line: string, hanging: string): string[] {
  const text = line.trimStart();
  const indent = ' '.repeat(Math.min(24, line.length - text.length));
  return wrap(text, indent, hanging, room);
}
