/**
 * Dimensions: names, literals, members `d[l-1]` of families, and sums of products of these in one
 * form.
 */
import type { Dim } from '../language/ast.ts';

/**
 * A sum of products: for each product of names, in order and joined by `*`, how often it is added;
 * `` is the number.
 */
type Polynomial = ReadonlyMap<string, number>;

/** The parts between signs that stand outside all brackets. */
const split = (text: string, sign: '+' | '*'): readonly string[] => {
  if (!text.includes(sign)) return [text];
  const parts: string[] = [];
  let from = 0;
  for (let at = 0, depth = 0; at < text.length; at++) {
    const c = text[at];
    if (c === '[') depth++;
    else if (c === ']') depth--;
    else if (c === sign && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
};

const readProduct = (text: string): readonly [names: string, count: number] => {
  const names: Dim[] = [];
  let count = 1;
  for (const part of split(text, '*').map((p) => p.trim())) {
    if (/^\d+$/.test(part)) count *= Number(part);
    else names.push(part);
  }
  return [names.sort().join('*'), count];
};

const read = (dim: Dim): Polynomial => {
  const found = new Map<string, number>();
  for (const [names, count] of split(dim, '+').map(readProduct))
    found.set(names, (found.get(names) ?? 0) + count);
  return found;
};

const writeProduct = (names: string, count: number): Dim =>
  names === '' ? `${count}` : count === 1 ? names : `${count}*${names}`;

const written = (p: Polynomial): Dim =>
  [...p]
    .filter(([, count]) => count !== 0)
    .sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1))
    .map(([names, count]) => writeProduct(names, count))
    .join('+');

/** The sum of dimensions as one dimension, so that equal sums are equal texts: `1+m+1` is `m+2`. */
export const sumDim = (...dims: readonly Dim[]): Dim => {
  const [only] = dims;
  return only !== undefined && dims.length === 1 && !only.includes('+')
    ? only
    : written(read(dims.join('+')));
};

/**
 * The product of dimensions as one dimension: literals multiplied in front, names sorted, sums
 * multiplied out.
 */
export const productDim = (...dims: readonly Dim[]): Dim => {
  const all = dims.map(read).reduce(
    (a, b): Polynomial => {
      const product = new Map<string, number>();
      for (const [x, j] of a)
        for (const [y, k] of b) {
          const names = [...x.split('*'), ...y.split('*')].filter((n) => n !== '');
          const key = names.sort().join('*');
          product.set(key, (product.get(key) ?? 0) + j * k);
        }
      return product;
    },
    new Map([['', 1]]),
  );
  return written(all);
};

/** Is it a sum of several dimensions? */
export const isSum = (dim: Dim): boolean => split(dim, '+').length > 1;

/**
 * The factors of a dimension that is not a sum, the literal first unless it is 1: `m*2*k` is `2`,
 * `k`, `m`.
 */
export const factorsOf = (dim: Dim): readonly Dim[] => {
  const [names, count] = readProduct(dim);
  return [...(count === 1 ? [] : [`${count}`]), ...(names === '' ? [] : names.split('*'))];
};

/** The dimensions that are added up, each no sum. */
export const summandsOf = (dim: Dim): readonly Dim[] => split(dim, '+');

/** Every name, member and literal that stands in a dimension. */
export const atomsOf = (dim: Dim): readonly Dim[] => summandsOf(dim).flatMap(factorsOf);

/** The dimension with each atom replaced. */
export const mapAtoms = (dim: Dim, by: (atom: Dim) => Dim): Dim => {
  const summands = summandsOf(dim).map((s) => {
    const factors = factorsOf(s);
    return factors.length === 0 ? '1' : productDim(...factors.map(by));
  });
  return sumDim(...summands);
};

/** What is left of two dimensions without what they share: names of products, or summands. */
export const cancelled = (a: Dim, b: Dim): readonly [Dim | null, Dim | null] => {
  if (!isSum(a) && !isSum(b)) {
    if (!a.includes('*') && !b.includes('*')) return [a, b];
    const right = [...factorsOf(b)];
    const left = factorsOf(a).filter((f) => {
      const at = right.indexOf(f);
      if (at >= 0) right.splice(at, 1);
      return at < 0;
    });
    return [productDim(...left), productDim(...right)];
  }
  const [p, q] = [read(a), read(b)];
  const without = (x: Polynomial, y: Polynomial): Dim | null =>
    written(new Map([...x].map(([key, k]) => [key, Math.max(0, k - (y.get(key) ?? 0))]))) || null;
  return [without(p, q), without(q, p)];
};
