/** Tests of the project's own write-up in both editions. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readDocument } from '../../src/writeup/read-document.ts';
import { filesOf, readWriteUpFiles } from '../../src/writeup/write-up-files.ts';
import { editions, latexFile, markdownFile } from '../tools/writeup/editions.ts';
import { markdownEdition } from '../tools/writeup/markdown-edition.ts';
import { pointPieces } from '../tools/writeup/witness-point.ts';
import { parseWitness } from '../../src/records/read-witness.ts';

const documents = [
  [latexFile, 'latex'],
  [markdownFile, 'markdown'],
] as const;

/** Displayed formulas repeat what a nearby sentence cites, or define a name. */
const mathematical = /\\\[|\$[^$]*(?:=|\\le|\\ge|\\succeq)[^$]*\$/;

describe('the write-up', () => {
  test('tables, figure and Markdown edition are those that the records and the LaTeX edition make', {
    timeout: 60_000,
  }, async () => {
    for (const [path, text] of await editions())
      expect(await readFile(path, 'utf8'), `${path}: run npm run writeup`).toBe(text);
  });
  test('both editions cite the same, every citation is recorded, and nothing was edited afterwards', async () => {
    const claims = [];
    for (const [path, form] of documents) {
      const { citations, problems } = await readDocument(path, form);
      expect(problems).toEqual([]);
      const { record, failures } = await readWriteUpFiles(filesOf(path, form), 'npm run writeup');
      expect(failures).toEqual([]);
      expect(record!.claims.map(({ id }) => id).toSorted()).toEqual(
        [...new Set(citations.map(({ id }) => id))].toSorted(),
      );
      for (const { id, kind } of citations)
        expect(record!.claims.find((one) => one.id === id)!.kinds, id).toContain(kind);
      claims.push(
        record!.claims
          .map(({ id, verdict, hash, claim }) => ({ id, verdict, hash, claim }))
          .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      );
    }
    expect(claims[0]).toEqual(claims[1]);
    expect(claims[0]!.length).toBeGreaterThan(90);
  });
  test('every paragraph with a formula that asserts something cites a claim', async () => {
    const [, body = ''] = (await readFile(latexFile, 'utf8')).split('\\begin{document}');
    const definitions = ['Let $W$ be', '\\noindent\n$M$ is the average', 'Likeness is the cosine'];
    const bare = body
      .split(/\n\s*\n|\\item/)
      .map((part) => part.trim())
      .filter(
        (part) =>
          mathematical.test(part) &&
          !/\\(?:lemma|counterexample|measured|finding|failed|claim)\*?\{/.test(part),
      );
    expect(bare.filter((part) => !definitions.some((start) => part.startsWith(start)))).toEqual([]);
  });
  test('a command that Markdown has not is refused', () => {
    const sources = { claimOf: () => '', inputs: new Map(), references: new Map() };
    expect(() => markdownEdition('\\begin{document}\\textsc{x}\\end{document}', sources)).toThrow(
      '\\textsc',
    );
    expect(() => markdownEdition('\\begin{document}\\input{none}\\end{document}', sources)).toThrow(
      '\\input{none}',
    );
    expect(
      markdownEdition(
        '\\title{T}\\begin{document}a $x|y$ \\lemma{a/b} \\counterexample{c/d}\\end{document}',
        sources,
      ),
    ).toBe('# T\n\na $x|y$ [@a/b] [counterexample @c/d]\n');
  });
  test('a witness is drawn number by number', async () => {
    const witness = parseWitness(
      await readFile(
        join('properties', 'witnesses', 'hessian--multiple-of-gram--0276d51e8f25.json'),
        'utf8',
      ),
    );
    const drawn = pointPieces(witness)!
      .map((piece) => ('math' in piece ? piece.math : ''))
      .join(' ');
    for (const part of ['F(t) = (t_1,\\, t_2)', '2\\,t_1^{2} + t_2^{2}'])
      expect(drawn).toContain(part);
  });
});

const hasLatex = spawnSync('pdflatex', ['--version']).status === 0;

describe.skipIf(!hasLatex)('the write-up in print', () => {
  test('compiles without elenchus, has 8 to 12 pages, and nothing sticks out', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'elenchus-write-up-'));
    onTestFinished(() => rm(cwd, { recursive: true, force: true }));
    await cp(join('proofs', 'writeup'), cwd, { recursive: true });
    let log = '';
    for (const _ of ['labels', 'widths of the tables', 'pages']) {
      log = execFileSync(
        'pdflatex',
        ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', basename(latexFile)],
        { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
      ).replaceAll('\n', '');
    }
    expect(log).not.toMatch(/Warning|Overfull/);
    const pages = Number(/\((\d+) pages/.exec(log)?.[1]);
    expect(pages).toBeGreaterThanOrEqual(8);
    expect(pages).toBeLessThanOrEqual(12);
  });
});
