/** Terminal lines for the claims that a paper cites. */
import type { Paint } from '../report/colour.ts';
import { table } from '../report/table.ts';
import { verdictPaint } from '../report/verdict-text.ts';
import type { Citation } from '../writeup/citation.ts';
import type { Failure } from '../writeup/failures.ts';
import type { SettledCitation } from './settled-citation.ts';

/** The claims that a write-up cites, a line each: verdict, as what it is cited, how often. */
export function citedLines(
  settled: readonly SettledCitation[],
  citations: readonly Citation[],
  failures: readonly Failure[],
  paint: Paint,
): string[] {
  const byId = new Map<string, Citation[]>();
  for (const one of citations) {
    const same = byId.get(one.id);
    if (same) same.push(one);
    else byId.set(one.id, [one]);
  }
  const failed = new Set(failures.map(({ id }) => id));
  const rows = settled.map(({ id, standing: { verdict } }) => {
    const all = byId.get(id) ?? [];
    return [
      id,
      verdict === 'measured' || verdict === 'found' || verdict === 'not found'
        ? verdict
        : verdictPaint(verdict, paint)(verdict),
      failed.has(id) ? paint.red('✗') : paint.green('✓'),
      [...new Set(all.map(({ kind }) => kind))].join(', '),
      all.length === 1 ? '' : `${all.length} times`,
    ];
  });
  return rows.length === 0
    ? []
    : [
        ...table(
          rows,
          [
            { align: 'left' },
            { align: 'left' },
            { align: 'left' },
            { align: 'left' },
            { align: 'right' },
          ],
          '',
        ),
        '',
      ];
}
