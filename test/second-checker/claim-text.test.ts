/**
 * Documents whose steps all follow and whose claim, hash, hypotheses or goal were changed: none is
 * accepted.
 */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { check, checkSteps } from '../../src/second-checker/check.ts';
import { sha256 } from '../../src/second-checker/claim/sha256.ts';
import { readJson } from '../../src/second-checker/json.ts';
import { documentFor, type Mutable } from './documents.ts';

const honest = documentFor('A, B: n×n invertible |- inv(A B) = inv(B) inv(A)');
const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const copy = (): Mutable => JSON.parse(JSON.stringify(honest)) as Mutable;
const claimOf = (d: Mutable) => d['claim'] as { text: string; hash: string };
const goalOf = (d: Mutable) => d['goal'] as { hypotheses: Mutable[]; conclusion: number };
const why = (d: unknown): string => {
  const answer = check(d);
  return answer.accepted ? 'accepted' : answer.why;
};
const other = (text: string): Mutable => {
  const d = copy();
  d['claim'] = { text, hash: hashOf(text) };
  return d;
};

/**
 * A document of one claim, whose steps prove B = A for every B, each in a way that was once
 * accepted.
 */
const sizes = ['n', 'n'];
const variable = (name: string): Mutable => ({
  shape: sizes,
  sum: [
    {
      coefficient: '1',
      powers: [],
      dims: sizes,
      free: [0, 1],
      factors: [{ head: { kind: 'variable', name, shape: sizes, args: [] }, slots: [0, 1] }],
    },
  ],
});
const step = (rule: string, from: number[], given: unknown[], conclusion: number): Mutable => ({
  rule,
  from,
  given,
  uses: [],
  hypotheses: [],
  conclusion,
});
const forged = (parts: Mutable): Mutable => ({
  format: 'elenchus derivation',
  version: 1,
  claim: { text: 'A, B: n×n |- B = A', hash: hashOf('A, B: n×n |- B = A') },
  axioms: [],
  ...parts,
});

test('the honest document is accepted, and its reading is printed', () => {
  expect(check(honest)).toMatchObject({
    accepted: true,
    granted: ['A[ij] is invertible', 'B[ij] is invertible', 'A[ik] B[kj] is invertible'],
    goal: 'inv(A[ik] B[kj])[ij] = inv(B[ij])[ik] inv(A[ij])[kj]',
  });
});

describe('a document about another claim', () => {
  test.each([
    'A, B: n×n |- inv(A B) = inv(A B)',
    'A, B: n×n invertible |- inv(A B) = inv(A) inv(B)',
    'A, B: n×n |- A B = B A',
    'A, B: n×n invertible |- inv(A B) = inv(B) inv(A) and A = B',
    'A, B: m×m invertible |- inv(A B) = inv(B) inv(A)',
    'A, B: n×n invertible; A = B |- inv(A B) = inv(B) inv(A)',
    '|- forall A: n×n. forall B: n×n. inv(A B) = inv(B) inv(A)',
  ])('%s', (text) => {
    expect(checkSteps(other(text)).accepted).toBe(true);
    expect(why(other(text))).toMatch(/claim/);
  });
  test('with the old hash', () => {
    const d = copy();
    claimOf(d).text = claimOf(d).text.replace('inv(B) inv(A)', 'inv(A) inv(B)');
    expect(why(d)).toMatch(/hash/);
  });
  test('another hash alone', () => {
    const d = copy();
    claimOf(d).hash = hashOf('another text');
    expect(why(d)).toMatch(/hash/);
  });
  test('a claim that is not read is not a claim that is accepted', () => {
    const d = other('A: n×n complex |- tr(A) = 0');
    expect(check(d)).toMatchObject({ accepted: false, unread: true });
  });
});

describe('hypotheses', () => {
  test('false is not added', () => {
    const d = copy();
    const formulas = d['formulas'] as Mutable[];
    const place = formulas.push({ kind: 'false' }) - 1;
    goalOf(d).hypotheses.push({ text: 'A invertible', formula: place });
    expect(checkSteps(d).accepted).toBe(true);
    expect(why(d)).toMatch(/does not grant false/);
  });
  test('nor is one left out', () => {
    const unused = documentFor('A: n×n symmetric; B: n×n invertible |- B inv(B) = I');
    goalOf(unused).hypotheses.shift();
    expect(checkSteps(unused).accepted).toBe(true);
    expect(why(unused)).toMatch(/left out/);
  });
});

