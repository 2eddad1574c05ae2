import { randomBytes } from 'node:crypto';
import { access, link, mkdir, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file that could not be written; nothing of it was left behind. */
export class WritingError extends Error {
  override readonly name = 'WritingError';
}

/**
 * Writes a new file whole or not at all: to a temporary name beside it, synced to disk, then linked to its name.
 * Answers false where the name is taken: a record is never overwritten, also not by two runs at once.
 */
export async function writeAtomically(path: string, text: string): Promise<boolean> {
  return throughTemporary(path, text, publish);
}

/** Puts a new text in the place of a file, whole or not at all: whoever reads it sees the old one or the new one. */
export async function replaceAtomically(path: string, text: string): Promise<void> {
  await throughTemporary(path, text, async (temporary) => {
    await rename(temporary, path);
    return true;
  });
}

async function throughTemporary(
  path: string,
  text: string,
  put: (temporary: string, path: string) => Promise<boolean>,
): Promise<boolean> {
  const temporary = join(
    dirname(path),
    `.${basename(path)}.tmp-${process.pid}-${randomBytes(4).toString('hex')}`,
  );
  let created = false;
  try {
    const file = await open(temporary, 'wx');
    created = true;
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    return await put(temporary, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw new WritingError(`${path} could not be written: ${inWords(error)}`);
  } finally {
    if (created) await unlink(temporary).catch(() => {});
  }
}

/** A link, unlike a rename, fails where the name exists; where the file system has no links, look first. */
async function publish(temporary: string, path: string): Promise<boolean> {
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
}

/** Makes a directory and those above it. Throws `WritingError`. */
export async function makeDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
  } catch (error) {
    const code = String(codeOf(error) ?? '');
    if (code !== 'EEXIST')
      throw new WritingError(`${directory} could not be made${code === '' ? '' : ` (${code})`}`);
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : null;

function inWords(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOSPC':
      return 'the disk is full';
    case 'EDQUOT':
      return 'the disk quota is used up';
    case 'EACCES':
    case 'EPERM':
      return 'no permission to write there';
    case 'EROFS':
      return 'the file system is read-only';
    case 'ENOENT':
      return 'the directory does not exist';
    case 'ENOTDIR':
      return 'a part of the path is no directory';
    case 'ENAMETOOLONG':
      return 'the name is too long';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
