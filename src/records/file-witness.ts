/** Writes counterexamples to `properties/witnesses` and lists them. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { RecordError } from './parse-value.ts';
import { readWitness } from './read-witness.ts';
import { contentHash, witnessName, witnessText } from './witness.ts';
import type { Witness } from './witness.ts';
import { makeDirectory, writeAtomically, WritingError } from './write-atomically.ts';

/** Where witnesses are filed, below the directory in which elenchus runs. */
export const witnessDirectory = join('properties', 'witnesses');

/**
 * Files a witness and answers its path; a record of the same content is left as it is. Throws
 * `WritingError`.
 */
export async function fileWitness(
  witness: Witness,
  directory: string = witnessDirectory,
): Promise<string> {
  const path = join(directory, witnessName(witness));
  await makeDirectory(directory);
  const text = witnessText(witness);
  if (await writeAtomically(path, text)) return path;
  // the provenance may differ: the name is a hash of the rest
  const there = await readWitness(path).catch(() => null);
  if (there === null || contentHash(there) !== contentHash(witness))
    throw new WritingError(
      `${path} holds something else than its name says; move it away, then file again`,
    );
  return path;
}

const hasWitnessName = (name: string): boolean => /--[0-9a-f]{12}\.json$/.test(name);

/**
 * Every file that may be a witness, by name; none where there is no such directory. Pipes and
 * devices are left out.
 */
export async function witnessFiles(directory: string = witnessDirectory): Promise<string[]> {
  const names = await readdir(directory).catch(() => []);
  const paths = names
    .filter(hasWitnessName)
    .toSorted()
    .map((name) => join(directory, name));
  const regular = await Promise.all(paths.map((path) => stat(path).catch(() => null)));
  return paths.filter((_, i) => regular[i]?.isFile() === true);
}

/** Files among the witnesses that cannot be read, or were edited, each with the reason. */
export async function unusableWitnesses(
  directory: string = witnessDirectory,
): Promise<readonly { readonly path: string; readonly why: string }[]> {
  const names = await readdir(directory).catch(() => []);
  const found: { path: string; why: string }[] = [];
  for (const name of names.filter(hasWitnessName).toSorted()) {
    const path = join(directory, name);
    try {
      const witness = await readWitness(path);
      if (!name.endsWith(`--${contentHash(witness).slice(0, 12)}.json`))
        found.push({ path, why: 'its content is not what its name says: it was edited' });
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      found.push({ path, why: error.message });
    }
  }
  return found;
}

/**
 * What is filed for a claim of the catalogue: path and the statement's hash at that time.
 * Unreadable files are passed over.
 */
export async function filedFor(
  id: string,
  directory: string = witnessDirectory,
): Promise<readonly { path: string; hash: string }[]> {
  const prefix = `${id.replaceAll('/', '--')}--`;
  const names = await readdir(directory).catch(() => []);
  const filed: { path: string; hash: string }[] = [];
  for (const name of names.toSorted()) {
    if (!name.startsWith(prefix) || !/^[0-9a-f]{12}\.json$/.test(name.slice(prefix.length)))
      continue;
    const path = join(directory, name);
    try {
      filed.push({ path, hash: (await readWitness(path)).hash });
    } catch {
      // `replay` says what is wrong with it.
    }
  }
  return filed;
}
