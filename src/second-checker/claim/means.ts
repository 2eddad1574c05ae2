/**
 * The mean of a polynomial in independent random entries, one random variable after the other: E[x
 * g] = Σ κ(B) E[g without B], over the sets B of factors that share x's entry, κ their cumulant. Of
 * a Gaussian only mean and variance are not 0 (Isserlis 1918); of others as many are known as
 * moments are declared. Means of other terms are not read.
 */
import { mentions } from '../calculus.ts';
import { minus, product, q, sum, type Q } from '../rational.ts';
import {
  add,
  constant,
  einsum,
  less,
  scale,
  single,
  zeros,
  type Mono,
  type Piece,
  type Term,
} from '../term.ts';
import { type Dim } from '../dims.ts';
import { unread } from './tree.ts';

export interface Random {
  readonly name: string;
  readonly shape: readonly Dim[];
  /** How many axes, first, run over independent members. */
  readonly family: number;
  readonly kind: string;
  /** Null where it is 0: of every entry, or of the shape of a member. */
  readonly mean: Term | null;
  /** Variance and further central moments; a matrix alone is a covariance. */
  readonly central: readonly Term[];
}
const label = (w: number): string => `w${w}`;

/** Of a fair sign: from its moments, 1 and 0 in turn. */
function signCumulant(k: number): Q {
  const moment = (n: number): Q => q(n % 2 === 0 ? 1n : 0n);
  const known: Q[] = [];
  for (let n = 1; n <= k; n++) {
    let [value, choose] = [moment(n), 1n];
    known.forEach((kappa, i) => {
      value = sum(value, minus(product(product(q(choose), kappa), moment(n - i - 1))));
      choose = (choose * BigInt(n - i - 1)) / BigInt(i + 1);
    });
    known.push(value);
  }
  return known.at(-1) ?? q(0n);
}

/** The k-th cumulant of an entry; null where it is 0. */
function cumulant(x: Random, k: number): Term | null {
  if (x.kind === 'rademacher') {
    const kappa = signCumulant(k);
    return kappa.n === 0n ? null : constant(kappa.n, kappa.d);
  }
  if (x.kind === 'normal') return k === 2 ? (x.central[0] as Term) : null;
  const moment = x.central[k - 2];
  const variance = x.central[0];
  if (k > 4 || !moment || !variance)
    return unread(`moment ${k} of ${x.name}, which is not declared`);
  if (k < 4) return moment;
  return less(
    moment,
    scale(
      q(3n),
      einsum(
        [],
        [
          [variance, []],
          [variance, []],
        ],
      ),
    ),
  );
}

/** All subsets of a list. */
const subsets = (list: readonly number[]): number[][] =>
  list.reduce<number[][]>((all, i) => [...all, ...all.map((s) => [...s, i])], [[]]);

/** The product without some factors, whose places are made one in pairs of indices, times more. */
function joined(
  m: Mono,
  gone: readonly number[],
  pairs: readonly (readonly [number, number])[],
  more: readonly (readonly [Term, readonly number[]])[],
): Term {
  const lead = m.dims.map((_, i) => i);
  for (const [a, b] of pairs) {
    const [from, to] = [lead[a] as number, lead[b] as number];
    lead.forEach((l, i) => {
      if (l === from) lead[i] = to;
    });
  }
  const at = (w: number): string => label(lead[w] as number);
  const rest = m.factors.flatMap((f, i): Piece[] =>
    gone.includes(i) ? [] : [[single(f.head), f.at.map(at)]],
  );
  const dims = Object.fromEntries(lead.map((l) => [label(l), m.dims[l] as Dim]));
  return einsum(
    m.free.map(at),
    [...rest, ...more.map(([t, on]): Piece => [t, on.map(at)])],
    dims,
    m.c,
    m.powers,
  );
}

function meanOf(m: Mono, x: Random): Term {
  const own = m.factors.flatMap((f, i) =>
    f.head.kind === 'variable' && f.head.name === x.name ? [i] : [],
  );
  const inside = m.factors.some((f) => f.head.args.some((a) => mentions(a, x.name)));
  if (inside) return unread(`the mean of a function of ${x.name}`);
  const shape = m.free.map((w) => m.dims[w] as Dim);
  const [first, ...others] = own;
  if (first === undefined) return { shape, sum: [m] };
  if (own.length > 12) return unread(`a moment of ${own.length} factors`);
  const places = (i: number): readonly number[] => m.factors[i]?.at ?? [];
  const parts: Term[] = [zeros(shape)];
  if (x.mean)
    parts.push(
      joined(
        m,
        [first],
        [],
        [[x.mean, x.mean.shape.length === 0 ? [] : places(first).slice(x.family)]],
      ),
    );
  const covariance = x.kind === 'normal' && x.central[0]?.shape.length === 2 ? x.central[0] : null;
  for (const more of subsets(others)) {
    if (more.length === 0 || (x.kind === 'normal' && more.length > 1)) continue;
    const pairs = more.flatMap((i) =>
      places(i).map((w, axis) => [w, places(first)[axis] as number] as const),
    );
    if (covariance) {
      const i = more[0] as number;
      const alike = pairs.slice(0, x.family);
      parts.push(
        joined(m, [first, i], alike, [
          [covariance, [places(first)[x.family] as number, places(i)[x.family] as number]],
        ]),
      );
      continue;
    }
    const kappa = cumulant(x, more.length + 1);
    if (kappa) parts.push(joined(m, [first, ...more], pairs, [[kappa, []]]));
  }
  return mean(add(...parts), x);
}

/** The mean over one random variable. */
export function mean(t: Term, x: Random): Term {
  const parts = t.sum.map((m) => meanOf(m, x));
  return parts.length === 0 ? t : add(...parts);
}
