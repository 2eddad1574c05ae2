/**
 * Lemmas of other files that a derivation cites: found next to the file and where `elenchus check`
 * finds the catalogue, to be proved before the claims that cite them.
 */
import { existsSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { nearest } from '../language/names.ts';
import type { AbsentLemma } from './absent-lemma.ts';
import { citedIds } from './cited-ids.ts';
import type { ClaimEntry } from './claim-entry.ts';
import { showPlace } from './file-place.ts';
import { defaultDirectories, findFiles, isCatalogueFile } from './find-files.ts';
import type { TypescriptReader } from './typescript-reader.ts';
import { Shelf, type ShelvedFile } from './shelf.ts';

/** What other files give to the claims of some. */
export interface Around {
  /** Everything that the claims rest on and do not declare. */
  readonly entries: readonly ClaimEntry[];
  /** Cited ids that no file declares, or several do. */
  readonly absent: readonly AbsentLemma[];
}

/** Where the lemmas of a file are looked for. */
interface Places {
  readonly files: readonly ShelvedFile[];
  /** In words, for a message. */
  readonly looked: readonly string[];
}

/**
 * The lemmas of other files that the entries, read from `read`, rest on. A .ts file is executed by
 * `typescript` if `elenchus check` without a path would execute it, or if one next to it was read;
 * with null none is.
 */
export async function lemmasAround(
  own: readonly ClaimEntry[],
  read: readonly string[],
  typescript: TypescriptReader | null,
): Promise<Around> {
  const known = new Map(own.map((entry) => [entry.id, entry]));
  const queue = own.flatMap(citedIds).filter((id) => !known.has(id));
  if (queue.length === 0) return { entries: [], absent: [] };
  const places = await placesAround(read);
  const shelf = new Shelf(places.files, typescript);
  const entries: ClaimEntry[] = [];
  const absent = new Map<string, AbsentLemma>();
  for (const id of queue) {
    if (known.has(id) || absent.has(id)) continue;
    const found = await shelf.find(id);
    const [entry, ...more] = found;
    if (entry === undefined) absent.set(id, await unknownLemma(id, own, shelf, places, read));
    else if (more.length > 0) absent.set(id, ambiguousLemma(id, found));
    else {
      known.set(id, entry);
      entries.push(entry);
      queue.push(...citedIds(entry));
    }
  }
  return { entries, absent: [...absent.values()] };
}

/** Folders above a file's own that may hold its catalogue. */
const levels = 4;

/**
 * Next to the files, below proofs/ and properties/ of the current folder, and below those of the
 * folders above the files, where programs are not executed.
 */
async function placesAround(read: readonly string[]): Promise<Places> {
  const defaults = defaultDirectories.filter((directory) => existsSync(directory));
  const folders = new Map<string, boolean>();
  for (const file of read) {
    const folder = dirname(resolve(file));
    folders.set(folder, file.endsWith('.ts') || folders.get(folder) === true);
  }
  const beside: ShelvedFile[] = [];
  for (const [folder, executed] of folders)
    for (const name of (await readdir(folder).catch(() => [])).toSorted())
      if (isCatalogueFile(name)) beside.push({ file: shown(join(folder, name)), executed });
  const above = cataloguesAbove([...folders.keys()]);
  const shelved = [
    ...beside.filter(({ executed }) => executed),
    ...(await findFiles(defaults)).files.map((file) => ({ file, executed: true })),
    ...beside,
    ...(await findFiles(above)).files.map((file) => ({ file, executed: false })),
  ];
  const before = new Set(await Promise.all(read.map(real)));
  const files = new Map<string, ShelvedFile>();
  for (const one of shelved) {
    const path = await real(one.file);
    if (!before.has(path) && !files.has(path)) files.set(path, one);
  }
  return {
    files: [...files.values()],
    looked: [
      ...(read.length === 1 ? [String(read[0])] : [`the ${read.length} files that were read`]),
      ...[...folders.keys()].map((folder) => `the folder ${shown(folder)}`),
      ...[...defaults, ...above].map((directory) => `${directory}/`),
    ],
  };
}

/** The folders proofs/ and properties/ next to and above some, without those of the current one. */
function cataloguesAbove(folders: readonly string[]): string[] {
  const found = new Set<string>();
  for (const folder of folders)
    for (let at = folder, i = 0; i < levels; at = dirname(at), i++) {
      for (const name of defaultDirectories)
        if (at !== resolve('.') && existsSync(join(at, name))) found.add(shown(join(at, name)));
      if (existsSync(join(at, '.git')) || existsSync(join(at, 'package.json'))) break;
    }
  return [...found];
}

/** As it is shown: from the current folder, for what is below it. */
function shown(path: string): string {
  const short = relative('.', path) || '.';
  return short.startsWith('..') && short.split('..').length > 3 ? path : short;
}

const real = (file: string): Promise<string> => realpath(file).catch(() => resolve(file));

const ambiguousLemma = (id: string, found: readonly ClaimEntry[]): AbsentLemma => ({
  id,
  lines: [
    `the lemma ${id} is declared more than once, so it is not clear which one is meant`,
    ...found.map(({ place }) => `declared at ${showPlace(place)}`),
    'rename one, or check the file together with the one that is meant',
  ],
});

/** Says where it was looked for, and what is called nearly so. */
async function unknownLemma(
  id: string,
  own: readonly ClaimEntry[],
  shelf: Shelf,
  { looked }: Places,
  read: readonly string[],
): Promise<AbsentLemma> {
  const [family, name] = id.split('/') as [string, string];
  const others = await shelf.ids((one) => one === family || nearest(family, [one]) !== null);
  const near = nearTo(id, family, name, [...own, ...others]);
  const programs = await shelf.unexecuted(id);
  const unread = shelf.problems.map(({ message, place }) => `${showPlace(place)}: ${message}`);
  return {
    id,
    lines: [
      `no lemma is called ${id}`,
      ...programs.map(
        (file) =>
          `${file} may declare it, and is a program that is not run for this: check both, ` +
          `elenchus check ${[file, ...read.slice(0, 1)].join(' ')}`,
      ),
      ...(near.length === 0 ? [] : ['did you mean', ...near.map((one) => `  ${one}`)]),
      'looked in',
      ...looked.map((place) => `  ${place}`),
      ...(unread.length === 0 ? [] : ['not readable', ...unread.map((one) => `  ${one}`)]),
    ],
  };
}

/** At most this many names are shown. */
const shownNames = 4;

/** Ids with the same name in another family, or nearly the same; then those of the family. */
function nearTo(
  id: string,
  family: string,
  name: string,
  entries: readonly ClaimEntry[],
): string[] {
  const same = entries.filter((one) => one.id.endsWith(`/${name}`));
  const inFamily = entries.filter((one) => one.family === family);
  const families = nearest(
    family,
    entries.map((one) => one.family),
  );
  const closest = nearest(
    name,
    entries.filter((one) => one.family === (inFamily.length > 0 ? family : families)).map(nameOf),
  );
  const typos = entries.filter(
    (one) => nameOf(one) === closest && (one.family === family || one.family === families),
  );
  const words = new Set(name.split('-'));
  const shared = (one: ClaimEntry): number =>
    nameOf(one)
      .split('-')
      .filter((word) => words.has(word)).length;
  const related = inFamily
    .filter((one) => shared(one) > 0)
    .toSorted((a, b) => shared(b) - shared(a));
  const likely = [...typos, ...same, ...related];
  return [...new Set(likely.length > 0 ? likely : inFamily)]
    .filter((one) => one.id !== id)
    .slice(0, shownNames)
    .map((one) => `${one.id}  (${showPlace(one.place)})`);
}

const nameOf = ({ id }: ClaimEntry): string => id.slice(id.indexOf('/') + 1);
