/** Tests of the command `check`, of filing and of `replay`. */
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { width } from '../../src/report/width.ts';
import { elenchus, scratch } from './command.ts';

const demo = join(import.meta.dirname, 'fixtures/demo.ts');
const quick: readonly string[] = [];

const withFiles = async (files: Record<string, string>): Promise<string> => {
  const directory = await scratch();
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
  return directory;
};

describe('check', () => {
  test('a catalogue that comes out as declared: 0, a table, a summary', async () => {
    const cwd = await scratch();
    const { code, out } = await elenchus(['check', demo, ...quick], { cwd });
    for (const row of [
      /^demo$/m,
      /^ {2}trace-cyclic +proved +✓/m,
      /^ {2}commute +refuted +✓/m,
      /^ {2}determinant +survived +✓ +[\d ]+ trials/m,
      /^ {2}shapes +ill-typed +✓/m,
      /^4 claims: [^]*; all as\s+declared, in /m,
    ])
      expect(out).toMatch(row);
    for (const line of out.split('\n')) expect(width(line)).toBeLessThanOrEqual(80);
    expect(code).toBe(0);
    expect(await readdir(cwd)).toEqual([]);
  });
  test('without paths: proofs/ and properties/ of the directory', async () => {
    const cwd = await scratch();
    expect(await elenchus(['check'], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining('neither proofs/ nor properties/'),
    });
    await mkdir(join(cwd, 'properties'));
    expect(await elenchus(['check'], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining('no claims under properties'),
    });
    await cp(demo, join(cwd, 'properties/demo.ts'));
    expect(await elenchus(['check', ...quick], { cwd })).toMatchObject({
      code: 0,
      out: expect.stringContaining('4 claims'),
    });
  });
  test('--why says under an open claim what was tried, and is in the JSON', async () => {
    const cwd = await withFiles({
      'note.md':
        '```claim open\nA, B, C: n×n psd |- det(A + B + C) + det(C) >= det(A + C) + det(B + C)\n```\n\n```claim closed\nA: n×n |- A = A\n```\n',
    });
    const { out } = await elenchus(['check', 'note.md', '--why', ...quick], { cwd });
    expect(out).toMatch(/^ {2}open +(survived|gave-up)[^\n]*\n {6}why {8}\S/m);
    expect(out.split('\n').filter((line) => /^ +why /.test(line))).toHaveLength(1);
    // a reason that is pasted stays in one line
    const wrapped = out.split('\n').filter((line) => !/^ +by /.test(line));
    for (const line of wrapped) expect(width(line)).toBeLessThanOrEqual(80);
    const json = JSON.parse((await elenchus(['check', 'note.md', '--why', '--json'], { cwd })).out);
    expect(json.claims.map((c: { why?: unknown }) => c.why !== undefined)).toEqual([true, false]);
    expect(json.claims[0].why).toMatchObject({
      reason: expect.any(String),
      tried: expect.any(Array),
    });
  });
  test('a verdict that is not the declared one: 1, with the place and the reason', async () => {
    const cwd = await withFiles({
      'note.md':
        '# Note\n\n```claim commute expect=proved\nA, B: n×n |- A B = B A\n```\n\n```claim free\nA: n×n |- A = 0\n```\n',
    });
    const { code, out } = await elenchus(['check', 'note.md', ...quick], { cwd });
    expect(out).toMatch(/^ {2}commute +refuted +✗ .*≠ proved$/m);
    expect(out).toMatch(/^ {2}free +refuted +·/m);
    expect(out).toContain('✗ note/commute  note.md:3:1');
    expect(out).toContain('1 not as declared');
    expect(code).toBe(1);
  });
  test('an ill-typed claim is placed in the file', async () => {
    const cwd = await withFiles({
      'note.md': 'text\n\n```claim wrong expect=proved\nA: n×n\n|- A B = A\n```\n',
    });
    const { code, out } = await elenchus(['check', 'note.md'], { cwd });
    expect(out).toContain('✗ note/wrong  note.md:5:6');
    expect(code).toBe(1);
  });
  test('a broken file is named with its line, the others go on: 2', async () => {
    const cwd = await withFiles({
      'a.ts': 'const x = 1;\nthrow new Error("no luck");\n',
      'b.md': '```claim fine expect=refuted\nA: n×n |- A = 0\n```\n',
    });
    const { code, out } = await elenchus(['check', '.', ...quick], { cwd });
    expect(out).toContain('✗ a.ts:2:7');
    expect(out).toContain('no luck');
    expect(out).toMatch(/^ {2}fine +refuted +✓/m);
    expect(code).toBe(2);
  });
  test('a declared derivation may use an earlier lemma, wherever it stands', async () => {
    const cwd = await withFiles({
      'a.ts': `import { family, lemma } from 'elenchus';\nexport default family('use', [\n  lemma('second', { claim: 'A: m×n; B: n×m; C: m×m |- tr(A B) + tr(C) = tr(B A) + tr(C)', source: 's', uses: ['use/first'] }),\n  lemma('first', { claim: 'A: m×n; B: n×m |- tr(A B) = tr(B A)', source: 's' }),\n]);\n`,
    });
    const { code, out } = await elenchus(['check', 'a.ts', '--json'], { cwd });
    const json = JSON.parse(out);
    expect(
      json.claims.map(({ id, verdict }: { id: string; verdict: string }) => [id, verdict]),
    ).toEqual([
      ['use/first', 'proved'],
      ['use/second', 'proved'],
    ]);
    expect(code).toBe(0);
  });
  test('--json is one document with every verdict', async () => {
    const { code, out } = await elenchus(['check', demo, '--json', ...quick], {
      cwd: await scratch(),
    });
    const json = JSON.parse(out);
    expect(json).toMatchObject({ asDeclared: true, problems: [], message: null });
    expect(
      json.claims.map(({ id, declared, verdict, line }: Record<string, unknown>) => [
        id,
        declared,
        verdict,
        line,
      ]),
    ).toEqual([
      ['demo/trace-cyclic', 'proved', 'proved', 4],
      ['demo/commute', 'refuted', 'refuted', 8],
      ['demo/determinant', 'survived', 'survived', 13],
      ['demo/shapes', 'ill-typed', 'ill-typed', 18],
    ]);
    expect(code).toBe(0);
  });
  test('--quiet leaves what went wrong and the summary', async () => {
    const { out } = await elenchus(['check', demo, '--quiet', ...quick], { cwd: await scratch() });
    expect(
      out
        .trim()
        .split('\n')
        .filter((line) => !line.startsWith('✗')),
    ).not.toContain('demo');
  });
});

