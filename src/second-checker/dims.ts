/** Dimensions of the second checker: names, numbers and products of both. */

/**
 * A dimension: a name, a positive whole number, or their product as `2*m*n`, in the one order that
 * equal products have.
 */
export type Dim = string;

export const isNamedDim = (d: unknown): d is Dim =>
  typeof d === 'string' && /^[^\d\s*+[\]-][^\s*+[\]-]*(\[[^\s*[\]]+\])?$/u.test(d);
export const isDim = (d: unknown): d is Dim =>
  typeof d === 'string' &&
  d.split('*').every((f) => isNamedDim(f) || /^[1-9]\d{0,300}$/.test(f)) &&
  multiplied(d) === d;
/** The number in a dimension, and the names with their multiplicity. */
export function parts(d: Dim): { readonly number: bigint; readonly names: readonly Dim[] } {
  const factors = d.split('*');
  return {
    number: factors.reduce((k, f) => (isNamedDim(f) ? k : k * BigInt(f)), 1n),
    names: factors.filter(isNamedDim),
  };
}
/**
 * The product of dimensions in its one form: the number unless it is 1, then the names in order.
 */
export function multiplied(...dims: readonly Dim[]): Dim {
  const all = dims.map(parts);
  const number = all.reduce((k, p) => k * p.number, 1n);
  const names = all.flatMap((p) => p.names).sort();
  return [...(number === 1n && names.length > 0 ? [] : [`${number}`]), ...names].join('*');
}
export const alike = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i]);
