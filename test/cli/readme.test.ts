/** Runs the console blocks of README and docs and compares their output. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mainFile, scratch } from './command.ts';

interface Example {
  readonly command: string;
  readonly expected: readonly string[];
}

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const readme = read('README.md');
/** Pages with examples that are run. */
const pages: Readonly<Record<string, string>> = {
  'README.md': readme,
  'docs/guide.md': read('docs/guide.md'),
  'docs/language.md': read('docs/language.md'),
};

/** Commands behind `$ ` in the blocks marked sh, each with the lines under it. */
function examples(markdown: string): Example[] {
  return [...markdown.matchAll(/^(`{3,})sh\n([\s\S]*?)^\1$/gm)].flatMap(([, , block]) =>
    block!
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        const [command = '', ...expected] = part.trimEnd().split('\n');
        return { command, expected };
      }),
  );
}

/** Times, counts of trials and of steps differ from run to run; nothing else may. */
const steady = (line: string): string =>
  line
    .replaceAll(/\d+(\.\d+)? (ms|s)\b/g, 'TIME')
    .replaceAll(/(\d[\d ]* of )?\d[\d ]* trials?/g, 'TRIALS')
    .replaceAll(/in \d+ steps?/g, 'in STEPS')
    .replaceAll(/ +/g, ' ');

/** An ellipsis matches any text: on a line of its own for any number of lines. */
function pattern(expected: readonly string[]): RegExp {
  const lines = expected.map((line) =>
    line.trim() === '…'
      ? '[^]*'
      : steady(line)
          .split('…')
          .map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
          .join('.*'),
  );
  return new RegExp(`^${lines.join(String.raw`\n`).replaceAll(String.raw`\n[^]*`, '[^]*')}$`);
}

const run = (command: string, cwd: string): Promise<string> =>
  new Promise((resolve) => {
    execFile(
      'bash',
      ['-c', `elenchus() { "${process.execPath}" "${mainFile}" "$@"; }; ${command}`],
      { cwd },
      (_, stdout) => resolve(stdout),
    );
  });

test.each(Object.keys(pages))('the examples of %s come out as they stand there', async (page) => {
  const cwd = await scratch();
  const all = examples(pages[page] as string);
  expect(all.length).toBeGreaterThanOrEqual(1);
  for (const { command, expected } of all) {
    const written = /^cat (\S+)$/.exec(command)?.[1];
    if (written !== undefined) {
      await writeFile(join(cwd, written), `${expected.join('\n')}\n`);
      continue;
    }
    const output = (await run(command, cwd)).trimEnd().split('\n').map(steady).join('\n');
    expect.soft(output, `$ ${command}`).toMatch(pattern(expected));
  }
});

test('no line of a console block is wider than a terminal', () => {
  const blocks = Object.values(pages).flatMap(examples);
  const lines = blocks.flatMap(({ command, expected }) =>
    command.startsWith('cat ') ? expected : expected.filter((line) => line !== '…'),
  );
  expect(lines.filter((line) => [...line].length > 80)).toEqual([]);
});

test('the set-up is two commands', () => {
  const [, block] = /## Set-up[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme) ?? [];
  expect(block?.trim().split('\n')).toEqual(['npm ci && npm start', 'npm cit']);
});

test('the README has at most 200 lines, and its links lead somewhere', () => {
  expect(readme.split('\n').length).toBeLessThanOrEqual(200);
  for (const page of ['README.md', 'docs/guide.md', 'docs/trust.md', 'docs/language.md']) {
    const base = new URL(`../../${page}`, import.meta.url);
    for (const [, link = ''] of read(page)
      .replaceAll(/^(`{3,})[^]*?^\1$|`[^`]*`/gm, '')
      .matchAll(/\]\(([^)#\s]+)[^)]*\)/g))
      if (!link.includes(':'))
        expect(existsSync(new URL(link, base)), `${page}: ${link}`).toBe(true);
  }
});
