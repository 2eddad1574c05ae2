/**
 * What an expression of the fuzzer comes to at a point, in floating point; Undefined or Open where
 * it does not.
 */
import { scalarFunctions, derived } from './functions.ts';
import * as l from './linear.ts';
import { meanOf } from './means.ts';
import type { Declared, Expr } from './tree.ts';

/** The term has no value at the point. */
export class Undefined extends Error {}
/** Too close to call, or not computed. */
export class Open extends Error {}

export type Value = l.Matrix | readonly l.Matrix[] | ((x: l.Matrix) => l.Matrix);
export interface Point {
  readonly dims: ReadonlyMap<string, number>;
  readonly values: ReadonlyMap<string, Value>;
  readonly indices: ReadonlyMap<string, number>;
  readonly random: readonly Declared[];
}

/** A number nearer to 0 than this is 0; one up to `near` is too close to call. */
const nil = 1e-11;
const near = 1e-6;

export const isZero = (x: number, scale = 1): boolean => {
  if (!Number.isFinite(x)) throw new Open();
  if (Math.abs(x) <= nil * scale) return true;
  if (Math.abs(x) < near * scale) throw new Open();
  return false;
};

export const sizeOf = (dim: string, p: Point): number => {
  const n = /^\d+$/.test(dim) ? Number(dim) : (p.dims.get(dim) ?? p.indices.get(dim));
  if (n === undefined) throw new Error(`no size ${dim}`);
  return n;
};

const ratio = (text: string): number => {
  const [n = '0', d = '1'] = text.split('/');
  return Number(n) / Number(d);
};

export const shapeOf = (shape: readonly string[], p: Point): [number, number] => [
  shape[0] === undefined ? 1 : sizeOf(shape[0], p),
  shape[1] === undefined ? 1 : sizeOf(shape[1], p),
];

const symmetric = (a: l.Matrix): l.Matrix => {
  if (l.sub(a, l.transposed(a)).d.some((x) => !isZero(x))) throw new Undefined();
  return a;
};

const positive = (x: number, orZero: boolean): number => {
  const zero = isZero(x);
  if (zero ? !orZero : x < 0) throw new Undefined();
  return zero ? 0 : x;
};

const inverse = (a: l.Matrix): l.Matrix => {
  const d = l.det(a);
  if (isZero(d, 1 + l.largest(a) ** a.r)) throw new Undefined();
  return l.scaled(1 / d, l.adjugate(a));
};

function power(a: l.Matrix, k: number): l.Matrix {
  const base = k < 0 ? inverse(a) : a;
  let out = l.identity(a.r);
  for (let i = 0; i < Math.abs(k); i++) out = l.product(out, base);
  return out;
}

const sum = (d: readonly number[]): number => d.reduce((s, x) => s + x, 0);
const lengthOf = (a: l.Matrix): number => Math.sqrt(sum(a.d.map((x) => x * x)));

const place = (text: string, p: Point, size: number): number => {
  const k = /^\d+$/.test(text) ? Number(text) : sizeOf(text, p);
  if (k > size) throw new Undefined();
  return k - 1;
};

/** A product in which one side may be a scalar. */
const times = (a: l.Matrix, b: l.Matrix, e: Expr): l.Matrix =>
  e.args[0]?.shape.length === 0
    ? l.scaled(a.d[0] as number, b)
    : e.args[1]?.shape.length === 0
      ? l.scaled(b.d[0] as number, a)
      : l.product(a, b);

