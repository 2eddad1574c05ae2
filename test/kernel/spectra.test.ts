/**
 * Facts about norms, eigenvalues and ranks, and the cited theorems, checked against numbers at
 * degenerate shapes too.
 */
import { describe, expect, test } from 'vitest';
import {
  EigenvalueDecomposition,
  LuDecomposition,
  Matrix,
  SingularValueDecomposition,
} from 'ml-matrix';
import type { Term } from '../../src/kernel/term.ts';
import type { Formula } from '../../src/kernel/formula.ts';
import { factNamed, factNames } from '../../src/kernel/algebra.ts';
import type { Fact } from '../../src/kernel/facts/fact.ts';
import { citationNamed, citationNames } from '../../src/kernel/citations.ts';
import {
  contract,
  add,
  identity,
  inverse,
  number,
  scale,
  variable,
} from '../../src/kernel/graph.ts';
import { ratio } from '../../src/kernel/ratio.ts';
import { samples, witnesses, type Tensor } from './witnesses.ts';

type Values = ReadonlyMap<string, Tensor>;
interface World {
  readonly sizes: Readonly<Record<string, number>>;
  readonly values: Values;
}

const size = (d: string, w: World): number =>
  d.split('*').reduce((p, f) => p * (w.sizes[f] ?? Number(f)), 1);
const indices = (dims: readonly number[]): number[][] =>
  dims.reduce<number[][]>(
    (all, n) => all.flatMap((i) => [...Array(n).keys()].map((k) => [...i, k])),
    [[]],
  );
const singular = (rows: number[][]): number[] =>
  new SingularValueDecomposition(new Matrix(rows), { autoTranspose: true }).diagonal.slice(
    0,
    Math.min(rows.length, rows[0]?.length ?? 0),
  );
const rowsOf = (t: Term, w: World): number[][] =>
  [...Array(size(t.shape[0] as string, w)).keys()].map((i) =>
    [...Array(size(t.shape[1] as string, w)).keys()].map((j) => value(t, [i, j], w)),
  );

/** An entry of f(A) for a symmetric A. */
function ofSymmetric(rows: number[][], f: (x: number) => number, i: number, j: number): number {
  const e = new EigenvalueDecomposition(new Matrix(rows), { assumeSymmetric: true });
  return e.realEigenvalues.reduce(
    (sum, x, q) => sum + f(x) * e.eigenvectorMatrix.get(i, q) * e.eigenvectorMatrix.get(j, q),
    0,
  );
}

const isPd = (rows: number[][]): boolean =>
  rows.every((r, i) => r.every((x, j) => x === rows[j]?.[i])) &&
  new EigenvalueDecomposition(new Matrix(rows), { assumeSymmetric: true }).realEigenvalues.every(
    (x) => x > 1e-9,
  );

/** The series at A / 2^10, squared ten times. */
function exponential(rows: number[][]): number[][] {
  const a = new Matrix(rows).div(2 ** 10);
  let term = Matrix.eye(rows.length);
  let sum = Matrix.eye(rows.length);
  for (let k = 1; k < 12; k++) {
    term = term.mmul(a).div(k);
    sum = Matrix.add(sum, term);
  }
  for (let k = 0; k < 10; k++) sum = sum.mmul(sum);
  return sum.to2DArray();
}

