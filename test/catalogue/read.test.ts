/** Tests of reading a catalogue from files and sorting it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closures, inOrder } from '../../src/catalogue/order.ts';
import { readCatalogue, readHere } from '../../src/catalogue/read-catalogue.ts';
import type { Catalogue } from '../../src/catalogue/read-catalogue.ts';
import { readMarkdown } from '../../src/catalogue/read-markdown.ts';
import type { ClaimEntry } from '../../src/catalogue/claim-entry.ts';
import * as elenchus from '../../src/index.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'elenchus-catalogue-'));
});
afterEach(() => rm(directory, { recursive: true }));

const read = async (files: Record<string, string | Buffer>): Promise<Catalogue> => {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), text);
  }
  return readCatalogue([directory], readHere(elenchus));
};

const good = `import { family, lemma, property } from 'elenchus';

export default family('demo', [
  lemma('one', {
    claim: \`
      A: n×n
      |- A = A\`,
    source: 'a note',
  }),
  property('two', { claim: 'A: n×n |- A = 0', expect: 'refuted', source: 'a note' }),
]);
`;

describe('TypeScript files', () => {
  test('give entries with their place', async () => {
    const { entries, problems } = await read({ 'demo.ts': good });
    expect(problems).toEqual([]);
    expect(entries.map(({ id, expect: declared }) => [id, declared])).toEqual([
      ['demo/one', 'proved'],
      ['demo/two', 'refuted'],
    ]);
    expect(entries[0]).toMatchObject({
      place: { line: 4, column: 3 },
      claimStart: { line: 5, column: 13 },
    });
    expect(entries[1]!.place.line).toBe(10);
  });
  test('that are made from a list have the place of their family', async () => {
    const { entries, problems } = await read({
      'demo.ts':
        "import { family, lemma } from 'elenchus';\n\nconst made = ['a', 'b'].map((x) => lemma(`${x}-one`, { claim: `${x}: n |- ${x} = ${x}`, source: 's' }));\nexport default family('demo', made);\n",
    });
    expect(problems).toEqual([]);
    expect(
      entries.map(({ id, place: { line, column }, claimStart }) => [id, line, column, claimStart]),
    ).toEqual([
      ['demo/a-one', 4, 16, null],
      ['demo/b-one', 4, 16, null],
    ]);
  });
  test('run on the modules of the running program', async () => {
    const { problems } = await read({
      'demo.ts': `import { family, lemma } from 'elenchus';\nif (family !== globalThis.elenchusFamily) throw new Error('a second instance');\nexport default family('demo', [lemma('one', { claim: 'x', source: 's' })]);\n`,
    });
    expect(problems[0]?.message).toBe('a second instance');
    Object.assign(globalThis, { elenchusFamily: elenchus.family });
    expect((await read({})).problems).toEqual([]);
  });
  test.each([
    ['throws', 'const x: number = 1;\nthrow new Error("no luck");\n', 'no luck', 2],
    [
      'has a syntax error',
      'const x = 1;\nexport default family(\n  lemma(;\n',
      'Unexpected token',
      3,
    ],
    [
      'has a wrong entry',
      good.replace("source: 'a note',\n  }),\n  property", "sauce: 'a note',\n  }),\n  property"),
      "lemma 'one' has an unknown field 'sauce'",
      4,
    ],
    ['has no family', 'export const x = 1;\n', 'no family of claims', 1],
  ])('one that %s is named with its line, and the others go on', async (_, text, message, line) => {
    const { entries, problems } = await read({ 'a.ts': text, 'b.ts': good });
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message).toContain(message);
    expect(problems[0]!.place).toMatchObject({ file: join(directory, 'a.ts'), line });
    expect(entries).toHaveLength(2);
  });
  test('tests and declarations are not files of claims', async () => {
    expect(
      (
        await read({
          'a.test.ts': 'throw 1',
          'b.d.ts': 'throw 1',
          'node_modules/c.ts': 'throw 1',
          '.d/e.ts': 'throw 1',
        })
      ).files,
    ).toEqual([]);
  });
});

test('an id that is declared twice says where it stood first', async () => {
  const { entries, problems } = await read({ 'a.ts': good, 'b.ts': good });
  expect(entries).toHaveLength(2);
  expect(problems.map(({ message }) => message)).toEqual([
    `'demo/one' is declared already at ${join(directory, 'a.ts')}:4:3`,
    `'demo/two' is declared already at ${join(directory, 'a.ts')}:10:3`,
  ]);
});

test('reports a file that is missing or not UTF-8', async () => {
  const { problems } = await read({ 'a.md': Buffer.from([0x80, 0xff, 0x00]) });
  expect(problems[0]!.message).toContain('not UTF-8');
  expect(
    (await readCatalogue([join(directory, 'none')], readHere(elenchus))).problems[0]!.message,
  ).toBe('there is no such file or directory');
  expect(
    (await readCatalogue([process.execPath], readHere(elenchus))).problems[0]!.message,
  ).toContain('ending in .ts, .md, .qmd or .tex');
});

describe('Markdown notes', () => {
  const note = (text: string): ReturnType<typeof readMarkdown> => readMarkdown('My Note.md', text);
  test('claim blocks become entries with their lines', () => {
    const { entries, problems } = note(
      '# Title\n\n```claim first expect=proved\nA: n×n\n|- A = A\n```\n\ntext\n\n~~~~claim second\nA: n×n |- A = 0\n~~~~\n',
    );
    expect(problems).toEqual([]);
    expect(entries.map(({ id, expect: declared, claim }) => [id, declared, claim])).toEqual([
      ['my-note/first', 'proved', 'A: n×n\n|- A = A\n'],
      ['my-note/second', null, 'A: n×n |- A = 0\n'],
    ]);
    expect(entries.map(({ claimStart }) => claimStart?.line)).toEqual([4, 11]);
  });
  test('Windows line ends', () => {
    const { entries, problems } = note('```claim a expect=refuted\r\nA: n×n |- A = 0\r\n```\r\n');
    expect(problems).toEqual([]);
    expect(entries[0]!.claim.trim()).toBe('A: n×n |- A = 0');
  });
  test('other blocks are passed over, also those that show a claim block', () => {
    expect(note('````md\n```claim a\nx\n```\n````\n```ts\nclaim\n```\n')).toEqual({
      entries: [],
      problems: [],
    });
  });
  test.each([
    ['no name', '```claim\nx\n```', 'has no name', 1],
    ['no name but a verdict', '\n```claim expect=proved\nx\n```', 'has no name', 2],
    ['a bad name', '```claim A/b\nx\n```', "the name 'A/b'", 1],
    ['an unknown verdict', '```claim a expect=true\nx\n```', 'expect=true', 1],
    ['an unknown option', '```claim a time=3\nx\n```', "'time=3' is not understood", 1],
    ['nothing in it', '```claim a\n\n```', 'is empty', 1],
    ['no end', 'x\n\n```claim a\nx\n', 'never closed', 3],
    ['a name used before', '```claim a\nx\n```\n```claim a\nx\n```', 'declared twice', 4],
  ])('a block with %s is a problem with its line', (_, text, message, line) => {
    const { problems } = note(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message).toContain(message);
    expect(problems[0]!.place.line).toBe(line);
  });
});

describe('order', () => {
  const entry = (
    id: string,
    uses: readonly string[] = [],
    proof: string | null = null,
  ): ClaimEntry => ({
    id,
    family: id.split('/')[0]!,
    claim: 'x',
    proof,
    expect: 'proved',
    source: null,
    note: null,
    uses,
    place: { file: 'f', line: 1, column: 1 },
    claimStart: null,
  });
  const ids = (entries: readonly ClaimEntry[]): string[] => entries.map(({ id }) => id);

  test('what is used comes first, the rest as in the file', () => {
    const { ordered, problems } = inOrder([entry('f/c', ['f/a']), entry('f/b'), entry('f/a')]);
    expect(ids(ordered)).toEqual(['f/a', 'f/c', 'f/b']);
    expect(problems).toEqual([]);
  });
  test('a reason in a proof counts as a use, a quotient in a step does not', () => {
    const all = [
      entry('f/c', [], '=> A = n/m B   by f/a\n = C by ring'),
      entry('n/m'),
      entry('f/a'),
    ];
    expect(ids(inOrder(all).ordered)).toEqual(['f/a', 'f/c', 'n/m']);
  });
  test('circles, what hangs on them, and unknown lemmas are problems', () => {
    const { ordered, problems } = inOrder([
      entry('f/a', ['f/b']),
      entry('f/b', ['f/a']),
      entry('f/c', ['f/a']),
      entry('f/d', ['f/none']),
      entry('f/e'),
    ]);
    expect(ids(ordered)).toEqual(['f/e']);
    expect(problems.map(({ message }) => message)).toEqual([
      'these lemmas use each other in a circle: f/a -> f/b -> f/a',
      "'f/c' is not checked, since 'f/a', which it uses, is not",
      "'f/d' uses 'f/none', which is not among the claims that were read",
    ]);
  });
  test('everything an entry rests on', () => {
    const { ordered } = inOrder([
      entry('f/c', ['f/b']),
      entry('f/b', ['f/a']),
      entry('f/a'),
      entry('f/d'),
    ]);
    expect(ids(closures(ordered)(ordered.find(({ id }) => id === 'f/c')!))).toEqual(['f/a', 'f/b']);
  });
});
