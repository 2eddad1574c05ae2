/** Derivations as files, for a second checker: each whole or not at all. */
import { join } from 'node:path';
import { makeDirectory, replaceAtomically, WritingError } from '../records/write-atomically.ts';
import type { Output } from './output.ts';

/** The derivation of the one claim, where there is one. */
export async function writeDerivation(
  path: string,
  text: string | undefined,
  output: Output,
): Promise<void> {
  if (text === undefined) return output.warn(`nothing was proved, so that ${path} was not written`);
  try {
    await replaceAtomically(path, text);
    output.lines([`derivation ${path}`]);
  } catch (error) {
    if (!(error instanceof WritingError)) throw error;
    output.warn(error.message);
  }
}

/** The derivation of an entry of the catalogue: `dnfa/cancellation` stands in `dnfa.cancellation.json`. */
export async function writeEntry(
  directory: string,
  id: string,
  text: string,
  output: Output,
): Promise<void> {
  try {
    await makeDirectory(directory);
    await replaceAtomically(join(directory, `${id.replaceAll('/', '.')}.json`), text);
  } catch (error) {
    if (!(error instanceof WritingError)) throw error;
    output.warn(error.message);
  }
}
