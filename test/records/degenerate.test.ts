/** A counterexample must not be degenerate if its property says so. */
import { describe, expect, test } from 'vitest';
import { property } from '../../src/catalogue/entry.ts';
import { checker } from '../../src/cli/checker.ts';
import { degenerateAt } from '../../src/records/degenerate.ts';
import { asDeclared } from '../../src/report/catalogue-text.ts';
import { examine } from '../../src/verdict/examine.ts';

const text = "W: m×n; Q: m×m symmetric; c: scalar positive; W' W = c W' Q W |- I = c Q";

async function pointOf(claim: string) {
  const { claim: normal, counterexample } = await examine(claim, { time: 2, seed: 1 });
  if (counterexample === null) throw new Error(`not refuted: ${claim}`);
  return { normal, at: counterexample.at };
}

describe('conditions on a counterexample', () => {
  test('what fails at the point is named, what holds is not', async () => {
    const { normal, at } = await pointOf(text);
    expect(degenerateAt(normal, ['W = 0', 'c > 0'], at, checker)).toEqual([]);
    expect(degenerateAt(normal, ['c > 0', 'W != 0'], at, checker)).toEqual([
      "'W != 0' is not met there",
    ]);
  });
  test('with the condition as a hypothesis the point meets it', async () => {
    const { normal, at } = await pointOf(text.replace(' |-', '; W != 0 |-'));
    expect(degenerateAt(normal, ['W != 0'], at, checker)).toEqual([]);
    expect(degenerateAt(normal, ['W = 0'], at, checker)).toHaveLength(1);
  });
  test('a condition that cannot be read is a failure, not a pass', async () => {
    const { normal, at } = await pointOf(text);
    expect(degenerateAt(normal, ['V != 0'], at, checker)).toEqual([
      expect.stringContaining("'V != 0' cannot be read"),
    ]);
    expect(degenerateAt(normal, ['inv(W) = 0'], at, checker)).toHaveLength(1);
  });
  test('a length at the front of the claim is not a turnstile', async () => {
    const { normal, at } = await pointOf('x: n; |x| > 1 |- |x| > 2');
    expect(degenerateAt(normal, ['|x| > 1', '|-x| > 1'], at, checker)).toEqual([]);
  });
});

test('a degenerate counterexample is not as declared', async () => {
  const verdict = await examine(text, { time: 2, seed: 1 });
  const entry = {
    id: 'a/b',
    family: 'a',
    claim: text,
    proof: null,
    expect: 'refuted' as const,
    source: null,
    note: null,
    uses: [],
    claimStart: null,
    place: { file: 'a.ts', line: 1, column: 1 },
  };
  expect(asDeclared({ entry, verdict })).toBe(true);
  expect(asDeclared({ entry, verdict, degenerate: ['it is'] })).toBe(false);
});

describe('the fields', () => {
  const fields = { claim: text, expect: 'refuted', source: 'a test' } as const;
  test('one condition or several', () => {
    expect(property('p', { ...fields, nondegenerate: 'W != 0' }).nondegenerate).toEqual(['W != 0']);
    expect(property('p', { ...fields, nondegenerate: ['a', 'b'] }).nondegenerate).toEqual([
      'a',
      'b',
    ]);
  });
  test('nondegenerate applies to refuted claims', () => {
    expect(() => property('p', { ...fields, expect: 'survived', nondegenerate: 'W != 0' })).toThrow(
      "expect 'refuted'",
    );
  });
  test('a number of a statement has its form', () => {
    expect(property('p', { ...fields, settles: ['A7', 'B1 in part'] }).settles).toHaveLength(2);
    expect(() => property('p', { ...fields, settles: ['seven'] })).toThrow("'A7', or 'A7 in part'");
  });
});