describe('a covariance is symmetric only if the claim states that it is psd', () => {
  const aboutS = (text: string): Mutable => ({
    ...forged({
      goal: { hypotheses: [], conclusion: 0 },
      terms: [variable('S')],
      formulas: [{ kind: 'equal', left: 0, right: 0 }],
      steps: [step('ring', [], [], 0)],
    }),
    claim: { text, hash: hashOf(text) },
  });
  test.each([
    "S: n×n; x: n ~ normal(0, S) |- S = S'",
    "S: n×n; x: n ~ normal(0, S) |- S = S' and E[x] = 0",
    "S: n×n; x: n ~ normal(0, S) |- S = 0 or E[x] = 0 or S = S'",
  ])('%s', (text) => {
    expect(checkSteps(aboutS(text)).accepted).toBe(true);
    expect(check(aboutS(text)).accepted).toBe(false);
  });
});

describe('a member of a family is bound by nothing', () => {
  test('no quantifier is over W[1]', () => {
    const d = forged({
      goal: { hypotheses: [], conclusion: 1 },
      terms: [variable('W[1]')],
      formulas: [
        { kind: 'equal', left: 0, right: 0 },
        { kind: 'forall', bound: { kind: 'tensor', name: 'W[1]', shape: sizes }, body: 0 },
      ],
      steps: [
        step('ring', [], [], 0),
        step('generalise', [0], [{ bound: { kind: 'tensor', name: 'W[1]', shape: sizes } }], 1),
      ],
    });
    expect(checkSteps(d)).toMatchObject({
      accepted: false,
      why: expect.stringMatching(/binds no name/) as string,
    });
  });
  test('no derivative is by W[1]', () => {
    const d = forged({
      goal: { hypotheses: [], conclusion: 1 },
      terms: [variable('W[1]'), { shape: [...sizes, ...sizes], sum: [] }],
      formulas: [
        { kind: 'equal', left: 0, right: 0 },
        { kind: 'equal', left: 1, right: 1 },
      ],
      steps: [step('ring', [], [], 0), step('differentiate', [0], ['W[1]', sizes], 1)],
    });
    expect(checkSteps(d)).toMatchObject({
      accepted: false,
      why: expect.stringMatching(/member of a family/) as string,
    });
  });
});

describe('JSON is read strictly', () => {
  const text = JSON.stringify(honest);
  test('as it is', () => expect(readJson(text)).toEqual(honest));
  test.each([
    ['a name twice', text.replace('"version":1', '"version":1,"version":1'), /twice/],
    [
      'a name twice, spelled otherwise',
      text.replace('"version":1', '"version":1,"versio\\u006e":1'),
      /twice/,
    ],
    [
      'the claim twice',
      text.replace('"claim":', '"claim":{"text":"|- false","hash":""},"claim":'),
      /twice/,
    ],
    ['something behind it', `${text} {}`, /follows/],
    ['a comma too many', text.replace('"version":1', '"version":1,'), /JSON/],
    ['no end', text.slice(0, -1), /JSON/],
    ['a depth without end', '['.repeat(100_000), /deep/],
  ])('%s', (_, changed, message) => expect(() => readJson(changed)).toThrow(message));
  test('a name that every object inherits is a name like others', () => {
    const read = readJson('{"__proto__": {"format": 1}, "toString": 2}') as Mutable;
    expect(Object.keys(read)).toEqual(['__proto__', 'toString']);
    expect(read['format']).toBeUndefined();
    expect(check(read).accepted).toBe(false);
  });
});

test.each([
  '',
  'abc',
  'A: m×n |- A = A',
  'a'.repeat(55),
  'b'.repeat(56),
  'c'.repeat(64),
  'x∈ℝ 𝔼'.repeat(40),
])('the hash of %j', (text) => expect(sha256(text)).toBe(hashOf(text)));
