/** Tests of verdicts for the terminal and as JSON. */
import { describe, expect, test } from 'vitest';
import { tensor } from '../../src/numbers/tensor.ts';
import { coloured, plain } from '../../src/report/colour.ts';
import { excerpt } from '../../src/report/ill-typed-text.ts';
import { verdictJson } from '../../src/report/verdict-json.ts';
import { headLine, verdictLines } from '../../src/report/verdict-text.ts';
import { width } from '../../src/report/width.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';

const base: Verdict = {
  verdict: 'survived',
  claim: 'A: n×n |- A = A',
  hash: 'abc',
  assumed: [],
  axioms: [],
  proof: null,
  trials: { run: 1200, met: 1100 },
  seconds: 2.004,
  counterexample: null,
  message: null,
};
const refuted: Verdict = {
  ...base,
  verdict: 'refuted',
  claim: "W: m×n; Q: m×m symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q",
  trials: { run: 37, met: 37 },
  counterexample: {
    at: {
      dims: new Map([
        ['m', 1],
        ['n', 1],
      ]),
      values: new Map([
        ['W', { kind: 'tensor', tensor: tensor([1, 1], [{ num: 0n, den: 1n }]) }],
        ['Q', { kind: 'tensor', tensor: tensor([1, 1], [{ num: 2n, den: 1n }]) }],
        ['c', { kind: 'tensor', tensor: tensor([], [{ num: 1n, den: 1n }]) }],
      ]),
    },
    left: [['1']],
    right: [['2']],
    fails: 'I = c Q',
    exact: true,
  },
};
const proved: Verdict = {
  ...base,
  verdict: 'proved',
  assumed: ['W invertible'],
  proof: {
    steps: 2,
    assumed: ['W invertible'],
    axioms: [],
    derivation: ["=>  I = inv(W') (W' W) inv(W) by ring", '      = c Q by hypothesis'],
  },
};

describe('for people', () => {
  test('the verdict word comes first', () => {
    for (const verdict of [base, refuted, proved])
      expect(verdictLines(verdict, plain)[0]!.startsWith(verdict.verdict)).toBe(true);
  });
  test('a survived claim is never called proved', () => {
    expect(headLine(base, plain).join(' ')).toContain('1 100 of 1 200 trials met the hypotheses');
    expect(headLine(base, plain).join(' ')).toContain('not a proof');
  });
  test('a counterexample is readable', () => {
    const lines = verdictLines(refuted, plain);
    for (const line of [
      'at        m = 1, n = 1',
      '          W = [0]',
      '          Q = [2]',
      '          c = 1',
      'fails     I = c Q',
      'left      [1]',
      'right     [2]',
    ])
      expect(lines).toContain(line);
  });
  test('what fails without being a relation has no sides to show', () => {
    const fails = 'exists x: scalar. x^2 = a';
    const lines = verdictLines(
      {
        ...refuted,
        counterexample: {
          ...(refuted.counterexample as NonNullable<Verdict['counterexample']>),
          left: null,
          right: null,
          fails,
        },
      },
      plain,
    );
    expect(lines).toContain(`fails     ${fails}`);
    expect(lines.some((line) => /^(left|right) |null/.test(line))).toBe(false);
  });
  test('a proof shows hypotheses and steps', () => {
    const lines = verdictLines(proved, plain);
    expect(lines).toContain('assumed   W invertible');
    expect(lines.some((line) => /= c Q\s+by hypothesis$/.test(line))).toBe(true);
  });
  test('no line exceeds 80 columns, whatever the claim', () => {
    const long = `${'A'.repeat(300)} |- ${'行'.repeat(100)} = 0`;
    for (const verdict of [base, refuted, proved]) {
      for (const line of verdictLines(
        { ...verdict, claim: long, message: long, assumed: [long] },
        coloured,
      ))
        expect(width(line)).toBeLessThanOrEqual(80);
    }
  });
  test('what is laid out in a reason stays as it is', () => {
    const lines = verdictLines(
      { ...base, message: 'the step does not follow\n1 | = c Q\n  |   ^^^' },
      plain,
    );
    expect(lines.slice(-3)).toEqual([
      'because   the step does not follow',
      '  1 | = c Q',
      '    |   ^^^',
    ]);
  });
  test('an ill-typed claim shows the place', () => {
    const lines = verdictLines(
      {
        ...base,
        verdict: 'ill-typed',
        claim: 'A: n×n |- A B = A',
        message: "'B' is not declared",
        place: { line: 1, column: 13, start: 12, end: 13 },
        suggestion: 'A: n×n |- A A = A',
      },
      plain,
    );
    expect(lines).toContain('  A: n×n |- A B = A');
    expect(lines).toContain('              ^');
  });
});

describe('the place in a long or odd text', () => {
  test.each([
    ['long', `${'x'.repeat(200)}HERE${'y'.repeat(200)}`, 'HERE'],
    ['near the end', `${'x'.repeat(200)}HERE`, 'HERE'],
    ['many lines', `first\nsecond HERE\nthird`, 'HERE'],
    ['wide characters', `行列 HERE`, 'HERE'],
  ])('%s', (_, text, needle) => {
    const start = text.indexOf(needle);
    const [line, carets] = excerpt(text, start, start + needle.length);
    expect(width(line!)).toBeLessThanOrEqual(80);
    expect(carets!.trim()).toBe('^^^^');
    // Columns, not characters: cut the line at the caret's column.
    let column = 0;
    const shown = [...line!].find((character) => {
      if (column === carets!.indexOf('^')) return true;
      column += width(character);
      return false;
    });
    expect(shown).toBe('H');
  });
  test('the end of the text, and an empty range', () => {
    expect(excerpt('A: n', 4, 4)).toEqual(['  A: n', '      ^']);
    expect(excerpt('', 0, 0)[1]).toBe('  ^');
  });
});

describe('for programs', () => {
  test("the contract's keys, numbers as strings", () => {
    const json = JSON.parse(JSON.stringify(verdictJson(refuted)));
    expect(json).toMatchObject({
      verdict: 'refuted',
      claim: refuted.claim,
      hash: 'abc',
      assumed: [],
      axioms: [],
      proof: null,
      trials: { run: 37, met: 37 },
      counterexample: {
        dims: { m: 1, n: 1 },
        values: { W: [['0']], Q: [['2']], c: '1' },
        left: [['1']],
        right: [['2']],
        exact: true,
      },
    });
  });
  test('a proof counts its steps and names the kernel', () => {
    expect(verdictJson(proved)['proof']).toMatchObject({ steps: 2, by: 'kernel' });
  });
});
