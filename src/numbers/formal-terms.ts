/**
 * Sums of products of numbers that are known by name: e^q for rational q, roots, logarithms and
 * other values of functions. Two sums with the same terms are the same number; sums with different
 * terms may be equal too.
 */
import { spend } from './counted-work.ts';
import { Unsettled } from './field.ts';
import { type Q, add, equal, mul } from './rational.ts';
import { rationalText } from './rational-text.ts';

/** A number by name. `square` where its square is simpler than the name, as that of a root. */
export interface Atom {
  readonly name: string;
  readonly square: Sum | null;
}

/** e^exponent times powers of atoms, in the order of their names. */
export interface Product {
  readonly exponent: Q;
  readonly atoms: readonly (readonly [Atom, number])[];
}

/** Terms by the text of their product; none of them is zero. */
export type Sum = ReadonlyMap<string, { readonly factor: Q; readonly of: Product }>;

/** Longer sums are not worth their time: a bracket of more digits may tell. */
const most = 48;

const unit: Product = { exponent: 0, atoms: [] };

const productText = ({ exponent, atoms }: Product): string =>
  `${exponent === 0 ? '' : `e^(${rationalText(exponent)})`}${atoms.map(([a, k]) => `{${a.name}}^${k}`).join('')}`;

export const constant = (factor: Q): Sum =>
  factor === 0 ? new Map() : new Map([['', { factor, of: unit }]]);

/** A sum of one product. */
export const single = (of: Product, factor: Q = 1): Sum =>
  new Map([[productText(of), { factor, of }]]);

export const sumText = (sum: Sum): string =>
  [...sum]
    .map(([text, { factor }]) => `${rationalText(factor)}${text}`)
    .toSorted()
    .join('+');

/** The rational number that a sum is; null where it has other terms. */
export const rationalOf = (sum: Sum): Q | null =>
  sum.size === 0 ? 0 : sum.size === 1 ? (sum.get('')?.factor ?? null) : null;

export const sumOf = (a: Sum, b: Sum, times: Q = 1): Sum => {
  const total = new Map(a);
  for (const [text, { factor, of }] of b) {
    spend(1 / 16);
    const whole = add(total.get(text)?.factor ?? 0, mul(times, factor));
    if (whole === 0) total.delete(text);
    else total.set(text, { factor: whole, of });
  }
  if (total.size > most) throw new Unsettled('a sum of too many irrational numbers');
  return total;
};

export const timesOf = (a: Sum, b: Sum): Sum => {
  let total: Sum = new Map();
  for (const x of a.values())
    for (const y of b.values()) total = sumOf(total, product(x.of, y.of), mul(x.factor, y.factor));
  return total;
};

/** The product of two products; what is a square of an atom is replaced by what it is. */
const product = (a: Product, b: Product): Sum => {
  const powers = new Map<string, [Atom, number]>();
  for (const [atom, k] of [...a.atoms, ...b.atoms]) {
    const before = powers.get(atom.name)?.[1] ?? 0;
    powers.set(atom.name, [atom, before + k]);
  }
  const atoms: [Atom, number][] = [];
  const squares: Sum[] = [];
  for (const [atom, k] of powers.values()) {
    const rest = atom.square === null ? k : k % 2;
    if (rest > 0) atoms.push([atom, rest]);
    for (let left = k; atom.square !== null && left >= 2; left -= 2) squares.push(atom.square);
  }
  atoms.sort(([p], [q]) => (p.name < q.name ? -1 : 1));
  const simple = single({ exponent: add(a.exponent, b.exponent), atoms });
  return squares.reduce(timesOf, simple);
};

export const sameSum = (a: Sum, b: Sum): boolean =>
  a.size === b.size &&
  [...a].every(([text, { factor }]) => {
    const other = b.get(text);
    return other !== undefined && equal(other.factor, factor);
  });