describe('counterexamples are filed', () => {
  const directory = async (): Promise<string> => {
    const cwd = await scratch();
    await mkdir(join(cwd, 'properties'));
    await cp(demo, join(cwd, 'properties/demo.ts'));
    return cwd;
  };
  test('once for each statement, and replay finds them still true', async () => {
    const cwd = await directory();
    await elenchus(['check', ...quick], { cwd });
    const filed = await readdir(join(cwd, 'properties/witnesses'));
    expect(filed).toEqual([expect.stringMatching(/^demo--commute--[0-9a-f]{12}\.json$/)]);
    const before = await readFile(join(cwd, 'properties/witnesses', filed[0]!), 'utf8');
    await elenchus(['check', ...quick, '--seed', '99'], { cwd });
    expect(await readdir(join(cwd, 'properties/witnesses'))).toEqual(filed);
    expect(await readFile(join(cwd, 'properties/witnesses', filed[0]!), 'utf8')).toBe(before);
    const { code, out, err } = await elenchus(['replay', 'properties/witnesses'], { cwd });
    expect(out).toMatch(/^refuted/);
    expect(err).toBe('');
    expect(code).toBe(1);
  });
  test('a statement that changed since is reported as stale, and filed anew next to the old record', async () => {
    const cwd = await directory();
    await elenchus(['check', ...quick], { cwd });
    const text = await readFile(demo, 'utf8');
    await writeFile(
      join(cwd, 'properties/demo.ts'),
      text.replace('|- A B = B A', '|- A A B = B A A'),
    );
    const { err } = await elenchus(['check', ...quick], { cwd });
    expect(err).toContain('demo/commute was stated otherwise when');
    expect(await readdir(join(cwd, 'properties/witnesses'))).toHaveLength(2);
  });
  test('two runs at once leave one whole record', async () => {
    const cwd = await directory();
    await Promise.all([1, 2, 3].map(() => elenchus(['check', ...quick], { cwd })));
    const names = await readdir(join(cwd, 'properties/witnesses'));
    for (const name of names) expect(name).toMatch(/^demo--commute--[0-9a-f]{12}\.json$/);
    expect((await elenchus(['replay', 'properties/witnesses'], { cwd })).code).toBe(1);
  });
});

