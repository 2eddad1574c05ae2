/** Tests of the command `cite` in LaTeX and Markdown papers. */
import { copyFile, cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { width } from '../../src/report/width.ts';
import { filesOf, readWriteUpFiles } from '../../src/writeup/write-up-files.ts';
import { elenchus, scratch } from './command.ts';

const quick: readonly string[] = [];

const claims: Readonly<Record<string, string>> = {
  // Written derivations: a busy machine has no time to find one.
  cyclic:
    "lemma('cyclic', { claim: 'A: m×n; B: n×m |- tr(A B) = tr(B A)', proof: 'tr(A B) = tr(B A) by ring', source: 'Some paper & more, 50 % of it' })",
  inverse:
    "lemma('inverse', { claim: 'A: n×n invertible; B: n×n |- inv(A) A B = B', proof: 'inv(A) A B = B by ring', source: 's' })",
  commute:
    "property('commute', { claim: 'A, B: n×n |- A B = B A', expect: 'refuted', source: 's' })",
  determinant:
    "property('determinant', { claim: 'A, B, C: n×n psd |- det(A + B + C) + det(C) >= det(A + C) + det(B + C)', expect: 'survived', source: 's' })",
};
const catalogue = (changed: Readonly<Record<string, string>> = {}): string =>
  `import { family, lemma, property } from 'elenchus';\nexport default family('demo', [\n${Object.values(
    { ...claims, ...changed },
  )
    .map((one) => `  ${one},\n`)
    .join('')}]);\n`;

const withPaper = async (name: string, text: string | Buffer): Promise<string> => {
  const cwd = await scratch();
  await mkdir(join(cwd, 'proofs'));
  await writeFile(join(cwd, 'proofs/demo.ts'), catalogue());
  await writeFile(join(cwd, name), text);
  return cwd;
};
const change = (cwd: string, changed: Readonly<Record<string, string>>): Promise<void> =>
  writeFile(join(cwd, 'proofs/demo.ts'), catalogue(changed));
const good =
  '\\documentclass{article}\n\\usepackage{elenchus}\n\\begin{document}\n\\lemma{demo/cyclic} \\lemma{demo/inverse}\n\\counterexample{demo/commute} \\survived{demo/determinant}\n\\elenchusstatements\n\\end{document}\n';

describe('cite', () => {
  test('a LaTeX paper: elenchus.sty in pure ASCII, the record, nothing else', async () => {
    const cwd = await withPaper('paper.tex', good);
    const { code, out, err } = await elenchus(['cite', 'paper.tex', ...quick], { cwd });
    expect(out).toMatch(/^demo\/cyclic +proved +✓ +lemma$/m);
    expect(out).toContain('4 claims cited; all as cited');
    for (const line of out.split('\n')) expect(width(line)).toBeLessThanOrEqual(80);
    expect(err).not.toContain('elenchus:');
    expect(code).toBe(0);
    expect((await readdir(cwd)).toSorted()).toEqual([
      'elenchus.sty',
      'paper.claims.json',
      'paper.tex',
      'proofs',
    ]);
    const sty = await readFile(join(cwd, 'elenchus.sty'), 'utf8');
    expect(sty).toMatch(/^[\n -~]*$/);
    for (const part of [
      '\\operatorname{tr}',
      'Some paper \\& more, 50 \\% of it',
      '$A$ invertible',
      '\\texttt{proofs/\\allowbreak{}demo.ts}, line 3',
      'This fails at $n = 2$',
    ])
      expect(sty).toContain(part);
    const record = JSON.parse(await readFile(join(cwd, 'paper.claims.json'), 'utf8'));
    expect(
      record.claims.map(({ id, kinds, verdict }: Record<string, unknown>) => [id, kinds, verdict]),
    ).toEqual([
      ['demo/cyclic', ['lemma'], 'proved'],
      ['demo/inverse', ['lemma'], 'proved'],
      ['demo/commute', ['counterexample'], 'refuted'],
      ['demo/determinant', ['survived'], 'survived'],
    ]);
    expect(await readFile(join(cwd, 'paper.tex'), 'utf8')).toBe(good);
    expect(await elenchus(['cite', '--check', 'paper.tex', ...quick], { cwd })).toMatchObject({
      code: 0,
      out: expect.stringContaining('all hold as they are cited'),
    });
  });
  test('a Markdown paper: its claims next to it, those that it states itself too', async () => {
    const cwd = await withPaper(
      'My paper.md',
      'By [@demo/cyclic] and [@my-paper/own]; not so [counterexample @demo/commute].\n\n```claim own\nA: n×n |- A - A = 0\n```\n',
    );
    expect(await elenchus(['cite', 'My paper.md', ...quick], { cwd })).toMatchObject({
      code: 0,
      out: expect.stringContaining('3 claims cited'),
    });
    const text = await readFile(join(cwd, 'My paper.claims.md'), 'utf8');
    for (const part of [
      '## Lemma `demo/cyclic`',
      '$$\\mathrm{tr}\\left(A B\\right) = \\mathrm{tr}\\left(B A\\right)$$',
      '- From: Some paper & more, 50 % of it',
      '## Lemma `my-paper/own`',
      '## False claim `demo/commute`',
      '\\cr',
    ])
      expect(text).toContain(part);
    expect((await elenchus(['cite', '--check', 'My paper.md', ...quick], { cwd })).code).toBe(0);
  });
  test('unknown ids and claims cited as more than they are: 1, a list in the order of the paper, and what is right is written', async () => {
    const cwd = await withPaper(
      'paper.tex',
      'x \\lemma{demo/cylic}\n\\section{\\lemma{demo/determinant}}\n\\counterexample{demo/cyclic} \\lemma{cyclic}\n\\lemma{demo/cyclic} \\lemma{demo/commute}\n',
    );
    const { code, out } = await elenchus(['cite', 'paper.tex', ...quick], { cwd });
    expect(code).toBe(1);
    const failures = out.split('\n').filter((line) => /^(✗ paper| {4}')|^ {4}there/.test(line));
    expect(failures).toEqual([
      '✗ paper.tex:1:3',
      "    there is no claim 'demo/cylic'; did you mean demo/cyclic?",
      '✗ paper.tex:2:10',
      "    'demo/determinant' is survived, and cited as a lemma",
      '✗ paper.tex:3:1',
      "    'demo/cyclic' is proved, and cited as a counterexample",
      '✗ paper.tex:3:30',
      "    there is no claim 'cyclic'; did you mean demo/cyclic?",
      '✗ paper.tex:4:21',
      "    'demo/commute' is refuted, and cited as a lemma",
    ]);
    expect(
      JSON.parse(await readFile(join(cwd, 'paper.claims.json'), 'utf8')).claims.map(
        ({ id }: { id: string }) => id,
      ),
    ).toEqual(['demo/cyclic']);
  });
  test('what it inputs is read too, and places are there', async () => {
    const cwd = await withPaper('paper.tex', '\\input{part}\\input{missing}\\lemma{demo/cyclic}');
    await writeFile(join(cwd, 'part.tex'), '\n \\lemma{demo/none}\\input{paper}');
    const { out, err } = await elenchus(['cite', 'paper.tex', ...quick], { cwd });
    expect(out).toContain('✗ part.tex:2:2');
    expect(err).toContain('paper.tex:1:13: there is no missing next to paper.tex');
  });
  test('--json is one document', async () => {
    const cwd = await withPaper('paper.md', '[@demo/cyclic] [@demo/commute]');
    const { code, out } = await elenchus(['cite', 'paper.md', '--json', ...quick], { cwd });
    expect(JSON.parse(out)).toMatchObject({
      document: 'paper.md',
      good: false,
      written: ['paper.claims.md', 'paper.claims.json'],
      citations: [{ kind: 'lemma', id: 'demo/cyclic', line: 1, column: 2 }, { id: 'demo/commute' }],
      claims: [
        { id: 'demo/cyclic', verdict: 'proved' },
        { id: 'demo/commute', verdict: 'refuted' },
      ],
      failures: [
        { what: 'cited-as-more', id: 'demo/commute', file: 'paper.md', line: 1, column: 17 },
      ],
    });
    expect(code).toBe(1);
  });
});

describe('cite --check', () => {
  let once: string;
  beforeAll(async () => {
    once = await mkdtemp(join(tmpdir(), 'elenchus-cited-'));
    await mkdir(join(once, 'proofs'));
    await change(once, {});
    await writeFile(join(once, 'paper.tex'), good);
    expect((await elenchus(['cite', 'paper.tex', ...quick], { cwd: once })).code).toBe(0);
  });
  afterAll(() => rm(once, { recursive: true, force: true }));
  /** A directory of its own with the paper as it was cited. */
  const cited = async (): Promise<string> => {
    const cwd = await scratch();
    await cp(once, cwd, { recursive: true });
    return cwd;
  };
  const check = async (
    cwd: string,
  ): Promise<{ code: number | null; failures: Record<string, unknown>[]; notes: string[] }> => {
    const before = await readFile(join(cwd, 'elenchus.sty'), 'utf8');
    const { code, out } = await elenchus(['cite', '--check', 'paper.tex', '--json', ...quick], {
      cwd,
    });
    expect(await readFile(join(cwd, 'elenchus.sty'), 'utf8')).toBe(before);
    return { code, ...JSON.parse(out) };
  };
  test('a statement that changed: both hashes and both texts', async () => {
    const cwd = await cited();
    await change(cwd, {
      cyclic:
        "lemma('cyclic', { claim: 'A, B: n×n |- tr(A B) = tr(B A)', proof: 'tr(A B) = tr(B A) by ring', source: 's' })",
    });
    const { code, failures } = await check(cwd);
    expect(failures).toMatchObject([
      {
        what: 'statement-changed',
        id: 'demo/cyclic',
        line: 4,
        column: 1,
        before: expect.stringMatching(/^[0-9a-f]{12} {2}A: m x n; /),
        now: expect.stringMatching(/^[0-9a-f]{12} {2}A: n x n; /),
      },
    ]);
    expect(code).toBe(1);
  });
  test('a proof that was lost, an id that is gone, a hypothesis more', async () => {
    const cwd = await cited();
    await change(cwd, {
      cyclic:
        "lemma('cyclic', { claim: 'A: m×n; B: n×m |- tr(A B) = tr(B A)', proof: 'tr(A B) = tr(B B) by ring', source: 's' })",
      commute:
        "property('commutes', { claim: 'A, B: n×n |- A B = B A', expect: 'refuted', source: 's' })",
    });
    const path = join(cwd, 'paper.claims.json');
    const record = await readFile(path, 'utf8');
    await writeFile(path, record.replace(/"assumed": \[[^\]]*invertible[^\]]*\]/, '"assumed": []'));
    const { code, failures } = await check(cwd);
    expect(failures).toMatchObject([
      {
        what: 'text',
        file: 'elenchus.sty',
        message: expect.stringContaining('was not written from this paper.claims.json'),
      },
      {
        what: 'verdict-lost',
        id: 'demo/cyclic',
        before: 'proved',
        now: expect.stringMatching(/^(survived|gave-up)/),
      },
      {
        what: 'assumes-more',
        id: 'demo/inverse',
        message: expect.stringContaining('A invertible'),
      },
      {
        what: 'unknown',
        id: 'demo/commute',
        message: expect.stringContaining('did you mean demo/commutes?'),
      },
    ]);
    expect(code).toBe(1);
  });
  test('an improvement is reported, and is not a failure', async () => {
    const cwd = await cited();
    const path = join(cwd, 'paper.tex');
    await writeFile(path, good.replace('\\survived', '\\claim'));
    const record = (await readFile(join(cwd, 'paper.claims.json'), 'utf8')).replace(
      '"verdict": "survived"',
      '"verdict": "gave-up"',
    );
    await writeFile(join(cwd, 'paper.claims.json'), record);
    const { failures, notes } = await check(cwd);
    expect(failures.map(({ what }) => what)).toEqual(['text']);
    expect(notes).toEqual([
      expect.stringContaining(
        "'demo/determinant' was gave-up when it was cited, and is survived now",
      ),
    ]);
  });
  test('cited since, and cited no more', async () => {
    const cwd = await cited();
    await writeFile(join(cwd, 'paper.tex'), '\\lemma{demo/cyclic}\\lemma{demo/other}');
    await change(cwd, { other: "lemma('other', { claim: 'A: n×n |- A = A', source: 's' })" });
    const { failures, notes } = await check(cwd);
    expect(failures).toMatchObject([
      { what: 'not-recorded', id: 'demo/other', line: 1, column: 20 },
    ]);
    expect(notes).toHaveLength(3);
  });
  test('files that were edited since; Windows line ends do not count', async () => {
    const cwd = await cited();
    const files = filesOf(join(cwd, 'paper.tex'), 'latex');
    const messages = async (): Promise<string[]> =>
      (await readWriteUpFiles(files, 'it again')).failures.map(({ message }) => message);
    const [sty, record] = [
      await readFile(files.printed, 'utf8'),
      await readFile(files.record, 'utf8'),
    ];
    expect(await messages()).toEqual([]);
    await writeFile(files.printed, sty.replaceAll('\n', '\r\n'));
    expect(await messages()).toEqual([]);
    await writeFile(files.printed, sty.replace('Let $A', 'Let not $A'));
    expect(await messages()).toEqual(['it was edited after it was written: run it again']);
    await rm(files.printed);
    expect(await messages()).toEqual(['it is missing: run it again']);
    await writeFile(files.printed, 'x');
    expect(await messages()).toEqual(['it is not a file that elenchus wrote: run it again']);
    for (const [text, message] of [
      ['{', 'it is not JSON'],
      ['{}', 'it is not a record of citations'],
      [record.replace('"format": 1', '"format": 2'), 'its format is 2'],
      [record.replace('"claims": [', '"claims": [{},'), 'it was edited'],
      [record.replace('"paper.tex"', '"other.tex"'), 'it was written for other.tex'],
    ] as const) {
      await writeFile(files.record, text);
      expect(await messages()).toEqual([expect.stringContaining(message)]);
    }
  });
  test('without a record there is nothing to compare with', async () => {
    const cwd = await withPaper('paper.md', '[@demo/cyclic]');
    const { code, out } = await elenchus(['cite', '--check', 'paper.md', ...quick], { cwd });
    expect(out).toContain('there is no record of what paper.md cites: run elenchus cite paper.md');
    expect(code).toBe(1);
    expect((await readdir(cwd)).toSorted()).toEqual(['paper.md', 'proofs']);
  });
});

describe('bad input', () => {
  test.each([
    ['nothing', [], 'cite what?'],
    ['another ending', ['paper.docx'], 'its name must end in .tex, .md or .typ'],
    ['no such file', ['none.tex'], 'none.tex: there is no such file'],
  ])('%s', async (_, args, message) => {
    expect(await elenchus(['cite', ...args], { cwd: await scratch() })).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(message),
    });
  });
  test('a file that is not UTF-8 is named with its place', async () => {
    const cwd = await withPaper('paper.tex', Buffer.from('x\ncaf\u00e9', 'latin1'));
    expect(await elenchus(['cite', 'paper.tex'], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining('paper.tex:2:4: not UTF-8 text'),
    });
  });
  test('a byte order mark takes no column', async () => {
    const cwd = await withPaper('paper.md', '\uFEFF[@demo/none]\r\n');
    expect((await elenchus(['cite', 'paper.md'], { cwd })).out).toContain('✗ paper.md:1:2');
  });
  test('no catalogue', async () => {
    const cwd = await scratch();
    await writeFile(join(cwd, 'paper.tex'), good);
    expect(await elenchus(['cite', 'paper.tex'], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining('neither proofs/ nor properties/'),
    });
  });
  test('a file of somebody else is not overwritten', async () => {
    const cwd = await withPaper('paper.tex', good);
    await writeFile(join(cwd, 'elenchus.sty'), '\\ProvidesPackage{elenchus}');
    expect(await elenchus(['cite', 'paper.tex'], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining('elenchus.sty is not a file that elenchus wrote'),
    });
    expect(await readdir(cwd)).not.toContain('paper.claims.json');
  });
  test('two papers do not share a directory', async () => {
    const cwd = await withPaper('paper.tex', '\\lemma{demo/cyclic}');
    await elenchus(['cite', 'paper.tex', ...quick], { cwd });
    await copyFile(join(cwd, 'paper.tex'), join(cwd, 'second.tex'));
    expect(await elenchus(['cite', 'second.tex', ...quick], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining('elenchus.sty was written for paper.tex'),
    });
    await writeFile(join(cwd, 'paper.md'), '[@demo/cyclic]');
    expect(await elenchus(['cite', 'paper.md', ...quick], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining('paper.claims.json was written for paper.tex'),
    });
  });
  test('a broken file of claims is named, and does not pass for an unknown id', async () => {
    const cwd = await withPaper('paper.tex', '\\lemma{demo/cyclic}');
    await change(cwd, {
      inverse: "lemma('inverse', { claim: 'A: n×n |- A = A', source: 's', uses: ['demo/none'] })",
    });
    const { err } = await elenchus(['cite', 'paper.tex', ...quick], { cwd });
    expect(err).toContain("'demo/inverse' uses 'demo/none'");
  });
});
