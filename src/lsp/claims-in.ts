/**
 * The claims of a document, with places that an editor understands: lines and UTF-16 columns from
 * 0.
 */
import { closures, inOrder, lemmaTexts, type LemmaText } from '../catalogue/order.ts';
import type { ClaimEntry, Problem } from '../catalogue/claim-entry.ts';
import { readMarkdown } from '../catalogue/read-markdown.ts';
import { readTex } from '../catalogue/read-tex.ts';
import type { ClaimTask } from './work.ts';

export interface Position {
  readonly line: number;
  readonly character: number;
}
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A claim with its place in the document. */
export interface ClaimIn {
  readonly entry: ClaimEntry;
  readonly task: ClaimTask;
  /** Equal for equal tasks: what was found for one holds for the other. */
  readonly key: string;
  /** The line that declares it. */
  readonly head: Range;
  /** The claim's own text. */
  readonly body: Range;
}

export interface Read {
  readonly claims: readonly ClaimIn[];
  readonly problems: readonly Problem[];
}

/** Reads a note, a paper or a file of claims by the ending of its name. */
export function claimsIn(file: string, text: string): Read {
  const { entries, problems } = /\.tex$/i.test(file)
    ? readTex(file, text)
    : /\.elenchus$/i.test(file)
      ? { entries: paragraphs(file, text), problems: [] }
      : readMarkdown(file, text);
  const { ordered, problems: circles } = inOrder(entries);
  const lines = text.split('\n');
  const restsOn = closures(ordered);
  const claims = ordered.map((entry) => placed(entry, lemmaTexts(entry, restsOn), lines));
  return { claims, problems: [...problems, ...circles] };
}

function placed(
  entry: ClaimEntry,
  lemmas: readonly LemmaText[],
  lines: readonly string[],
): ClaimIn {
  const task = { text: entry.claim, proof: entry.proof, lemmas };
  const line = entry.place.line - 1;
  const head = {
    start: { line, character: Math.max(0, entry.place.column - 1) },
    end: { line, character: (lines[line] ?? '').trimEnd().length },
  };
  const text = entry.claim.trimEnd();
  const body = { start: at(entry, 0), end: at(entry, text.length) };
  return { entry, task, key: JSON.stringify(task), head, body };
}

/** Where an offset into the text of a claim is in the document. */
export function at({ claim, claimStart, place }: ClaimEntry, offset: number): Position {
  const start = claimStart ?? { line: place.line, column: place.column };
  const before = claim.slice(0, offset).split('\n');
  const last = before.at(-1)?.length ?? 0;
  const first = before.length === 1 ? Math.max(0, start.column - 1) : 0;
  return { line: start.line - 1 + before.length - 1, character: first + last };
}

/** A file of claims alone: an empty line ends each. */
function paragraphs(file: string, text: string): ClaimEntry[] {
  return [...text.matchAll(/(?:^|\n)((?:[^\S\n]*\S[^\n]*(?:\n|$))+)/g)].flatMap((match) => {
    const claim = match[1] ?? '';
    if (/^(\s*--.*\n?)*$/.test(claim)) return [];
    const start = match.index + match[0].length - claim.length;
    const line = text.slice(0, start).split('\n').length;
    return [
      {
        id: `line/${line}`,
        family: 'line',
        claim: claim.trimEnd(),
        proof: null,
        expect: null,
        source: file,
        note: null,
        uses: [],
        place: { file, line, column: 1 },
        claimStart: { line, column: 1 },
      },
    ];
  });
}

/** The claim whose text has the position, its last line included. */
export const claimAt = (claims: readonly ClaimIn[], { line }: Position): ClaimIn | null =>
  claims.find(({ head, body }) => head.start.line <= line && line <= body.end.line) ?? null;
