/** Reads the `claim` blocks and proofs of a Markdown note. */
import { readHeader } from './claim-header.ts';
import { namePattern } from './entry.ts';
import { fencesOf } from './fences.ts';
import type { ClaimEntry, Problem } from './claim-entry.ts';
import type { Fence } from './fences.ts';

/** A claim of a note with the block in which it stands. */
export interface NoteClaim {
  readonly entry: ClaimEntry;
  readonly fence: Fence;
}

/**
 * The `claim` blocks of a Markdown note, and the derivations of those that have one:
 *
 *     ```claim cancellation expect=proved
 *     W: n×n invertible; … |- …
 *     ```
 *
 *     ```proof cancellation
 *     I = … by ring
 *     ```
 *
 * The id of a claim is the note's file name without ending, a slash and the block's name. A `proof`
 * block without a name belongs to the claim before it. Other fences and HTML comments are passed
 * over; Windows line ends are taken as they come.
 */
export function readMarkdown(
  file: string,
  text: string,
): { entries: ClaimEntry[]; problems: Problem[] } {
  const { claims, problems } = readNote(file, text);
  return { entries: claims.map(({ entry }) => entry), problems };
}

/** The same, with the place of each block. */
export function readNote(file: string, text: string): { claims: NoteClaim[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const stem = noteName(file);
  const claims = new Map<string, NoteClaim>();
  const proofs = new Map<string, { readonly fence: Fence; readonly text: string }>();
  const problem = (message: string, fence: Fence): void =>
    void problems.push({
      message,
      place: { file, line: fence.line, column: fence.indent.length + 1 },
    });
  let last: string | null = null;
  const fences = fencesOf(text);
  for (const line of quotedClaims(text, fences))
    problems.push({
      message: 'a claim block in a quotation is not read: take it out of the quotation',
      place: { file, line, column: 1 },
    });
  for (const fence of fences) {
    const kind = /^(claim|proof)(?=\s|$)/.exec(plainInfo(fence.info))?.[1];
    if (kind === undefined) continue;
    if (!fence.closed) {
      problem(`this ${kind} block is never closed: put \`\`\` after its last line`, fence);
      continue;
    }
    const body = text.slice(fence.start, fence.end).replaceAll('\r', ' ');
    if (kind === 'claim') {
      const entry = readClaim(file, stem, fence, body);
      last = null;
      if (typeof entry === 'string') problem(entry, fence);
      else if (claims.has(entry.id)) problem(`'${entry.id}' is declared twice in this note`, fence);
      else {
        claims.set(entry.id, { entry, fence });
        last = entry.id;
      }
      continue;
    }
    const id = readProof(stem, fence, body, last);
    if (typeof id === 'string') problem(id, fence);
    else if (proofs.has(id.of))
      problem(`'${id.of}' has a proof already, on line ${proofs.get(id.of)!.fence.line}`, fence);
    else proofs.set(id.of, { fence, text: body });
  }
  for (const [id, { fence, text: proof }] of proofs) {
    const claim = claims.get(id);
    if (claim === undefined)
      problem(
        `there is no claim block '${id.slice(stem.length + 1)}' in this note to prove`,
        fence,
      );
    else {
      const proofStart = { line: fence.line + 1, column: 1 };
      claims.set(id, { ...claim, entry: { ...claim.entry, proof, proofStart } });
    }
  }
  return {
    claims: [...claims.values()],
    problems: problems.toSorted((a, b) => a.place.line - b.place.line),
  };
}

/** The lines on which a quotation, or a callout of Obsidian, begins a claim block. */
function quotedClaims(text: string, fences: readonly Fence[]): number[] {
  const quoted = /^[ \t]*(?:>[ \t]?)+(?:`{3,}|~{3,})[ \t]*(?:claim|\{[ \t]*\.claim)(?=[\s}])/gm;
  return [...text.matchAll(quoted)]
    .filter(({ index }) => !fences.some(({ start, after }) => start <= index && index < after))
    .map(({ index }) => text.slice(0, index).split('\n').length);
}

/**
 * `{.claim name="a" expect="proved"}`, as Pandoc and Quarto write it, in the form `claim a
 * expect=proved`.
 */
function plainInfo(info: string): string {
  const [, kind, rest = ''] = /^\{\s*\.(claim|proof)(?=[\s}])(.*)\}$/.exec(info.trim()) ?? [];
  if (kind === undefined) return info;
  const words = rest
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/^#|^name=/, '').replaceAll(/["']/g, ''));
  return [kind, ...words.filter((word) => word !== '')].join(' ');
}

/**
 * The family of a note's claims: its file name without the ending, in small letters, digits and
 * hyphens.
 */
export const noteName = (file: string): string =>
  file
    .replace(/^.*[/\\]/s, '')
    .replace(/(?<=.)\.[^.]*$/s, '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '') || 'note';

/** The entry of a claim block, or what is wrong with it. */
function readClaim(file: string, stem: string, fence: Fence, claim: string): ClaimEntry | string {
  const place = { file, line: fence.line, column: fence.indent.length + 1 };
  const header = readHeader(
    plainInfo(fence.info).split(/\s+/).slice(1),
    'claim block',
    '```claim my-claim expect=proved',
  );
  if (typeof header === 'string') return header;
  const { name, expect } = header;
  if (claim.trim() === '') return 'this claim block is empty';
  return {
    id: `${stem}/${name}`,
    family: stem,
    claim,
    proof: null,
    expect,
    source: file,
    note: null,
    uses: [],
    place,
    claimStart: { line: fence.line + 1, column: 1 },
  };
}

/** The id that a proof block proves, or what is wrong with it. */
function readProof(
  stem: string,
  fence: Fence,
  proof: string,
  last: string | null,
): { readonly of: string } | string {
  const [name, ...more] = plainInfo(fence.info).split(/\s+/).slice(1);
  if (more.length > 0)
    return `'${more.join(' ')}' is not understood; a proof block takes the name of a claim: \`\`\`proof ${name}`;
  if (proof.trim() === '') return 'this proof block is empty';
  if (name !== undefined)
    return namePattern.test(name)
      ? { of: `${stem}/${name}` }
      : `the name '${name}' must be small letters, digits and single hyphens`;
  return last === null
    ? 'this proof block has no name and no claim block before it: write ```proof my-claim'
    : { of: last };
}
