/** The trace of a search: lines of JSON with the keys that Hypothesis's tools read. */
import { expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { startSearch } from '../../src/refuter/search.ts';
import { traceLines } from '../../src/report/trace-lines.ts';

interface Line {
  readonly type: string;
  readonly status: string;
  readonly status_reason: string;
  readonly representation: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly features: Readonly<Record<string, unknown>>;
  readonly property: string;
  readonly run_start: number;
}

function traced(claim: string, trials: number): Line[] {
  const trace = traceLines(() => 5000);
  const search = startSearch(parseClaim(claim), { seed: 1, observe: trace.observe });
  search.advance({ time: 2000, trials });
  const text = trace.text(claim, search.result(false).trials.run);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

/** The required keys of a test case, of Hypothesis's schema of observations. */
const keys = [
  'type',
  'status',
  'status_reason',
  'representation',
  'arguments',
  'how_generated',
  'features',
  'coverage',
  'timing',
  'metadata',
  'property',
  'run_start',
];

test('every point has a line, with what was drawn, what it said, and both sides', () => {
  const lines = traced('A: n×n; tr(A) = 0 |- det(A) = 0', 60);
  for (const line of lines) {
    expect(Object.keys(line)).toEqual(keys);
    expect(['passed', 'failed', 'gave_up']).toContain(line.status);
    expect(line.run_start).toBe(5);
  }
  const failed = lines.find(({ status }) => status === 'failed');
  expect(failed?.status_reason).toContain('det(A) = 0');
  expect(failed?.features['left - right']).not.toBe(0);
  expect(lines.some(({ representation }) => representation.startsWith('n = 2; A = '))).toBe(true);
});

test('a hypothesis that fails is named', () => {
  const lines = traced('a, b: scalar; a < b; b < 2 a - 1 |- a + b > 0', 30);
  const gaveUp = lines.filter(({ status }) => status === 'gave_up');
  expect(gaveUp.length).toBeGreaterThan(0);
  expect(gaveUp[0]?.status_reason).toContain('a hypothesis does not hold: ');
});

test('points that are screened many at a time are counted in a line of their own', () => {
  const trace = traceLines(() => 0);
  expect(JSON.parse(trace.text('|- 1 = 1', 7))).toMatchObject({
    type: 'info',
    content: expect.stringMatching(/^7 more points/),
  });
});
