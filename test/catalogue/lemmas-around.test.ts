/** Tests of lemmas of other files: found, refused, or said to be nowhere. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { citedIn } from '../../src/catalogue/cited-ids.ts';
import { lemmasAround } from '../../src/catalogue/lemmas-around.ts';
import { readCatalogue, readHere, type Catalogue } from '../../src/catalogue/read-catalogue.ts';
import * as elenchus from '../../src/index.ts';
import { claimsWithLemmas } from '../../src/lsp/claims-in.ts';

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'elenchus-around-')));
});
afterEach(() => rm(folder, { recursive: true }));

const noteOf = (name: string, claim: string, proof: string | null = null): string =>
  `\`\`\`claim ${name} expect=proved\n${claim}\n\`\`\`\n` +
  (proof === null ? '' : `\`\`\`proof ${name}\n${proof}\n\`\`\`\n`);
const trace = 'A: m×n; B: n×m |- tr(A B) = tr(B A)';
const by = (id: string): string => noteOf('here', trace, `tr(A B) = tr(B A) by ${id}`);
const program = (family: string, name: string): string =>
  `import { family, lemma } from 'elenchus';\nexport default family('${family}', [\n  lemma('${name}', { claim: '${trace}', source: 's' }),\n]);\n`;

async function write(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}
async function read(name: string, files: Record<string, string>): Promise<Catalogue> {
  await write(files);
  return readCatalogue([join(folder, name)], readHere(elenchus));
}
const ids = (entries: Catalogue['entries']): string[] => entries.map(({ id }) => id);
const said = ({ absent }: Catalogue): string => absent.flatMap(({ lines }) => lines).join('\n');

test('the ids that a derivation cites', () => {
  expect(
    citedIn('x = y by ring\n = n/m by a/b-c with A := n/m\nbase p by a/b-c step q by e/f'),
  ).toEqual(['a/b-c', 'e/f']);
});

describe('a lemma of another file', () => {
  test('of a note next to it is proved before, and not among the claims that are checked', async () => {
    const found = await read('a.md', {
      'a.md': by('other/one'),
      'other.md': noteOf('one', trace, 'tr(A B) = tr(B A) by third/two') + noteOf('spare', trace),
      'third.md': noteOf('two', trace),
    });
    expect(ids(found.entries)).toEqual(['a/here']);
    expect(ids(found.all)).toEqual(['third/two', 'other/one', 'a/here']);
    expect(found.problems).toEqual([]);
    expect(found.absent).toEqual([]);
  });
  test('of a program is executed only next to a program', async () => {
    const files = { 'base.ts': program('base', 'one'), 'a.md': by('base/one') };
    const note = await read('a.md', files);
    expect(ids(note.all)).toEqual(['a/here']);
    expect(said(note)).toContain('base.ts may declare it');
    const use = program('use', 'x').replace("source: 's'", "source: 's', uses: ['base/one']");
    expect(ids((await read('use.ts', { ...files, 'use.ts': use })).all)).toEqual([
      'base/one',
      'use/x',
    ]);
  });
  test('of the catalogue above the file is named, and not executed', async () => {
    const found = await read('notes/a.md', {
      'notes/a.md': by('base/one'),
      'proofs/base.ts': program('base', 'one'),
      'proofs/more.md': noteOf('one', trace),
    });
    expect(said(found)).toMatch(/proofs\/base\.ts may declare it[^]*elenchus check \S*base\.ts/);
    expect(ids((await read('notes/b.md', { 'notes/b.md': by('more/one') })).all)).toEqual([
      'more/one',
      'b/here',
    ]);
  });
  test('that nobody declares: where it was looked for, and the nearest names', async () => {
    const found = await read('a.md', {
      'a.md': by('other/trase'),
      'other.md': noteOf('trace', trace) + noteOf('unlike', trace),
    });
    expect(said(found)).toMatch(/^no lemma is called other\/trase\ndid you mean\n {2}other\/trace/);
    expect(said(found)).toContain('looked in');
    expect(said(found)).not.toContain('unlike');
    const family = await read('b.md', { 'b.md': by('othr/trace') });
    expect(said(family)).toMatch(/did you mean\n {2}other\/trace/);
  });
  test('that two files declare is refused, with both places', async () => {
    const found = await read('a.md', {
      'a.md': by('other/one'),
      'other.md': noteOf('one', trace),
      'other.tex': `% claim one expect=proved: ${trace}\n`,
    });
    expect(said(found)).toMatch(/declared more than once[^]*other\.md:1:1[^]*other\.tex:1:1/);
  });
  test('circles over files are refused, and printed', async () => {
    const found = await read('a.md', {
      'a.md': by('other/one'),
      'other.md': noteOf('one', trace, 'tr(A B) = tr(B A) by a/here'),
    });
    expect(found.entries).toEqual([]);
    expect(found.problems.map(({ message }) => message)).toContain(
      'these lemmas use each other in a circle: a/here -> other/one -> a/here',
    );
  });
  test('a file that cannot be read is named', async () => {
    const found = await read('a.md', {
      'a.md': by('other/one'),
      'other.md': '```claim one\nA |- A',
    });
    expect(said(found)).toMatch(/not readable\n {2}.*other\.md:1:1: this claim block is never/);
  });
  test('in `uses`: a problem with the same lines', async () => {
    const use = program('use', 'x').replace("source: 's'", "source: 's', uses: ['base/oen']");
    const { problems } = await read('use.ts', {
      'use.ts': use,
      'base.ts': program('base', 'one'),
    });
    expect(problems[0]?.message).toMatch(
      /'use\/x' uses 'base\/oen'\nno lemma is called base\/oen\ndid you mean\n {2}base\/one/,
    );
  });
});

test('an editor reads notes around, and no program', async () => {
  await write({
    'base.ts': "throw new Error('run');",
    'other.md': noteOf('one', trace, 'tr(A B) = tr(B A) by ring'),
  });
  const file = join(folder, 'a.md');
  const { claims } = await claimsWithLemmas(file, by('other/one'));
  expect(claims.map(({ task }) => task.lemmas.map(({ id }) => id))).toEqual([['other/one']]);
  const missing = await claimsWithLemmas(file, by('base/no'));
  expect(missing.claims[0]?.task.absent?.[0]?.lines[0]).toBe('no lemma is called base/no');
  expect(await lemmasAround([], [file], null)).toEqual({ entries: [], absent: [] });
});
