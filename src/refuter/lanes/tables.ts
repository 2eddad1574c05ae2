/** Fixed numbers that every lane of a block shares. */
import { Words } from './draws.ts';
import { entriesOf, type Node } from './graph.ts';

/** Numbers between 0.5 and 1.5, above zero and below, as if drawn. */
const weights = (n: number): readonly number[] => {
  const words = new Words(1, 1);
  return Array.from(
    { length: n },
    () => (words.below(2) === 0 ? -1 : 1) * (0.5 + words.below(65_536) / 65_536),
  );
};

/** Writes numbers that are the same in all trials for every lane; null means the number 0. */
export const writeTable = (
  memory: Float64Array,
  node: Node | null,
  at: number,
  lanes: number,
): void => {
  if (node === null || node.fn === 'constant' || node.values?.length === 1) {
    memory.fill(node === null ? 0 : (node.values?.[0] ?? node.at[0] ?? 0), at, at + lanes);
    return;
  }
  const n = entriesOf(node);
  const total = node.count * n;
  if (node.fn === 'identity') {
    memory.fill(0, at, at + total * lanes);
    const step = node.count > 1 ? n + 1 : node.cols + 1;
    for (let i = 0; i < total; i += step) memory.fill(1, at + i * lanes, at + (i + 1) * lanes);
    return;
  }
  if (node.fn === 'columns') {
    memory.fill(0, at, at + total * lanes);
    for (let d = 0; d < node.count; d++)
      for (let i = d * n + d; i < (d + 1) * n; i += node.cols)
        memory.fill(1, at + i * lanes, at + (i + 1) * lanes);
    return;
  }
  const values = node.fn === 'weights' ? weights(total) : node.values;
  for (let i = 0; i < total; i++)
    memory.fill(values?.[i] ?? 0, at + i * lanes, at + (i + 1) * lanes);
};
