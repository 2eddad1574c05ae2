/**
 * Counts of the slices of a hunt that are done, folded in aligned blocks of 1, 2, 4, 8 … slices.
 */
import { addCounts } from '../refuter/tally.ts';
import type { Counts } from '../refuter/index.ts';

/**
 * By `level:index`: the counts of the slices from `index · 2^level` on, `2^level` of them. Two
 * blocks are apart, or one lies within the other; so sets of blocks can be joined in any order, and
 * any number of times, with one outcome.
 */
export type Blocks = Readonly<Record<string, Counts>>;

interface Block {
  readonly level: number;
  readonly index: number;
}

const nameOf = ({ level, index }: Block): string => `${level}:${index}`;
const blockOf = (name: string): Block => {
  const [level = 0, index = 0] = name.split(':').map(Number);
  return { level, index };
};
export const isBlockName = (name: string): boolean => /^\d{1,2}:\d{1,15}$/.test(name);
const firstIn = ({ level, index }: Block): number => index * 2 ** level;
const endOf = ({ level, index }: Block): number => (index + 1) * 2 ** level;
const above = ({ level, index }: Block, by = 1): Block => ({
  level: level + by,
  index: Math.floor(index / 2 ** by),
});
const mostLevels = 50;

/** Is the slice in one of the blocks? */
export function has(blocks: Blocks, slice: number): boolean {
  for (let level = 0; level <= mostLevels; level += 1)
    if (blocks[nameOf(above({ level: 0, index: slice }, level))] !== undefined) return true;
  return false;
}

/**
 * With one block more. Blocks within it are dropped, and two that make up a larger one become that
 * one.
 */
export function withBlock(blocks: Blocks, name: string, counts: Counts): Blocks {
  let block = blockOf(name);
  let within = counts;
  for (let level = block.level; level <= mostLevels; level += 1)
    if (blocks[nameOf(above(block, level - block.level))] !== undefined) return blocks;
  const kept = new Map(Object.entries(blocks));
  for (const other of kept.keys()) {
    const inner = blockOf(other);
    if (firstIn(inner) >= firstIn(block) && endOf(inner) <= endOf(block)) kept.delete(other);
  }
  for (;;) {
    const sibling = nameOf({ level: block.level, index: block.index ^ 1 });
    const there = kept.get(sibling);
    if (there === undefined) break;
    kept.delete(sibling);
    within = addCounts(block.index % 2 === 0 ? [within, there] : [there, within]);
    block = above(block);
  }
  kept.set(nameOf(block), within);
  return Object.fromEntries(kept);
}

/** With all that another set has. */
export const joinBlocks = (a: Blocks, b: Blocks): Blocks =>
  Object.entries(b).reduce((all, [name, counts]) => withBlock(all, name, counts), a);

/** Only the blocks before a slice: what lies beyond a counterexample does not count. */
export const before = (blocks: Blocks, slice: number): Blocks =>
  Object.fromEntries(Object.entries(blocks).filter(([name]) => endOf(blockOf(name)) <= slice));

const inOrder = (blocks: Blocks): [Block, Counts][] =>
  Object.entries(blocks)
    .map(([name, counts]): [Block, Counts] => [blockOf(name), counts])
    .toSorted(([a], [b]) => firstIn(a) - firstIn(b));

/** The counts of all blocks, in the order of the stream. */
export const total = (blocks: Blocks): Counts =>
  addCounts(inOrder(blocks).map(([, counts]) => counts));

/** How many slices are done. */
export const doneIn = (blocks: Blocks): number =>
  Object.keys(blocks).reduce((sum, name) => sum + 2 ** blockOf(name).level, 0);

/** The first slice that is not done. */
export function firstOpen(blocks: Blocks): number {
  let next = 0;
  for (const [block] of inOrder(blocks)) {
    if (firstIn(block) > next) return next;
    next = endOf(block);
  }
  return next;
}
