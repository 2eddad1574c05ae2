/**
 * Where a lemma is declared: in the document itself, or in a note, a paper or a catalogue next to
 * it whose name is the family.
 */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { noteName } from '../catalogue/read-markdown.ts';
import { claimAt, claimsIn, type ClaimIn, type Position, type Range } from './claims-in.ts';

export interface Location {
  readonly uri: string;
  readonly range: Range;
}

/** The lemma's id at a place of a line; a name alone belongs to the family of the claim there. */
export function lemmaAt(
  claims: readonly ClaimIn[],
  line: string,
  position: Position,
): string | null {
  const here = ({ index, 0: text }: RegExpExecArray): boolean =>
    index <= position.character && position.character <= index + text.length;
  const id = [...line.matchAll(/[a-z0-9-]+\/[a-z0-9-]+/g)].find(here)?.[0];
  if (id !== undefined) return id;
  const name = [...line.matchAll(/[a-z0-9-]+/g)].find(here)?.[0];
  const family = (claimAt(claims, position) ?? claims[0])?.entry.family;
  const named = claims.find(({ entry }) => entry.id === `${family}/${name}`);
  return named?.entry.id ?? null;
}

/** In the documents that are open, else in the files next to this one. */
export async function definitionOf(
  id: string,
  uri: string,
  open: ReadonlyMap<string, { readonly claims: readonly ClaimIn[] }>,
): Promise<Location | null> {
  const nearest = [...open].toSorted(([a], [b]) => Number(b === uri) - Number(a === uri));
  for (const [where, { claims }] of nearest) {
    const found = claims.find(({ entry }) => entry.id === id);
    if (found !== undefined) return { uri: where, range: found.head };
  }
  return uri.startsWith('file:') ? inFiles(id, dirname(fileURLToPath(uri))) : null;
}

async function inFiles(id: string, folder: string): Promise<Location | null> {
  const [family = '', name = ''] = id.split('/');
  const folders = [folder, join(folder, 'proofs'), join(folder, 'properties')];
  for (const place of folders) {
    const names = await readdir(place).catch(() => []);
    const wanted = names.filter(
      (one) => /\.(md|qmd|tex|ts)$/i.test(one) && noteName(one) === family,
    );
    for (const one of wanted) {
      const file = join(place, one);
      const text = await readFile(file, 'utf8').catch(() => '');
      const range = file.endsWith('.ts')
        ? inCatalogue(name, text)
        : claimsIn(basename(file), text).claims.find(({ entry }) => entry.id === id)?.head;
      if (range) return { uri: pathToFileURL(file).href, range };
    }
  }
  return null;
}

/** The call that declares a name, as `lemma('trace', …)`: the program itself is not run. */
function inCatalogue(name: string, text: string): Range | null {
  for (const [line, content] of text.split('\n').entries()) {
    const found = new RegExp(`\\b(lemma|property|experiment)\\(\\s*['"\`]${name}['"\`]`).exec(
      content,
    );
    if (found === null) continue;
    const { index, 0: call } = found;
    return { start: { line, character: index }, end: { line, character: index + call.length } };
  }
  return null;
}
