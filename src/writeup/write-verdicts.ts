/**
 * Puts verdicts under the claims of a note, between a pair of HTML comments, and leaves every other
 * byte as it is:
 *
 *     <!-- elenchus 3fa9c2d1e0b4 -->
 *     > **proved**, for every dimension, in 2 steps
 *     <!-- /elenchus -->
 */
import { fencesOf, linesOf } from '../catalogue/fences.ts';
import type { Problem } from '../catalogue/claim-entry.ts';
import type { FilePlace } from '../catalogue/file-place.ts';
import type { Fence } from '../catalogue/fences.ts';

/** What goes under the block of a claim. */
export interface UnderBlock {
  readonly fence: Fence;
  /** Digits of the statement's hash; null without one. */
  readonly hash: string | null;
  readonly lines: readonly string[];
}

const begins = /^\s*<!-- elenchus(?: [0-9a-f]+)? -->\s*$/;
const ends = /^\s*<!-- \/elenchus -->\s*$/;

interface Marked {
  readonly start: number;
  /** Behind the line of the closing mark; null where there is none. */
  readonly end: number | null;
  readonly line: number;
}

/**
 * The text with each verdict under its block. Writing the same verdicts again gives the same text.
 */
export function withVerdicts(
  text: string,
  file: string,
  blocks: readonly UnderBlock[],
): { text: string; problems: Problem[] } {
  const marked = markedOf(text);
  const problems: Problem[] = [];
  const parts: string[] = [];
  const taken = new Set<Marked>();
  let from = 0;
  for (const { fence, hash, lines } of blocks.toSorted((a, b) => a.fence.after - b.fence.after)) {
    const old = marked.find(
      ({ start }) => start >= fence.after && text.slice(fence.after, start).trim() === '',
    );
    if (old !== undefined) taken.add(old);
    if (old?.end === null) {
      problems.push({
        message:
          'this verdict has no <!-- /elenchus --> below it, so where it ends is not known: ' +
          'put one, or delete the verdict',
        place: placeOf(file, old.line),
      });
      continue;
    }
    const lineEnd =
      text.slice(0, fence.after).endsWith('\r\n') ||
      (text.includes('\r\n') && !text.slice(0, fence.after).endsWith('\n'))
        ? '\r\n'
        : '\n';
    const start = old?.start ?? fence.after;
    const end = old?.end ?? fence.after;
    const block = [
      `<!-- elenchus${hash === null ? '' : ` ${hash}`} -->`,
      ...lines,
      '<!-- /elenchus -->',
    ]
      .map((line) => (fence.indent + line).trimEnd())
      .join(lineEnd);
    // A note that ends with the fence, or with the verdict, has no line end there; it gets none at
    // its end.
    const before = start > 0 && text[start - 1] !== '\n' ? lineEnd : '';
    const after =
      old === undefined
        ? before === ''
          ? lineEnd
          : ''
        : /\r?\n?$/.exec(text.slice(start, end))![0];
    parts.push(text.slice(from, start), before, block, after);
    from = end;
  }
  parts.push(text.slice(from));
  for (const one of marked)
    if (!taken.has(one))
      problems.push({
        message:
          'this verdict stands under no claim that was checked: delete it, or put it back under its block',
        place: placeOf(file, one.line),
      });
  return { text: parts.join(''), problems };
}

const placeOf = (file: string, line: number): FilePlace => ({ file, line, column: 1 });

/** The pairs of marks in a text, those inside fenced blocks left out. */
function markedOf(text: string): Marked[] {
  const fences = fencesOf(text);
  const found: Marked[] = [];
  let open: { start: number; line: number } | null = null;
  let line = 0;
  for (const { start, end } of linesOf(text)) {
    line += 1;
    if (fences.some((fence) => start >= fence.start && start < fence.after)) continue;
    const content = text.slice(start, end);
    if (begins.test(content)) {
      if (open !== null) found.push({ ...open, end: null });
      open = { start, line };
    } else if (open !== null && ends.test(content)) {
      found.push({ ...open, end });
      open = null;
    }
  }
  if (open !== null) found.push({ ...open, end: null });
  return found;
}
