/** Tests that a file is on disk before it gets its name, and its directory after. */
import { link, mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { replaceAtomically, writeAtomically } from '../../src/records/write-atomically.ts';

let folder = '';
const synced: { readonly isFile: boolean; readonly isNamed: boolean }[] = [];
let path = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'elenchus-synced-'));
  const handle = await open(folder, 'r');
  const prototype = Object.getPrototypeOf(handle) as typeof handle;
  await handle.close();
  vi.spyOn(prototype, 'sync').mockImplementation(async function (this: typeof handle) {
    const text = await readFile(path, 'utf8').catch(() => null);
    synced.push({ isFile: (await this.stat()).isFile(), isNamed: text === 'new' });
  });
});
afterEach(() => synced.splice(0));
afterAll(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const file = { isFile: true, isNamed: false };
const directory = { isFile: false, isNamed: true };

test('a new file', async () => {
  path = join(folder, 'record.json');
  expect(await writeAtomically(path, 'new')).toBe(true);
  expect(synced).toEqual([file, directory]);
});
test('a file that is replaced', async () => {
  path = join(folder, 'note.md');
  await writeFile(path, 'old');
  await replaceAtomically(path, 'new', { force: true });
  expect(synced).toEqual([file, directory]);
});
test('a file of two names, which is written where it is', async () => {
  path = join(folder, 'linked.md');
  await writeFile(path, 'old');
  await link(path, join(folder, 'other.md'));
  await replaceAtomically(path, 'new', { force: true });
  expect(synced.filter(({ isFile }) => isFile)).toEqual([file, { isFile: true, isNamed: true }]);
  expect((await stat(path)).nlink).toBe(2);
});
