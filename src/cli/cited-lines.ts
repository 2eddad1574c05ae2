import type { Checked } from '../report/catalogue-text.ts';
import type { Paint } from '../report/colour.ts';
import { table } from '../report/table.ts';
import { verdictPaint } from '../report/verdict-text.ts';
import type { Citation } from '../writeup/citation.ts';
import type { Failure } from '../writeup/failures.ts';

/** The claims that a write-up cites, a line each: verdict, as what it is cited, how often. */
export function citedLines(checked: readonly Checked[], citations: readonly Citation[], failures: readonly Failure[], paint: Paint): string[] {
  const rows = checked.map(({ entry, verdict }) => {
    const all = citations.filter(({ id }) => id === entry.id);
    return [
      entry.id, verdictPaint(verdict.verdict, paint)(verdict.verdict),
      failures.some(({ id }) => id === entry.id) ? paint.red('✗') : paint.green('✓'),
      [...new Set(all.map(({ kind }) => kind))].join(', '), all.length === 1 ? '' : `${all.length} times`,
    ];
  });
  return rows.length === 0 ? [] : [...table(rows, [{ align: 'left' }, { align: 'left' }, { align: 'left' }, { align: 'left' }, { align: 'right' }], ''), ''];
}
