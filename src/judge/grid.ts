/**
 * Contraction of tensors over hyper-wires, modulo p. A wire may join any number of slots; wires
 * that are not kept are summed over, one at a time, in the order of contraction-order.ts.
 */
import { spend } from '../numbers/counted-work.ts';
import { contractionSteps } from './contraction-order.ts';
import { field, modulus } from './modular.ts';

/** A dense tensor modulo p, row-major. */
export interface Grid {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

/** A tensor whose axes are wires, all different. */
export interface Placed {
  readonly wires: readonly number[];
  readonly data: Float64Array;
}

export const entries = (shape: readonly number[]): number =>
  shape.reduce((product, d) => product * d, 1);

export const strides = (shape: readonly number[]): number[] => {
  const steps = shape.map(() => 1);
  for (let i = shape.length - 2; i >= 0; i--)
    steps[i] = (steps[i + 1] as number) * (shape[i + 1] as number);
  return steps;
};

/**
 * Calls `visit` with the offset into each operand, for every index of `shape` in row-major order.
 */
export function walk(
  shape: readonly number[],
  steps: readonly (readonly number[])[],
  visit: (offsets: readonly number[]) => void,
): void {
  const index = shape.map(() => 0);
  const offsets = steps.map(() => 0);
  for (let left = entries(shape); left > 0; left--) {
    visit(offsets);
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const done = index[axis] === (shape[axis] as number) - 1;
      const by = done ? -(index[axis] as number) : 1;
      index[axis] = (index[axis] as number) + by;
      for (let k = 0; k < offsets.length; k++)
        offsets[k] =
          (offsets[k] as number) + by * ((steps[k] as readonly number[])[axis] as number);
      if (!done) break;
    }
  }
}

/** Room for this number of entries, counted before it is made. */
export function room(length: number): Float64Array {
  spend(length / 256);
  return new Float64Array(length);
}

/** A tensor put on wires, one for each axis; where a wire occurs twice, the diagonal. */
export function place(grid: Grid, slots: readonly number[], sizes: readonly number[]): Placed {
  const wires = [...new Set(slots)];
  if (wires.length === slots.length) return { wires, data: grid.data };
  const own = strides(grid.shape);
  const steps = wires.map((w) =>
    slots.reduce((sum, s, axis) => (s === w ? sum + (own[axis] as number) : sum), 0),
  );
  const shape = wires.map((w) => sizes[w] as number);
  const data = room(entries(shape));
  let at = 0;
  walk(shape, [steps], ([from]) => void (data[at++] = grid.data[from as number] as number));
  return { wires, data };
}

/** Steps of an operand along other axes; 0 where it does not have one. */
const stepsAlong = (
  operand: Placed,
  axes: readonly number[],
  sizes: readonly number[],
): number[] => {
  const own = strides(operand.wires.map((w) => sizes[w] as number));
  return axes.map((w) => {
    const axis = operand.wires.indexOf(w);
    return axis < 0 ? 0 : (own[axis] as number);
  });
};

const { add, mul } = field;

/** The product of all operands, on the wires kept, summed over `over` (null: over nothing). */
function multiply(
  operands: readonly Placed[],
  kept: readonly number[],
  over: number | null,
  sizes: readonly number[],
): Placed {
  const shape = kept.map((w) => sizes[w] as number);
  const outer = operands.map((o) => stepsAlong(o, kept, sizes));
  const inner = operands.map((o) =>
    over === null ? 0 : (stepsAlong(o, [over], sizes)[0] as number),
  );
  const length = over === null ? 1 : (sizes[over] as number);
  spend((entries(shape) * length * operands.length) / 256);
  const data = new Float64Array(entries(shape));
  let at = 0;
  if (operands.length === 2) {
    const [a, b] = operands.map((o) => o.data) as [Float64Array, Float64Array];
    const [p, q] = inner as [number, number];
    walk(shape, outer, (offsets) => {
      let [i, j, sum] = [offsets[0] as number, offsets[1] as number, 0];
      for (let k = 0; k < length; k++, i += p, j += q)
        sum = add(sum, mul(a[i] as number, b[j] as number));
      data[at++] = sum;
    });
    return { wires: kept, data };
  }
  walk(shape, outer, (offsets) => {
    let sum = 0;
    for (let k = 0; k < length; k++) {
      let product = 1;
      for (let o = 0; o < operands.length; o++) {
        product = mul(
          product,
          (operands[o] as Placed).data[(offsets[o] as number) + k * (inner[o] as number)] as number,
        );
      }
      sum = add(sum, product);
    }
    data[at++] = sum;
  });
  return { wires: kept, data };
}

/**
 * The contraction of the operands onto the wires kept, in their order; every other wire is summed
 * over.
 */
export function contractGrids(
  operands: readonly Placed[],
  sizes: readonly number[],
  kept: readonly number[],
): Placed {
  const placed = new Map<number, Placed>(operands.map((o, i) => [i, o]));
  const wanted = new Set(kept);
  const summed = sizes.map((_, w) => w).filter((w) => !wanted.has(w));
  let loops = 1;
  let next = operands.length;
  for (const { wire, union, factors } of contractionSteps(operands, summed, sizes)) {
    const number = next++;
    // a wire on no slot adds up ones
    if (union.length === 0) {
      loops = mul(loops, (sizes[wire] as number) % modulus);
      continue;
    }
    const touching = factors.map((i) => placed.get(i) as Placed);
    for (const i of factors) placed.delete(i);
    const rest = union.filter((w) => w !== wire);
    placed.set(number, multiply(touching, rest, wire, sizes));
  }
  const last: Placed = { wires: [], data: Float64Array.of(loops) };
  return multiply([...placed.values(), last], kept, null, sizes);
}
