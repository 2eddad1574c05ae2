import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readWitness } from './read-witness.ts';
import { contentHash, witnessName, witnessText } from './witness.ts';
import type { Witness } from './witness.ts';
import { makeDirectory, writeAtomically, WritingError } from './write-atomically.ts';

/** Where witnesses are filed, below the directory in which elenchus runs. */
export const witnessDirectory = join('properties', 'witnesses');

/** Files a witness and answers its path; a record of the same content is left as it is. Throws `WritingError`. */
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

/** Every file that may be a witness, by name; none where there is no such directory. */
export async function witnessFiles(directory: string = witnessDirectory): Promise<string[]> {
  const names = await readdir(directory).catch(() => []);
  return names
    .filter((name) => /--[0-9a-f]{12}\.json$/.test(name))
    .toSorted()
    .map((name) => join(directory, name));
}

/** What is filed for a claim of the catalogue: path and the statement's hash at that time. Unreadable files are passed over. */
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
