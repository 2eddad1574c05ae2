/**
 * Reads the file of a record: a regular file of bounded size and depth, or an error that says what
 * is wrong with it.
 */
import { readFileSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { RecordError } from './parse-value.ts';

/** Records are small; a larger file is something else. */
export const maximalBytes = 4_000_000;
/** Deeper brackets than any record has. */
const maximalDepth = 200;

interface Status {
  readonly size: number;
  isFile(): boolean;
  isDirectory(): boolean;
}

/** The text of a record's file. Throws `RecordError`. */
export async function readRecordFile(file: string, most = maximalBytes): Promise<string> {
  try {
    admit(await stat(file), most);
    return checkedDepth(await readFile(file, 'utf8'));
  } catch (error) {
    throw asRecordError(error);
  }
}

/** The same at once, for threads. Throws `RecordError`. */
export function readRecordFileSync(file: string, most = maximalBytes): string {
  try {
    admit(statSync(file), most);
    return checkedDepth(readFileSync(file, 'utf8'));
  } catch (error) {
    throw asRecordError(error);
  }
}

/** A pipe or a device would block, or never end. */
function admit(status: Status, most: number): void {
  if (status.isDirectory()) throw new RecordError('it is a directory');
  if (!status.isFile()) throw new RecordError('it is a pipe or a device, not a file');
  if (status.size > most)
    throw new RecordError(`the file has ${status.size} bytes; a record has at most ${most}`);
}

/** Brackets are counted outside strings, so that no parser has to recurse too deeply. */
function checkedDepth(text: string): string {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > maximalDepth)
      throw new RecordError(`it nests more than ${maximalDepth} brackets, which no record does`);
  }
  return text;
}

/** The file is not there: some readers treat that as "no record yet". */
export class MissingRecord extends RecordError {}

function asRecordError(error: unknown): RecordError {
  if (error instanceof RecordError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return new MissingRecord('there is no such file');
  if (code === 'EACCES' || code === 'EPERM') return new RecordError('no permission to read it');
  return new RecordError(error instanceof Error ? error.message : String(error));
}
