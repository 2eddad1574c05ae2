/** Tests of splitting a claim into goals. */
import { describe, expect, it } from 'vitest';
import { formulaText, parseClaim } from '../../src/language/index.ts';
import { goalsOf } from '../../src/refuter/goals.ts';

const shown = (text: string): string[] =>
  goalsOf(parseClaim(text)).map(
    (g) =>
      `${g.declarations.map((d) => d.name).join(',')} | ${g.hypotheses.map(formulaText).join('; ')} |- ${formulaText(g.conclusion)}`,
  );

describe('goals', () => {
  it('an implication moves its antecedent, an equivalence gives both directions', () => {
    expect(shown('a, b: scalar |- a = 0 => b = 0')).toEqual(['a,b | a = 0 |- b = 0']);
    expect(shown('a, b: scalar |- a = 0 <=> b = 0')).toEqual([
      'a,b | a = 0 |- b = 0',
      'a,b | b = 0 |- a = 0',
    ]);
  });
  it('conjunctions and disjunctions', () => {
    expect(shown('a, b: scalar |- a = 0 and b = 0')).toEqual([
      'a,b |  |- a = 0',
      'a,b |  |- b = 0',
    ]);
    expect(shown('a, b: scalar |- a = 0 or b = 0')).toEqual(['a,b | not a = 0 |- b = 0']);
    expect(shown('a, b: scalar; a = 0 and b = 0 |- a = b')).toEqual([
      'a,b | a = 0; b = 0 |- a = b',
    ]);
  });
  it('a universal conclusion gives variables to search for, negations move inwards', () => {
    expect(shown("Q: n×n |- forall v: n. v' Q v = 0")).toEqual(["Q,v |  |- v' Q v = 0"]);
    expect(shown('a: scalar |- not (exists b: scalar. a = b)')).toEqual(['a,b |  |- not a = b']);
    expect(shown('a, b: scalar |- not (a = 0 => b = 0)')).toHaveLength(2);
  });
  it('a hypothesis that a variable is onto is built in as its attribute', () => {
    const [goal] = goalsOf(parseClaim('W: m×n; W is onto |- W = 0'));
    expect(goal?.declarations[0]?.attributes).toEqual(['onto']);
    expect(goal?.hypotheses).toHaveLength(1);
  });
});
