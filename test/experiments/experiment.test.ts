/** An experiment as an author writes it: what is refused, what is drawn, what its findings say. */
import { describe, expect, test } from 'vitest';
import { experiment } from '../../src/catalogue/experiment-entry.ts';
import { family, lemma } from '../../src/catalogue/entry.ts';
import { contextOf } from '../../src/experiments/experiment.ts';
import {
  above,
  below,
  exactly,
  inForm,
  judgeFindings,
  within,
} from '../../src/experiments/finding.ts';
import { exactQuantity, quantity } from '../../src/experiments/quantity.ts';
import { plainSample, SampleError } from '../../src/experiments/sample.ts';

const run = () => [quantity('x', { value: 1, low: 0.5, high: 1.5, n: 4 })];
const fields = { statement: 'x is about one', source: 'a note', run, findings: [above('x', 0)] };
const wrong = (changes: Record<string, unknown>): typeof fields => ({ ...fields, ...changes });

describe('an experiment', () => {
  test.each([
    ['an unknown field', { claim: 'x' }, "unknown field 'claim'"],
    ['no statement', { statement: ' ' }, "'statement' that is not text"],
    ['no findings', { findings: [] }, 'declares no findings'],
    ['nothing to run', { run: 3 }, "'run' that is not a function"],
  ])('refuses %s', (_, changes, message) =>
    expect(() => experiment('one', wrong(changes))).toThrow(message),
  );

  test('shares a family and its names with claims', () => {
    const claim = lemma('one', { claim: 'A: n×n |- A = A', source: 'a note' });
    const made = family('f', [claim, experiment('two', fields)]);
    expect(made.members.map((one) => one.name)).toEqual(['one']);
    expect(made.experiments.map((one) => one.name)).toEqual(['two']);
    expect(() => family('f', [claim, experiment('one', fields)])).toThrow(
      "'f/one' is declared twice",
    );
  });

  test('hands the samples to the table in the order of the units, as plain data', () => {
    const { experiment: made } = experiment('one', {
      statement: 'twice',
      source: 'a note',
      findings: [above('a', 0)],
      units: () => [
        { key: 'a', by: 2 },
        { key: 'b', by: 3 },
      ],
      measure: ({ by }) => ({ twice: [by * 2] }),
      table: (samples) =>
        samples.map(({ unit, sample }) =>
          quantity(unit.key, { value: sample.twice[0]!, low: 0, high: 9, n: 1 }),
        ),
    });
    const context = contextOf('short', 1, () => {});
    const samples = made.units('short').map((unit) => made.measure(unit, context));
    expect(made.table(samples, context).map((one) => [one.name, one.value])).toEqual([
      ['a', 4],
      ['b', 6],
    ]);
  });
});

test('streams depend on the seed and the name alone', () => {
  const draw = (seed: number, name: string): number =>
    contextOf('short', seed, () => {})
      .stream(name)
      .next();
  expect(draw(1, 'a')).toBe(draw(1, 'a'));
  expect(new Set([draw(1, 'a'), draw(2, 'a'), draw(1, 'b'), draw(12, ''), draw(1, '2')]).size).toBe(
    5,
  );
});

test('only finite plain data is a sample', () => {
  expect(plainSample({ a: [1, 'x', null], b: Float64Array.of(1, -0) }, 's')).toEqual({
    a: [1, 'x', null],
    b: [1, 0],
  });
  for (const bad of [NaN, Infinity, { a: [undefined] }, new Map(), () => 1])
    expect(() => plainSample(bad, 's')).toThrow(SampleError);
  expect(() => plainSample({ loss: [1, NaN] }, 'unit')).toThrow('unit.loss[1] is NaN');
});

test('findings hold where the whole interval does', () => {
  const rows = [
    quantity('x', { value: 1, low: 0.5, high: 1.5, n: 4 }),
    exactQuantity('r', '3/4', 0.75),
  ];
  const judge = (finding: ReturnType<typeof above>): boolean | undefined =>
    judgeFindings([finding], rows, 'short')[0]?.holds;
  expect([
    judge(above('x', 0.4)),
    judge(above('x', 0.6)),
    judge(below('x', 1.6)),
    judge(below('x', 1.4)),
  ]).toEqual([true, false, true, false]);
  expect([
    judge(within('x', 0, 2)),
    judge(within('x', 0.8, 2)),
    judge(exactly('r', '3/4')),
    judge(exactly('r', '0.75')),
  ]).toEqual([true, false, true, false]);
  expect(judge(inForm('long', above('nowhere', 1)))).toBeUndefined();
  expect(() => judge(above('nowhere', 1))).toThrow("a finding names 'nowhere'");
});
