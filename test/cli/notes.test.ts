/** Tests of `init` and of `check --write` on notes. */
import { chmod, readFile, stat, symlink, lstat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { elenchus, scratch } from './command.ts';

const quick: readonly string[] = [];

describe('init', () => {
  test('a note of two screens whose claims come out as declared', async () => {
    const cwd = await scratch();
    const { code, out } = await elenchus(['init'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('elenchus check claims.md');
    const lines = (await readFile(join(cwd, 'claims.md'), 'utf8')).split('\n');
    expect(lines.length).toBeLessThanOrEqual(2 * 32);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(84);
    expect(await elenchus(['check', 'claims.md', ...quick], { cwd })).toMatchObject({
      code: 0,
      out: expect.stringContaining('6 claims'),
    });
  });
  test('never overwrites', async () => {
    const cwd = await scratch();
    await writeFile(join(cwd, 'claims.md'), 'mine');
    const { code, err } = await elenchus(['init'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('claims.md is there already');
    expect(await readFile(join(cwd, 'claims.md'), 'utf8')).toBe('mine');
    expect((await elenchus(['init', 'other.md', '--json'], { cwd })).out).toContain('"other.md"');
  });
  test.each([
    [['a.md', 'b.md'], 'one note at a time'],
    [['note.tex'], 'ends in .md'],
    [['no/such/a.md'], 'the directory does not exist'],
  ])('%j', async (args, message) => {
    expect(await elenchus(['init', ...args], { cwd: await scratch() })).toMatchObject({
      code: 2,
      err: expect.stringContaining(message),
    });
  });
});

describe('check --write', () => {
  const note =
    '\uFEFF# Note\r\n\r\n```claim commute expect=refuted\r\nA, B: n×n |- A B = B A\r\n```\r\n\r\n- item\r\n\r\n  ```claim assoc expect=proved\r\n  A, B, C: n×n |- (A B) C = A (B C)\r\n  ```\r\n\r\n```claim survives\r\nA, B, C: n×n psd |- det(A + B + C) + det(C) >= det(A + C) + det(B + C)\r\n```\r\n\r\n```claim wrong\r\nA: n×n |- A B = A\r\n```\r\n```proof commute\r\nA B = B A by ring\r\n```\r\nlast line';
  test('keeps every other byte, and a second run changes nothing', async () => {
    const cwd = await scratch();
    const path = join(cwd, 'note.md');
    await writeFile(path, note);
    await chmod(path, 0o640);
    const { out } = await elenchus(['check', 'note.md', '--write', ...quick], { cwd });
    expect(out).toContain('the verdicts stand in note.md');
    const once = await readFile(path, 'utf8');
    expect(once.replaceAll(/[ ]*<!-- elenchus[^]*?<!-- \/elenchus -->\r\n/g, '')).toBe(note);
    expect(once).toContain('**refuted**, by an exact counterexample');
    expect(once).toContain('  > **proved**, for every dimension');
    expect(once).toContain('> **survived** the search; this is not a proof');
    expect(once).toContain('> **ill-typed**, at line 1, column 13 of the block: B is not declared');
    expect(once.replaceAll('\r\n', '')).not.toContain('\n');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    const again = await elenchus(
      ['check', 'note.md', '--write', '--json', ...quick, '--seed', '7'],
      { cwd },
    );
    expect(JSON.parse(again.out).written).toEqual([]);
    expect(await readFile(path, 'utf8')).toBe(once);
  });
  test('a link stays a link', async () => {
    const cwd = await scratch();
    await writeFile(join(cwd, 'real.md'), '```claim a expect=proved\nA: n×n |- A = A\n```\n');
    await symlink('real.md', join(cwd, 'note.md'));
    expect((await elenchus(['check', 'note.md', '--write', ...quick], { cwd })).code).toBe(0);
    expect((await lstat(join(cwd, 'note.md'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(cwd, 'real.md'), 'utf8')).toContain('**proved**');
  });
  test('without --write nothing is written', async () => {
    const cwd = await scratch();
    await writeFile(join(cwd, 'note.md'), note);
    await elenchus(['check', 'note.md', ...quick], { cwd });
    expect(await readFile(join(cwd, 'note.md'), 'utf8')).toBe(note);
  });
});