function head(
  h: Term['monomials'][number]['factors'][number]['head'],
  index: readonly number[],
  w: World,
): number {
  if (h.kind === 'variable') return (w.values.get(h.name) as Tensor).at(index);
  if (h.kind === 'jet') {
    const inside = h.args[0] as Term;
    const x = value(inside, inside.shape.length === 0 ? [] : index, w);
    // at other numbers than positive ones, a value without any property of a logarithm
    if (h.fn.name === 'log') return x > 1e-9 ? Math.log(x) : 40;
    if (h.fn.name === 'exp') return Math.exp(x);
    return h.fn.name === 'abs' ? Math.abs(x) : Math.sqrt(Math.max(0, x));
  }
  if (h.kind === 'inverse')
    return h.matrix
      ? (invert(rowsOf(h.arg, w))[index[0] as number]?.[index[1] as number] as number)
      : 1 / value(h.arg, [], w);
  // the place of a pair of indices, row by row
  if (h.name === 'pair')
    return index[2] ===
      (index[0] as number) * size(h.arg.shape[1] as string, w) + (index[1] as number)
      ? 1
      : 0;
  const rows = rowsOf(h.arg, w);
  const [i, j] = index as [number, number];
  if (h.name === 'sqrtm') return ofSymmetric(rows, (x) => Math.sqrt(Math.max(0, x)), i, j);
  // where it means nothing it is a matrix without any of the properties that a logarithm has
  if (h.name === 'logm') return isPd(rows) ? ofSymmetric(rows, Math.log, i, j) : i - 2 * j;
  if (h.name === 'expm') return exponential(rows)[i]?.[j] as number;
  if (h.name === 'det') return new LuDecomposition(new Matrix(rows)).determinant;
  const s = singular(rows).sort((a, b) => b - a);
  if (h.name === 'norm') return s[0] as number;
  if (h.name === 'sigma_min') return s.at(-1) as number;
  if (h.name === 'nuclear') return s.reduce((a, b) => a + b, 0);
  if (h.name === 'rank') return s.filter((x) => x > 1e-8).length;
  const k = Number(h.name.slice('lambda.'.length));
  return (
    new EigenvalueDecomposition(new Matrix(rows), { assumeSymmetric: true }).realEigenvalues.sort(
      (a, b) => b - a,
    )[k - 1] ?? NaN
  );
}
/** Gauss–Jordan. */
function invert(rows: number[][]): number[][] {
  const n = rows.length;
  const work = rows.map((r, i) => [...r, ...[...Array(n).keys()].map((j) => (i === j ? 1 : 0))]);
  for (let c = 0; c < n; c++) {
    const p = [...Array(n - c).keys()]
      .map((k) => k + c)
      .reduce((a, b) =>
        Math.abs((work[b] as number[])[c] as number) > Math.abs((work[a] as number[])[c] as number)
          ? b
          : a,
      );
    [work[c], work[p]] = [work[p] as number[], work[c] as number[]];
    const pivot = (work[c] as number[])[c] as number;
    work[c] = (work[c] as number[]).map((x) => x / pivot);
    work.forEach(
      (r, i) =>
        void (
          i !== c &&
          (work[i] = r.map((x, j) => x - (r[c] as number) * ((work[c] as number[])[j] as number)))
        ),
    );
  }
  return work.map((r) => r.slice(n));
}

function value(t: Term, index: readonly number[], w: World): number {
  return t.monomials.reduce((sum, m) => {
    const fixed = new Map<number, number>();
    for (const [axis, wire] of m.free.entries()) {
      if (fixed.has(wire) && fixed.get(wire) !== index[axis]) return sum;
      fixed.set(wire, index[axis] as number);
    }
    const summed = m.wires.map((_, i) => i).filter((i) => !fixed.has(i));
    const c = Object.entries(m.powers).reduce(
      (p, [d, k]) => p * size(d, w) ** k,
      Number(m.coefficient.num) / Number(m.coefficient.den),
    );
    return (
      sum +
      indices(summed.map((i) => size(m.wires[i] as string, w))).reduce((part, at) => {
        const place = new Map([...fixed, ...summed.map((i, k) => [i, at[k] as number] as const)]);
        return (
          part +
          m.factors.reduce(
            (p, f) =>
              p *
              head(
                f.head,
                f.slots.map((s) => place.get(s) as number),
                w,
              ),
            c,
          )
        );
      }, 0)
    );
  }, 0);
}

const close = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-7 * (1 + Math.abs(a) + Math.abs(b));

