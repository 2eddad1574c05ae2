/**
 * Dimensions that are sums, and the matrices that put parts into a whole. A sum is one name,
 * `#m⊕n`: summands in order, the number last.
 */
import { parts } from '../dims.ts';
import { equal, type Formula } from '../formula.ts';
import { type Dim } from '../dims.ts';
import { add, constant, einsum, identity, size, variable, zeros, type Term } from '../term.ts';
import { unread, type Expr, type Said } from './tree.ts';

export const isSummed = (d: Dim): boolean => d.startsWith('#');
const summandsOf = (d: Dim): Dim[] =>
  isSummed(d)
    ? d
        .slice(1)
        .split('⊕')
        .map((s) => s.replaceAll('⊗', '*'))
    : [d];

/** The sum of dimensions in its one form. */
export function summed(...dims: readonly Dim[]): Dim {
  const counts = new Map<string, bigint>();
  for (const d of dims.flatMap(summandsOf)) {
    const { number, names } = parts(d);
    const key = names.join('*');
    counts.set(key, (counts.get(key) ?? 0n) + number);
  }
  const keys = [...counts.keys()].sort((a, b) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1));
  const written = keys.map((key) => {
    const k = counts.get(key) as bigint;
    return key === '' ? `${k}` : k === 1n ? key : `${k}*${key}`;
  });
  const [only, more] = written;
  if (only !== undefined && more === undefined) return only;
  return `#${written.join('⊕').replaceAll('*', '⊗')}`;
}

/** The names in a dimension. */
export const namesIn = (d: Dim): readonly string[] =>
  summandsOf(d).flatMap((s) => s.split('*').filter((x) => !/^\d+$/.test(x)));

const areNumbers = (sizes: readonly Dim[]): boolean => sizes.every((d) => d === '1');
/** Rows of the identity: part k of sizes, counted from 0; a vector where it is one row. */
export function partOf(sizes: readonly Dim[], k: number): Term {
  const whole = summed(...sizes);
  const own = sizes[k] as Dim;
  if (areNumbers(sizes)) return variable(`#${k + 1}`, [whole]);
  if (sizes.some(isSummed)) return unread('a block that has blocks');
  const name = `#${sizes.join('∥').replaceAll('*', '⊗')}.${k + 1}`;
  return variable(name, own === '1' ? [whole] : [own, whole]);
}

const rows = (t: Term, label: string): string[] => (t.shape.length === 2 ? [label] : []);
const across = (a: Term, b: Term): Term =>
  einsum(
    [...rows(a, 'i'), ...rows(b, 'j')],
    [
      [a, [...rows(a, 'i'), 'k']],
      [b, [...rows(b, 'j'), 'k']],
    ],
  );
const together = (p: Term): Term =>
  einsum(
    ['k', 'l'],
    [
      [p, [...rows(p, 'i'), 'k']],
      [p, [...rows(p, 'i'), 'l']],
    ],
  );
/** The parts are orthonormal rows, and all of them; those of numbers are coordinate vectors. */
function ofParts(sizes: readonly Dim[]): Formula[] {
  const list = sizes.map((_, k) => partOf(sizes, k));
  const own = list.map((p) =>
    equal(across(p, p), p.shape.length === 2 ? identity(p.shape[0] as Dim) : constant(1n)),
  );
  const apart = list.flatMap((p, i) =>
    list.slice(i + 1).map((r) => equal(across(p, r), zeros(across(p, r).shape))),
  );
  const places = areNumbers(sizes)
    ? list.flatMap((e) => [
        equal(
          einsum(
            ['i'],
            [
              [e, ['i']],
              [e, ['i']],
            ],
          ),
          e,
        ),
        equal(einsum([], [[e, ['i']]]), constant(1n)),
      ])
    : [];
  return [
    ...own,
    ...places,
    ...apart,
    equal(add(...list.map(together)), identity(summed(...sizes))),
  ];
}
/** A sum is as large as its summands together. */
const ofSum = (d: Dim): Formula => equal(size(d), add(...summandsOf(d).map((s) => size(s))));

/** The sizes of the rows and of the columns of a matrix written out. */
export function sidesOf(e: Expr): readonly [rows: readonly Dim[], columns: readonly Dim[]] {
  const [list, width] = e.k === 'apply' && e.op === 'grid' ? [e.args, e.nth ?? 1] : [[], 1];
  const side = (a: Expr, axis: 0 | 1): Dim => (a.shape ?? unread('a block'))[axis] ?? '1';
  return [
    list.filter((_, k) => k % width === 0).map((a) => side(a, 0)),
    list.slice(0, width).map((a) => side(a, 1)),
  ];
}

/** What is known of all sums and parts in expressions and shapes. */
export function wholes(
  expressions: readonly Expr[],
  shapes: readonly (readonly Dim[])[],
): Formula[] {
  const sums = new Set(shapes.flat().filter(isSummed));
  const divided = new Map<string, readonly Dim[]>();
  const visit = (e: Expr): void => {
    for (const d of e.shape ?? []) if (isSummed(d)) sums.add(d);
    for (const list of sidesOf(e)) if (list.length > 1) divided.set(list.join(), list);
    for (const a of 'args' in e ? e.args : []) visit(a);
  };
  expressions.forEach(visit);
  return [...[...sums].map(ofSum), ...[...divided.values()].flatMap(ofParts)];
}

/** The expressions that stand in a statement. */
export const expressionsOf = (f: Said): readonly Expr[] =>
  f.k === 'relation'
    ? [f.left, f.right]
    : f.k === 'is' || f.k === 'off'
      ? [f.subject]
      : 'body' in f
        ? expressionsOf(f.body)
        : [...expressionsOf(f.left), ...expressionsOf(f.right)];
