/**
 * One step of the normal form of a determinant: det(T) as a product of smaller determinants, or the
 * determinant on the smaller side of Sylvester's identity. Each is a theorem det(T) = …, or null
 * where nothing applies.
 */
import type { Dim, Monomial, Term } from '../../kernel/term.ts';
import {
  add,
  bareHead,
  contract,
  dimension,
  identity,
  inverse,
  operation,
  permute,
  variable,
} from '../../kernel/graph.ts';
import { literal } from '../../kernel/dimension.ts';
import { negative, one } from '../../kernel/ratio.ts';
import { fact, first, hole, inverseOf, modusPonens, type Theorem } from '../../kernel/theorem.ts';
import { writeTerm } from '../../kernel/write.ts';
import { blockDeterminant } from './block-determinants.ts';
import { rewritten } from '../rewriting/arguments.ts';
import { byEquations } from '../rewriting/by-equations.ts';
import { chainOf, kroneckerOf, outerOf, product, productOf, scaledBy } from '../graphs/chains.ts';
import { bookOf, type Context } from '../known/context.ts';
import { equation, Ledger } from '../derived/equations.ts';
import { inverseOfMonomial } from '../rewriting/inverse-expand.ts';
import { invertible, nonzero } from '../rewriting/invertible.ts';
import { canonical, labelTerm } from '../graphs/labelling.ts';
import { times } from '../graphs/small-terms.ts';
import { termOf } from '../graphs/sum.ts';

export const det = (t: Term): Term => operation('det', t);
const inDet = (shape: readonly Dim[]): Term => det(variable(hole, shape));
const textOf = (t: Term, ctx: Context): string =>
  writeTerm(t, labelTerm(t, bookOf(ctx).map), bookOf(ctx).map);
const single = (m: Monomial): Term =>
  termOf(
    new Map([['', { coefficient: m.coefficient, monomial: m, sign: 1n as const }]]),
    m.free.map((w) => m.wires[w] as Dim),
  );

/** det(T) = det(T') = E from T = T' and det(T') = E. */
function through(t: Term, same: Theorem, then: Theorem, e: Term, ctx: Context): Theorem | null {
  const ledger = new Ledger(det(t), e, bookOf(ctx));
  ledger.use(equation(same, 'determinants'), inDet(t.shape));
  ledger.use(equation(then, 'determinants'), variable(hole, []));
  return ledger.done ? ledger.theorem() : null;
}

export function expandDet(t: Term, ctx: Context): Theorem | null {
  const n = t.shape[0] as Dim;
  const [m] = t.monomials;
  if (!m) return fact('det of zero', t);
  if (n === '1') return fact('det of a 1×1 matrix', t);
  const simpler = rewritten(t, ctx);
  if (simpler && textOf(simpler.term, ctx) !== textOf(t, ctx)) {
    const ledger = new Ledger(det(t), det(simpler.term), bookOf(ctx));
    ledger.use(equation(simpler.equation, 'determinants'), inDet(t.shape), negative(one));
    if (ledger.done) return ledger.theorem();
  }
  if (n === '1') return fact('det of a 1×1 matrix', t);
  const small =
    n === '2'
      ? first(fact('det of a 2×2 matrix', t))
      : n === '3'
        ? fact('det of a 3×3 matrix', t)
        : null;
  return (
    blockDeterminant(t, ctx) ??
    (t.monomials.length === 1 ? ofProduct(t, m, n, ctx) : ofSum(t, ctx)) ??
    turned(t, ctx) ??
    small
  );
}

/** Of T and T' the one with the lesser text. */
function turned(t: Term, ctx: Context): Theorem | null {
  const flipped = permute(t, [1, 0]);
  return textOf(flipped, ctx) < textOf(t, ctx) ? fact('det of the transpose', flipped) : null;
}

function ofProduct(t: Term, m: Monomial, n: Dim, ctx: Context): Theorem | null {
  const pair = kroneckerOf(m);
  if (pair && pair.every((x) => x.shape[0] === x.shape[1]))
    return fact('det of a Kronecker product', ...pair);
  const chain = chainOf(m);
  if (!chain) return null;
  const { scalars, links } = chain;
  const [head, ...others] = scalars;
  if (head && (others.length > 0 || links.length > 0))
    return fact(
      'det of a product',
      scaledBy(head, identity(n)),
      others.reduce((x, s) => scaledBy(s, x), productOf(links, n)),
    );
  if (head)
    return literal(n) !== null
      ? fact('det of a multiple of the identity', head, identity(n))
      : null;
  if (links.length === 0) return fact('det of the identity', t);
  const cut = links.findIndex((x, i) => i < links.length - 1 && x.shape[1] === n);
  if (cut >= 0)
    return fact(
      'det of a product',
      productOf(links.slice(0, cut + 1), n),
      productOf(links.slice(cut + 1), n),
    );
  return links.length === 1 ? ofInverse(t, ctx) : null;
}

/** det inv(A) = 1/det A. */
function ofInverse(t: Term, ctx: Context): Theorem | null {
  const head = bareHead(t);
  if (head?.kind !== 'inverse' || head.params.length > 0) return null;
  const known = invertible(head.arg, ctx);
  if (!known) return null;
  const nonsingular = modusPonens(first(fact('det and inverse', head.arg)), known);
  const d = det(head.arg);
  const reciprocal = inverse(d);
  const ledger = new Ledger(det(t), reciprocal, bookOf(ctx));
  const box = variable(hole, []);
  ledger.use(equation(inverseOf(nonsingular), 'determinants'), times(box, det(t)), negative(one));
  ledger.use(
    equation(fact('det of a product', head.arg, t), 'determinants'),
    times(box, reciprocal),
    negative(one),
  );
  ledger.use(equation(first(inverseOf(known)), 'inverse'), times(inDet(t.shape), reciprocal));
  ledger.use(equation(fact('det of the identity', t), 'determinants'), times(box, reciprocal));
  return ledger.done ? ledger.theorem() : null;
}

