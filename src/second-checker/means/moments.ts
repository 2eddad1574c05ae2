/**
 * The mean of a polynomial in independent random entries: E[x g] = Σ κ(B) E[g without B], over the
 * sets B of factors that share x's entry, κ their cumulant. Of a Gaussian only mean and variance
 * are not 0 (Isserlis 1918); of others as many are known as moments are declared.
 */
import { minus, product, q, sum, type Q } from '../rational.ts';
import { add, constant, einsum, less, scale, zeros, type Mono, type Term } from '../term.ts';
import { unread } from '../claim/tree.ts';
import { covarianceOf, isVariable, label, pieceOf, type Random } from './random.ts';

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
  const [moment, variance] = [x.central[k - 2], x.central[0]];
  if (k > 4 || !moment || !variance)
    return unread(`moment ${k} of ${x.name}, which is not declared`);
  if (k < 4) return moment;
  const squared = einsum(
    [],
    [
      [variance, []],
      [variance, []],
    ],
  );
  return less(moment, scale(q(3n), squared));
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
  const rest = m.factors.flatMap((f, i) =>
    gone.includes(i) ? [] : [[pieceOf(f)[0], f.at.map(at)] as const],
  );
  const dims = Object.fromEntries(lead.map((l) => [label(l), m.dims[l] as string]));
  const pieces = more.map(([t, on]) => [t, on.map(at)] as const);
  return einsum(m.free.map(at), [...rest, ...pieces], dims, m.c, m.powers);
}

/** One factor x averaged with those that share its entry: products with fewer factors x. */
export function pulledOut(m: Mono, x: Random): Term {
  const own = m.factors.flatMap((f, i) => (isVariable(f, x) ? [i] : []));
  const [first, ...others] = own;
  if (first === undefined || own.length > 12) return unread(`a moment of ${own.length} factors`);
  const places = (i: number): readonly number[] => m.factors[i]?.at ?? [];
  const parts: Term[] = [zeros(m.free.map((w) => m.dims[w] as string))];
  if (x.mean) {
    const on = x.mean.shape.length === 0 ? [] : places(first).slice(x.family);
    parts.push(joined(m, [first], [], [[x.mean, on]]));
  }
  const covariance = covarianceOf(x);
  for (const more of subsets(others)) {
    if (more.length === 0 || (x.kind === 'normal' && more.length > 1)) continue;
    const pairs = more.flatMap((i) =>
      places(i).map((w, axis) => [w, places(first)[axis] as number] as const),
    );
    if (covariance) {
      const i = more[0] as number;
      const ends = [places(first)[x.family] as number, places(i)[x.family] as number];
      parts.push(joined(m, [first, i], pairs.slice(0, x.family), [[covariance, ends]]));
      continue;
    }
    const kappa = cumulant(x, more.length + 1);
    if (kappa) parts.push(joined(m, [first, ...more], pairs, [[kappa, []]]));
  }
  return add(...parts);
}
