/** Evaluates dimensions at given sizes and draws sizes. */
import type { Claim, Declaration, Dim, DimFamily, Expr, Formula } from '../language/ast.ts';
import { memberOf } from '../language/layers.ts';
import { summandsOf } from '../operators/dimension.ts';
import { spend } from '../numbers/counted-work.ts';
import { Undefined } from '../numbers/field.ts';
import { impossible } from './attributes.ts';
import { once, pick, type Dice } from './dice.ts';
import { range } from './elimination.ts';

/** A size for each dimension's name. */
export type Sizes = ReadonlyMap<string, number>;

/** `L-1`, the end of a range, and `d[L]`, a member of a family named by its last. */
const shifted = /^([A-Za-z_]\w*)([+-]\d+)$/;
const member = /^([A-Za-z_]\w*)\[([A-Za-z_]\w*)([+-]\d+)?\]$/;

const placed = (dim: Dim, sizes: Sizes): number | undefined => {
  const place = shifted.exec(dim);
  const last = place && sizes.get(place[1] ?? '');
  if (last) return last + Number(place[2]);
  const named = member.exec(dim);
  const at = named && sizes.get(named[2] ?? '');
  return at ? sizes.get(`${named[1]}[${at + Number(named[3] ?? 0)}]`) : undefined;
};

const parsed = new Map<Dim, readonly (string | number)[]>();

/** The factors of a dimension, read once. */
const factorsOf = (dim: Dim): readonly (string | number)[] => {
  const known = parsed.get(dim);
  if (known !== undefined) return known;
  const factors = dim
    .split('*')
    .map((part) => part.trim())
    .map((name) => (/^\d+$/.test(name) ? Number(name) : name));
  parsed.set(dim, factors);
  return factors;
};

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** The number of a dimension: a literal, a name, or a product such as `m*n`. */
export const sizeOf = (dim: Dim, sizes: Sizes): number => {
  const plain = sizes.get(dim);
  if (plain !== undefined) return plain;
  const summands = shifted.test(dim) ? [dim] : summandsOf(dim);
  if (summands.length > 1) return sum(summands.map((d) => sizeOf(d, sizes)));
  let product = 1;
  for (const factor of factorsOf(dim)) {
    const size = typeof factor === 'number' ? factor : (sizes.get(factor) ?? placed(factor, sizes));
    if (size === undefined) throw new Undefined(`the dimension ${factor} has no size`);
    product *= size;
  }
  return product;
};

const mentionsValues = (e: Expr): boolean => {
  switch (e.kind) {
    case 'number':
    case 'dimension':
      return false;
    case 'operator':
      return e.args.some(mentionsValues);
    default:
      return true;
  }
};

/** A hypothesis on dimensions alone, as `m <= n` or `k > N and N >= 2`. */
export const isOnSizes = (f: Formula): boolean => {
  switch (f.kind) {
    case 'relation':
      return !mentionsValues(f.left) && !mentionsValues(f.right);
    case 'and':
    case 'or':
    case 'implies':
    case 'iff':
      return isOnSizes(f.left) && isOnSizes(f.right);
    case 'not':
      return isOnSizes(f.body);
    default:
      return false;
  }
};

/**
 * The first declaration whose attributes no matrix of that shape can have; null where all are
 * possible.
 */
export const impossibleDeclaration = (
  declarations: readonly Declaration[],
  sizes: Sizes,
): string | null => {
  const members = declarations.flatMap((d) =>
    d.family && d.type.kind === 'tensor' && d.type.shape.some((x) => x.includes('['))
      ? range(sizeOf(d.family.to, sizes)).map((i) => memberOf(d, i + 1))
      : [d],
  );
  for (const d of members) {
    if (d.type.kind !== 'tensor' || d.type.shape.length === 3) continue;
    const [rows = 1, columns = 1] = d.type.shape.map((dim) => sizeOf(dim, sizes));
    const attribute = impossible(rows, columns, d.attributes);
    if (attribute !== null) return `${d.name} cannot be ${attribute} at ${rows}×${columns}`;
  }
  return null;
};

/**
 * Sizes from 1 to `most` for the names, those of smallest sum first and then of smallest maximum:
 * as many as are asked for.
 */
