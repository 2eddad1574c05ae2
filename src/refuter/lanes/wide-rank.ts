/**
 * The rank of a large matrix in float64: rows are eliminated by WebAssembly, eight numbers at a
 * time.
 */
import {
  advance,
  get,
  int,
  loadPair,
  loadTwice,
  moduleOf,
  on2,
  pairwise,
  plus,
  set,
  storePair,
  until,
} from './assembler.ts';
import { clear, noise } from './elimination.ts';
import { instantiate, newMemory, pageBytes, type WasmMemory } from './wasm.ts';

const padding = 8;
const bytes = 8;

/**
 * Takes from each row so much of the pivot's row that the pivot's column becomes zero; 1 over the
 * pivot stands at address 0.
 */
const eliminator = (): Uint8Array<ArrayBuffer> => {
  // first row, end of the rows, bytes of a row, the pivot's row, where its column is, where to
  // begin and to end within a row
  const [row, end, stride, pivot, column, from, to, p, q, stop] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
  ] as const;
  const factor = 10;
  const quarters = [0, 16, 32, 48];
  return moduleOf(
    7,
    3,
    1,
    until(row, get(end), [
      ...set(
        factor,
        on2(pairwise.mul, loadTwice(plus(get(row), get(column)), 0), loadTwice(int(0), 0)),
      ),
      ...set(p, plus(get(row), get(from))),
      ...set(q, plus(get(pivot), get(from))),
      ...set(stop, plus(get(row), get(to))),
      ...until(p, get(stop), [
        ...quarters.flatMap((at) =>
          storePair(
            get(p),
            on2(
              pairwise.sub,
              loadPair(get(p), at),
              on2(pairwise.mul, get(factor), loadPair(get(q), at)),
            ),
            at,
          ),
        ),
        ...advance(p, int(64)),
        ...advance(q, int(64)),
      ]),
      ...advance(row, get(stride)),
    ]),
  );
};

let memory: WasmMemory | null = null;
let eliminate: ((...numbers: number[]) => void) | null = null;

/**
 * Row echelon form with partial pivoting; NaN where a pivot is neither clearly rounding nor clearly
 * none. The matrix is left as it was.
 */
export const wideRank = (a: Float64Array, rows: number, cols: number): number => {
  memory ??= newMemory(1);
  eliminate ??= instantiate(eliminator(), memory, () => undefined);
  const width = Math.ceil(cols / padding) * padding;
  const start = padding;
  const needed = (start + rows * width) * bytes;
  if (memory.buffer.byteLength < needed)
    memory.grow(Math.ceil((needed - memory.buffer.byteLength) / pageBytes));
  const m = new Float64Array(memory.buffer);
  let [first, sum] = [0, 0];
  for (let i = 0; i < rows; i++) {
    m.fill(0, start + i * width + cols, start + (i + 1) * width);
    for (let j = 0; j < cols; j++) {
      const x = a[i * cols + j] as number;
      m[start + i * width + j] = x;
      const size = Math.abs(x);
      sum += size;
      if (size > first) first = size;
    }
  }
  if (sum === 0) return 0;
  if (!(sum < Infinity)) return Number.NaN;
  let rank = 0;
  for (let c = 0; c < cols && rank < rows; c++) {
    let [p, most] = [rank, 0];
    for (let i = rank; i < rows; i++) {
      const size = Math.abs(m[start + i * width + c] as number);
      if (size > most) [p, most] = [i, size];
    }
    if (most <= noise * first) continue;
    if (most < clear * first) return Number.NaN;
    const [top, other] = [start + rank * width, start + p * width];
    if (p !== rank) {
      for (let j = c; j < cols; j++) {
        const x = m[top + j] as number;
        m[top + j] = m[other + j] as number;
        m[other + j] = x;
      }
    }
    m[0] = 1 / (m[top + c] as number);
    rank++;
    // what stands to the left in the pivot's row is zero or rounding that is never looked at again
    if (rank < rows)
      eliminate(
        (start + rank * width) * bytes,
        (start + rows * width) * bytes,
        width * bytes,
        top * bytes,
        c * bytes,
        (c - (c % padding)) * bytes,
        width * bytes,
      );
  }
  return rank;
};
