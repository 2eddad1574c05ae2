/**
 * Experiments by the command: the same table however they are run, resumed, and never called a
 * proof.
 */
import type { ChildProcess } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { elenchus, scratch } from './command.ts';

const file = (
  body: string,
): string => `import { above, exactQuantity, exactly, experiment, family, meanInterval, quantity } from 'elenchus';
export default family('demo', [${body}]);
`;
const coin = (findings: string, extra = ''): string => `experiment('coin', {
  statement: 'A normal number is about 0.', source: 'a test',
  units: (form) => Array.from({ length: form === 'long' ? 12 : 3 }, (_, i) => ({ key: 'toss ' + i })),
  measure: ({ key }, { stream, pause }) => { ${extra} return [1, 2, 3].map(() => stream(key).normal()); },
  table: (samples) => [quantity('mean', meanInterval(samples.flatMap((one) => one.sample)), [], { of: 'coin' })],
  findings: [${findings}],
})`;
const exact = `experiment('exact', { statement: 'x', source: 'a test', run: () => [exactQuantity('r', '3/4', 0.75)], findings: [exactly('r', '3/4')] })`;

async function catalogue(body: string): Promise<string> {
  const cwd = await scratch();
  await mkdir(join(cwd, 'properties'));
  await writeFile(join(cwd, 'properties', 'demo.ts'), file(body));
  return cwd;
}
/** Ends the command once the first record is on disk. */
const endOnceWritten =
  (signal: NodeJS.Signals, records: string) =>
  (child: ChildProcess): void => {
    const timer = setInterval(async () => {
      if (!(await readdir(records).catch(() => [])).some((name) => name.endsWith('.json'))) return;
      clearInterval(timer);
      child.kill(signal);
    }, 50);
    child.on('exit', () => clearInterval(timer));
  };
const rows = (out: string): unknown => JSON.parse(out).quantities;

describe('elenchus measure', () => {
  test('shows the table, says as declared, and is not a proof', async () => {
    const cwd = await catalogue(coin("above('mean', -9)"));
    const { code, out } = await elenchus(['measure', 'demo/coin'], { cwd });
    expect(out).toContain('measured  as declared; short form, 3 units, seed 1');
    expect(out).toContain('not a proof');
    expect(out).not.toContain('proved');
    for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
    expect(code).toBe(0);
  });
  test('says not as declared, with exit code 1, in check too', async () => {
    const cwd = await catalogue(`${coin("above('mean', 9)")}, ${exact}`);
    expect(await elenchus(['measure', 'demo/coin'], { cwd })).toMatchObject({
      code: 1,
      out: expect.stringContaining('✗ mean > 9'),
    });
    const { code, out } = await elenchus(['check', '--json'], { cwd });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      asDeclared: false,
      claims: [],
      experiments: [
        { id: 'demo/coin', asDeclared: false, verdict: 'measured' },
        { id: 'demo/exact', asDeclared: true, quantities: [{ exact: '3/4', value: 0.75 }] },
      ],
    });
  });
  test('is the same on one thread and on three, and differs by seed', async () => {
    const cwd = await catalogue(coin("above('mean', -9)"));
    const run = async (...more: string[]): Promise<unknown> =>
      rows((await elenchus(['measure', 'demo/coin', '--json', ...more], { cwd })).out);
    const one = await run('--jobs', '1');
    expect(await run('--jobs', '3')).toEqual(one);
    expect(await run('--seed', '2')).not.toEqual(one);
  });
  test('resumes after it was killed, with the same table', async () => {
    const slow = coin(
      "above('mean', -9)",
      'const end = Date.now() + 300; while (Date.now() < end) pause();',
    );
    const [whole, broken] = [await catalogue(slow), await catalogue(slow)];
    const wanted = rows(
      (await elenchus(['measure', 'demo/coin', '--long', '--json'], { cwd: whole })).out,
    );
    const records = join(broken, '.elenchus/experiments');
    const first = await elenchus(['measure', 'demo/coin', '--long', '--jobs', '1'], {
      cwd: broken,
      meanwhile: endOnceWritten('SIGKILL', records),
    });
    expect(first.signal).toBe('SIGKILL');
    const record = (await readdir(records)).find((name) => name.endsWith('.json'));
    const kept = Object.keys(
      JSON.parse(await readFile(join(records, record!), 'utf8')).done,
    ).length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(12);
    expect(
      rows((await elenchus(['measure', 'demo/coin', '--long', '--json'], { cwd: broken })).out),
    ).toEqual(wanted);
  });
  test('is interrupted with exit code 130, and keeps what it has', async () => {
    const cwd = await catalogue(
      coin("above('mean', -9)", 'const end = Date.now() + 400; while (Date.now() < end) pause();'),
    );
    const records = join(cwd, '.elenchus/experiments');
    const { code } = await elenchus(['measure', 'demo/coin', '--long', '--jobs', '1'], {
      cwd,
      meanwhile: endOnceWritten('SIGINT', records),
    });
    expect(code).toBe(130);
    expect(await readdir(records)).toHaveLength(1);
  });
  test.each([
    [
      'a unit that throws',
      coin("above('mean', 0)", "if (key === 'toss 1') throw new Error('no coin');"),
      "unit 'toss 1': Error: no coin",
    ],
    ['an invalid number', coin("above('mean', 0)", 'return [NaN];'), 'only finite numbers'],
    [
      'a finding about a value that is not measured',
      coin("above('median', 0)"),
      "a finding names 'median'",
    ],
  ])('gives up on %s', async (_, body, message) => {
    const { code, out } = await elenchus(['measure', 'demo/coin', '--json'], {
      cwd: await catalogue(body),
    });
    expect(JSON.parse(out)).toMatchObject({
      verdict: 'gave-up',
      asDeclared: false,
      message: expect.stringContaining(message),
    });
    expect(code).toBe(3);
  });
  test('a record of another text is not resumed', async () => {
    const cwd = await catalogue(coin("above('mean', -9)"));
    await elenchus(['measure', 'demo/coin', '--long'], { cwd });
    await writeFile(join(cwd, 'properties', 'demo.ts'), file(coin("above('mean', -8)")));
    expect((await elenchus(['measure', 'demo/coin', '--long'], { cwd })).err).toContain(
      'measured anew',
    );
  });
  test('says which experiments there are', async () => {
    const cwd = await catalogue(coin("above('mean', 0)"));
    expect(await elenchus(['measure'], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining('the experiments are demo/coin'),
    });
    expect(await elenchus(['measure', 'demo/con'], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining('did you mean demo/coin?'),
    });
  });
});
