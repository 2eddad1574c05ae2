/** Tests of writing and reading counterexample records. */
import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Value } from '../../src/evaluate/assignment.ts';
import { parseClaim } from '../../src/language/index.ts';
import type { Rational } from '../../src/numbers/field.ts';
import { tensor } from '../../src/numbers/tensor.ts';
import { fileWitness, filedFor } from '../../src/records/file-witness.ts';
import { assignmentOf, parseWitness, readWitness } from '../../src/records/read-witness.ts';
import { contentHash, makeWitness, witnessName, witnessText } from '../../src/records/witness.ts';
import type { Witness } from '../../src/records/witness.ts';
import { WritingError, writeAtomically } from '../../src/records/write-atomically.ts';
import type { Counterexample } from '../../src/verdict/verdict.ts';

const q = (num: number | bigint, den: number | bigint = 1): Rational => ({
  num: BigInt(num),
  den: BigInt(den),
});
const of = (shape: number[], ...data: Rational[]): Value<Rational> => ({
  kind: 'tensor',
  tensor: tensor(shape, data),
});

const claim =
  'W: m×n; b: m; c: scalar; F: R^n -> R^m; G: R^n -> R; phi: activation; psi: activation; x[i]: n for i in 1..N |- W x[1] = b';
const found: Counterexample = {
  at: {
    dims: new Map([
      ['m', 2],
      ['n', 1],
      ['N', 2],
    ]),
    values: new Map<string, Value<Rational>>([
      ['W', of([2, 1], q(1), q(-1, 2))],
      ['b', of([2], q(10n ** 30n), q(0))],
      ['c', of([], q(7))],
      [
        'F',
        {
          kind: 'function',
          map: {
            kind: 'polynomial',
            inputs: 1,
            outputs: [[{ coefficient: q(1), powers: [2] }], []],
          },
        },
      ],
      [
        'G',
        {
          kind: 'function',
          map: {
            kind: 'network',
            inputs: 1,
            layers: [
              { weights: tensor([2, 1], [q(1), q(2)]), bias: [q(0), q(1, 3)], activation: 'relu' },
              { weights: tensor([1, 2], [q(1), q(1)]), bias: [q(0)], activation: null },
            ],
          },
        },
      ],
      ['phi', { kind: 'activation', activation: { kind: 'builtin', name: 'relu' } }],
      [
        'psi',
        {
          kind: 'activation',
          activation: { kind: 'polynomial', coefficients: [q(1), q(0), q(3)] },
        },
      ],
      ['x', { kind: 'family', members: [of([1], q(1)), of([1], q(2))] }],
    ]),
  },
  left: ['1', '-1/2'],
  right: ['0', '0'],
  fails: 'W x[1] = b',
  exact: true,
};
const provenance = { seed: 1, version: '0.1.0' };
const witness = makeWitness('dnfa/some-claim', claim, 'f'.repeat(64), found, provenance);

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'elenchus-records-'));
});
afterEach(async () => {
  await chmod(directory, 0o755);
  await rm(directory, { recursive: true });
});

describe('a record', () => {
  test('comes back as it was, values of every kind', () => {
    const again = parseWitness(witnessText(witness));
    expect(again).toEqual(witness);
    expect(assignmentOf(again, parseClaim(claim))).toEqual(found.at);
  });
  test('is named by its content: provenance does not count, values do', () => {
    expect(witnessName(witness)).toMatch(/^dnfa--some-claim--[0-9a-f]{12}\.json$/);
    expect(contentHash({ ...witness, provenance: { seed: 99, version: '9' } })).toBe(
      contentHash(witness),
    );
    expect(contentHash({ ...witness, values: { ...witness.values, c: '8' } })).not.toBe(
      contentHash(witness),
    );
    expect(contentHash({ ...witness, fails: 'other' })).not.toBe(contentHash(witness));
  });
  test('holds nothing of the machine that made it', () => {
    expect(witnessText(witness)).not.toContain(process.cwd());
    expect(Object.keys(witness.provenance)).toEqual(['seed', 'version']);
  });
});

describe('filing', () => {
  test('writes once, never over what is there, and leaves no temporary', async () => {
    const path = await fileWitness(witness, directory);
    const before = await readFile(path, 'utf8');
    await fileWitness({ ...witness, provenance: { seed: 2, version: '0.1.0' } }, directory);
    expect(await readFile(path, 'utf8')).toBe(before);
    expect(await readdir(directory)).toEqual([witnessName(witness)]);
    expect(await filedFor('dnfa/some-claim', directory)).toEqual([{ path, hash: witness.hash }]);
    expect(await filedFor('dnfa/some', directory)).toEqual([]);
  });
  test('many runs at once end in one whole file', async () => {
    const path = join(directory, 'one.json');
    const wrote = await Promise.all(
      Array.from({ length: 20 }, (_, i) => writeAtomically(path, `${i}`.repeat(5000))),
    );
    expect(wrote.filter(Boolean)).toHaveLength(1);
    expect(new Set(await readFile(path, 'utf8')).size).toBeLessThanOrEqual(2);
    expect(await readdir(directory)).toEqual(['one.json']);
  });
  test('a directory that is a file is a clear error, and nothing is left', async () => {
    await writeFile(join(directory, 'file'), '');
    await expect(fileWitness(witness, join(directory, 'file'))).rejects.toThrow(WritingError);
    await expect(writeAtomically(join(directory, 'none', 'x.json'), 'x')).rejects.toThrow(
      'the directory does not exist',
    );
    expect(await readdir(directory)).toEqual(['file']);
  });
  test('a directory without permission is a clear error', async () => {
    await chmod(directory, 0o555);
    // Root may write everywhere, so the test is somebody else for a moment.
    const root = process.getuid?.() === 0;
    if (root) process.seteuid?.(65_534);
    try {
      await expect(fileWitness(witness, directory)).rejects.toThrow('no permission to write there');
    } finally {
      if (root) process.seteuid?.(0);
    }
    expect(await readdir(directory)).toEqual([]);
  });
  test('a temporary that cannot be written whole is removed', async () => {
    await expect(writeAtomically(join(directory, `${'x'.repeat(300)}.json`), 'x')).rejects.toThrow(
      'the name is too long',
    );
    expect(await readdir(directory)).toEqual([]);
  });
});