/** True, false, or null where these numbers do not tell: an existence, or something for all. */
function holds(f: Formula, w: World): boolean | null {
  switch (f.kind) {
    case 'equal': {
      // entry by entry: most numbers that are tried differ in the first
      return indices(f.left.shape.map((d) => size(d, w))).every((i) =>
        close(value(f.left, i, w), value(f.right, i, w)),
      );
    }
    case 'less': {
      const [a, b] = [value(f.left, [], w), value(f.right, [], w)];
      return f.strict ? a < b - 1e-7 : a <= b + 1e-7 * (1 + Math.abs(a) + Math.abs(b));
    }
    case 'is': {
      const rows = rowsOf(f.subject, w);
      const rank = singular(rows).filter((x) => x > 1e-8).length;
      const [m, n] = [rows.length, rows[0]?.length ?? 0];
      if (f.predicate === 'onto') return rank === m;
      if (f.predicate === 'one-to-one') return rank === n;
      if (f.predicate === 'invertible') return rank === m && m === n;
      const symmetric = rows.every((r, i) => r.every((x, j) => close(x, rows[j]?.[i] as number)));
      return (
        symmetric &&
        new EigenvalueDecomposition(new Matrix(rows), {
          assumeSymmetric: true,
        }).realEigenvalues.every((x) => x > (f.predicate === 'pd' ? 1e-9 : -1e-7))
      );
    }
    case 'and': {
      const left = holds(f.left, w);
      if (left === false) return false;
      const parts = new Set([left, holds(f.right, w)]);
      return parts.has(false) ? false : parts.has(null) ? null : true;
    }
    case 'or': {
      const left = holds(f.left, w);
      if (left === true) return true;
      const right = holds(f.right, w);
      return right === true ? true : left === null ? null : right;
    }
    case 'implies': {
      const p = holds(f.left, w);
      if (p === false) return true;
      const q = holds(f.right, w);
      return q === true ? true : p === true ? q : null;
    }
    case 'not': {
      const p = holds(f.body, w);
      return p === null ? null : !p;
    }
    case 'exists':
    case 'forall': {
      if (f.bound.kind !== 'tensor') return null;
      const shape = f.bound.shape.map((d) => size(d, w));
      const { name } = f.bound;
      const given = matricesOf(w.values);
      const at = (t: Tensor): boolean | null =>
        holds(f.body, { ...w, values: new Map(w.values).set(name, t) });
      if (f.kind === 'exists') return witnesses(shape, given).some((t) => at(t) === true);
      return shape.length === 1
        ? samples(shape[0] as number, given).every((t) => at(t) === true)
        : null;
    }
    default:
      return null;
  }
}
const matrixNames = ['A', 'B', 'S', 'T'];
const matricesOf = (values: World['values']): number[][][] =>
  matrixNames.map((name) => {
    const t = values.get(name) as Tensor;
    return [...Array(t.shape[0]).keys()].map((i) =>
      [...Array(t.shape[1]).keys()].map((j) => t.at([i, j])),
    );
  });

