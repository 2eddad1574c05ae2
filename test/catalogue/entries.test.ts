/** Tests of `lemma`, `property` and `family`. */
import { describe, expect, test } from 'vitest';
import { EntryError, family, lemma, property } from '../../src/catalogue/entry.ts';
import type { LemmaFields } from '../../src/catalogue/entry.ts';

const fields = { claim: 'A: n×n |- A = A', source: 'a note' };
const wrong = (changes: Record<string, unknown>): LemmaFields => ({ ...fields, ...changes });

describe('a lemma', () => {
  test('is expected to be proved unless it says otherwise', () => {
    expect(lemma('one', fields)).toMatchObject({
      kind: 'lemma',
      name: 'one',
      expect: 'proved',
      proof: null,
      uses: [],
    });
  });
  test.each([
    ['an unknown field', { expects: 'proved' }, "unknown field 'expects'"],
    ['a missing claim', { claim: undefined }, "lacks 'claim'"],
    ['a missing source', { source: undefined }, "lacks 'source'"],
    ['an empty claim', { claim: ' ' }, "'claim' that is not text"],
    [
      'an unknown verdict',
      { expect: 'true' },
      "expects 'true'; a verdict is one of proved, survived",
    ],
    ['uses that are not a list', { uses: 'a/b' }, "'uses' that is not a list"],
  ])('refuses %s', (_, changes, message) => {
    expect(() => lemma('one', wrong(changes))).toThrow(message);
    expect(() => lemma('one', wrong(changes))).toThrow(EntryError);
  });
  test.each(['', 'Upper', 'a b', '../up', 'a--b', '-a'])('refuses the name %j', (name) => {
    expect(() => lemma(name, fields)).toThrow('small letters, digits and single hyphens');
  });
});

test('a property must say what it comes to, and has no proof', () => {
  expect(() => property('one', Object.assign({}, fields, { expect: undefined as never }))).toThrow(
    "lacks 'expect'",
  );
  expect(() =>
    property('one', Object.assign({}, fields, { expect: 'refuted' as const, proof: 'x' })),
  ).toThrow("unknown field 'proof'");
});

test('a family refuses the same name twice', () => {
  expect(() => family('f', [lemma('one', fields), lemma('one', fields)])).toThrow(
    "'f/one' is declared twice",
  );
});
