/**
 * The fenced blocks of a Markdown text, with their places; those inside an HTML comment are passed
 * over.
 */

/** One fenced block. Offsets are into the text, lines count from 1. */
export interface Fence {
  /** White space before the opening fence. */
  readonly indent: string;
  /** The words after the opening fence, as `claim cancellation expect=proved`. */
  readonly info: string;
  readonly line: number;
  /** The block's own text, from `start` to `end`. */
  readonly start: number;
  readonly end: number;
  /**
   * Offset behind the closing fence and its line end; the text's length where it is never closed.
   */
  readonly after: number;
  readonly closed: boolean;
}

/** Offsets of the lines of a text, each with its line end. */
export function* linesOf(
  text: string,
): Generator<{ readonly start: number; readonly end: number }> {
  for (let start = 0; start < text.length; ) {
    const at = text.indexOf('\n', start);
    const end = at < 0 ? text.length : at + 1;
    yield { start, end };
    start = end;
  }
}

interface Open extends Omit<Fence, 'end' | 'after' | 'closed'> {
  readonly mark: string;
}

/** Every fenced block, in order. A fence that is never closed goes to the end of the text. */
export function fencesOf(text: string): Fence[] {
  const fences: Fence[] = [];
  let open: Open | null = null;
  let comment = false;
  let line = 0;
  for (const { start, end } of linesOf(text)) {
    line += 1;
    const content = text.slice(start, end);
    if (open === null && (comment || /^ {0,3}<!--/.test(content))) {
      comment = !content.slice(comment ? 0 : content.indexOf('<!--') + 4).includes('-->');
      continue;
    }
    const fence = /^(\s*)(`{3,}|~{3,})\s*(.*?)\s*$/.exec(content);
    if (fence === null) continue;
    const [, indent = '', mark = '', info = ''] = fence;
    if (open === null) {
      if (!(mark.startsWith('`') && info.includes('`')))
        open = { indent, mark, info, line, start: end };
    } else if (info === '' && mark.startsWith(open.mark)) {
      const { mark: _, ...begun } = open;
      fences.push({ ...begun, end: start, after: end, closed: true });
      open = null;
    }
  }
  if (open !== null) {
    const { mark: _, ...begun } = open;
    fences.push({ ...begun, end: text.length, after: text.length, closed: false });
  }
  return fences;
}