const isIdentity = (m: Monomial): boolean =>
  m.free.length === 2 &&
  m.free[0] === m.free[1] &&
  m.factors.every((f) => !f.slots.includes(m.free[0] as number));
const isUnit = (m: Monomial): boolean =>
  isIdentity(m) &&
  m.factors.length === 0 &&
  m.coefficient.num === 1n &&
  m.coefficient.den === 1n &&
  Object.keys(m.powers).length === 0;

function ofSum(t: Term, ctx: Context): Theorem | null {
  const unit = t.monomials.find(isUnit);
  if (!unit) return factoredOut(t, ctx) ?? shifted(t, ctx);
  const [rest, ...more] = t.monomials.filter((m) => m !== unit);
  return rest && more.length === 0 ? rotated(t, rest, ctx) : null;
}

/** det(I + A B) = det(I + B A): a vector's side, or the rotation with the least text. */
function rotated(t: Term, m: Monomial, ctx: Context): Theorem | null {
  const outer = outerOf(m);
  if (outer) {
    const [u, v] = outer;
    const [column, row] = [
      contract([u], ['i'], 'ij', { j: '1' }),
      contract([v], ['j'], 'ij', { i: '1' }),
    ];
    return fact('Sylvester', column, row);
  }
  const chain = chainOf(m);
  if (!chain || chain.links.length < 2) return null;
  const { scalars, links } = chain;
  const options = links.slice(1).map((_, i) => {
    const [a, b] = [links.slice(0, i + 1), links.slice(i + 1)].map((part) =>
      part.reduce((p, x) => product(p, x)),
    ) as [Term, Term];
    const left = scalars.reduce((x, s) => scaledBy(s, x), a);
    const other = add(identity(b.shape[0] as Dim), product(b, left));
    const least = [textOf(other, ctx), textOf(permute(other, [1, 0]), ctx)].sort()[0] as string;
    return { left, b, least };
  });
  const best = options.sort((x, y) => (x.least < y.least ? -1 : 1))[0];
  const own = [textOf(t, ctx), textOf(permute(t, [1, 0]), ctx)].sort()[0] as string;
  return best && best.least < own ? fact('Sylvester', best.left, best.b) : null;
}

/** det(s I + A B) = det(s I + B A) for square factors: the rotation with the least text. */
function shifted(t: Term, ctx: Context): Theorem | null {
  const [eye, ...others] = t.monomials.filter(isIdentity);
  const [m, ...more] = t.monomials.filter((x) => x !== eye);
  if (!eye || !m || others.length + more.length > 0) return null;
  const chain = chainOf(m);
  const n = t.shape[0] as Dim;
  if (!chain || chain.links.length < 2 || chain.links.some((x) => x.shape.join() !== `${n},${n}`))
    return null;
  const by = contract([single(eye)], ['ii'], '');
  const s = contract([by, dimension(n, -1)], ['', ''], '');
  const { scalars, links } = chain;
  const own = [textOf(t, ctx), textOf(permute(t, [1, 0]), ctx)].sort()[0] as string;
  const options = links.slice(1).map((_, i) => {
    const [a, b] = [productOf(links.slice(0, i + 1), n), productOf(links.slice(i + 1), n)];
    const left = scalars.reduce((x, c) => scaledBy(c, x), a);
    const other = add(scaledBy(s, identity(n)), product(b, left));
    const least = [textOf(other, ctx), textOf(permute(other, [1, 0]), ctx)].sort()[0] as string;
    return { left, b, least };
  });
  const best = options.sort((x, y) => (x.least < y.least ? -1 : 1))[0];
  return best && best.least < own ? fact('det of a shifted product', s, best.left, best.b) : null;
}

/**
 * det(M + R) = det(M) det(I + inv(M) R) for a summand M that is a product of invertible matrices.
 */
function factoredOut(t: Term, ctx: Context): Theorem | null {
  const n = t.shape[0] as Dim;
  const options = t.monomials.flatMap((m) => {
    const back = inverseOfMonomial(m, n, ctx, { invertible, nonzero });
    return back ? [{ m, back, text: canonical(m, bookOf(ctx).map).text }] : [];
  });
  const best = options.sort((a, b) =>
    isIdentity(a.m) ? -1 : isIdentity(b.m) ? 1 : a.text < b.text ? -1 : 1,
  )[0];
  if (!best) return null;
  const whole = single(best.m);
  const rest = t.monomials.filter((m) => m !== best.m).map(single);
  const raw = add(identity(n), ...rest.map((r) => product(best.back, r)));
  const other = rewritten(raw, ctx)?.term ?? raw;
  const same = byEquations(t, product(whole, other), ctx);
  return (
    same &&
    through(t, same, fact('det of a product', whole, other), times(det(whole), det(other)), ctx)
  );
}

/** From left = right of square matrices: det(left) = det(right). */
export function detOfBoth(t: Theorem, ctx: Context): Theorem | null {
  const f = t.conclusion;
  if (f.kind !== 'equal') return null;
  const ledger = new Ledger(det(f.left), det(f.right), bookOf(ctx));
  ledger.use(equation(t, 'determinants'), inDet(f.left.shape));
  return ledger.done ? ledger.theorem() : null;
}
