/** Tests of citations that fail their comparison with the record. */
import { asksOf } from '../../src/experiments/asks.ts';
import { describe, expect, test } from 'vitest';
import { family } from '../../src/catalogue/entry.ts';
import { experiment } from '../../src/catalogue/experiment-entry.ts';
import type { ExperimentEntry } from '../../src/catalogue/experiment-entry.ts';
import type { Measured } from '../../src/experiments/outcome.ts';
import { claimsMarkdown } from '../../src/writeup/claims-markdown.ts';
import { accepts, kinds } from '../../src/writeup/citation.ts';
import { changesSince, citedAsMore, unknownFailure } from '../../src/writeup/failures.ts';
import { latexPackage } from '../../src/writeup/latex-package.ts';
import { citedExperiment } from '../../src/writeup/record.ts';
import type { CitedClaim } from '../../src/writeup/record.ts';
import { experimentStanding } from '../../src/writeup/standing.ts';
import type { Standing } from '../../src/writeup/standing.ts';

const place = { file: 'p.tex', line: 3, column: 5 };
const citation = { kind: 'lemma', id: 'a/b', place } as const;
const standing = (more: Partial<Standing> = {}): Standing => ({
  verdict: 'proved',
  claim: '|- 1 = 1',
  hash: 'h'.repeat(64),
  assumed: ['W onto'],
  axioms: [],
  message: null,
  ...more,
});
const then = (more: Partial<CitedClaim> = {}): CitedClaim => ({
  ...standing(),
  id: 'a/b',
  kinds: ['lemma'],
  steps: 1,
  written: true,
  trials: 0,
  counterexample: null,
  findings: [],
  source: null,
  file: 'a.ts',
  line: 1,
  verdict: 'proved',
  ...more,
});
const since = (
  before: Partial<CitedClaim>,
  now: Partial<Standing>,
): { failures: string[]; better: number } => {
  const { failures, better } = changesSince(
    { format: 1, document: 'p.tex', version: '0', claims: [then(before)] },
    citation,
    standing(now),
  );
  return { failures: failures.map(({ what }) => what), better: better.length };
};

describe('checked against the record', () => {
  test.each([
    ['nothing changed', {}, {}, [], 0],
    ['another statement', {}, { hash: 'x', claim: '|- 2 = 2' }, ['statement-changed'], 0],
    ['no proof any more', {}, { verdict: 'survived' }, ['verdict-lost'], 0],
    ['refuted', {}, { verdict: 'refuted' }, ['verdict-lost'], 0],
    [
      'another statement, and not proved',
      {},
      { hash: 'x', verdict: 'gave-up' },
      ['statement-changed', 'verdict-lost'],
      0,
    ],
    ['proved, where it had been refuted', { verdict: 'refuted' }, {}, ['verdict-lost'], 0],
    ['a proof of what had survived', { verdict: 'survived' }, {}, [], 1],
    ['a hypothesis more', {}, { assumed: ['W onto', 'Q pd'] }, ['assumes-more'], 0],
    ['another hypothesis', {}, { assumed: ['Q pd'] }, ['assumes-more'], 0],
    ['a hypothesis less', {}, { assumed: [] }, [], 1],
    ['a cited theorem more', {}, { axioms: ['Weyl'] }, ['rests-on-more'], 0],
    [
      'an experiment that finds it no more',
      { verdict: 'measured' },
      { verdict: 'gave-up' },
      ['verdict-lost'],
      0,
    ],
  ] as const)('%s', (_, before, now, failures, better) =>
    expect(since(before, now)).toEqual({ failures, better }),
  );
});

test('only what earned the name passes', () => {
  const outcomes = [
    'proved',
    'refuted',
    'survived',
    'gave-up',
    'ill-typed',
    'measured',
    'found',
    'not found',
  ] as const;
  const passed = kinds.map((kind) => [
    kind,
    outcomes.filter(
      (verdict) => citedAsMore({ ...citation, kind }, standing({ verdict })) === null,
    ),
  ]);
  expect(passed).toEqual([
    ['lemma', ['proved']],
    ['counterexample', ['refuted']],
    ['survived', ['proved', 'survived']],
    ['measured', ['measured']],
    ['finding', ['found']],
    ['failed', ['not found']],
    ['claim', outcomes],
  ]);
  expect(accepts.lemma).toEqual(['proved']);
  expect(citedAsMore(citation, standing({ verdict: 'survived', message: 'why' }))).toMatchObject({
    message: "'a/b' is survived, and cited as a lemma",
    now: 'why',
    place,
  });
});
test('an unknown id', () => {
  expect(unknownFailure({ ...citation, id: 'x' }, null, null).message).toBe(
    "there is no claim 'x'; an id is family/name",
  );
  expect(unknownFailure(citation, 'a/c', 'p.ts:1: broken').message).toBe(
    "there is no claim 'a/b'; did you mean a/c? (p.ts:1: broken)",
  );
});

describe('an experiment', () => {
  const member = experiment('x', {
    statement: "The cosine of W'W & V'V is about 1_2.",
    source: 's',
    findings: [{ name: null, says: 'c > 1', form: null, holds: () => true }],
    run: () => [],
  });
  const [first] = family('f', [member]).experiments;
  const entry: ExperimentEntry = {
    ...first!,
    id: 'f/x',
    family: 'f',
    place,
    asks: asksOf(first!.experiment),
  };
  const measured = (holds: boolean): Measured => ({
    verdict: 'measured',
    form: 'short',
    seed: 1,
    units: { done: 2, of: 2 },
    quantities: [],
    findings: [{ name: null, says: 'c > 1', holds }],
    seconds: 0,
    message: null,
  });
  test('stands as measured where it found what it is declared to find', () => {
    expect(experimentStanding(entry, measured(true))).toMatchObject({
      verdict: 'measured',
      message: null,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(experimentStanding(entry, measured(false))).toMatchObject({
      verdict: 'gave-up',
      message: 'not found: c > 1',
    });
  });
  test('is printed in words, and called no proof', () => {
    const cited = citedExperiment(
      entry,
      experimentStanding(entry, measured(true)),
      measured(true),
      ['measured'],
    );
    const record = { format: 1, document: 'p.tex', version: '0', claims: [cited] } as const;
    const sty = latexPackage(record);
    for (const part of [
      "{The cosine of W'W \\& V'V is about 1\\_2.}",
      '{measured}{Measurement}',
      'no proof',
      'c \\textgreater{} 1',
    ])
      expect(sty).toContain(part);
    expect(claimsMarkdown(record)).toContain('## Measurement `f/x`');
  });
});
