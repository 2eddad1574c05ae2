/** The recipe for a first operator, followed to the letter in a copy. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { scratch } from './command.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** The fenced blocks of the recipe, each with its mark and without the list's indentation. */
function blocks(): { mark: string; text: string }[] {
  const [, recipe = ''] =
    /\n## A first operator\n([^]*?)\n## /.exec(
      readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'),
    ) ?? [];
  return [...recipe.matchAll(/^ {3}```(\w+)\n([^]*?)^ {3}```$/gm)].map(
    ([, mark = '', text = '']) => ({ mark, text: text.replaceAll(/^ {3}/gm, '') }),
  );
}

/** Lines marked + go behind the line before them, which must stand in the file once. */
function patched(file: string, diff: readonly string[]): string {
  let [text, before] = [file, ''];
  for (const line of diff) {
    const content = line.slice(1);
    if (line.startsWith('+')) {
      expect(text.split(`${before}\n`), before).toHaveLength(2);
      text = text.replace(`${before}\n`, () => `${before}\n${content}\n`);
    }
    before = content;
  }
  return text;
}

test('an operator is one declaration and one line', async () => {
  const [declaration, registry, use] = blocks();
  expect([declaration?.mark, registry?.mark, use?.mark]).toEqual(['ts', 'diff', 'sh']);
  const copy = await scratch();
  for (const name of ['src', 'dist/src', 'package.json', 'tsconfig.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  await mkdir(join(copy, 'dist'), { recursive: true });

  const [, path = ''] = /^\/\/ (\S+)\n/.exec(declaration?.text ?? '') ?? [];
  expect(existsSync(join(root, path)), 'the operator is not there yet').toBe(false);
  writeFileSync(join(copy, path), declaration?.text ?? '');
  const [where = '', ...diff] = (registry?.text ?? '').trimEnd().split('\n');
  const file = join(copy, where.replace(/^ \/\/ /, ''));
  writeFileSync(file, patched(readFileSync(file, 'utf8'), diff));

  writeFileSync(
    join(copy, 'tsconfig.recipe.json'),
    JSON.stringify({
      extends: './tsconfig.json',
      compilerOptions: { noEmit: false, outDir: 'dist' },
      include: [],
      files: [path, 'src/operators/registry.ts'],
    }),
  );
  const types = await run(
    process.execPath,
    [join(root, 'node_modules/typescript-native/bin/tsc'), '-p', 'tsconfig.recipe.json'],
    { cwd: copy },
  ).catch((error: { stdout: string }) => error);
  expect(types.stdout).toBe('');

  const examples = (use?.text ?? '').split(/^\$ elenchus /m).slice(1);
  expect(examples.length).toBeGreaterThanOrEqual(3);
  for (const example of examples) {
    const [command = '', expected = ''] = example.split('\n');
    const [, claim = ''] = /"(.*)"/.exec(command) ?? [];
    const { stdout } = await run(
      process.execPath,
      [join(copy, 'dist/src/cli/main.js'), 'try', claim, '--quiet'],
      { cwd: copy },
    ).catch((error: { stdout: string }) => error);
    expect(stdout.split(' ')[0], command).toBe(expected.split(' ')[0]);
  }
});
