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

/**
 * Rows that begin with a name, at most `room` columns wide: a name that is too long for that stands
 * in a line of its own above its row.
 */
export function namedRows(
  rows: readonly { readonly name: string; readonly cells: readonly string[] }[],
  columns: readonly Column[],
  indent: string,
  room: number,
): string[][] {
  const cells = table(
    rows.map((row) => row.cells),
    columns,
  );
  const left = room - width(indent) - 2 - Math.max(0, ...cells.map(width));
  const names = rows.map(({ name }) => width(name)).filter((w) => w <= left);
  const column = Math.max(0, ...names);
  return rows.map(({ name }, i) => {
    const row = `  ${cells[i]}`;
    return width(name) <= column
      ? [`${indent}${padEnd(name, column)}${row}`.trimEnd()]
      : [indent + name, `${indent}${' '.repeat(column)}${row}`.trimEnd()];
  });
}
