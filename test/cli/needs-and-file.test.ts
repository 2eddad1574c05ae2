/** Tests of the commands `needs` and `file`. */
import { chmod, cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { elenchus, scratch } from './command.ts';

const demo = join(import.meta.dirname, 'fixtures/demo.ts');
const withDemo = async (): Promise<string> => {
  const cwd = await scratch();
  await mkdir(join(cwd, 'properties'));
  await cp(demo, join(cwd, 'properties/demo.ts'));
  return cwd;
};

describe('needs', () => {
  const claim =
    "W: n×n invertible; Q: n×n symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q";
  test('a needed hypothesis has a witness; an unneeded one a stronger theorem that is proved as printed', async () => {
    const { code, out } = await elenchus(['needs', claim, '--json']);
    expect(code).toBe(0);
    const { hypotheses, strongest } = JSON.parse(out);
    expect(
      hypotheses.map((h: { hypothesis: string; verdict: string }) => [h.hypothesis, h.verdict]),
    ).toEqual([
      ['W invertible', 'needed'],
      ['Q symmetric', 'not needed'],
      ['c positive', 'not needed'],
    ]);
    expect(hypotheses[0].counterexample).toMatchObject({ exact: true, dims: { n: 1 } });
    for (const theorem of [hypotheses[1].stronger, strongest])
      expect((await elenchus(['try', theorem, '--quiet'])).out).toMatch(/^proved/);
  });
  test('of an ill-typed claim says where', async () => {
    const { code, out } = await elenchus(['needs', 'A: m×n invertible |- A = B']);
    expect(out).toMatch(/^ill-typed/);
    expect(code).toBe(2);
  });
  test('of a claim without hypotheses is an empty table', async () => {
    expect((await elenchus(['needs', 'A: n×n |- A + A = 2 A'])).out).toMatch(/^0 hypotheses; /);
  });
});

describe('file', () => {
  test('writes a record and Markdown, and the line in it replays', async () => {
    const cwd = await withDemo();
    const { code, out } = await elenchus(['file', 'demo/commute', '--json'], { cwd });
    expect(code).toBe(0);
    const { record, markdown, text } = JSON.parse(out).filed;
    expect(await readFile(join(cwd, markdown), 'utf8')).toBe(text);
    for (const part of [
      '# Counterexample to `demo/commute`',
      'A B = B A',
      'difference',
      '## What else it refutes',
      '## The hypotheses hold',
      '*',
    ])
      expect(text).toContain(part);
    const line = /^npx elenchus (.*)$/m.exec(text)?.[1] ?? '';
    expect(line).toBe(`replay ${record}`);
    expect((await elenchus(line.split(' '), { cwd })).code).toBe(1);
    // The Markdown next to the records is not a note of claims.
    expect((await elenchus(['check'], { cwd })).code).toBe(0);
    await elenchus(['file', 'demo/commute'], { cwd });
    expect(await readdir(join(cwd, 'properties/witnesses'))).toHaveLength(2);
  });
  test('lists what else the witness refutes', async () => {
    const cwd = await withDemo();
    const more =
      "  property('other-way', { claim: 'B, A: n×n; C: n×n |- B A = A B', expect: 'refuted', source: 'a test' }),\n  property('true-of-all', { claim: 'A, B: n×n |- A + B = B + A', expect: 'proved', source: 'a test' }),\n]);";
    await writeFile(
      join(cwd, 'properties/demo.ts'),
      (await readFile(demo, 'utf8')).replace(/\]\);\s*$/, more),
    );
    const { out } = await elenchus(['file', 'demo/commute', '--json'], { cwd });
    expect(JSON.parse(out).also).toEqual([{ id: 'demo/other-way', declared: 'refuted' }]);
    expect(JSON.parse(out).filed.text).toContain('- `demo/other-way`, declared refuted');
  });
  test('of a claim that is not refuted writes nothing', async () => {
    const cwd = await withDemo();
    const { code, out } = await elenchus(['file', 'demo/trace-cyclic'], { cwd });
    expect(out).toContain('there is no counterexample to file');
    expect(code).toBe(0);
    expect(await readdir(cwd)).toEqual(['properties']);
  });
  test('a filed record whose values break the hypotheses, or that was edited, is passed over and kept', async () => {
    const cwd = await withDemo();
    await elenchus(['file', 'demo/commute'], { cwd });
    const name = (await readdir(join(cwd, 'properties/witnesses'))).find((one) =>
      one.endsWith('.json'),
    );
    const path = join(cwd, 'properties/witnesses', name!);
    const broken = JSON.stringify({
      ...JSON.parse(await readFile(path, 'utf8')),
      dims: { n: 1 },
      values: { A: [['1']], B: [['1']] },
    });
    await writeFile(path, broken);
    const { err, out, code } = await elenchus(['file', 'demo/commute', '--json'], { cwd });
    expect(err).toContain('is passed over');
    expect(err).toContain('holds something else than its name says');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ verdict: 'refuted' });
    expect(await readFile(path, 'utf8')).toBe(broken);
  });
  test('where nothing can be written says why, and still shows the counterexample', async () => {
    const cwd = await withDemo();
    await chmod(join(cwd, 'properties'), 0o555);
    await chmod(cwd, 0o755);
    const { err, out, code } = await elenchus(['file', 'demo/commute'], { cwd, humble: true });
    expect(err).toContain('could not be made: no permission');
    expect(out).toMatch(/^refuted/);
    expect(code).toBe(2);
  });
});

describe('check on several threads', () => {
  test('comes to what it comes to on one, in the same order', async () => {
    const of = async (jobs: string): Promise<unknown> => {
      const { out, code } = await elenchus(
        ['check', demo, join(import.meta.dirname, 'fixtures/slow.md'), '--jobs', jobs, '--json'],
        { cwd: await scratch() },
      );
      return [
        code,
        JSON.parse(out).claims.map(
          ({ id, verdict, hash, counterexample }: Record<string, unknown>) => [
            id,
            verdict,
            hash,
            counterexample,
          ],
        ),
      ];
    };
    expect(await of('3')).toEqual(await of('1'));
  });
  test('killed in the middle leaves whole records or none', async () => {
    const cwd = await withDemo();
    const { signal } = await elenchus(['check', '--time', '20s', '--jobs', '2'], {
      cwd,
      meanwhile: (child) => {
        const timer = setInterval(async () => {
          if ((await readdir(join(cwd, 'properties/witnesses')).catch(() => [])).length === 0)
            return;
          clearInterval(timer);
          child.kill('SIGKILL');
        }, 5);
      },
    });
    expect(signal).toBe('SIGKILL');
    const whole = (await readdir(join(cwd, 'properties/witnesses'))).filter(
      (name) => name.endsWith('.json') && !name.startsWith('.'),
    );
    for (const name of whole)
      expect((await elenchus(['replay', join('properties/witnesses', name)], { cwd })).code).toBe(
        1,
      );
    expect((await elenchus(['check'], { cwd })).code).toBe(0);
    expect((await elenchus(['replay', 'properties/witnesses'], { cwd })).err).not.toContain(
      'not JSON',
    );
  });
});