export function* allSizes(names: readonly string[], most: number): Generator<Sizes, void> {
  const n = names.length;
  for (let above = 0; above <= n * (most - 1); above++) {
    const level = [...raised(n, above, most - 1)];
    spend((level.length * n) / 64);
    for (const p of level.toSorted((a, b) => Math.max(...a, 0) - Math.max(...b, 0)))
      yield new Map(names.map((name, i) => [name, 1 + (p[i] ?? 0)]));
    // with many names there are too many of a sum, and those of the next are more
    if (level.length >= enoughSizes) return;
  }
}

/** Upper limit on the sizes tried for one sum. */
const enoughSizes = 4000;

/**
 * Lists of n numbers from 0 to `most` with the given sum, in lexicographic order, up to a limit.
 */
function* raised(n: number, sum: number, most: number): Generator<number[], void> {
  const list = Array<number>(n).fill(0);
  /** Puts what is left as far to the back as it goes, from a place on. */
  const settle = (from: number, rest: number): boolean => {
    let left = rest;
    for (let i = n - 1; i >= from; i--) {
      const put = Math.min(most, left);
      list[i] = put;
      left -= put;
    }
    return left === 0;
  };
  if (!settle(0, sum)) return;
  for (let count = 0; count < enoughSizes; count++) {
    yield [...list];
    // the last place that can grow at the cost of those behind it
    let behind = list[n - 1] ?? 0;
    let i = n - 2;
    for (; i >= 0 && ((list[i] as number) === most || behind === 0); i--)
      behind += list[i] as number;
    if (i < 0) return;
    list[i] = (list[i] as number) + 1;
    settle(i + 1, behind - 1);
  }
}

/**
 * Sizes mostly from 1 to 4, now and then up to 8; equal sizes come up often, since square is where
 * most claims differ.
 */
export const drawSizes = (random: Dice, names: readonly string[]): Sizes => {
  const most = once(random, 12) ? pick(random, [5, 6, 8]) : pick(random, [2, 3, 4]);
  const equal = once(random, 5) ? random.nextInt(1, Math.min(most, 4)) : null;
  let budget = 14;
  return new Map(
    names.map((name) => {
      const size = equal ?? Math.max(1, Math.min(random.nextInt(1, most), budget));
      budget -= size;
      return [name, size];
    }),
  );
};

/**
 * For claims with means, which are sums over all products of random entries: sizes up to 3, mostly
 * 1 and 2.
 */
export const drawSmallSizes = (random: Dice, names: readonly string[]): Sizes => {
  let budget = 8;
  return new Map(
    names.map((name) => {
      const size = Math.max(1, Math.min(pick(random, [1, 1, 2, 2, 2, 3]), budget));
      budget -= size;
      return [name, size];
    }),
  );
};

/**
 * The dimension names of a claim that need a size; a family of dimensions, which has a size for
 * each member, stands as one.
 */
export const sizeNames = (claim: Claim): string[] => [
  ...claim.dims.filter((d) => !/^\d+$/.test(d) && !d.includes('*') && !d.includes('+')),
  ...claim.dimFamilies.map((f) => f.name),
];

/** The members of a family of dimensions at these sizes: `d[0]`, …, `d[L]`. */
export const dimMembers = ({ name, from, to, past }: DimFamily, sizes: Sizes): string[] =>
  range(Math.max(0, sizeOf(to, sizes) + past - from + 1)).map((i) => `${name}[${from + i}]`);

/**
 * Sizes by name with a size for each member of a family of dimensions: all those of the family's
 * own name, or drawn one by one.
 */
export const withMembers = (
  claim: Claim,
  sizes: Sizes,
  drawn: (size: number) => number = (size) => size,
): Sizes => {
  if (claim.dimFamilies.length === 0) return sizes;
  const families = new Map(claim.dimFamilies.map((f) => [f.name, f]));
  return new Map(
    [...sizes].flatMap(([name, size]): [string, number][] => {
      const family = families.get(name);
      return family
        ? dimMembers(family, sizes).map((member) => [member, drawn(size)])
        : [[name, size]];
    }),
  );
};
