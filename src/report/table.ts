/** Tables of plain text. */
import { padEnd, padStart, width } from './width.ts';

export interface Column {
  readonly align: 'left' | 'right';
}

/**
 * Rows under each other with two spaces between columns; widths follow the content. No trailing
 * spaces.
 */
export function table(
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
  indent = '',
): string[] {
  const widths = columns.map((_, i) => Math.max(0, ...rows.map((row) => width(row[i] ?? ''))));
  return rows.map(
    (row) =>
      indent +
      columns
        .map(({ align }, i) => (align === 'left' ? padEnd : padStart)(row[i] ?? '', widths[i]!))
        .join('  ')
        .trimEnd(),
  );
}
