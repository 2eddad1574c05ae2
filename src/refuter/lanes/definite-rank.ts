/**
 * The rank of positive semidefinite matrices in float64, all lanes together: elimination by large
 * entries of the diagonal (Higham 2002, section 10.3), each relative to its first value, so that
 * the scale of rows does not matter.
 * No entry of such a matrix is larger than the diagonal allows: when that is rounding, so is the
 * rest.
 */
import { fields, steps } from './record-layout.ts';
import type { Outside } from './machine.ts';

/**
 * Relative to its first value, an entry of the diagonal this small is rounding; one above `clear`
 * is not.
 */
const noise = 1e-13;
const clear = 1e-10;
/** Nor is a larger entry looked for where one has kept this much. */
const plenty = 1 / 16;

/** The step that takes a pivot's row from those below. */
const update = new Int32Array(fields.length);
update[fields.indexOf('step')] = steps.update;
const [rows, cols, c, cRow, a, b] = (['rows', 'cols', 'c', 'cRow', 'a', 'b'] as const).map((name) =>
  fields.indexOf(name),
) as [number, number, number, number, number, number];

let room = new Float64Array(64);

/**
 * Exchanges rows and columns k < p of one lane's matrix, of which only the diagonal and the entries
 * above it are used.
 */
const exchange = (
  m: Float64Array,
  at: number,
  n: number,
  lanes: number,
  k: number,
  p: number,
): void => {
  const swap = (i: number, j: number): void => {
    const x = m[i] as number;
    m[i] = m[j] as number;
    m[j] = x;
  };
  const [row, other] = [at + k * n * lanes, at + p * n * lanes];
  swap(row + k * lanes, other + p * lanes);
  for (let j = k + 1; j < p; j++) swap(row + j * lanes, at + (j * n + p) * lanes);
  for (let j = p + 1; j < n; j++) swap(row + j * lanes, other + j * lanes);
};

/**
 * The place on the diagonal, from k on, of the largest entry of one lane's matrix relative to its
 * first value, or of the next one that is large enough.
 */
const pivotOf = (
  m: Float64Array,
  at: number,
  n: number,
  lanes: number,
  k: number,
  over: Float64Array,
  lane: number,
): number => {
  let [best, where] = [0, k];
  for (let i = k; i < n; i++) {
    const ratio = (m[at + i * (n + 1) * lanes] as number) * (over[i * lanes + lane] as number);
    if (ratio <= best) continue;
    [best, where] = [ratio, i];
    if (ratio >= plenty) break;
  }
  return where;
};

/**
 * Of the upper halves of symmetric matrices, which it destroys; NaN where a pivot is neither
 * clearly rounding nor clearly none.
 */
export const definiteRank: Outside = (memory, record) => {
  const { lanes } = record;
  const n = record.field('rows');
  const [from, to] = [record.at('a'), record.at('c')];
  if (room.length < n * lanes) room = new Float64Array(2 * n * lanes);
  const over = room;
  for (let lane = 0; lane < lanes; lane++) memory[to + lane] = 0;
  for (let i = 0; i < n; i++) {
    const at = from + i * (n + 1) * lanes;
    for (let lane = 0; lane < lanes; lane++) {
      const x = memory[at + lane] as number;
      over[i * lanes + lane] = x > 0 ? 1 / x : 0;
      if (!(x < Infinity)) memory[to + lane] = Number.NaN;
    }
  }
  update[cRow] = 8 * (n + 1) * lanes;
  for (let k = 0; k < n; k++) {
    let going = false;
    const pivot = from + k * (n + 1) * lanes;
    for (let lane = 0; lane < lanes; lane++) {
      // a lane that has come to its end stands still: nothing is taken from its rows any more
      let factor = 0;
      if (memory[to + lane] === k) {
        const p = pivotOf(memory, from + lane, n, lanes, k, over, lane);
        const ratio =
          (memory[from + p * (n + 1) * lanes + lane] as number) *
          (over[p * lanes + lane] as number);
        if (ratio > noise && ratio < clear) memory[to + lane] = Number.NaN;
        else if (ratio >= clear) {
          if (p !== k) {
            exchange(memory, from + lane, n, lanes, k, p);
            over[p * lanes + lane] = over[k * lanes + lane] as number;
          }
          memory[to + lane] = k + 1;
          factor = -1 / (memory[pivot + lane] as number);
          going = true;
        }
      }
      memory[pivot + lane] = factor;
    }
    if (!going) return;
    const left = n - k - 1;
    if (left === 0) return;
    update[rows] = update[cols] = left;
    update[c] = 8 * (pivot + (n + 1) * lanes);
    update[a] = 8 * pivot;
    update[b] = 8 * (pivot + lanes);
    record.step(update);
  }
};
