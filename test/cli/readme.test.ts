import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mainFile, scratch } from './command.ts';

interface Example {
  readonly command: string;
  readonly expected: readonly string[];
}

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

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

/** An ellipsis stands for any text: on a line of its own for any number of lines. */
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

test('the examples of the README come out as they stand there', async () => {
  const cwd = await scratch();
  const all = examples(readme);
  expect(all.length).toBeGreaterThanOrEqual(6);
  for (const { command, expected } of all) {
    const written = /^cat (\S+)$/.exec(command)?.[1];
    if (written !== undefined) {
      await writeFile(join(cwd, written), `${expected.join('\n')}\n`);
      continue;
    }
    const output = (await run(command, cwd)).trimEnd().split('\n').map(steady).join('\n');
    expect.soft(output, `$ ${command}`).toMatch(pattern(expected));
  }
}, 180_000);

test('no line of a console block is wider than a terminal', () => {
  const lines = examples(readme).flatMap(({ command, expected }) =>
    command.startsWith('cat ') ? expected : expected.filter((line) => line !== '…'),
  );
  expect(lines.filter((line) => [...line].length > 80)).toEqual([]);
});

test('the set-up is two commands', () => {
  const [, block] = /## Set-up[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme) ?? [];
  expect(block?.trim().split('\n')).toEqual(['npm ci && npm start', 'npm cit']);
});
