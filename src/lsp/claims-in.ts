/**
 * The claims of a document, with places that an editor understands: lines and UTF-16 columns from
 * 0.
 */
import type { AbsentLemma } from '../catalogue/absent-lemma.ts';
import { showPlace } from '../catalogue/file-place.ts';
import { citedIds } from '../catalogue/cited-ids.ts';
import { lemmasAround, type Around } from '../catalogue/lemmas-around.ts';
import { closures, inOrder, lemmaTexts, type LemmaText } from '../catalogue/order.ts';
import { proofPlaceOf, type ClaimEntry, type Problem } from '../catalogue/claim-entry.ts';
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

const nothingAround: Around = { entries: [], absent: [] };

/** Does a derivation cite a lemma that the document does not declare? */
export function citesOthers({ claims }: Read): boolean {
  const own = new Set(claims.map(({ entry }) => entry.id));
  return claims.some(({ entry }) => citedIds(entry).some((id) => !own.has(id)));
}

/** The same with the lemmas of notes around that it cites; no program is executed. */
export async function claimsWithLemmas(file: string, text: string): Promise<Read> {
  const alone = claimsIn(file, text);
  const around = await lemmasAround(
    alone.claims.map(({ entry }) => entry),
    [file],
    null,
  );
  return around.entries.length + around.absent.length === 0 ? alone : claimsIn(file, text, around);
}

/** Reads a note, a paper or a file of claims by the ending of its name, without other files. */
export function claimsIn(file: string, text: string, around: Around = nothingAround): Read {
  const { entries, problems } = /\.tex$/i.test(file)
    ? readTex(file, text)
    : /\.elenchus$/i.test(file)
      ? { entries: paragraphs(file, text), problems: [] }
      : readMarkdown(file, text);
  const { ordered, problems: circles } = inOrder([...entries, ...around.entries], around.absent);
  const lines = text.split('\n');
  const restsOn = closures(ordered);
  const own = new Set(entries);
  const claims = ordered
    .filter((entry) => own.has(entry))
    .map((entry) => placed(entry, lemmaTexts(entry, restsOn), around.absent, lines));
  // a problem of another file has no line here
  const elsewhere = circles.map((one) =>
    one.place.file === file
      ? one
      : {
          message: `${showPlace(one.place)}: ${one.message}`,
          place: { file, line: 1, column: 1 },
        },
  );
  return { claims, problems: [...problems, ...elsewhere] };
}

function placed(
  entry: ClaimEntry,
  lemmas: readonly LemmaText[],
  absent: readonly AbsentLemma[],
  lines: readonly string[],
): ClaimIn {
  const cited = new Set(citedIds(entry));
  const missing = absent.filter(({ id }) => cited.has(id));
  const { claim, proof } = entry;
  const proofPlace = proofPlaceOf(entry);
  const task = { text: claim, proof, proofPlace, lemmas, absent: missing };
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
