/** Products, quotients and whole powers as terms. */
import { type Dim } from '../dims.ts';
import { type Q, q } from '../rational.ts';
import {
  type Mono,
  type Term,
  constant,
  einsum,
  identity,
  inverse,
  operation,
  single,
  zeros,
} from '../term.ts';
import { times } from './symbols.ts';
import { type Shape } from './tree.ts';

/** The labels of the axes of a shape read as rows and columns. */
const ends = (shape: Shape, row: string, column: string): string[] => {
  const [m = '1', n = '1'] = shape;
  return [...(m === '1' ? [] : [row]), ...(n === '1' ? [] : [column])];
};
export function productOf(x: Term, y: Term, a: Shape, b: Shape): Term {
  if (x.shape.length === 0) return times(x, y);
  if (y.shape.length === 0) return times(y, x);
  const [m = '1'] = a;
  const [, n = '1'] = b;
  const out = [...(m === '1' ? [] : ['i']), ...(n === '1' ? [] : ['k'])];
  return einsum(out, [
    [x, ends(a, 'i', 'j')],
    [y, ends(b, 'j', 'k')],
  ]);
}
export function kronecker(x: Term, y: Term, a: Shape, b: Shape): Term {
  const tellers: [Term, string[]][] = [];
  const out = [0, 1].flatMap((axis) => {
    const [p, r] = [a[axis] ?? '1', b[axis] ?? '1'];
    const [left, right] = [['i', 'j'][axis] as string, ['k', 'l'][axis] as string];
    if (p === '1') return r === '1' ? [] : [right];
    if (r === '1') return [left];
    const both = ['r', 's'][axis] as string;
    tellers.push([operation('pair', zeros([p, r])), [left, right, both]]);
    return [both];
  });
  return einsum(out, [[x, ends(a, 'i', 'j')], [y, ends(b, 'k', 'l')], ...tellers]);
}
/**
 * Products that are written alike are added, so that a sum of one kind of product is one product.
 */
function collected(t: Term): Term {
  const key = (m: Mono): string =>
    JSON.stringify([[...m.powers].sort(), m.dims, m.free, m.factors], (_, x: unknown) =>
      typeof x === 'bigint'
        ? `${x}n`
        : x instanceof Map
          ? [...(x as Map<string, unknown>)].sort()
          : x,
    );
  const found = new Map<string, Mono>();
  for (const m of t.sum) {
    const before = found.get(key(m));
    const sum = before ? q(before.c.n * m.c.d + m.c.n * before.c.d, before.c.d * m.c.d) : m.c;
    found.set(key(m), { ...m, c: sum });
  }
  return { shape: t.shape, sum: [...found.values()].filter((m) => m.c.n !== 0n) };
}

/** t/s: one over a product of scalars is the product of one over each. */
export function quotient(t: Term, s: Term): Term {
  const value = collected(s);
  const [m] = value.sum;
  if (!m || value.sum.length > 1 || m.factors.some((f) => f.at.length > 0))
    return times(inverse(value), t);
  const over: Q = q(m.c.d, m.c.n);
  const powers = new Map([...m.powers].map(([d, k]) => [d, -k] as const));
  const scalar = einsum(
    '',
    m.factors.map((f) => [inverse(single(f.head)), []] as const),
    {},
    over,
    powers,
  );
  return times(scalar, t);
}

export function powerOf(t: Term, k: number): Term {
  if (k === 0) return t.shape.length === 0 ? constant(1n) : identity(t.shape[0] as Dim);
  const step = (a: Term): Term =>
    a.shape.length === 0
      ? times(t, a)
      : einsum(
          ['i', 'k'],
          [
            [a, ['i', 'j']],
            [t, ['j', 'k']],
          ],
        );
  return Array.from({ length: k - 1 }).reduce<Term>(step, t);
}