// shapes by the names that the entries' arguments want
const k = (n: bigint): Term => number(ratio(n));
const [A, B, V] = [variable('A', ['m', 'n']), variable('B', ['m', 'n']), variable('v', ['n'])];
const [S, T, x, y] = [
  variable('S', ['n', 'n']),
  variable('T', ['n', 'n']),
  variable('v', ['n']),
  variable('y', ['n']),
];
const product = (a: Term, b: Term): Term => contract([a, b], ['ij', 'jk'], 'ik');
const N = variable('N', ['n', 'n']);
const [P, z, s] = [variable('P', ['n', 'k']), variable('z', ['m']), variable('s', [])];
const given: Readonly<Record<string, readonly Term[][]>> = {
  'the norm bounds': [[A, V]],
  'the norm is least': [[s, A]],
  'the norm bounds a form': [[A, z, V]],
  'norm of a product': [
    [A, P],
    [S, T],
  ],
  'norm of a multiple': [[s, A]],
  'norm of a positive multiple': [[s, A]],
  'nuclear norm of a multiple': [[s, A]],
  'norm of an outer product': [[z, V]],
  'norm of the identity': [[S]],
  'norm under an isometry': [[S, P]],
  'the norm bounds a quadratic form': [[S, x]],
  'Frobenius norm of a product': [
    [A, P],
    [S, T],
  ],
  'norm of a symmetric matrix': [[S]],
  'norm between definite bounds': [[s, S]],
  'norm of the inverse': [[S]],
  'sigma_min bounds': [
    [A, V],
    [S, x],
  ],
  'nuclear norm of a psd matrix': [[S]],
  'the largest eigenvalue bounds': [[S, x]],
  'an eigenvalue is attained': [[k(1n), S]],
  'eigenvalues descend': [
    [k(1n), S],
    [k(2n), S],
  ],
  'the second eigenvalue bounds': [[S, x, y]],
  'eigenvalue and norm': [
    [k(1n), S],
    [k(2n), S],
  ],
  'eigenvalues of a psd matrix': [
    [k(1n), S],
    [k(2n), S],
  ],
  'eigenvalue of a multiple': [
    [s, k(1n), S],
    [s, k(2n), S],
  ],
  'eigenvalue of a shift': [
    [s, k(1n), S],
    [s, k(2n), S],
  ],
  'square root': [[S]],
  'spectral theorem': [[S]],
  'a shared eigenvector': [
    [S, T],
    [S, S],
    [S, product(S, S)],
  ],
  'rank of a product': [
    [A, P],
    [S, T],
  ],
  'rank inequality of Sylvester': [
    [A, P],
    [S, T],
  ],
  'rank inequality of Frobenius': [
    [A, S, P],
    [S, T, S],
    [S, S, T],
  ],
  'rank above a rank': [
    [A, B],
    [A, P],
    [S, T],
  ],
  'rank of a factorisation': [
    [A, V],
    [A, variable('u', ['k'])],
  ],
  'a dimension is at least 1': [[V]],
  'a form that vanishes': [[S, x]],
  'a pd matrix is psd': [[S], [contract([x, x], ['i', 'j'], 'ij')]],
  'det of a definite matrix': [[S]],
  'det of I and a psd matrix': [[S]],
  'sigma_min of a psd matrix': [[S]],
  'trace of a definite matrix': [[S]],
  'trace of a product of psd matrices': [[S, T]],
  'sigma_min of the identity': [[S]],
  'sigma_min of a Gram matrix': [[A], [S]],
  'eigenvalue of a negative Gram matrix': [[A], [S]],
  'norm and sigma_min of a shift': [[s, S]],
  'nuclear norm of a product': [
    [A, P],
    [S, T],
  ],
  'norms of a symmetric product': [
    [A, contract([B], ['ij'], 'ji')],
    [contract([A], ['ij'], 'ji'), A],
    [S, product(T, S)],
    [product(S, product(S, T)), S],
    [N, S],
  ],
  'Lieb and Thirring': [
    [k(1n), S, T],
    [k(2n), S, T],
    [k(3n), S, T],
  ],
  Cordes: [
    [k(1n), S, T],
    [k(2n), S, T],
  ],
  'Cauchy and Binet, determinants of products': [
    [A, A, contract([B], ['ij'], 'ji'), contract([A], ['ij'], 'ji')],
    [S, T, S, N],
    [identity('n'), S, identity('n'), T],
    [contract([P], ['ij'], 'ji'), contract([P], ['ij'], 'ji'), P, P],
  ],
  'Schur product theorem': [[S, T]],
  'Schur, largest eigenvalue': [[S, T]],
  'Böttcher and Wenzel': [[S, T]],
  'Löwner and Heinz': [
    [S, T],
    [add(S, T), T],
  ],
  'product of commuting psd matrices': [
    [S, S],
    [S, T],
  ],
  'inverses in the opposite order': [
    [add(S, T), T],
    [S, T],
  ],
  'inverses in the strict opposite order': [
    [add(S, T), T],
    [S, T],
  ],
  'nuclear norm under an isometry': [[S, P]],
  'trace, rank and Frobenius norm': [[S], [contract([x, y], ['i', 'j'], 'ij')]],
  Kantorovich: [
    [k(1n), k(9n), add(identity('n'), product(S, S)), x],
    [k(1n), k(9n), S, x],
    [s, k(2n), S, x],
  ],
  'determinants in the same order': [
    [add(S, T), T],
    [S, T],
  ],
  'rank of a Kronecker product': [
    [A, P],
    [S, T],
  ],
  Weyl: [
    [k(1n), S, T],
    [k(2n), S, T],
  ],
  'Weyl, sums': [
    [k(1n), k(1n), S, T],
    [k(2n), k(1n), S, T],
    [k(2n), k(2n), S, T],
  ],
  'Weyl, monotone': [
    [k(1n), S, T],
    [k(2n), S, T],
  ],
  'Yu, Wang and Samworth': [[S, T, x, y]],
  'Ky Fan': [
    [S, variable('Q', ['n', '2'])],
    [S, variable('Q', ['n', '1'])],
  ],
  'polar decomposition': [[A]],
  'definite pencil': [
    [S, T],
    [T, S],
    [S, S],
  ],
  'det of a shifted product': [
    [s, S, T],
    [s, S, product(T, S)],
  ],
  'trace of a nilpotent matrix': [
    [k(2n), S],
    [k(2n), variable('N', ['n', 'n'])],
    [k(3n), variable('N', ['n', 'n'])],
  ],
  'a psd matrix below its trace': [[S]],
  'logdet below its tangent': [
    [S, T, inverse(T)],
    [S, S, inverse(S)],
    [S, T, scale(ratio(1n, 9n), S)],
    [S, identity('n'), identity('n')],
    [scale(ratio(1n, 3n), identity('n')), S, inverse(S)],
  ],
  'logdet of a multiple of the identity': [[s, S]],
  'logdet of a diagonal matrix': [
    [contract([S], ['ii'], 'i')],
    [contract([N, N], ['ij', 'ij'], 'i')],
    [contract([x, x], ['i', 'i'], 'i')],
  ],
  'inverse of a definite matrix': [[S], [T]],
  'Cauchy and Schwarz for a psd form': [
    [S, x, y],
    [S, y, y],
    [T, x, contract([S, y], ['ij', 'j'], 'i')],
  ],
  'inverses are convex': [
    [S, T],
    [S, S],
  ],
  'Minkowski, determinants of sums': [
    [S, T],
    [S, S],
  ],
  Oppenheim: [
    [S, T],
    [S, S],
  ],
  'Hadamard, determinant and diagonal': [[S]],
  'root of a psd matrix': [[S], [product(S, S)]],
  'root of a pd matrix': [[S], [product(S, S)]],
  'the root is one': [
    [S, T],
    [S, S],
    [S, scale(ratio(-1n), S)],
  ],
  'a root commutes': [
    [S, T],
    [S, product(S, S)],
    [S, variable('N', ['n', 'n'])],
  ],
  'exponentials of opposite matrices': [[S], [N]],
  'exponential of the zero matrix': [[S]],
  'exponential of the transpose': [[S], [N], [product(S, N)]],
  'exponential of a sum of commuting matrices': [
    [S, T],
    [S, S],
    [N, scale(ratio(-2n), N)],
    [S, N],
  ],
  'exponentials on both sides of a matrix': [
    [S, T, S],
    [S, product(S, S), S],
    [N, N, N],
    [S, variable('N', ['n', 'n']), T],
  ],
  'exponential at an eigenvector': [[S, x, contract([x, S, x], ['i', 'ij', 'j'], '')]],
  'exponential of a multiple of I': [[variable('Q', []), S]],
  'determinant of an exponential': [[S], [N]],
  'exponential of a symmetric matrix': [[S], [N]],
  'exponential above its tangent': [[S], [N]],
  'logarithm of a pd matrix': [[S], [T]],
  'the symmetric logarithm is one': [
    [S, T],
    [S, S],
    [S, N],
  ],
};
const twoMatrices = new Set([
  'norm of a sum',
  'nuclear duality',
  'nuclear norm of a sum',
  'rank of a sum',
  'rank by a kernel',
  'Weyl, singular values',
  'Eckart and Young',
]);
const mine = [
  ...factNames().map((name) => [name, factNamed(name)] as const),
  ...citationNames().map((name) => [name, citationNamed(name)] as const),
].filter(([name]) =>
  /Schur|Cauchy|Lieb|Cordes|Böttcher|Löwner|norm|sigma|nuclear|eigen|^rank (?!of a projector)|^square root|spectral|kernel that|Weyl|Wang|Fan|polar|Eckart|dimension is|definite|pd matrix|psd matrices|in the .* order|form that vanishes|shifted|nilpotent|below its trace|^det of I and|logdet (?:below|of)|inverses are convex|Minkowski|Oppenheim|Hadamard|^root of a p(sd|d) matrix|^the root is one|^a root commutes|^trace, rank|^Kantorovich|^exponentials? (of|on|at|above) (a|opposite|both|the|an|its) (zero|transpose|sum|symmetric|eigenvector|multiple|matrices|sides|tangent)|^determinant of an exponential|^the symmetric logarithm|^logarithm of a pd/.test(
    name,
  ),
);