export function value(e: Expr, p: Point): l.Matrix {
  const of = (i: number): l.Matrix => value(e.args[i] as Expr, p);
  const number = (i: number): number => of(i).d[0] as number;
  switch (e.op) {
    case 'number':
      return l.scalar(ratio(e.name));
    case 'dimension':
    case 'index':
      return l.scalar(sizeOf(e.name, p));
    case 'variable': {
      const found = p.values.get(e.name);
      if (Array.isArray(found)) {
        const members = found as readonly l.Matrix[];
        return members[place(e.at[0] as string, p, members.length)] as l.Matrix;
      }
      return found as l.Matrix;
    }
    case 'constant': {
      const [r, c] = shapeOf(e.shape, p);
      return l.matrix(r, c, (i, j) => (e.name === '0' ? 0 : e.name === 'ones' || i === j ? 1 : 0));
    }
    case 'add':
      return l.add(of(0), of(1));
    case 'sub':
      return l.sub(of(0), of(1));
    case 'neg':
      return l.scaled(-1, of(0));
    case 'mul':
      return times(of(0), of(1), e);
    case 'hadamard':
      return l.both(of(0), of(1), (x, y) => x * y);
    case 'quotient':
    case 'div': {
      const [a, b] = [of(0), of(1)];
      if (b.d.some((x) => isZero(x))) throw new Undefined();
      return e.op === 'div' ? l.scaled(1 / (b.d[0] as number), a) : l.both(a, b, (x, y) => x / y);
    }
    case 'kron': {
      const [a, b] = [of(0), of(1)];
      return l.matrix(
        a.r * b.r,
        a.c * b.c,
        (i, j) => l.get(a, Math.floor(i / b.r), Math.floor(j / b.c)) * l.get(b, i % b.r, j % b.c),
      );
    }
    case 'power':
      return power(of(0), Number(e.name));
    case 'entry-power':
      return l.map(of(0), (x) => {
        if (Number(e.name) < 0 && isZero(x)) throw new Undefined();
        return x ** Number(e.name);
      });
    case 'transpose':
      return l.transposed(of(0));
    case 'bars':
      return l.scalar(lengthOf(of(0)));
    case 'entry': {
      const a = of(0);
      const [i = ':', j] = e.at;
      if (j === undefined) return l.scalar(a.d[place(i, p, a.d.length)] as number);
      if (i === ':') return l.matrix(a.r, 1, (k) => l.get(a, k, place(j, p, a.c)));
      // a row is a vector of the row's entries, or a row: the shape says which
      if (j === ':') {
        const row = l.matrix(1, a.c, (_, k) => l.get(a, place(i, p, a.r), k));
        return e.shape[0] === '1' ? row : l.transposed(row);
      }
      return l.scalar(l.get(a, place(i, p, a.r), place(j, p, a.c)));
    }
    case 'sum-over':
    case 'mean-over': {
      const [index = '', to = ''] = e.at;
      const n = sizeOf(to, p);
      const parts = Array.from({ length: n }, (_, i) =>
        value(e.args[0] as Expr, { ...p, indices: new Map([...p.indices, [index, i + 1]]) }),
      );
      const all = parts.reduce(l.add);
      return e.op === 'sum-over' ? all : l.scaled(1 / n, all);
    }
    case 'derivative':
      return derivative(e, p);
    case 'jet':
      return jet(e, p);
    case 'expectation':
      return meanOf(e.args[0] as Expr, p);
    case 'literal': {
      const width = Number(e.name);
      return l.matrix(e.args.length / width, width, (i, j) => number(i * width + j));
    }
    case 'call':
      return (p.values.get(e.name) as (x: l.Matrix) => l.Matrix)(of(0));
    default:
      return named(e, of);
  }
}

const squareWords = new Set(['tr', 'det', 'logdet', 'inv', 'adj', 'expm']);

function named(e: Expr, of: (i: number) => l.Matrix): l.Matrix {
  const a = of(0);
  if (squareWords.has(e.name) && a.r !== a.c) throw new Open('not square');
  const s = (x: number): l.Matrix => l.scalar(x);
  switch (e.name) {
    case 'tr':
      return s(sum(Array.from({ length: a.r }, (_, i) => l.get(a, i, i))));
    case 'det':
      return s(l.det(a));
    case 'logdet':
      return s(Math.log(positive(l.det(a), false)));
    case 'rank': {
      const r = l.rank(a);
      if (r === null) throw new Open();
      return s(r);
    }
    case 'inv':
      return inverse(a);
    case 'adj':
      return l.adjugate(a);
    case 'pinv':
      if (l.rank(a) === null) throw new Open();
      return l.pseudoInverse(a);
    case 'diag':
      return a.c === 1 && e.shape.length === 2
        ? l.matrix(a.r, a.r, (i, j) => (i === j ? (a.d[i] as number) : 0))
        : l.matrix(a.r, 1, (i) => l.get(a, i, i));
    case 'vec':
      return l.matrix(a.r * a.c, 1, (k) => l.get(a, k % a.r, Math.floor(k / a.r)));
    case 'dot':
      return s(sum(l.both(a, of(1), (x, y) => x * y).d));
    case 'norm':
      return s(e.args[0]?.shape.length === 1 ? lengthOf(a) : (l.singular(a)[0] as number));
    case 'sigma_max':
      return s(l.singular(a)[0] as number);
    case 'sigma_min':
      return s(l.singular(a).at(-1) as number);
    case 'nuclear':
      return s(sum(l.singular(a)));
    case 'normF':
      return s(lengthOf(a));
    case 'norm1':
      return s(sum(a.d.map(Math.abs)));
    case 'norminf':
      return s(Math.max(...a.d.map(Math.abs)));
    case 'sum':
      return s(sum(a.d));
    case 'mean':
      return s(sum(a.d) / a.d.length);
    case 'max':
    case 'min': {
      const f = e.name === 'max' ? Math.max : Math.min;
      return e.args.length === 2 ? l.both(a, of(1), (x, y) => f(x, y)) : s(f(...a.d));
    }
    case 'lambda_max':
    case 'lambda[1]':
      return s(l.eigen(symmetric(a)).values[0] as number);
    case 'lambda[2]':
      if (a.r < 2) throw new Undefined();
      return s(l.eigen(symmetric(a)).values[1] as number);
    case 'lambda_min':
      return s(l.eigen(symmetric(a)).values.at(-1) as number);
    case 'eig': {
      const { values } = l.eigen(symmetric(a));
      return l.matrix(a.r, 1, (i) => values[i] as number);
    }
    case 'expm':
      // the smallest eigenvalue of a wider one would be 0 by rounding, which it never is
      if (l.largest(a) * a.r > 10) throw new Open();
      return l.exponential(a);
    case 'softmax': {
      const top = Math.max(...a.d);
      const all = a.d.map((x) => Math.exp(x - top));
      return { ...a, d: all.map((x) => x / sum(all)) };
    }
    case 'sqrt':
      return l.map(a, (x) => Math.sqrt(positive(x, true)));
    case 'log':
      return l.map(a, (x) => Math.log(positive(x, false)));
    default: {
      const f = scalarFunctions.get(e.name.replaceAll("'", ''));
      if (!f) throw new Open(`no meaning for ${e.name}`);
      const order = e.name.split("'").length - 1;
      return l.map(a, (x) => {
        if (order > 0 && /relu/.test(e.name) && isZero(x)) throw new Undefined();
        return derived(f, x, order);
      });
    }
  }
}

