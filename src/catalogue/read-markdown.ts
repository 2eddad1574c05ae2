import { basename, extname } from 'node:path';
import { expectations, namePattern } from './entry.ts';
import type { ClaimEntry, Problem } from './claim-entry.ts';

interface Fence {
  readonly mark: string;
  readonly info: string;
  /** Line number of the opening fence, from 1. */
  readonly line: number;
  /** Offset where the block's text starts. */
  readonly start: number;
}

/**
 * The `claim` blocks of a Markdown note:
 *
 *     ```claim cancellation expect=proved
 *     W: n×n invertible; … |- …
 *     ```
 *
 * The id of a block is the note's file name without ending, a slash and the block's name. Text in other fences is
 * passed over; Windows line ends are taken as they come.
 */
export function readMarkdown(file: string, text: string): { entries: ClaimEntry[]; problems: Problem[] } {
  const entries: ClaimEntry[] = [];
  const problems: Problem[] = [];
  const stem = noteName(file);
  const seen = new Set<string>();
  let open: Fence | null = null;
  let offset = 0;
  let number = 0;
  const close = (fence: Fence, end: number): void => {
    const block = readBlock(file, stem, fence, text.slice(fence.start, end));
    if (block === null) return;
    if ('message' in block) problems.push(block);
    else if (seen.has(block.id)) problems.push({ message: `'${block.id}' is declared twice in this note`, place: block.place });
    else {
      seen.add(block.id);
      entries.push(block);
    }
  };
  for (const line of text.split('\n')) {
    number += 1;
    const next = offset + line.length + 1;
    const fence = /^\s*(`{3,}|~{3,})\s*(.*?)\s*$/.exec(line);
    if (open === null) {
      if (fence !== null && !(fence[1]!.startsWith('`') && fence[2]!.includes('`'))) open = { mark: fence[1]!, info: fence[2]!, line: number, start: next };
    } else if (fence !== null && fence[2] === '' && fence[1]!.startsWith(open.mark)) {
      close(open, offset);
      open = null;
    }
    offset = next;
  }
  if (open !== null && isClaim(open.info)) problems.push({ message: 'this claim block is never closed: put ``` behind its last line', place: { file, line: open.line, column: 1 } });
  return { entries, problems };
}

const isClaim = (info: string): boolean => /^claim(\s|$)/.test(info);

const noteName = (file: string): string => basename(file, extname(file)).normalize('NFKD').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'note';

function readBlock(file: string, stem: string, fence: Fence, claim: string): ClaimEntry | Problem | null {
  if (!isClaim(fence.info)) return null;
  const place = { file, line: fence.line, column: 1 };
  const [name, ...options] = fence.info.split(/\s+/).slice(1);
  if (name === undefined || name.includes('=')) return { message: 'this claim block has no name: write ```claim my-claim expect=proved', place };
  if (!namePattern.test(name)) return { message: `the name '${name}' must be small letters, digits and single hyphens`, place };
  let expect: ClaimEntry['expect'] = null;
  for (const option of options) {
    const [key, value] = option.split('=', 2);
    if (key !== 'expect' || value === undefined) return { message: `'${option}' is not understood; a claim block takes a name and expect=VERDICT`, place };
    expect = expectations.find((e) => e === value) ?? null;
    if (expect === null) return { message: `expect=${value}: a verdict is one of ${expectations.join(', ')}`, place };
  }
  if (claim.trim() === '') return { message: 'this claim block is empty', place };
  return { id: `${stem}/${name}`, family: stem, claim: claim.replaceAll('\r', ' '), proof: null, expect, source: file, note: null, uses: [], place, claimStart: { line: fence.line + 1, column: 1 } };
}
