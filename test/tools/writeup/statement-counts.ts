/** How many statements of each source are settled, from the table that the catalogue makes. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Table } from './table.ts';

const file = join('proofs', 'findings', 'statements.md');

export async function countsTable(): Promise<Table> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const from = lines.findIndex((line) => line.startsWith('| source |'));
  const rows = lines
    .slice(from + 2)
    .slice(
      0,
      lines.slice(from + 2).findIndex((line) => !line.startsWith('|')),
    )
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  if (rows.length < 2) throw new Error(`${file} has no table of counts`);
  return {
    label: 'counts',
    caption:
      'The statements of the sources, and where each stands: settled as it was meant, settled in a weaker or other form, or without a row.',
    columns: ['source', 'statements', 'as meant', 'in part', 'missing'],
    widths: [null, null, null, null, null],
    rows: rows.map(([source = '', ...numbers]) => [
      [{ words: source }],
      ...numbers.map((n) => [{ math: n }]),
    ]),
  };
}
