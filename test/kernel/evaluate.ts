/**
 * The meaning of a term in floating point, entry by entry: a second reading of what a contraction
 * graph says.
 */
import type { Dim, Factor, Term } from '../../src/kernel/term.ts';
import { operations } from './operations.ts';

export interface World {
  readonly size: (d: Dim) => number;
  /** The entry of a variable, or the coefficient of a function at an argument's entry. */
  readonly entry: (name: string, index: readonly number[]) => number;
}

export function* indices(sizes: readonly number[]): Generator<number[]> {
  if (sizes.length === 0) return yield [];
  for (let i = 0; i < (sizes[0] as number); i++)
    for (const rest of indices(sizes.slice(1))) yield [i, ...rest];
}

/** Pseudo-random but the same for the same name and index, between -1 and 1. */
export function hashed(seed: number): World['entry'] {
  return (name, index) => {
    let h = 2166136261 ^ seed;
    for (const c of `${name}|${index.join()}`) h = Math.imul(h ^ c.charCodeAt(0), 16777619);
    h ^= h >>> 15;
    h = Math.imul(h, 2246822519);
    h ^= h >>> 13;
    return (h >>> 0) / 2 ** 31 - 1;
  };
}

/** 2/√π ∫₀ᵘ exp(−t²) dt by its series, for arguments of a few units. */
function erf(u: number): number {
  let [sum, power] = [0, u];
  for (let k = 0; k < 80; k++) {
    sum += power / (2 * k + 1);
    power *= -(u * u) / (k + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

/**
 * Functions whose names have a meaning, with their derivatives; every other name is a smooth
 * function of its own.
 */
const named: Readonly<Record<string, readonly ((u: number) => number)[]>> = {
  exp: [Math.exp, Math.exp, Math.exp],
  log: [Math.log, (u) => 1 / u, (u) => -1 / u ** 2],
  tanh: [Math.tanh],
  sigmoid: [(u) => 1 / (1 + Math.exp(-u))],
  softplus: [(u) => Math.log1p(Math.exp(u)), (u) => 1 / (1 + Math.exp(-u))],
  sin: [Math.sin, Math.cos],
  cos: [Math.cos, (u) => -Math.sin(u)],
  silu: [
    (u) => u / (1 + Math.exp(-u)),
    (u) => (1 + Math.exp(-u) + u * Math.exp(-u)) / (1 + Math.exp(-u)) ** 2,
  ],
  relu: [(u) => Math.max(u, 0), (u) => (u > 0 ? 1 : 0)],
  leakyrelu: [(u) => (u > 0 ? u : u / 100)],
  abs: [Math.abs, Math.sign],
  erf: [erf, (u) => (2 / Math.sqrt(Math.PI)) * Math.exp(-u * u)],
  gelu: [
    (u) => (u * (1 + erf(u / Math.SQRT2))) / 2,
    (u) => (1 + erf(u / Math.SQRT2)) / 2 + (u * Math.exp((-u * u) / 2)) / Math.sqrt(2 * Math.PI),
  ],
  sqrt: [Math.sqrt, (u) => 0.5 / Math.sqrt(u), (u) => -0.25 * u ** -1.5],
};

const noNumbers = (name: string): never => {
  throw new TypeError(`${name} has no numbers here`);
};

/** The entry of the term at an index of its shape. */
export function entryOf(term: Term, at: readonly number[], world: World): number {
  let total = 0;
  for (const m of term.monomials) {
    const fixed = new Map<number, number>();
    if (
      !m.free.every((w, i) =>
        fixed.has(w) ? fixed.get(w) === at[i] : (fixed.set(w, at[i] as number), true),
      )
    )
      continue;
    const open = m.wires.map((_, w) => w).filter((w) => !fixed.has(w));
    let scale = Number(m.coefficient.num) / Number(m.coefficient.den);
    for (const [d, k] of Object.entries(m.powers)) scale *= world.size(d) ** k;
    let sum = 0;
    for (const values of indices(open.map((w) => world.size(m.wires[w] as Dim)))) {
      const value = (w: number): number => fixed.get(w) ?? (values[open.indexOf(w)] as number);
      sum += m.factors.reduce((p, f) => p * factorAt(f, f.slots.map(value), world), 1);
    }
    total += scale * sum;
  }
  return total;
}

function factorAt({ head }: Factor, index: readonly number[], world: World): number {
  switch (head.kind) {
    case 'variable':
      return world.entry(head.name, index);
    case 'operation': {
      const p = head.params.length;
      const [rows, columns = 1] = head.arg.shape.slice(p).map(world.size) as [number, number?];
      const value = operations[head.name] ?? noNumbers(head.name);
      return value(
        [...Array(rows).keys()].map((i) =>
          [...Array(columns).keys()].map((j) =>
            entryOf(head.arg, [...index.slice(0, p), i, j], world),
          ),
        ),
        index.slice(p),
      );
    }
    case 'inverse': {
      const p = head.params.length;
      if (!head.matrix) return 1 / entryOf(head.arg, index, world);
      const n = world.size(head.arg.shape[p] as Dim);
      const rows = [...Array(n).keys()].map((i) =>
        [...Array(n).keys()].map((j) => entryOf(head.arg, [...index.slice(0, p), i, j], world)),
      );
      return (inverted(rows)[index[p] as number] as number[])[index[p + 1] as number] as number;
    }
    case 'jet': {
      // sin of a combination of all entries of all arguments: every derivative is known
      const { fn, orders, params, args } = head;
      const meant =
        fn.inputs.length === 1 && fn.inputs[0] === null
          ? named[fn.name]?.[orders[0] as number]
          : undefined;
      if (meant) return meant(entryOf(args[0] as Term, index, world));
      // row by row: the last axis alone is summed
      if (fn.name === 'softmax' && orders[0] === 0) {
        const row = index.slice(0, params.length);
        const powers = [...indices([world.size(fn.inputs[0] as Dim)])].map((i) =>
          Math.exp(entryOf(args[0] as Term, [...row, ...i], world)),
        );
        return (
          (powers[index[params.length] as number] as number) / powers.reduce((a, b) => a + b, 0)
        );
      }
      const [f, p] = [fn.family.length, params.length];
      const member = [
        ...index.slice(0, f),
        ...(fn.output === null ? [] : [index[f + p] as number]),
      ];
      const point = index.slice(f, f + p);
      let phase = world.entry(`${fn.name}#`, member);
      let factor = 1;
      let at = f + p + (fn.output === null ? 0 : 1);
      args.forEach((arg, j) => {
        const weight = (i: readonly number[]): number =>
          world.entry(`${fn.name}#${j}`, [...member, ...i]);
        const d = fn.inputs[j];
        for (const i of indices(d === null || d === undefined ? [] : [world.size(d)]))
          phase += weight(i) * entryOf(arg, [...point, ...i], world);
        for (let k = 0; k < (orders[j] ?? 0); k++)
          factor *= weight(d === null ? [] : [index[at++] as number]);
      });
      return factor * Math.sin(phase + (orders.reduce((x, y) => x + y, 0) * Math.PI) / 2);
    }
  }
}

function inverted(rows: readonly (readonly number[])[]): number[][] {
  const n = rows.length;
  const work = rows.map((r, i) => [...r, ...r.map((_, j) => (i === j ? 1 : 0))]);
  for (let c = 0; c < n; c++) {
    const pivot = [...Array(n - c).keys()]
      .map((k) => k + c)
      .sort(
        (x, y) =>
          Math.abs((work[y] as number[])[c] as number) -
          Math.abs((work[x] as number[])[c] as number),
      )[0] as number;
    [work[c], work[pivot]] = [work[pivot] as number[], work[c] as number[]];
    const row = work[c] as number[];
    const by = row[c] as number;
    row.forEach((_, j) => ((row[j] as number) /= by));
    for (let i = 0; i < n; i++) {
      const other = work[i] as number[];
      const times = other[c] as number;
      if (i !== c) other.forEach((_, j) => ((other[j] as number) -= times * (row[j] as number)));
    }
  }
  return work.map((r) => r.slice(n));
}
