/** Reads and writes the progress of hunts under `.elenchus/hunts`. */
import { existsSync } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { huntName, huntText, newHunt } from '../records/hunt-record.ts';
import type { HuntRecord } from '../records/hunt-record.ts';
import { RecordError } from '../records/parse-value.ts';
import { readHunt } from '../records/read-hunt.ts';
import { makeDirectory, replaceAtomically, WritingError } from '../records/write-atomically.ts';
import { Misuse } from './misuse.ts';
import type { Output } from './output.ts';

/** Where hunts stand, below the directory in which elenchus runs; not for version control. */
export const huntDirectory = join('.elenchus', 'hunts');

/** Where a hunt is kept. */
export interface HuntStore {
  readonly path: string;
  readonly hunt: HuntRecord;
  /** Writes where the hunt stands, unless another run has written more; says once why it cannot. */
  write(record: HuntRecord): Promise<void>;
  /** False after a write that failed. */
  readonly isWritten: boolean;
}

/**
 * Finds the record to resume, or begins a new one. Throws `Misuse` if the record cannot be used.
 */
export async function openHunt(
  of: Parameters<typeof newHunt>[0],
  output: Output,
): Promise<HuntStore> {
  const path = join(huntDirectory, huntName(of));
  await noteStale(of, path, output);
  const found = await read(path);
  if (found !== null && (found.claim !== of.claim || found.hash !== of.hash))
    throw new Misuse(
      `${path} is the record of another claim; move it away, or hunt with another --seed`,
    );
  const usable =
    found === null || found.version === of.version ? found : await setAside(found, path, output);
  let warned = false;
  let isWritten = true;
  return {
    path,
    get isWritten() {
      return isWritten;
    },
    hunt: usable === null ? newHunt(of) : { ...usable, id: of.id },
    async write(record) {
      try {
        await makeDirectory(huntDirectory);
        const there = await readHunt(path).catch(() => null);
        if (there !== null && there.version === record.version && isAhead(there, record)) {
          if (!warned)
            output.warn(`another run of this hunt has come further; its record, ${path}, is kept`);
          warned = true;
          return;
        }
        await replaceAtomically(path, huntText(record));
        warned = false;
        isWritten = true;
      } catch (error) {
        if (!(error instanceof WritingError)) throw error;
        if (!warned) output.notWritten(`${error.message}; the hunt goes on and tries again`);
        warned = true;
        isWritten = false;
      }
    },
  };
}

/** Records of one hunt differ only in how far they are, and in a witness found ahead. */
const isAhead = (a: HuntRecord, b: HuntRecord): boolean =>
  a.next > b.next && !(b.found !== null && a.found === null);

async function read(path: string): Promise<HuntRecord | null> {
  try {
    return await readHunt(path);
  } catch (error) {
    if (error instanceof RecordError)
      throw new Misuse(
        `${path} cannot be resumed: ${error.message}; move it away, or hunt with another --seed`,
      );
    throw error;
  }
}

/**
 * The record of another version is kept under a name of its own: that version draws other points.
 */
async function setAside(record: HuntRecord, path: string, output: Output): Promise<null> {
  const version = record.version.replaceAll(/[^\w.-]/g, '');
  for (let i = 1; ; i += 1) {
    const aside = path.replace(/\.json$/, `--version-${version}${i === 1 ? '' : `-${i}`}.json`);
    if (existsSync(aside)) continue;
    await rename(path, aside);
    output.warn(
      `elenchus ${record.version} began this hunt and draws other points: its record is kept ` +
        `as ${aside}, and the hunt begins anew`,
    );
    return null;
  }
}

/** Hunts of a statement that has changed since are kept, and said to be stale. */
async function noteStale(
  { id, hash }: { readonly id: string | null; readonly hash: string },
  path: string,
  output: Output,
): Promise<void> {
  if (id === null || existsSync(path)) return;
  const prefix = `${id.replaceAll('/', '--')}--`;
  const names = await readdir(huntDirectory).catch(() => []);
  const stale = names.filter(
    (name) =>
      name.startsWith(prefix) &&
      /^[0-9a-f]{12}--seed/.test(name.slice(prefix.length)) &&
      !name.startsWith(prefix + hash.slice(0, 12)),
  );
  if (stale.length > 0)
    output.warn(
      `${id} was stated otherwise when ${stale.map((name) => basename(name)).join(', ')} was ` +
        'begun; the record is kept, and is about that statement only',
    );
}