/** Small whole numbers by a hash: zero, repeated and singular matrices come often. */
function world(seed: number): World {
  const sizes = {
    m: 1 + (seed % 3),
    n: 1 + (Math.floor(seed / 3) % 3),
    k: 1 + (Math.floor(seed / 9) % 2),
  };
  const kind = Math.floor(seed / 18) % 4;
  const entry = (name: string, i: readonly number[]): number => {
    let h = seed * 2654435761 + name.charCodeAt(0) * 97;
    for (const q of i) h = Math.imul(h ^ (q + 17), 1597334677) ^ (h >>> 13);
    const raw = ((h >>> 7) % 5) - 2;
    return kind === 0
      ? name === 'A'
        ? 0
        : raw
      : kind === 1 && i.length === 2
        ? i[0] === i[1]
          ? 2
          : 0
        : raw;
  };
  const dims: Readonly<Record<string, string[]>> = {
    A: ['m', 'n'],
    B: ['m', 'n'],
    S: ['n', 'n'],
    T: ['n', 'n'],
    P: ['n', 'k'],
    v: ['n'],
    y: ['n'],
    z: ['m'],
    s: [],
  };
  const values = new Map(
    Object.entries(dims).map(([name, d]): [string, Tensor] => {
      const symmetric = name === 'S' || name === 'T';
      const gram = symmetric && seed % 2 === 0;
      const at = (i: readonly number[]): number => {
        if (gram)
          return [0, 1, 2]
            .slice(0, sizes.n)
            .reduce(
              (sum, q) => sum + entry(name, [i[0] as number, q]) * entry(name, [i[1] as number, q]),
              0,
            );
        return entry(name, symmetric ? [Math.min(...i), Math.max(...i)] : i);
      };
      return [name, { shape: d.map((e) => sizes[e as 'm']), at }];
    }),
  );
  // eigenvectors of S and T, for the facts about them
  for (const [vectorName, of] of [
    ['v', 'S'],
    ['y', 'T'],
  ] as const) {
    if (seed % 5 < 2) continue;
    const rows = [...Array(sizes.n).keys()].map((i) =>
      [...Array(sizes.n).keys()].map((j) => (values.get(of) as Tensor).at([i, j])),
    );
    const e = new EigenvalueDecomposition(new Matrix(rows), { assumeSymmetric: true });
    const top = e.realEigenvalues.indexOf(Math.max(...e.realEigenvalues));
    const low = e.realEigenvalues.indexOf(Math.min(...e.realEigenvalues));
    const column = vectorName === 'y' && seed % 5 === 2 ? low : top;
    const source =
      vectorName === 'y' && seed % 5 === 2
        ? new EigenvalueDecomposition(
            new Matrix(
              [...Array(sizes.n).keys()].map((i) =>
                [...Array(sizes.n).keys()].map((j) => (values.get('S') as Tensor).at([i, j])),
              ),
            ),
            { assumeSymmetric: true },
          )
        : e;
    const picked =
      vectorName === 'y' && seed % 5 === 2
        ? source.realEigenvalues.indexOf(Math.min(...source.realEigenvalues))
        : column;
    values.set(vectorName, {
      shape: [sizes.n],
      at: ([i]) => source.eigenvectorMatrix.get(i as number, picked),
    });
  }
  // nilpotent: only what stands above the diagonal
  values.set('N', {
    shape: [sizes.n, sizes.n],
    at: ([i, j]) => ((i as number) < (j as number) ? 2 : 0),
  });
  values.set('Q', { shape: [], at: ([i, j]) => (i === j ? 1 : 0) });
  return { sizes, values };
}

