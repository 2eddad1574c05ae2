/**
 * Claims of a LaTeX document, in comments or in what is printed:
 *
 *     % claim trace expect=proved: A: m×n; B: n×m
 *     %   |- tr(A B) = tr(B A)
 *
 *     % claim gradient expect=proved: A: n×n symmetric; x: n
 *     \begin{equation}
 *       \nabla_x (x^\top A x) = 2 A x
 *     \end{equation}
 *
 *     \begin{elenchusclaim}[expect=proved]{trace}
 *       A: m×n; B: n×m |- tr(A B) = tr(B A)
 *     \end{elenchusclaim}
 *
 * A comment goes on over the comment lines that follow it. Where it has no turnstile and an
 * environment or \[ … \] comes next, what is printed there is the conclusion: the statement of the
 * paper and the one checked are one text.
 */
import { layouts } from '../language/index.ts';
import { readHeader } from './claim-header.ts';
import { linesOf } from './fences.ts';
import type { ClaimEntry, Problem } from './claim-entry.ts';
import { noteName } from './read-markdown.ts';

const form = '% claim my-claim expect=proved: …';
const opening = /^([ \t]*%+[ \t]*claim)[ \t]+([^:%\n]*?)[ \t]*(?:(:)([^\n]*))?\r?\n?$/;
const comment = /^[ \t]*%+/;
const display = /^[ \t]*(?:\\begin\{([A-Za-z]+\*?)\}(?:\[[^\]\n]*\])?|\\\[)/;
const turnstile = /\|-|⊢|\\vdash/;
/** Typesetting that is not part of the statement. */
const labels = /\\(?:label|tag|qquad|quad|notag|nonumber)(?:\{[^{}]*\})?/g;

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');

interface Line {
  readonly text: string;
  readonly number: number;
}

interface Found {
  readonly header: string;
  readonly claim: string;
  readonly line: number;
  readonly column: number;
  readonly next: number;
}

/** The environment whose body is a claim. */
const environment = 'elenchusclaim';
const beginning = new RegExp(
  String.raw`^[ \t]*\\begin\{${environment}\}(?:\[([^\]\n]*)\])?(?:\{([^{}\n]*)\})?`,
);

/**
 * The claim of an environment that begins at a line; null if none does, a message if it is not
 * valid.
 */
function environmentAt(lines: readonly Line[], at: number): Found | string | null {
  const { text: first, number } = lines[at] as Line;
  const begin = beginning.exec(first);
  if (begin === null) return null;
  const [whole, options = '', name = ''] = begin;
  const body = lines.slice(at).map(({ text }) => text);
  const end = `\\end{${environment}}`;
  const last = body.findIndex((line) => line.includes(end));
  if (last < 0) return `\\begin{${environment}} is never closed by ${end}`;
  const text = body
    .slice(0, last + 1)
    .join('')
    .slice(whole.length);
  const claim = text.slice(0, text.indexOf(end)).replaceAll(/(?<!\\)%.*$/gm, blank);
  return {
    header: `${name.trim()} ${options.replaceAll(',', ' ')}`,
    claim: claim.replaceAll(labels, blank),
    line: number,
    column: whole.length + 1,
    next: at + last + 1,
  };
}

/** What is printed behind a comment, and the number of the line behind it. */
function printed(lines: readonly Line[], from: number): { text: string; next: number } | string {
  const first = (lines[from] as Line).text;
  const begin = display.exec(first);
  if (begin === null) return 'no formula follows: write the claim behind the colon';
  const end = begin[1] === undefined ? '\\]' : `\\end{${begin[1]}}`;
  let text = '';
  for (let i = from; i < lines.length; i++) {
    const line = (lines[i] as Line).text;
    const at = line.indexOf(end, i === from ? begin[0].length : 0);
    text += at < 0 ? line : line.slice(0, at);
    if (at < 0) continue;
    // what only lays out is read as LaTeX, the environment of a theorem is not part of the
    // statement
    const laidOut = begin[1] === undefined || layouts.has(begin[1]);
    const body = laidOut
      ? text + line.slice(at, at + end.length)
      : blank(begin[0]) + text.slice(begin[0].length);
    const bare = body.replaceAll(/(?<!\\)%.*$/gm, blank).replaceAll(labels, blank);
    return { text: bare.replace(/[.,;](?=\s*(?:\\end\{[^{}]*\}|\\\])?\s*$)/, ' '), next: i + 1 };
  }
  return `${begin[0].trim()} is never closed by ${end}`;
}

/** The claim whose comment begins at a line; null if none does, a message if it is not valid. */
function claimAt(lines: readonly Line[], at: number): Found | string | null {
  const { text, number } = lines[at] as Line;
  const found = opening.exec(text);
  if (found === null) return null;
  const [, start = '', header = '', colon, rest = ''] = found;
  // prose that happens to begin so has neither a colon nor a declared verdict
  if (colon === undefined && !/\bexpect=/.test(header)) return null;
  let claim = `${rest}\n`;
  let next = at + 1;
  for (; next < lines.length; next++) {
    const { text: line } = lines[next] as Line;
    const sign = comment.exec(line)?.[0];
    if (sign === undefined || line.trim() === '%' || opening.test(line)) break;
    claim += blank(sign) + line.slice(sign.length);
  }
  const column = text.length - rest.length - (/\r?\n?$/.exec(text)?.[0].length ?? 0) + 1;
  if (!turnstile.test(claim) && next < lines.length) {
    const body = printed(lines, next);
    if (typeof body === 'string') return body;
    claim = turnstile.test(body.text) ? claim : claim.replace(/\n$/, ' |-\n');
    claim += body.text;
    next = body.next;
  }
  return { header, claim, line: number, column: colon === undefined ? start.length : column, next };
}

/**
 * Reads the claims of a LaTeX document. Comments in verbatim text are comments as well: nothing
 * else is meant by them.
 */
export function readTex(
  file: string,
  text: string,
): { entries: ClaimEntry[]; problems: Problem[] } {
  const stem = noteName(file);
  const entries = new Map<string, ClaimEntry>();
  const problems: Problem[] = [];
  const lines = [...linesOf(text)].map(({ start, end }, i) => ({
    text: text.slice(start, end),
    number: i + 1,
  }));
  for (let at = 0; at < lines.length; at++) {
    const found = environmentAt(lines, at) ?? claimAt(lines, at);
    if (found === null) continue;
    const place = { file, line: at + 1, column: 1 };
    const header =
      typeof found === 'string'
        ? found
        : readHeader(found.header.split(/\s+/).filter(Boolean), 'claim', form);
    if (typeof found === 'string' || typeof header === 'string') {
      problems.push({ message: String(header), place });
      continue;
    }
    at = found.next - 1;
    const id = `${stem}/${header.name}`;
    if (entries.has(id))
      problems.push({ message: `'${id}' is declared twice in this document`, place });
    else
      entries.set(id, {
        id,
        family: stem,
        claim: found.claim.replaceAll('\r', ' '),
        proof: null,
        expect: header.expect,
        source: file,
        note: null,
        uses: [],
        place,
        claimStart: { line: found.line, column: found.column },
      });
  }
  return { entries: [...entries.values()], problems };
}

/** Whether a LaTeX document has claims of its own. */
export const hasClaims = (file: string, text: string): boolean => {
  const { entries, problems } = readTex(file, text);
  return entries.length + problems.length > 0;
};