describe('records that cannot be used say why', () => {
  const text = witnessText(witness);
  const changed = (change: Partial<Record<keyof Witness, unknown>>): string =>
    JSON.stringify({ ...witness, ...change });
  const value = (name: string, json: unknown): string =>
    changed({ values: { ...witness.values, [name]: json } });

  test.each([
    ['empty', '', 'the file is empty'],
    ['truncated', text.slice(0, 200), 'not JSON; it seems to be cut off'],
    ['no JSON', 'hello }', 'not JSON'],
    ['foreign JSON', '{"name": "package"}', 'not a witness of elenchus'],
    ['a list', '[1, 2]', 'not a witness'],
    [
      'another format',
      changed({ format: 99 }),
      'format 99; this version of elenchus reads format 1',
    ],
    ['no claim', changed({ claim: 7 }), '"claim" must be a text'],
    [
      'a huge dimension',
      changed({ dims: { m: 1e9, n: 1, N: 1 } }),
      'the dimension m is 1000000000',
    ],
    ['a negative dimension', changed({ dims: { m: -1, n: 1, N: 1 } }), 'the dimension m is -1'],
    ['a broken dimension', changed({ dims: { m: 1.5, n: 1, N: 1 } }), 'the dimension m is 1.5'],
  ])('%s', (_, record, message) => {
    expect(() => parseWitness(record)).toThrow(message);
  });

  test.each([
    [
      'a missing dimension',
      changed({ dims: { m: 2, n: 1 } }),
      'the dimension N of the claim has no size',
    ],
    [
      'a foreign dimension',
      changed({ dims: { ...witness.dims, k: 2 } }),
      'the claim has no dimension k',
    ],
    ['a missing value', changed({ values: {} }), "'W' has no value"],
    ['a foreign value', value('Z', '1'), "the claim declares no 'Z'"],
    ['a number that is not text', value('c', 7), 'c: 7 is not an exact rational'],
    ['a decimal', value('c', '0.5'), 'c: "0.5" is not an exact rational'],
    ['a division by zero', value('c', '1/0'), 'c: "1/0" divides by zero'],
    [
      'a huge number',
      value('c', '9'.repeat(100_000)),
      'c: a number of 100000 digits; at most 2000 are read',
    ],
    ['too few rows', value('W', [['1']]), 'W has 1 rows; 2 are wanted'],
    ['too long a row', value('W', [['1', '2'], ['1']]), 'W[1] has 2 entries; 1 are wanted'],
    ['a scalar for a matrix', value('W', '1'), 'W must be a list of 2'],
    [
      'a family of the wrong length',
      value('x', { family: [] }),
      "'x' has 0 members; N = 2 are wanted",
    ],
    ['a family where one value is expected', value('x', [['1'], ['2']]), "'x' is a family"],
    ['an unknown activation', value('phi', { activation: 'rm -rf' }), "'phi' is an activation"],
    ['a function where a tensor is expected', value('F', [['1']]), "'F' is a function"],
    [
      'a function of other inputs',
      value('F', { function: 'polynomial', inputs: 2, outputs: [] }),
      "'F' takes 2 inputs; 1 are wanted",
    ],
    [
      'a function of other outputs',
      value('F', { function: 'polynomial', inputs: 1, outputs: [[]] }),
      "'F' has 1 outputs; 2 are wanted",
    ],
    [
      'a power that is too high',
      value('F', {
        function: 'polynomial',
        inputs: 1,
        outputs: [[{ coefficient: '1', powers: [1e9] }], []],
      }),
      'powers that are not whole numbers',
    ],
    [
      'a network with an unknown activation',
      value('G', {
        function: 'network',
        inputs: 1,
        layers: [{ weights: [['1']], bias: ['0'], activation: 'identity' }],
      }),
      'unknown activation "identity"',
    ],
    [
      'a network whose layers do not fit',
      value('G', {
        function: 'network',
        inputs: 1,
        layers: [{ weights: [['1', '2']], bias: ['0'], activation: null }],
      }),
      '2 entries; 1 are wanted',
    ],
  ])('%s', (_, record, message) => {
    expect(() => assignmentOf(parseWitness(record), parseClaim(claim))).toThrow(message);
  });

  test('a file that is missing, a directory, or too large', async () => {
    await expect(readWitness(join(directory, 'none.json'))).rejects.toThrow(
      'there is no such file',
    );
    await expect(readWitness(directory)).rejects.toThrow('it is a directory');
    const large = join(directory, 'large.json');
    await writeFile(large, ' '.repeat(4_000_001));
    await expect(readWitness(large)).rejects.toThrow('4000001 bytes');
  });
});