describe('facts and cited theorems hold', () => {
  test('all that are about spectra and ranks are looked at', () =>
    expect(mine.length).toBeGreaterThan(50));
  test.each(mine)('%s', { timeout: 300_000 }, (name, entry) => {
    const choices = given[name] ?? (twoMatrices.has(name) ? [[A, B]] : [[A]]);
    for (const terms of choices) {
      const statement = (entry as Fact).statement(...terms);
      expect((entry as Fact).source.length).toBeGreaterThan(3);
      for (let seed = 0; seed < 90; seed++)
        expect(holds(statement, world(seed)), `${name} at seed ${seed}`).not.toBe(false);
    }
  });
});

test('behind another vector than the first eigenvector, the second eigenvalue bounds nothing', () => {
  const w: World = { sizes: { m: 2, n: 2, k: 1 }, values: new Map(world(4).values) };
  const diagonal: Tensor = { shape: [2, 2], at: ([i, j]) => (i === j ? 2 - (i as number) : 0) };
  const unit = (k: number): Tensor => ({ shape: [2], at: ([i]) => (i === k ? 1 : 0) });
  const at = {
    ...w,
    values: new Map([...w.values, ['S', diagonal], ['v', unit(1)], ['y', unit(0)]]),
  };
  expect(
    holds(
      (
        factNamed('the second eigenvalue bounds') as {
          statement: (...t: readonly Term[]) => Formula;
        }
      ).statement(S, x, y),
      at,
    ),
  ).toBe(true);
});

test('an indefinite form vanishes at vectors that its matrix does not send to 0', () => {
  const cross: Tensor = { shape: [2, 2], at: ([i, j]) => (i === j ? 0 : 1) };
  const at: World = {
    sizes: { m: 2, n: 2, k: 1 },
    values: new Map([
      ...world(4).values,
      ['S', cross],
      ['v', { shape: [2], at: ([i]) => (i === 0 ? 1 : 0) }],
    ]),
  };
  const entry = factNamed('a form that vanishes') as {
    statement: (...t: readonly Term[]) => Formula;
  };
  expect(holds(entry.statement(S, x), at)).toBe(true);
  expect(() => entry.statement(S, z)).toThrow('a vector of dimension n');
});

