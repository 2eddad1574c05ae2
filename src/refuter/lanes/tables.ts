import { entriesOf, type Node } from './graph.ts';

/** Writes numbers that are the same in all trials for every lane; null stands for the number 0. */
export const writeTable = (memory: Float64Array, node: Node | null, at: number, lanes: number): void => {
  if (node === null || node.fn === 'constant' || node.values?.length === 1) {
    memory.fill(node === null ? 0 : node.values?.[0] ?? node.at[0] ?? 0, at, at + lanes);
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
    for (let d = 0; d < node.count; d++) for (let i = d * n + d; i < (d + 1) * n; i += node.cols) memory.fill(1, at + i * lanes, at + (i + 1) * lanes);
    return;
  }
  for (let i = 0; i < total; i++) memory.fill(node.values?.[i] ?? 0, at + i * lanes, at + (i + 1) * lanes);
};