/**
 * The limit of a difference quotient from both sides; Undefined where they differ, Open where that
 * is unclear.
 */
function slope(f: (h: number) => l.Matrix): l.Matrix {
  const at = (h: number): { centre: l.Matrix; jump: number } => {
    const [up, here, down] = [f(h), f(0), f(-h)];
    const second = l.sub(l.add(up, down), l.scaled(2, here));
    return { centre: l.scaled(1 / (2 * h), l.sub(up, down)), jump: l.largest(second) / h };
  };
  const [wide, fine] = [at(2e-3), at(1e-3)];
  if (wide.jump > 1e-5 && fine.jump > 0.75 * wide.jump) throw new Undefined();
  const better = l.sub(l.scaled(4 / 3, fine.centre), l.scaled(1 / 3, wide.centre));
  if (l.largest(l.sub(better, fine.centre)) > 1e-3 * (1 + l.largest(better))) throw new Open();
  return better;
}

type Shifted = (shift: readonly number[]) => l.Matrix;

function derivative(e: Expr, p: Point): l.Matrix {
  const by = e.at[0] as string;
  const a = p.values.get(by) as l.Matrix;
  const body = e.args[0] as Expr;
  return differential(e.name, a, (shift) => {
    const x = { ...a, d: a.d.map((y, i) => y + (shift[i] as number)) };
    return value(body, { ...p, values: new Map([...p.values, [by, x]]) });
  });
}

function jet(e: Expr, p: Point): l.Matrix {
  const f = p.values.get(e.at[0] as string) as (x: l.Matrix) => l.Matrix;
  const u = value(e.args[0] as Expr, p);
  return differential(e.name, u, (shift) =>
    f({ ...u, d: u.d.map((y, i) => y + (shift[i] as number)) }),
  );
}

function differential(which: string, a: l.Matrix, f: Shifted): l.Matrix {
  const still = a.d.map(() => 0);
  f(still);
  // without values near the point there may be no derivative at it: that is not decided here
  const beside: Shifted = (shift) => {
    try {
      return f(shift);
    } catch {
      throw new Open();
    }
  };
  const along = (shift: readonly number[], k: number): l.Matrix =>
    slope((h) => beside(shift.map((y, i) => (i === k ? y + h : y))));
  if (which === 'hess')
    return l.matrix(a.d.length, a.d.length, (i, j) =>
      l.get(
        slope((h) =>
          along(
            still.map((_, k) => (k === i ? h : 0)),
            j,
          ),
        ),
        0,
        0,
      ),
    );
  const columns = a.d.map((_, k) => along(still, k));
  if (which === 'grad') return { ...a, d: columns.map((c) => c.d[0] as number) };
  return l.matrix((columns[0] as l.Matrix).r, a.d.length, (i, j) =>
    l.get(columns[j] as l.Matrix, i, 0),
  );
}
