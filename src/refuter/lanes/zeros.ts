/**
 * Which entries of a matrix are zero in all trials, as far as columns by residues of rows tell:
 * output (i, a) of a network does not know the last weights of another output.
 */
import { entriesOf, type Node } from './graph.ts';
import { bare } from './products.ts';

/**
 * Columns side by side that are zero in all rows but `row`, `row` + step, and so on; in none where
 * the step is 1.
 */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly row: number;
  readonly step: number;
}

/**
 * For each entry of the matrices of a stack: in which of them it may be other than zero, as a
 * residue, or all of them.
 */
interface Residues {
  readonly modulus: number;
  readonly of: Int32Array;
}
const all = -1;

const residues = (x: Node): Residues | null => {
  const a = bare(x);
  const [p, q] = a.args as readonly [Node, Node];
  switch (a.kind) {
    case 'outer':
      return bare(q).fn === 'columns'
        ? { modulus: q.count, of: Int32Array.from({ length: entriesOf(a) }, (_, i) => i % a.cols) }
        : null;
    case 'transpose': {
      const known = residues(p);
      return (
        known && {
          ...known,
          of: known.of.map(
            (_, i) => known.of[(i % a.cols) * a.rows + Math.floor(i / a.cols)] as number,
          ),
        }
      );
    }
    case 'reshape':
      return residues(p);
    case 'scatter': {
      const parts = a.args.map(residues);
      const modulus = parts.find((r) => r !== null)?.modulus;
      if (modulus === undefined) return null;
      const of = new Int32Array(entriesOf(a)).fill(all);
      parts.forEach((part, i) => {
        const at = a.at[i] as number;
        if (part?.modulus === modulus) of.set(part.of, at);
      });
      return { modulus, of };
    }
    default:
      return null;
  }
};

/** The columns of a matrix in stretches of like zeros; null where nothing is known to be zero. */
export const stretches = (x: Node): readonly Stretch[] | null => {
  const a = bare(x);
  // rows that are scaled keep their zeros
  if (a.kind === 'zip' && a.fn === 'mul' && (a.args[0] as Node).cols === 1 && a.cols > 1)
    return stretches(a.args[1] as Node);
  const known = a.kind === 'spread' ? residues(a.args[0] as Node) : null;
  if (known === null) return null;
  const found: Stretch[] = [];
  for (let from = 0, to = 0; from < a.cols; from = to) {
    const r = known.of[from] as number;
    while (to < a.cols && known.of[to] === r) to++;
    found.push({ from, to, row: Math.max(r, 0), step: r === all ? 1 : known.modulus });
  }
  return found;
};
