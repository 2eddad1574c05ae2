/** The filed counterexamples that a write-up cites, drawn from their records, as a table. */
import { readWitness } from '../../../src/records/read-witness.ts';
import { witnessFiles } from '../../../src/records/file-witness.ts';
import { pointPieces, sidePieces } from './witness-point.ts';
import type { Table } from './table.ts';

/** Characters of a point in its record; longer ones are not drawn. */
const longest = 300;

/** A row for each cited id that has a record short enough to be drawn. */
export async function witnessTable(cited: readonly string[]): Promise<Table> {
  const rows: Table['rows'][number][] = [];
  for (const file of (await witnessFiles()).toSorted()) {
    const witness = await readWitness(file);
    const { id } = witness;
    if (
      id === null ||
      !cited.includes(id) ||
      rows.some(([first]) => 'cited' in first![0]! && first![0].cited === id)
    )
      continue;
    const [point, left, right] = [
      pointPieces(witness),
      sidePieces(witness.left),
      sidePieces(witness.right),
    ];
    if (
      point === null ||
      left === null ||
      right === null ||
      JSON.stringify(witness.values).length > longest
    )
      continue;
    rows.push([[{ cited: id }], point, left, right]);
  }
  return {
    label: 'witnesses',
    caption:
      'Filed counterexamples, from their records; points that take too much room are left to them.',
    columns: ['counterexample', 'point', 'left', 'right'],
    widths: ['0.345', '0.345', null, null],
    rows,
  };
}
