/** A random point modulo p at which terms are evaluated, at given sizes of the dimensions. */
import type { Dim, FunctionSymbol, Head } from '../kernel/term.ts';
import { Undefined } from '../numbers/field.ts';
import { inverse } from '../numbers/linear-algebra.ts';
import type { Random } from '../numbers/random.ts';
import { tensor } from '../numbers/tensor.ts';
import { field, modulus } from './modular.ts';
import { entries, strides, type Grid } from './grid.ts';
import { hole, mentions } from './hole.ts';
import { operationExtent, operationValue } from './operations.ts';
import type { Source } from './value.ts';
import { sizeAt } from './wires.ts';

/**
 * `any`: an arbitrary function of the argument. What holds of every function holds of the inverse, also where a
 * matrix is singular and the kernel leaves its inverse unspecified. `true`: the inverse;
 * `Undefined` where there is none.
 */
export type Inverses = 'any' | 'true';

export class RandomPoint implements Source {
  readonly sizes: ReadonlyMap<Dim, number>;
  readonly inverses: Inverses;
  known: WeakMap<Head, Grid> = new WeakMap();
  readonly #random: Random;
  /**
   * Random values by what they are a function of: a name and a shape, a function and its argument's
   * numbers.
   */
  readonly #drawn = new Map<string, Float64Array>();
  readonly #fixed = new Map<string, Grid>();

  constructor(sizes: ReadonlyMap<Dim, number>, random: Random, inverses: Inverses) {
    this.sizes = sizes;
    this.#random = random;
    this.inverses = inverses;
  }

  size(dim: Dim): number {
    return sizeAt(this.sizes, dim);
  }

  vector(length: number): Float64Array {
    return Float64Array.from({ length }, () => this.#random.int(1, modulus - 1));
  }

  #draw(key: string, length: number): Float64Array {
    const before = this.#drawn.get(key);
    if (before) return before;
    const value = this.vector(length);
    this.#drawn.set(key, value);
    return value;
  }

  variable(name: string, shape: readonly number[]): Grid {
    if (name === hole) throw new Error('the hole of a context stands where it has no value');
    return { shape, data: this.#draw(`variable ${name} ${shape.join()}`, entries(shape)) };
  }

  jet(
    fn: FunctionSymbol,
    orders: readonly number[],
    family: readonly number[],
    args: readonly Float64Array[],
  ): Float64Array {
    const key =
      `jet ${fn.name} ${fn.inputs.map((d) => d ?? '.').join()} ${fn.output ?? '.'} ` +
      `${orders.join()} ${family.join()} ${args.map((a) => a.join()).join(';')}`;
    const before = this.#drawn.get(key);
    if (before) return before;
    const output = fn.output === null ? [] : [this.size(fn.output)];
    const blocks = fn.inputs.map((d, j) =>
      d === null ? [] : Array<number>(orders[j] ?? 0).fill(this.size(d)),
    );
    const value = symmetrised(this.vector(entries([...output, ...blocks.flat()])), output, blocks);
    this.#drawn.set(key, value);
    return value;
  }

  inverse(n: number | null, value: Float64Array): ArrayLike<number> {
    if (this.inverses === 'any')
      return this.#draw(`inverse ${n ?? ''} ${value.join()}`, n === null ? 1 : n * n);
    if (n !== null) return inverse(field, tensor([n, n], [...value])).data;
    if (value[0] === 0) throw new Undefined('1/0');
    return [field.div(1, value[0] as number)];
  }

  /** Pairs of indices have one meaning; the others are arbitrary functions where inverses are. */
  operation(name: string, shape: readonly number[], value: Float64Array): ArrayLike<number> {
    const known =
      this.inverses === 'true' || name === 'pair' ? operationValue(name, shape, value) : null;
    return (
      known ??
      this.#draw(
        `operation ${name} ${shape.join()} ${value.join()}`,
        entries(operationExtent(name, shape)),
      )
    );
  }

  fixed(head: Head, args: readonly Grid[]): Grid | undefined {
    return this.#fixed.size === 0 ? undefined : this.#fixed.get(headKey(head, args));
  }

  /**
   * Fixes a head's value from now on, wherever a head of the same symbol stands at the same
   * arguments.
   */
  fix(head: Head, args: readonly Grid[], value: Grid): void {
    this.#fixed.set(headKey(head, args), value);
    // what was computed before may rest on the value that is now replaced
    this.known = new WeakMap();
  }

  /** The same point with the hole of a context filled. */
  filled(value: Grid): Source {
    const own = new WeakMap<Head, Grid>();
    const shared = this.known;
    const known = {
      get: (head: Head) => (mentions(head) ? own : shared).get(head),
      set: (head: Head, grid: Grid) => void (mentions(head) ? own : shared).set(head, grid),
    };
    return {
      size: (dim) => this.size(dim),
      variable: (name, shape) => (name === hole ? value : this.variable(name, shape)),
      jet: (fn, orders, family, args) => this.jet(fn, orders, family, args),
      inverse: (n, v) => this.inverse(n, v),
      operation: (name, shape, v) => this.operation(name, shape, v),
      fixed: (head, args) => this.fixed(head, args),
      known,
    };
  }
}

function headKey(head: Head, args: readonly Grid[]): string {
  const values = args.map((a) => `${a.shape.join()}:${a.data.join()}`).join(';');
  switch (head.kind) {
    case 'variable':
      return `variable ${head.name} ${head.shape.join()}`;
    case 'jet':
      return (
        `jet ${head.fn.name} ${head.fn.family.join()} ${head.fn.inputs.join()} ` +
        `${head.fn.output ?? '.'} ${head.orders.join()} ${head.params.join()} ${values}`
      );
    case 'inverse':
      return `inverse ${head.params.join()} ${values}`;
    case 'operation':
      return `operation ${head.name} ${head.params.join()} ${values}`;
  }
}

/**
 * Mixed partial derivatives commute: the entry at sorted derivative indices serves for all their
 * orders.
 */
function symmetrised(
  data: Float64Array,
  output: readonly number[],
  blocks: readonly (readonly number[])[],
): Float64Array {
  if (blocks.every((b) => b.length < 2)) return data;
  const shape = [...output, ...blocks.flat()];
  const steps = strides(shape);
  return Float64Array.from(data, (_, k) => {
    const index = shape.map((size, axis) => Math.floor(k / (steps[axis] as number)) % size);
    let axis = output.length;
    const sorted = index.slice(0, axis);
    for (const block of blocks) {
      sorted.push(...index.slice(axis, axis + block.length).toSorted((a, b) => a - b));
      axis += block.length;
    }
    return data[sorted.reduce((sum, i, a) => sum + i * (steps[a] as number), 0)] as number;
  });
}