describe('replay', () => {
  const saved = async (): Promise<{
    cwd: string;
    file: string;
    record: Record<string, unknown>;
  }> => {
    const cwd = await scratch();
    const { out } = await elenchus(['try', 'A, B: n×n |- A B = B A', '--save'], { cwd });
    const file = /filed as +(\S+)/.exec(out)?.[1] ?? '';
    return { cwd, file, record: JSON.parse(await readFile(join(cwd, file), 'utf8')) };
  };
  test('--save files one, and it refutes again with its record alone', async () => {
    const { cwd, file } = await saved();
    expect(file).toMatch(/^properties\/witnesses\/typed--[0-9a-f]{12}\.json$/);
    const { code, out } = await elenchus(['replay', file, '--json'], { cwd });
    expect(JSON.parse(out)).toMatchObject({
      file,
      verdict: 'refuted',
      counterexample: { exact: true },
      notes: [],
    });
    expect(code).toBe(1);
  });
  test('values that do not refute the claim are not believed', async () => {
    const { cwd, record } = await saved();
    await writeFile(
      join(cwd, 'edited.json'),
      JSON.stringify({ ...record, dims: { n: 1 }, values: { A: [['1']], B: [['1']] } }),
    );
    const { code, out } = await elenchus(['replay', 'edited.json'], { cwd });
    expect(out).toMatch(/^gave-up/);
    expect(out).toContain('do not refute the claim');
    expect(code).toBe(3);
  });
  test('a record that was edited under its name, or whose statement changed, says so', async () => {
    const { cwd, file, record } = await saved();
    await writeFile(join(cwd, file), JSON.stringify({ ...record, hash: '0'.repeat(64) }));
    const { err } = await elenchus(['replay', file], { cwd });
    expect(err).toContain("stale: the statement's hash is");
    expect(err).toContain('edited after it was filed');
  });
  test('records that cannot be read are named, the others go on: 2', async () => {
    const { cwd, file, record } = await saved();
    await writeFile(join(cwd, 'cut.json'), JSON.stringify(record).slice(0, 90));
    await writeFile(join(cwd, 'foreign.json'), '{"a": 1}');
    await writeFile(
      join(cwd, 'claim.json'),
      JSON.stringify({ ...record, claim: 'A: n×n |- A B = A' }),
    );
    const { code, out, err } = await elenchus(
      ['replay', 'cut.json', 'foreign.json', 'claim.json', 'none.json', file],
      { cwd },
    );
    for (const part of [
      'cut.json: not JSON',
      'foreign.json: not a witness of elenchus',
      'claim.json: its claim is ill-typed in this version',
      'none.json: there is no such file',
    ])
      expect(err).toContain(part);
    expect(out).toMatch(/^refuted/m);
    expect(code).toBe(2);
  });
});
