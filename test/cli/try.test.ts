/** Tests of the command `try`: exit codes, input, output. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { width } from '../../src/report/width.ts';
import { elenchus } from './command.ts';

const survives = 'A, B, C: n×n psd |- det(A + B + C) + det(C) >= det(A + C) + det(B + C)';
const quick: readonly string[] = [];
const proved = 'A: m×n; B: n×m |- tr(A B) = tr(B A)';
const refuted = "W: m×n; Q: m×m symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q";
const contradictory = 'A: n×n; tr(A) = 1; tr(A) = 2 |- A = 0';

describe('exit codes', () => {
  test('0 for a proof', async () => {
    const { code, out } = await elenchus(['try', proved]);
    expect(out).toMatch(/^proved/);
    expect(code).toBe(0);
  });
  test('0 for a claim that survives', async () => {
    const { code, out } = await elenchus(['try', survives, '--time', '8s']);
    expect(out).toMatch(/^survived/);
    expect(code).toBe(0);
  });
  test('1 for a counterexample', async () => {
    const { code, out } = await elenchus(['try', refuted]);
    expect(out).toMatch(/^refuted/);
    expect(code).toBe(1);
  });
  test('2 for a claim that is ill-typed', async () => {
    const { code, out } = await elenchus(['try', 'A: n×n |- A B = A']);
    expect(out).toMatch(/^ill-typed/);
    expect(code).toBe(2);
  });
  test('3 for hypotheses that contradict each other', async () => {
    const { code, out } = await elenchus(['try', contradictory]);
    expect(out).toMatch(/^gave-up/);
    expect(out).toContain('contradict each other');
    expect(code).toBe(3);
  });
});

describe('what is read', () => {
  test('a claim from standard input, over several lines and with a comment', async () => {
    const { code, out } = await elenchus(['try', '-'], {
      input: 'A: n×n -- any matrix\nB: n×n\n|- A B = B A\n',
    });
    expect(out).toMatch(/^refuted/);
    expect(code).toBe(1);
  });
  test('the same seed finds the same counterexample', async () => {
    const runs = await Promise.all(
      [1, 2].map(() => elenchus(['try', refuted, '--json', '--seed', '7'])),
    );
    const [first, second] = runs.map(({ out }) => JSON.parse(out).counterexample);
    expect(first).not.toBeNull();
    expect(second).toEqual(first);
  });
});

describe('what is printed', () => {
  test('a counterexample has sizes, values and both sides', async () => {
    const { out } = await elenchus(['try', refuted]);
    for (const part of [
      /^at {8}m = 1, n = 1$/m,
      /^ {10}W = \[0\]$/m,
      /^ {10}Q = \[\S+\]$/m,
      /^ {10}c = \S+$/m,
      /^fails /m,
      /^left /m,
      /^right /m,
    ])
      expect(out).toMatch(part);
  });
  test('a function is a formula', async () => {
    const { out } = await elenchus(['try', 'F: R^n -> R; x: n |- F(x) = 0']);
    expect(out).toMatch(/^ {10}F\(x.*\) = /m);
  });
  test('lines have 80 columns at most', async () => {
    const long = `${Array.from({ length: 20 }, (_, i) => `A${i}: n×n symmetric invertible`).join('; ')} |- A0 A1 A2 A3 A4 = A4 A3 A2 A1 A0`;
    for (const { out, err } of await Promise.all(
      [[refuted], [long, ...quick], [`${'('.repeat(150)}A: n`], [proved], ['--help']].map((args) =>
        elenchus(['try', ...args]),
      ),
    )) {
      expect(out).not.toBe('');
      for (const line of `${out}${err}`.split('\n'))
        expect(width(line), line).toBeLessThanOrEqual(80);
    }
  });
  test('no colours into a pipe, colours where they are forced', async () => {
    const escape = '\u001B[';
    const run = async (env: Record<string, string>): Promise<string> =>
      (await elenchus(['try', refuted], { env })).out;
    expect(await run({})).not.toContain(escape);
    expect(await run({ FORCE_COLOR: '1' })).toContain(escape);
    expect(await run({ NO_COLOR: '1' })).not.toContain(escape);
  });
  test('--quiet leaves the verdict alone', async () => {
    const { out, err } = await elenchus(['try', refuted, '--quiet']);
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    expect(err).toBe('');
  });
  test('progress goes to standard error, and with --json into a pipe nowhere', async () => {
    const [people, programs] = await Promise.all([
      elenchus(['try', survives, '--time', '5s']),
      elenchus(['try', survives, '--time', '5s', '--json']),
    ]);
    // a slow machine still starts the search when the first line is due
    expect(people!.err).toMatch(
      /^[\d.]+ s {2}(starting|(looking for a proof|searching): [\d ]+ trials)/m,
    );
    expect(programs!.err).toBe('');
  });
});

describe('--json', () => {
  const keys = [
    'verdict',
    'claim',
    'hash',
    'assumed',
    'axioms',
    'proof',
    'trials',
    'seconds',
    'counterexample',
  ];
  test("of a refutation is the contract's", async () => {
    const { out, code } = await elenchus(['try', refuted, '--json']);
    const json = JSON.parse(out);
    expect(Object.keys(json).slice(0, keys.length)).toEqual(keys);
    expect(json).toMatchObject({
      verdict: 'refuted',
      proof: null,
      counterexample: { dims: { m: 1, n: 1 }, values: { W: [['0']] }, exact: true },
    });
    expect(json.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(json.counterexample.values)).not.toMatch(/[:[,]-?\d/);
    expect(code).toBe(1);
  });
  test('of a proof counts the steps', async () => {
    const json = JSON.parse((await elenchus(['try', proved, '--json'])).out);
    expect(json).toMatchObject({
      verdict: 'proved',
      counterexample: null,
      proof: { by: 'kernel' },
    });
    expect(json.proof.steps).toBeGreaterThan(0);
  });
  test('of a survivor has its trials', async () => {
    const json = JSON.parse((await elenchus(['try', survives, '--json', '--time', '8s'])).out);
    expect(json).toMatchObject({ verdict: 'survived', proof: null, counterexample: null });
    expect(json.trials.run).toBeGreaterThanOrEqual(json.trials.met);
    expect(json.trials.met).toBeGreaterThan(0);
  });
  test('of an ill-typed claim has message and place', async () => {
    const { out, err, code } = await elenchus(['try', '--json', 'A: n×n\n|- A B = A']);
    expect(JSON.parse(out)).toMatchObject({
      verdict: 'ill-typed',
      hash: null,
      message: expect.stringContaining('B'),
      place: { line: 2, column: 6, start: 12, end: 13 },
    });
    expect(err).toBe('');
    expect(code).toBe(2);
  });
  test.each([
    [['try', '--json']],
    [['try', 'a', 'b', '--json']],
    [['tyr', '--json']],
    [['--json']],
    [['try', 'x', '--sed', '--json']],
    [['replay', 'none.json', '--json']],
    [['check', 'none.md', '--json']],
  ])('of a wrong use: %j', async (args) => {
    const { out, code } = await elenchus(args);
    const json = JSON.parse(out);
    expect(JSON.stringify(json)).toMatch(/"(verdict":"ill-typed|problems":\[\{)/);
    expect(code).toBe(2);
  });
});

describe('bad input ends with a reason', () => {
  const illTyped = async (claim: string, message: RegExp): Promise<void> => {
    const { code, out } = await elenchus(['try', '-', ...quick], { input: claim });
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(message);
    expect(out).toMatch(/^ill-typed/);
    expect(code).toBe(2);
  };
  test.each([
    ['nothing', '', /empty/],
    ['blanks', ' \n\t ', /empty/],
    ['10 MB of text', 'A: n×n; '.repeat(1_250_000), /characters|long/],
    ['10 MB without a break', 'A'.repeat(10_000_000), /characters|long/],
    ['deep nesting', `A: n×n |- ${'('.repeat(5_000)}A${')'.repeat(5_000)} = A`, /nested/],
    ['an unknown word', 'A: n×n |- frobnicate(A) = A', /frobnicate/],
    ['an unknown attribute', 'A: n×n shiny |- A = A', /shiny/],
    ['dimensions that cannot match', 'A: m×n; B: m×n |- A B = A', /n|m/],
    ['no turnstile', 'A: n×n', /no sign \|-/],
    ['bytes that are not text', '\u0000\u0001\u001B[31m', /U\+0000|character/],
  ])('%s', (_, claim, message) => illTyped(claim, message));

  test('escape sequences of the claim do not reach the terminal', async () => {
    const { out } = await elenchus(['try', 'A: n×n |- \u001B[31mA = A']);
    expect(out).not.toContain('\u001B');
  });
  test.each([
    ['a division by zero', 'a: scalar |- a / 0 = a'],
    ['a division by what is always zero', 'a: scalar |- a / (a - a) = 1'],
    ['the inverse of a singular matrix', 'A: n×n |- inv(A - A) = A'],
  ])('%s is not refuted, proved or survived', async (_, claim) => {
    const { code, out } = await elenchus(['try', claim, ...quick]);
    expect(out).toMatch(/^(gave-up|ill-typed)/);
    expect([2, 3]).toContain(code);
  });
});

test('the manual names the codes and options that there are', async () => {
  const { out } = await elenchus(['--help']);
  for (const word of ['try', 'check', 'replay', '--json', '--quiet', '--seed', '--time'])
    expect(out).toContain(word);
  expect((await elenchus(['try', '--help'])).out).toContain('--strict');
  expect((await elenchus(['--version'])).out.trim()).toBe(
    JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version,
  );
});
