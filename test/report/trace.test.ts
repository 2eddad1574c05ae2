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

const isObject = (x: unknown): x is Record<string, unknown> =>
  typeof x === 'object' && x !== null && !Array.isArray(x);

/**
 * What Hypothesis's schema of observations asks of a line (docs/schema_observations.json there).
 */
function misfit(line: Record<string, unknown>): string | null {
  const isText = (key: string): boolean => typeof line[key] === 'string';
  if (typeof line['run_start'] !== 'number' || !isText('property')) return 'property or run_start';
  const own = Object.keys(line).toSorted().join();
  if (line['type'] !== 'test_case') {
    if (!['info', 'alert', 'error'].includes(String(line['type']))) return 'type';
    if (own !== 'content,property,run_start,title,type') return own;
    return isText('title') && isText('content') ? null : 'title or content';
  }
  if (own !== keys.toSorted().join()) return own;
  if (!['passed', 'failed', 'gave_up'].includes(String(line['status']))) return 'status';
  if (!isText('status_reason') || !isText('representation')) return 'text';
  if (line['how_generated'] !== null && !isText('how_generated')) return 'how_generated';
  for (const key of ['arguments', 'features', 'timing', 'metadata'])
    if (!isObject(line[key])) return key;
  const timing = Object.values(line['timing'] as object);
  if (timing.some((t) => typeof t !== 'number' || t < 0)) return 'timing';
  return line['coverage'] === null || isObject(line['coverage']) ? null : 'coverage';
}

test.each([
  'A: n×n; tr(A) = 0 |- det(A) = 0',
  'x: n; y: n |- |x + y| <= |x| + |y|',
  'W: m×n ~ normal(0, s/n); s: scalar positive; x: n |- E[|W x|^2] = s |x|^2',
  "q[i]: m for i in 1..N |- sum[i](q[i] q[i]') >>= 0",
])('every line of %s fits the schema of observations', (claim) => {
  const lines = traced(claim, 40) as unknown as Record<string, unknown>[];
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.map(misfit).filter((m) => m !== null)).toEqual([]);
  // the check notices a key too many, a status of another kind, and a missing time
  const [one = {}] = lines;
  expect(
    [
      { ...one, more: 1 },
      { ...one, status: 'ok' },
      { ...one, run_start: '5' },
    ].map(misfit),
  ).not.toContain(null);
});
