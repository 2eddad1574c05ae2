/** Operators that work entry by entry, sums and extremes of entries, and blocks, as terms. */
import { type Dim } from '../dims.ts';
import { minus, one } from '../rational.ts';
import { add, constant, einsum, inverse, jet, less, scale, type Term } from '../term.ts';
import { labels, named, times } from './symbols.ts';
import { partOf, sidesOf } from './sums-of-dims.ts';
import { unread, type Expr, type Node } from './tree.ts';

export const entrywiseProduct = (a: Term, b: Term): Term =>
  einsum(labels(a), [
    [a, labels(a)],
    [b, labels(b)],
  ]);
export const total = (t: Term): Term => einsum([], [[t, labels(t)]]);

/** One over every entry. */
export const reciprocals = (t: Term): Term => inverse(t, t.shape);

/** exp(p log t), entry by entry. */
export const realPower = (t: Term, p: Term): Term => named('exp', 0, times(p, named('log', 0, t)));

/** The exponent of `.^`, a number that is written out. */
export function entriesRaised(t: Term, exponent: Expr): Term {
  if (exponent.k !== 'number') return unread('a power of entries that is not a number');
  const { n, d } = exponent;
  if (n % d !== 0n) return realPower(t, constant(n, d));
  const k = Number(n / d);
  const l = labels(t);
  const dims = Object.fromEntries(l.map((x, i) => [x, t.shape[i] as Dim]));
  const power = einsum(
    l,
    Array.from({ length: Math.abs(k) }, () => [t, l] as const),
    dims,
  );
  return k < 0 ? reciprocals(power) : power;
}

/** max(a, b) = b + relu(a - b), min(a, b) = a - relu(a - b). */
export function extreme(which: 'max' | 'min', a: Term, b: Term): Term {
  const over = named('relu', 0, add(a, scale(minus(one), b)));
  return which === 'max' ? add(b, over) : less(a, over);
}

/** The slope of |s|, entry by entry. */
export const signs = (t: Term): Term =>
  jet({ name: 'abs', family: [], inputs: [null], output: null }, [1], [t], t.shape);

/** Every block put into its place of the whole. */
export function gridTerm(e: Node<'apply'>, blocks: readonly Term[]): Term {
  const [rows, columns] = sidesOf(e);
  const width = e.nth ?? 1;
  const placed = blocks.map((t, k) => {
    const [i, j] = [Math.floor(k / width), k % width];
    const [tall, wide] = [rows[i] !== '1', columns[j] !== '1'];
    const pieces: (readonly [Term, readonly string[]])[] = [
      [t, [...(tall ? ['i'] : []), ...(wide ? ['j'] : [])]],
    ];
    const out: string[] = [];
    const side = (sizes: readonly Dim[], at: number, long: boolean, from: string, to: string) => {
      if (sizes.length > 1) {
        pieces.push([partOf(sizes, at), long ? [from, to] : [to]]);
        out.push(to);
      } else if (long) out.push(from);
    };
    side(rows, i, tall, 'i', 'r');
    side(columns, j, wide, 'j', 's');
    return einsum(out, pieces);
  });
  return add(...placed);
}
