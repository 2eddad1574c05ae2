/** Squared lengths, halves and whole powers of what is given by two parts. */
import type { Expr, Span } from '../ast.ts';
import { apply, identityOf, numberOf, plus, type Pair } from './build.ts';
import { refused } from './refused.ts';

export const half = (a: Expr): Expr => apply('div', [a, numberOf('2', a.span)], a.span);

const squared = (a: Expr): Expr => {
  const { shape, span } = a;
  if (shape.length === 0) return apply('pow', [a, numberOf('2', span)], span);
  const flipped = apply('transpose', [a], span);
  if (shape.length === 1) return apply('mul', [flipped, a], span);
  if (shape[0] === '1') return apply('mul', [a, flipped], span);
  return apply('tr', [apply('mul', [flipped, a], span)], span);
};

/** |z|^2, |x|^2 or normF(A)^2: a polynomial of the entries. */
export const lengthSquared = ({ re, im }: Pair): Expr =>
  plus(squared(re), im && squared(im)) as Expr;

const most = 8;

export const power = (
  base: Pair,
  k: number,
  span: Span,
  times: (a: Pair, b: Pair) => Pair,
): Pair => {
  if (k > most) throw refused(`a power above ${most} of a complex number or matrix`, span);
  const [n] = base.re.shape;
  let found: Pair | null = null;
  for (let i = 0; i < k; i++) found = found ? times(found, base) : base;
  return found ?? { re: n === undefined ? numberOf('1', span) : identityOf(n, span), im: null };
};
