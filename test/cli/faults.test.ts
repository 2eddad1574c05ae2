/** Tests of the command when it is interrupted, cannot write or has a defect. */
import { mkdir, readdir, chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { elenchus, fixture, scratch } from './command.ts';

const refuted = 'A: n×n; B: n×n |- A B = B A';
const survives = 'A, B, C: n×n psd |- det(A + B + C) + det(C) >= det(A + C) + det(B + C)';
const fakes = [fixture('replace-examine.mjs')];

describe('interrupted', () => {
  const interruptAt =
    (ms: number, times = 1) =>
    (child: { kill(signal: NodeJS.Signals): boolean }): void => {
      for (let i = 0; i < times; i += 1) setTimeout(() => child.kill('SIGINT'), ms + i * 100);
    };
  test('a search says how far it came, with 130', async () => {
    // where the interrupt is not heard the test runs out of its time
    const { code, out } = await elenchus(['try', survives, '--time', '60m'], {
      meanwhile: (child) => {
        let [said, isAsked] = ['', false];
        child.stderr?.on('data', (text: string) => {
          said += text;
          if (isAsked || !/searching: [1-9]/.test(said)) return;
          isAsked = child.kill('SIGINT');
        });
      },
    });
    expect(out).toMatch(/^survived.*trials met the hypotheses/);
    expect(code).toBe(130);
  });
  test('with --json there still is one document', async () => {
    const { code, out } = await elenchus(['try', survives, '--time', '5m', '--json'], {
      meanwhile: interruptAt(8000),
    });
    expect(JSON.parse(out).trials.run).toBeGreaterThan(0);
    expect(code).toBe(130);
  });
  test('an examination that does not listen is ended, with what it had', async () => {
    const { code, out } = await elenchus(['try', 'spin'], {
      imports: fakes,
      meanwhile: interruptAt(6000),
    });
    expect(out).toMatch(/^gave-up .*7 of 12 trials met/);
    expect(out).toContain('interrupted');
    expect(code).toBe(130);
  });
  test('one that would survive so far has survived, with what it rests on', async () => {
    const { code, out } = await elenchus(['try', 'A: n×n psd |- tr(A) >= 0', '--json'], {
      imports: fakes,
      meanwhile: interruptAt(6000),
    });
    expect(JSON.parse(out)).toMatchObject({
      verdict: 'survived',
      trials: { run: 12, met: 7 },
      assumed: ['A psd'],
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      message: 'interrupted before it was settled',
    });
    expect(code).toBe(130);
  });
  test('check stops with what was checked so far, and nothing is half-written', async () => {
    const directory = await scratch();
    await mkdir(join(directory, 'properties'));
    const { code, out } = await elenchus(
      ['check', '--time', '1m', join(import.meta.dirname, 'fixtures/slow.md')],
      { cwd: directory, meanwhile: interruptAt(10_000) },
    );
    expect(out).toContain('interrupted: 1 of 2 claims were checked');
    expect(code).toBe(130);
    expect(
      (await readdir(join(directory, 'properties/witnesses'))).filter(
        (name) => !/^slow--commute--[0-9a-f]{12}\.json$/.test(name),
      ),
    ).toEqual([]);
  });
});

describe('pipes and disks', () => {
  test('a reader that goes away is not a crash', async () => {
    const { code, err } = await elenchus(['try', refuted, '--quiet'], {
      meanwhile: (child) => child.stdout?.destroy(),
    });
    expect(err).toBe('');
    expect(code).toBe(1);
  });
  test('an output that takes no more is reported in a line', async () => {
    const { code, err } = await elenchus(['try', refuted, '--quiet'], {
      shell: 'exec >/dev/full;',
    });
    expect(err).toMatch(/^elenchus: standard output could not be written: the disk is full\n$/);
    expect(code).toBe(2);
  });
  test('a directory without permission: the verdict is printed, the reason said, nothing left', async () => {
    const directory = await scratch();
    await chmod(directory, 0o555);
    const { code, out, err } = await elenchus(['try', refuted, '--save'], {
      cwd: directory,
      humble: true,
    });
    expect(out).toMatch(/^refuted/);
    expect(err).toMatch(/could not be made: no permission/);
    expect(code).toBe(2);
    expect(await readdir(directory)).toEqual([]);
  });
  test('a disk that takes no more: the same', async () => {
    const directory = await scratch();
    // No file may grow; the signal that comes with it is ignored, as on a full disk there is none.
    const { code, out, err } = await elenchus(['try', refuted, '--save'], {
      cwd: directory,
      shell: "trap '' XFSZ; ulimit -f 0;",
    });
    expect(out).toMatch(/^refuted/);
    expect(err).toContain('could not be written');
    expect(code).toBe(2);
    expect(await readdir(join(directory, 'properties/witnesses'))).toEqual([]);
  });
});

describe('defects of elenchus itself', () => {
  test('judges that contradict each other: 4, loudly, with what each said', async () => {
    const { code, out, err } = await elenchus(['try', 'disagree'], { imports: fakes });
    expect(code).toBe(4);
    expect(out).toBe('');
    for (const part of [
      'CONTRADICT',
      'A: n×n |- A = A',
      'kernel: proved in 2 steps',
      'search: refuted at n = 1',
      'A = [1]',
      'report',
    ])
      expect(err).toContain(part);
  });
  test('the same with --json', async () => {
    const { code, out } = await elenchus(['try', 'disagree', '--json'], { imports: fakes });
    expect(code).toBe(4);
    expect(JSON.parse(out)).toMatchObject({
      verdict: 'disagreement',
      judgements: [{ judge: 'kernel' }, { judge: 'search' }],
    });
  });
  test('anything else: 5, one line, no stack', async () => {
    const { code, out, err } = await elenchus(['try', 'break'], { imports: fakes });
    expect(code).toBe(5);
    expect(out).toBe('');
    expect(err).toMatch(
      /^elenchus: a defect of elenchus \S+: TypeError: cannot read a property; please report it/,
    );
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(
      (await elenchus(['try', 'break'], { imports: fakes, env: { ELENCHUS_DEBUG: '1' } })).err,
    ).toContain('    at ');
  });
  test('a thread that ends by itself', async () => {
    const { code, err } = await elenchus(['try', 'exit'], { imports: fakes });
    expect(code).toBe(5);
    expect(err).toContain('ended with code 7');
  });
});

describe('what a start loads', () => {
  const imports = [fixture('name-heavy-modules.mjs')];
  test.each([
    ['the version', ['--version']],
    ['a wrong use', ['tyr']],
    ['an ill-typed claim', ['try', 'A: n×n |- B']],
  ])('%s needs no heavy package', async (_, args) => {
    expect((await elenchus(args, { imports })).err).not.toContain('loaded:');
  });
  test('a TypeScript file of claims does (so the test above can fail)', async () => {
    expect(
      (
        await elenchus(['check', join(import.meta.dirname, 'fixtures/demo.ts'), '--time', '10s'], {
          imports,
          cwd: await scratch(),
        })
      ).err,
    ).toContain('loaded: jiti');
  });
});
