/** What a .ts file of claims does to its process stays that file's problem. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { elenchus, scratch } from './command.ts';

const good = (family: string): string => `import { family, lemma } from 'elenchus';
export default family('${family}', [lemma('one', { claim: 'A: n×n |- A = A', source: 's' })]);
`;

async function checked(files: Readonly<Record<string, string>>) {
  const cwd = await scratch();
  await mkdir(join(cwd, 'proofs'));
  for (const [name, text] of Object.entries(files))
    await writeFile(join(cwd, 'proofs', name), text);
  const { code, out, err } = await elenchus(['check', '--json'], { cwd });
  const { claims, problems } = JSON.parse(out) as {
    claims: { id: string; verdict: string }[];
    problems: { file: string; message: string }[];
  };
  return { code, err, claims: claims.map(({ id, verdict }) => `${id} ${verdict}`), problems };
}

describe('the other files are checked all the same', () => {
  test.each([
    ['an exit with 0', 'process.exit(0);', 'it ended its process (exit code 0)'],
    ['an abort', 'process.abort();', 'it ended its process (SIGABRT)'],
    ['an exception', "throw new Error('broken');", 'broken'],
    [
      'a late exit',
      'await new Promise(() => setTimeout(() => process.exit(3), 50));',
      'exit code 3',
    ],
  ])('%s', async (_, text, message) => {
    const { code, claims, problems } = await checked({
      'a.ts': good('first'),
      'b.ts': text,
      'c.ts': good('last'),
    });
    expect(claims).toEqual(['first/one proved', 'last/one proved']);
    expect(problems).toMatchObject([{ file: 'proofs/b.ts' }]);
    expect(problems[0]?.message).toContain(message);
    expect(code).toBe(2);
  });
  test('timers that stay and promises that nobody awaits do not keep the command', async () => {
    const { code, claims } = await checked({
      'a.ts': `setInterval(() => {}, 5);\n${good('first')}`,
      'b.ts': `${good('late')}setTimeout(() => process.exit(0), 0);\n`,
      'c.ts': good('last'),
    });
    expect(claims.toSorted()).toEqual(['first/one proved', 'last/one proved', 'late/one proved']);
    expect(code).toBe(0);
  });
});

test('what a file prints goes to standard error, with its name, and shows its escapes', async () => {
  const { code, err } = await checked({
    'a.ts': `console.log('\u001b[31mloud');\n${good('noisy')}`,
  });
  expect(err).toContain('proofs/a.ts printed: \\u{1b}[31mloud');
  expect(code).toBe(0);
});

test('a file that changes a built-in of JavaScript changes no report', async () => {
  const { code, claims } = await checked({
    'a.ts': `JSON.stringify = () => 'nothing';\nArray.prototype.map = () => [];\n${good('vandal')}`,
    'b.md': '```claim commute expect=refuted\nA, B: n×n |- A B = B A\n```\n',
  });
  expect(claims).toContain('b/commute refuted');
  expect([0, 1, 2]).toContain(code);
});

test.each([20, 21, 22, 23])(
  'with %d files open at most the command never dies with the code of a verdict',
  async (files) => {
    const { code, signal, out, err } = await elenchus(['try', 'A: n×n |- A = 0'], {
      shell: `ulimit -n ${files};`,
    });
    if (code === 1) expect(out).toMatch(/^refuted/);
    else if (signal === null) expect(code).toBe(5);
    if (code === 5) expect(err).toMatch(/EMFILE/);
  },
);

test('a file that hangs is given up after the time that the user gave', async () => {
  const cwd = await scratch();
  await writeFile(join(cwd, 'hangs.ts'), 'for (;;);');
  const { out } = await elenchus(['check', 'hangs.ts', '--time', '500ms', '--json'], { cwd });
  expect(JSON.parse(out).problems).toMatchObject([{ message: 'it did not finish within 0.5 s' }]);
});
