/** Reads a text file, and says where one that is not UTF-8 goes wrong. */
import { readFile, stat } from 'node:fs/promises';
import type { Problem } from './claim-entry.ts';
import { readingProblem } from './find-files.ts';

/** A larger file is something else. */
const maximalBytes = 20_000_000;
const mark = '\uFEFF';

/** A file's text; `bom` where it begins with a byte order mark, which is not part of the text. */
export interface FileText {
  readonly text: string;
  readonly bom: boolean;
}

/** The text of a file, or why there is none, with the place of the first byte that is not UTF-8. */
export async function readText(file: string): Promise<FileText | Problem> {
  let bytes: Buffer;
  try {
    const status = await stat(file);
    if (!status.isFile() && !status.isDirectory()) throw new Error('it is a pipe or a device');
    if (status.size > maximalBytes)
      throw new Error(`it has ${status.size} bytes; a file of claims has at most ${maximalBytes}`);
    bytes = await readFile(file);
  } catch (error) {
    return { message: readingProblem(error), place: { file, line: 0, column: 0 } };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith(mark) ? { text: text.slice(1), bom: true } : { text, bom: false };
  } catch {
    return { message: encodingProblem(bytes), place: { file, ...placeOfBadByte(bytes) } };
  }
}

function encodingProblem(bytes: Buffer): string {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return `not UTF-8 text${wide ? ', it looks like UTF-16' : ''}: save it as UTF-8`;
}

/** What is decoded before the first bad byte is good: the longest such part is found by halving. */
function placeOfBadByte(bytes: Buffer): { line: number; column: number } {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (startsWell(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  // An unfinished character at the end of the good part is the bad one.
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, good), { stream: true });
  const lines = before.split('\n');
  return { line: lines.length, column: Array.from(lines.at(-1) ?? '').length + 1 };
}

/** Whether the bytes are UTF-8, the last character perhaps unfinished. */
function startsWell(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
