import { execFileSync } from 'node:child_process';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { mainFile, scratch } from './command.ts';

const source =
  "const { sep } = require('node:path');\nexports.twice = (x) => 2 * x;\nexports.sep = sep;\n";
const { href } = new URL('../src/cli/cached-code.js', pathToFileURL(mainFile));

const file = async (): Promise<string> => {
  const path = join(await scratch(), 'code.cjs');
  writeFileSync(path, source);
  return path;
};

/** Whether what was kept is taken in a process that never saw the file, and what the file then says. */
const loaded = (path: string, keep = false): unknown => {
  const script = `import { load } from ${JSON.stringify(href)};
    const found = load(${JSON.stringify(path)});
    ${keep ? 'found.keep();' : ''}
    console.log(JSON.stringify([found.taken, found.exports.twice?.(21)]));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }),
  );
};

test('code is kept beside its file, and taken the next time', async () => {
  const path = await file();
  expect(loaded(path, true)).toEqual([false, 42]);
  expect(loaded(path)).toEqual([true, 42]);
});

test('what is kept of another file, or cut short, is not taken', async () => {
  const path = await file();
  loaded(path, true);
  const kept = readFileSync(`${path}.v8`);
  truncateSync(`${path}.v8`, kept.length >> 1);
  expect(loaded(path)).toEqual([false, 42]);
  writeFileSync(`${path}.v8`, 'not code');
  expect(loaded(path)).toEqual([false, 42]);
  writeFileSync(`${path}.v8`, kept);
  writeFileSync(path, source.replace('2 * x', '3 * x + 0'));
  expect(loaded(path)).toEqual([false, 63]);
});

test('the built command takes what was kept for it', () => {
  expect(loaded(mainFile.replace('main.js', 'examining-code.cjs'))).toEqual([true, null]);
});
