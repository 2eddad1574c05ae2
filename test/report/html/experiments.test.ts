/** Tests of the plots of experiments in the HTML report. */
import { asksOf } from '../../../src/experiments/asks.ts';
import { describe, expect, test } from 'vitest';
import { experiment } from '../../../src/catalogue/experiment-entry.ts';
import { above, nullOf, quantity, type Quantity } from '../../../src/experiments/index.ts';
import { intervalPlot, kindsOf, ticks } from '../../../src/report/html/interval-plot.ts';
import { reportHtml } from '../../../src/report/html/page.ts';
import { hostile, inputOf } from './fixture.ts';

const row = (name: string, value: number, low: number, high: number, chance: number): Quantity =>
  quantity(name, { value, low, high, n: 20 }, [
    nullOf('chance', { value: chance, low: chance, high: chance, n: 1 }),
  ]);

describe('interval plots', () => {
  test.each([
    [0, 1],
    [0.12, 0.2],
    [-3, 7],
    [1e-9, 2e-9],
    [5, 5],
    [0, 0],
    [-1e6, 1e6],
  ])('ticks from %d to %d are few, in order and inside', (low, high) => {
    const marks = ticks(low, high);
    expect(marks.length).toBeLessThanOrEqual(6);
    expect(marks).toEqual(marks.toSorted((a, b) => a - b));
    const slack = 1e-9 * Math.max(Math.abs(low), Math.abs(high));
    for (const mark of marks) expect(mark >= low - slack && mark <= high + slack).toBe(true);
  });
  test('dots, intervals and nulls are where the numbers say, and are described in words', () => {
    const { html } = intervalPlot(
      [row('a', 0.5, 0, 1, 0.25), row('b', 1, 1, 1, 0)],
      'shares',
      'p',
    )!;
    expect(html).toContain('<circle class="estimate" cx="170"');
    expect(html).toContain('d="M14 25H326');
    expect(html).toContain('class="null" d="M92 20l5');
    expect(html).toContain(
      '<desc id="p-d">a: 0.500, from 0 to 1; chance: 0.250. b: 1; chance: 0</desc>',
    );
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
  });
  test('one number alone has a scale too', () =>
    expect(
      intervalPlot([quantity('x', { value: 3, low: 3, high: 3, n: 1 })], 'x', 'p')!.html,
    ).not.toMatch(/NaN|Infinity/));
  test('rows of one kind share a scale', () => {
    const rows = [
      row('cosine 64x16', 0, 0, 0, 0),
      row('cosine 16x64', 0, 0, 0, 0),
      row('loss', 0, 0, 0, 0),
    ];
    expect([...kindsOf(rows)].map(([kind, some]) => [kind, some.length])).toEqual([
      ['cosine', 2],
      ['loss', 1],
    ]);
    expect([...kindsOf([{ ...row('sgd: q', 0, 0, 0, 0), labels: { what: 'q' } }]).keys()]).toEqual([
      'q',
    ]);
  });
});

test('an experiment on the page: findings, plot, table, nothing that breaks out', () => {
  const member = experiment('sample', {
    statement: hostile,
    source: 'a test',
    findings: [above('a', 0.1), above('a', 0.9)],
    run: () => [],
  });
  const entry = {
    ...member,
    id: 'demo/sample',
    family: 'demo',
    place: { file: 'demo.ts', line: 1, column: 1 },
    asks: asksOf(member.experiment),
  };
  const measured = {
    verdict: 'measured',
    form: 'short',
    seed: 1,
    units: { done: 1, of: 1 },
    quantities: [row('a', 0.5, 0.2, 0.8, 0.25)],
    findings: [
      { name: null, says: 'a > 0.1', holds: true },
      { name: null, says: 'a > 0.9', holds: false },
    ],
    seconds: 1,
    message: null,
  } as const;
  const page = reportHtml({ ...inputOf([]), experiments: [{ entry, measured }] });
  for (const wanted of [
    '<article id="demo/sample"',
    '<span class="proved">found</span> a &gt; 0.1',
    '<span class="refuted">not found</span> a &gt; 0.9',
    'Not as declared',
    '<th scope="row">chance</th>',
    'class="plot intervals"',
    'value="measured"',
  ])
    expect(page.includes(wanted)).toBe(true);
  expect(page.split('<script>')).toHaveLength(2);
});
