/** Writes files atomically, and never over a file that is somebody else's. */
import {
  access,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  stat,
  unlink,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file that could not be written; nothing of it was left behind. */
export class WritingError extends Error {
  override readonly name = 'WritingError';
}

/** When an existing file may be replaced. */
export interface Replacement {
  /** Is the beginning of the existing file that of a file of this kind? */
  readonly ours?: (beginning: string) => boolean;
  /** Replaces any regular file. */
  readonly force?: boolean;
}

/** Read of an existing file to tell what it is. */
const beginningBytes = 4096;
/** Mode of a new file, before the user's mask. */
const newMode = 0o666;

/**
 * Writes a new file atomically: to a temporary name next to it, synced to disk, then linked to its
 * name.
 * Answers false where the name is taken: a record is never overwritten, also not by two runs at
 * once.
 */
export const writeAtomically = (path: string, text: string): Promise<boolean> =>
  throughTemporary(path, text, null, publish);

/**
 * Replaces a file atomically: a reader sees the old text or the new one. A link stays a link, and
 * the mode and other hard links are kept. Throws `WritingError` for a device, a pipe, a directory,
 * or a file of another kind.
 */
export async function replaceAtomically(
  path: string,
  text: string,
  replacement: Replacement = {},
): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const there = await stat(target).catch(() => null);
  if (there === null) await refuseDanglingLink(path);
  else {
    if (!there.isFile())
      throw new WritingError(
        `${path} is ${there.isDirectory() ? 'a directory' : 'a device or a pipe'}, not a file`,
      );
    await refuseForeignFile(path, target, replacement);
  }
  const put = there !== null && there.nlink > 1 ? overwrite : renameTo;
  await throughTemporary(target, text, there === null ? null : there.mode & 0o7777, put);
}

async function refuseDanglingLink(path: string): Promise<void> {
  const link = await lstat(path).catch(() => null);
  if (link?.isSymbolicLink())
    throw new WritingError(`${path} is a link to a file that does not exist`);
}

/** Only files of the same kind are replaced without being asked. */
async function refuseForeignFile(
  path: string,
  target: string,
  { ours, force }: Replacement,
): Promise<void> {
  if (ours === undefined || force) return;
  const beginning = await beginningOf(target).catch((error: unknown) => {
    throw new WritingError(`${path} could not be read before it is replaced: ${inWords(error)}`);
  });
  if (beginning !== '' && !ours(beginning))
    throw new WritingError(
      `${path} exists and elenchus did not write it; choose another name, or replace it with --force`,
    );
}

async function beginningOf(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(beginningBytes));
    return buffer.subarray(0, bytesRead).toString('utf8');
  } finally {
    await file.close();
  }
}

/** Not from node:crypto, which takes two milliseconds of each start to load. */
const randomName = (): string =>
  Buffer.from(globalThis.crypto.getRandomValues(new Uint8Array(4))).toString('hex');

type Put = (temporary: string, path: string, text: string) => Promise<boolean>;

async function throughTemporary(
  path: string,
  text: string,
  mode: number | null,
  put: Put,
): Promise<boolean> {
  await removeAbandoned(path);
  const temporary = join(dirname(path), `.${basename(path)}.tmp-${process.pid}-${randomName()}`);
  let created = false;
  try {
    const file = await open(temporary, 'wx', mode === null ? newMode : 0o600);
    created = true;
    try {
      if (mode !== null) await file.chmod(mode);
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    const done = await put(temporary, path, text);
    await syncDirectory(dirname(path));
    return done;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw new WritingError(`${path} could not be written: ${inWords(error)}`);
  } finally {
    if (created) await unlink(temporary).catch(() => {});
  }
}

/**
 * A link, unlike a rename, fails where the name exists; where the file system has no links, look
 * first.
 */
const publish: Put = async (temporary, path) => {
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(String(codeOf(error))))
      throw error;
    const taken = await access(path).then(
      () => true,
      () => false,
    );
    if (!taken) await rename(temporary, path);
    return !taken;
  }
};

const renameTo: Put = async (temporary, path) => {
  await rename(temporary, path);
  return true;
};

/**
 * Other names of the file keep pointing to it; the temporary file holds the text until all of it is
 * written.
 */
const overwrite: Put = async (_, path, text) => {
  const file = await open(path, 'r+');
  try {
    const bytes = Buffer.from(text);
    await file.write(bytes, 0, bytes.length, 0);
    await file.truncate(bytes.length);
    await file.sync();
  } finally {
    await file.close();
  }
  return true;
};

/** A rename is on disk when its directory is; some file systems cannot sync one. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/** Removes temporary files of the same name whose process has died. */
async function removeAbandoned(path: string): Promise<void> {
  const prefix = `.${basename(path)}.tmp-`;
  const names = await readdir(dirname(path)).catch(() => []);
  for (const name of names) {
    const pid = name.startsWith(prefix)
      ? /^(\d+)-[0-9a-f]{8}$/.exec(name.slice(prefix.length))?.[1]
      : undefined;
    if (pid !== undefined && !isRunning(Number(pid)))
      await unlink(join(dirname(path), name)).catch(() => {});
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** Makes a directory and those above it. Throws `WritingError`. */
export async function makeDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
  } catch (error) {
    const code = String(codeOf(error) ?? '');
    if (code !== 'EEXIST')
      throw new WritingError(`${directory} could not be made: ${inWords(error)}`);
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : null;

const words: ReadonlyMap<unknown, string> = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EACCES', 'no permission to write there'],
  ['EPERM', 'no permission to write there'],
  ['EROFS', 'the file system is read-only'],
  ['ENOENT', 'the directory does not exist'],
  ['ENOTDIR', 'a part of the path is not a directory'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['EFBIG', 'the file is too large'],
]);

const inWords = (error: unknown): string =>
  words.get(codeOf(error)) ?? (error instanceof Error ? error.message : String(error));
