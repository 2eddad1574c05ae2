/** Tests of the command `report`. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { elenchus, scratch } from './command.ts';

const demo = join(import.meta.dirname, 'fixtures/demo.ts');
const quick = ['--time', '3s'];

describe('report', () => {
  test('one file under 2 MB with every claim, self-contained', async () => {
    const cwd = await scratch();
    const { code, out, err } = await elenchus(['report', demo, ...quick], { cwd });
    expect(err).not.toContain('defect');
    expect(out).toMatch(/4 claims: [^]*all as\s+declared, in [^]*^report\.html: \d+ kB$/m);
    expect(code).toBe(0);
    expect(await readdir(cwd)).toEqual(['report.html']);
    const page = await readFile(join(cwd, 'report.html'), 'utf8');
    expect(page.length).toBeLessThan(2_000_000);
    for (const name of ['trace-cyclic', 'commute', 'determinant', 'shapes'])
      expect(page.includes(`<article id="demo/${name}"`)).toBe(true);
    expect(page.includes('Counterexample')).toBe(true);
  });
  test('--out names the file, and one that is there is replaced; --json says what was written', async () => {
    const cwd = await scratch();
    await writeFile(join(cwd, 'page.html'), '<meta name="generator" content="elenchus">old');
    const { code, out } = await elenchus(
      ['report', demo, ...quick, '--out', 'page.html', '--json', '--jobs', '1'],
      { cwd },
    );
    expect(JSON.parse(out)).toMatchObject({
      report: { file: 'page.html', bytes: expect.any(Number) },
      asDeclared: true,
      claims: { length: 4 },
    });
    expect((await readFile(join(cwd, 'page.html'), 'utf8')).startsWith('<!doctype html>')).toBe(
      true,
    );
    expect(await readdir(cwd)).toEqual(['page.html']);
    expect(code).toBe(0);
  });
  test('hypotheses that are needed have their witness on the page', async () => {
    const cwd = await scratch();
    await writeFile(
      join(cwd, 'note.md'),
      '# Note\n\n```claim cancels expect=proved\nA: n×n invertible; B: n×n; A B = 0 |- B = 0\n```\n',
    );
    expect((await elenchus(['report', '--hypotheses', 'note.md', ...quick], { cwd })).code).toBe(0);
    const page = await readFile(join(cwd, 'report.html'), 'utf8');
    expect(page).toMatch(
      /aria-label="A invertible"[^]*?<td class="need">needed<\/td><td><div class="at">refuted at/,
    );
  });
  test('a claim not as declared exits with 1, and is written all the same', async () => {
    const cwd = await scratch();
    await writeFile(
      join(cwd, 'note.md'),
      '# Note\n\n```claim commute expect=proved\nA, B: n×n |- A B = B A\n```\n',
    );
    expect((await elenchus(['report', 'note.md', ...quick], { cwd })).code).toBe(1);
    expect(
      (await readFile(join(cwd, 'report.html'), 'utf8')).includes('the catalogue says proved'),
    ).toBe(true);
  });
  test('a place that cannot be written to: 2, with the reason, and nothing left behind', async () => {
    const cwd = await scratch();
    await mkdir(join(cwd, 'taken.html'));
    for (const [file, why] of [
      ['nowhere/report.html', 'the directory does not exist'],
      ['taken.html', 'taken.html is a directory, not a file'],
    ] as const) {
      const { code, err } = await elenchus(['report', demo, ...quick, '--out', file], { cwd });
      expect(err).toContain(why);
      expect(code).toBe(2);
    }
    expect(await readdir(cwd)).toEqual(['taken.html']);
  });
  test('wrong use says what to type', async () => {
    const cwd = await scratch();
    expect(await elenchus(['report'], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining('elenchus report notes.md'),
    });
    expect(await elenchus(['report', demo, '--out'], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining('--out needs a file'),
    });
    expect(await readdir(cwd)).toEqual([]);
  });
  test('stopped half-way there is no report', async () => {
    const cwd = await scratch();
    const claims = Array.from(
      { length: 6 },
      (_, i) =>
        `\`\`\`claim c${i} expect=survived\nA, B: n×n pd |- det(A + B) + ${i} >= det(A) + det(B)\n\`\`\`\n`,
    );
    await writeFile(join(cwd, 'note.md'), claims.join('\n'));
    const { code, out } = await elenchus(['report', 'note.md', '--time', '3s'], {
      cwd,
      meanwhile: (child) => child.stderr?.once('data', () => child.kill('SIGINT')),
    });
    expect(out).toContain('interrupted: no report was written');
    expect(code).toBe(130);
    expect(await readdir(cwd)).toEqual(['note.md']);
  });
});
