/** Vectors and matrices with their brackets, a star at every entry that may take any value. */
import type { Json } from '../../records/value-json.ts';
import type { Freedom } from '../../refuter/index.ts';
import { matrixText } from '../matrix-text.ts';
import { html, type Markup } from './markup.ts';

const text = (entry: Json): string => (typeof entry === 'string' ? entry : JSON.stringify(entry));
const minus = (entry: string): string => entry.replaceAll('-', '−');

/** `2 by 2 matrix: 1, 0; 0, any` for screen readers. */
const spoken = (rows: readonly (readonly string[])[], free: readonly Freedom[]): string => {
  const columns = rows[0]?.length ?? 0;
  const said = rows
    .map((row, i) =>
      row
        .map((entry, j) => (free[i * columns + j] ? `${entry} or any other value` : entry))
        .join(', '),
    )
    .join('; ');
  return columns === 1
    ? `column vector: ${said.replaceAll('; ', ', ')}`
    : `${rows.length} by ${columns} matrix, by rows: ${said}`;
};

const cell = (entry: string, free: boolean): Markup =>
  html`
    <span class="cell${free && ' free'}">
      ${minus(entry)}${free && html`<sup class="star">*</sup>`}
    </span>
  `;

const grid = (rows: readonly (readonly string[])[], free: readonly Freedom[]): Markup => {
  const columns = rows[0]?.length ?? 0;
  return html`
    <span class="matrix" role="img" aria-label="${spoken(rows, free)}">
      ${rows.map(
        (row, i) => html`
          <span class="row">
            ${row.map((entry, j) => cell(entry, (free[i * columns + j] ?? null) !== null))}
          </span>
        `,
      )}
    </span>
  `;
};

const count = (value: Json): number =>
  Array.isArray(value) ? value.reduce<number>((sum, part) => sum + count(part), 0) : 1;

/**
 * A value as nested lists of exact numbers: a scalar, a column, a matrix, or slices of a tensor
 * behind each other. `free` runs through all entries.
 */
export const valueMarkup = (value: Json, free: readonly Freedom[] = []): Markup => {
  if (!Array.isArray(value))
    return value === null ? html`–` : cell(text(value), (free[0] ?? null) !== null);
  const entries: readonly Json[] = value;
  if (entries.length === 0) return html`[ ]`;
  if (entries.every((e) => !Array.isArray(e)))
    return grid(
      entries.map((e) => [text(e)]),
      free,
    );
  if (!entries.every((e): e is readonly Json[] => Array.isArray(e)))
    return html`<code>${matrixText(value)}</code>`;
  if (entries.some((e) => e.some((x) => Array.isArray(x)))) {
    let from = 0;
    return html`${entries.map((slice, i) => {
      const size = count(slice);
      from += size;
      return html`${i > 0 && ', '}${valueMarkup(slice, free.slice(from - size, from))}`;
    })}`;
  }
  return grid(
    entries.map((row) => row.map(text)),
    free,
  );
};
