/** Derivations and traces as files, each atomically. */
import { join } from 'node:path';
import { makeDirectory, replaceAtomically, WritingError } from '../records/write-atomically.ts';
import type { Output } from './output.ts';

const isDerivation = (beginning: string): boolean =>
  /^\s*\{\s*"format":\s*"elenchus derivation"/.test(beginning);

/** The derivation of the one claim, where there is one. */
export async function writeDerivation(
  path: string,
  text: string | undefined,
  force: boolean,
  output: Output,
): Promise<void> {
  if (text === undefined) return output.warn(`the claim is not proved, so ${path} was not written`);
  try {
    await replaceAtomically(path, text, { ours: isDerivation, force });
    output.lines([`derivation ${path}`]);
  } catch (error) {
    if (!(error instanceof WritingError)) throw error;
    output.notWritten(error.message);
  }
}

const isTrace = (beginning: string): boolean => beginning.startsWith('{"type":');

/** The points of a search, as lines of JSON. */
export async function writeTrace(
  path: string,
  text: string,
  force: boolean,
  output: Output,
): Promise<void> {
  try {
    await replaceAtomically(path, text, { ours: isTrace, force });
    output.lines([`trace      ${path}`]);
  } catch (error) {
    if (!(error instanceof WritingError)) throw error;
    output.notWritten(error.message);
  }
}

/**
 * The derivation of an entry of the catalogue: `dnfa/cancellation` stands in
 * `dnfa.cancellation.json`.
 */
export async function writeEntry(
  directory: string,
  id: string,
  text: string,
  force: boolean,
  output: Output,
): Promise<void> {
  try {
    await makeDirectory(directory);
    const path = join(directory, `${id.replaceAll('/', '.')}.json`);
    await replaceAtomically(path, text, { ours: isDerivation, force });
  } catch (error) {
    if (!(error instanceof WritingError)) throw error;
    output.notWritten(error.message);
  }
}