test('a matrix that is not symmetric has no spectral theorem, and kernels are compared in one space', () => {
  const turn: Tensor = { shape: [2, 2], at: ([i, j]) => (j as number) - (i as number) };
  const at: World = {
    sizes: { m: 2, n: 2, k: 1 },
    values: new Map([...world(4).values, ['A', turn]]),
  };
  const entry = (name: string) =>
    factNamed(name) as { statement: (...t: readonly Term[]) => Formula };
  expect(holds(entry('spectral theorem').statement(variable('A', ['n', 'n'])), at)).toBe(true);
  expect(() => entry('rank by a kernel').statement(A, P)).toThrow('different numbers of columns');
});

test('perturbations smaller than 1, and vectors that are not eigenvectors', () => {
  const diagonal = (...d: readonly number[]): Tensor => ({
    shape: [d.length, d.length],
    at: ([i, j]) => (i === j ? (d[i as number] as number) : 0),
  });
  const unit = (k: number): Tensor => ({ shape: [2], at: ([i]) => (i === k ? 1 : 0) });
  const at = (n: number, values: Readonly<Record<string, Tensor>>): World => ({
    sizes: { m: n, n, k: 1 },
    values: new Map([...world(0).values, ...Object.entries(values)]),
  });
  const entry = (name: string) =>
    citationNamed(name) as { statement: (...t: readonly Term[]) => Formula };
  const near = at(1, { S: diagonal(0), T: diagonal(0.5), A: diagonal(0), B: diagonal(0.5) });
  expect(holds(entry('Weyl').statement(k(1n), S, T), near)).toBe(true);
  expect(holds(entry('Weyl, singular values').statement(A, B), near)).toBe(true);
  const same = at(2, { S: diagonal(2, 1), T: diagonal(2, 1), v: unit(0), y: unit(1) });
  expect(holds(entry('Yu, Wang and Samworth').statement(S, T, x, y), same)).toBe(true);
});
test('facts want vectors of the dimension and whole numbers from 1', () => {
  const entry = (name: string) =>
    factNamed(name) as { statement: (...t: readonly Term[]) => Formula };
  expect(() => entry('the norm bounds').statement(A, z)).toThrow('a vector of dimension n');
  for (const none of [k(0n), k(-1n)])
    expect(() => entry('eigenvalues descend').statement(none, S)).toThrow('a whole number from 1');
});

describe('their false neighbours are seen to be false', () => {
  const fails = (f: Formula): boolean =>
    [...Array(180).keys()].some((seed) => holds(f, world(seed)) === false);
  test('hypotheses are needed', () => {
    for (const [name, terms] of [
      ['sigma_min bounds', [A, V]],
      ['the largest eigenvalue bounds', [variable('A', ['n', 'n']), x]],
      ['the second eigenvalue bounds', [S, x, y]],
      ['norm under an isometry', [S, P]],
      ['eigenvalues of a psd matrix', [k(1n), S]],
      ['nuclear norm of a psd matrix', [S]],
      ['Weyl, monotone', [k(1n), S, T]],
      ['Yu, Wang and Samworth', [S, T, x, y]],
      ['Eckart and Young', [A, B]],
      ['trace of a definite matrix', [S]],
      ['trace of a product of psd matrices', [S, T]],
      ['product of commuting psd matrices', [S, T]],
      ['inverses in the opposite order', [S, T]],
      ['inverses in the strict opposite order', [S, T]],
      ['nuclear norm under an isometry', [S, P]],
      ['Kantorovich', [k(1n), k(2n), S, x]],
      ['determinants in the same order', [S, T]],
      ['trace of a nilpotent matrix', [k(2n), S]],
      ['a psd matrix below its trace', [S]],
      ['det of I and a psd matrix', [S]],
      ['sigma_min of a psd matrix', [S]],
      ['logdet below its tangent', [S, T, S]],
      ['logdet below its tangent', [S, T, T]],
      ['logdet of a multiple of the identity', [scale(ratio(-1n), k(2n)), S]],
      ['inverse of a definite matrix', [S]],
      ['Cauchy and Schwarz for a psd form', [S, x, y]],
      ['Minkowski, determinants of sums', [S, T]],
      ['Oppenheim', [S, T]],
      ['Hadamard, determinant and diagonal', [S]],
      ['norms of a symmetric product', [N, S]],
      ['Lieb and Thirring', [k(3n), S, T]],
      ['Cordes', [k(2n), N, S]],
      ['root of a psd matrix', [S]],
      ['root of a pd matrix', [S]],
      ['the root is one', [S, T]],
      ['a root commutes', [S, T]],
      ['exponential of a sum of commuting matrices', [S, T]],
      ['exponentials on both sides of a matrix', [S, T, S]],
      ['exponential at an eigenvector', [S, variable('y', ['n']), variable('Q', [])]],
      ['exponential of a symmetric matrix', [N]],
      ['exponential above its tangent', [N]],
      ['logarithm of a pd matrix', [S]],
      ['the symmetric logarithm is one', [S, T]],
    ] as const) {
      let f = (
        (factNamed(name) ?? citationNamed(name)) as {
          statement: (...t: readonly Term[]) => Formula;
        }
      ).statement(...terms);
      while (f.kind === 'implies') f = f.right;
      expect(fails(f), name).toBe(true);
    }
  });
});

describe('decompositions hold for what is computed', () => {
  const tensorOf = (m: Matrix): Tensor => ({
    shape: [m.rows, m.columns],
    at: ([i, j]) => m.get(i as number, j as number),
  });
  const vectorOf = (v: readonly number[]): Tensor => ({
    shape: [v.length],
    at: ([i]) => v[i as number] as number,
  });
  /** The statement with these values for what exists in it, one after the other. */
  function said(f: Formula, given: readonly Tensor[], w: World): boolean | null {
    if (f.kind === 'implies') return holds(f.left, w) === true ? said(f.right, given, w) : null;
    if (f.kind !== 'exists' || f.bound.kind !== 'tensor') return holds(f, w);
    const [first, ...rest] = given;
    const values = new Map(w.values).set(f.bound.name, first as Tensor);
    return said(f.body, rest, { ...w, values });
  }
  const stated = (name: string, ...terms: readonly Term[]): Formula =>
    (citationNamed(name) as Fact).statement(...terms);
  const inBasis = (u: Matrix, m: Matrix): Tensor =>
    vectorOf(u.transpose().mmul(m).mmul(u).diagonal());
  const eigenvectors = (m: Matrix): Matrix =>
    new EigenvalueDecomposition(m, { assumeSymmetric: true }).eigenvectorMatrix;
  /** How often the statement was told true; it is never false. */
  const count = (answers: readonly (boolean | null)[]): number => {
    expect(answers).not.toContain(false);
    return answers.filter((x) => x === true).length;
  };
  const seeds = [...Array(90).keys()];

  test('singular values of generic matrices, of no rank above the columns', () => {
    const told = seeds.map((seed) => {
      const w = world(seed);
      const [m, n] = [w.sizes['m'] as number, w.sizes['n'] as number];
      const a = Matrix.zeros(m, n).apply(function fill(this: Matrix, i: number, j: number) {
        this.set(i, j, Math.sin(seed + 3 * i + 7 * j));
      });
      const svd = new SingularValueDecomposition(a, { autoTranspose: true });
      const cut = (x: Matrix): Matrix => x.subMatrix(0, x.rows - 1, 0, Math.min(m, n) - 1);
      const parts = [
        tensorOf(cut(svd.leftSingularVectors)),
        vectorOf(svd.diagonal.slice(0, n)),
        tensorOf(svd.rightSingularVectors),
      ];
      const values = new Map(w.values).set('A', tensorOf(a));
      return said(stated('singular value decomposition', A), parts, { ...w, values });
    });
    expect(count(told)).toBeGreaterThan(30);
  });
  test('commuting symmetric matrices, and a definite pencil', () => {
    const power = contract([S, S], ['ij', 'jk'], 'ik');
    const commuting = seeds.map((seed) => {
      const w = world(seed);
      const s = new Matrix(rowsOf(S, w));
      const u = eigenvectors(s);
      const parts = [tensorOf(u), inBasis(u, s), inBasis(u, s.mmul(s))];
      return said(stated('commuting symmetric matrices', S, power), parts, w);
    });
    const pencil = seeds.map((seed) => {
      const w = world(seed);
      const [s, t] = [new Matrix(rowsOf(S, w)), new Matrix(rowsOf(T, w))];
      const basis = eigenvectors(s);
      const roots = basis.transpose().mmul(s).mmul(basis).diagonal();
      const scaling = basis.mmul(
        Matrix.diag(roots.map((x) => 1 / Math.sqrt(Math.abs(x) + 1e-300))),
      );
      const u = eigenvectors(scaling.transpose().mmul(t).mmul(scaling));
      const x = scaling.mmul(u);
      return said(stated('definite pencil', S, T), [tensorOf(x), inBasis(x, t)], w);
    });
    expect(count(commuting)).toBe(90);
    expect(count(pencil)).toBeGreaterThan(10);
  });
});
