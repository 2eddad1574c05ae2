/**
 * Inverses written out: of products by the factors' inverses, of an inverse, of a transpose; and
 * inverses that are symmetric.
 */
import type { Dim, Monomial, Term } from '../../kernel/term.ts';
import { bareHead, contract, inverse, number, permute, variable } from '../../kernel/graph.ts';
import { negative, one, ratio } from '../../kernel/ratio.ts';
import { fact, hole, inverseOf, second, first, type Theorem } from '../../kernel/theorem.ts';
import { canonicalTerm } from '../graphs/canonical-term.ts';
import { kronecker } from '../../kernel/facts/determinants.ts';
import { chainOf, kroneckerOf, product, productOf, scaledBy } from '../graphs/chains.ts';
import { bookOf, type Context } from '../known/context.ts';
import { equation, Ledger } from '../derived/equations.ts';
import { difference } from '../graphs/sum.ts';

/** How invertibility and nonzero scalars are found out, by those who call. */
export interface Known {
  readonly invertible: (a: Term, ctx: Context) => Theorem | null;
  readonly nonzero: (s: Term, ctx: Context) => Theorem | null;
}

/** The inverse of a graph that is a product of invertible matrices and scalars that are not 0. */
export function inverseOfMonomial(m: Monomial, n: Dim, ctx: Context, known: Known): Term | null {
  const pair = kroneckerOf(m);
  if (pair) {
    const [a, b] = pair.map((x) => (known.invertible(x, ctx) ? inverse(x) : null));
    return a && b ? kronecker(a, b) : null;
  }
  const chain = chainOf(m);
  if (!chain) return null;
  const scalars = chain.scalars.map((s) => {
    const [x] = s.monomials;
    if (x && x.factors.length === 0 && Object.keys(x.powers).length === 0)
      return number(ratio(x.coefficient.den, x.coefficient.num));
    return known.nonzero(s, ctx) ? inverse(s) : null;
  });
  const links = chain.links.map((x) => inverseOfLink(x, ctx, known));
  if (scalars.includes(null) || links.includes(null)) return null;
  return (scalars as Term[]).reduce(
    (x, s) => scaledBy(s, x),
    productOf((links as Term[]).reverse(), n),
  );
}

function inverseOfLink(x: Term, ctx: Context, known: Known): Term | null {
  if (x.shape[0] !== x.shape[1]) return null;
  const flip = bareHead(x) === null;
  const plain = flip ? permute(x, [1, 0]) : x;
  const head = bareHead(plain);
  const back =
    head?.kind === 'inverse' && head.params.length === 0
      ? head.arg
      : known.invertible(plain, ctx)
        ? inverse(plain)
        : null;
  return back && (flip ? permute(back, [1, 0]) : back);
}

/** inv(T) = R for a product T, because T R = I: inv(T) = inv(T) T R = R. */
export function expandInverse(
  t: Term,
  ctx: Context,
  known: Known,
  identityOf: (a: Term, b: Term) => Theorem | null,
): Theorem | null {
  const [m] = t.monomials;
  if (
    t.monomials.length !== 1 ||
    !m ||
    (m.factors.length === 1 && bareHead(t)?.kind === 'variable')
  )
    return null;
  const back = inverseOfMonomial(m, t.shape[0] as Dim, ctx, known);
  const self = inverse(t);
  const invertible = back && known.invertible(t, ctx);
  if (!back || !invertible || difference(back, self, bookOf(ctx).map).size === 0) return null;
  const right = identityOf(t, back);
  if (!right) return null;
  const ledger = new Ledger(self, back, bookOf(ctx));
  const box = variable(hole, t.shape);
  ledger.use(equation(right, 'inverse'), product(self, box), negative(one));
  ledger.use(equation(second(inverseOf(invertible)), 'inverse'), product(box, back));
  return ledger.done ? ledger.theorem() : null;
}

/** inv(T) = inv(T)' for symmetric T: with B = inv(T), B' = B' T B = (T B)' B = B. */
export function symmetricInverse(t: Term, invertible: Theorem, ctx: Context): Theorem | null {
  const book = bookOf(ctx);
  if (difference(t, permute(t, [1, 0]), book.map).size > 0) return null;
  const b = inverse(canonicalTerm(t, book.map));
  const right = equation(first(inverseOf(invertible)), 'inverse');
  const ledger = new Ledger(b, permute(b, [1, 0]), book);
  const box = variable(hole, t.shape);
  ledger.use(right, contract([box, b], ['ji', 'jk'], 'ik'), negative(one));
  ledger.use(right, contract([b, box], ['ji', 'jk'], 'ik'));
  return ledger.done ? ledger.theorem() : null;
}

/** adj(T) = adj(T)' for symmetric T. */
export function symmetricAdjugate(given: Term, ctx: Context): Theorem | null {
  const book = bookOf(ctx);
  const t = canonicalTerm(given, book.map);
  if (difference(t, permute(t, [1, 0]), book.map).size > 0) return null;
  const turned = fact('adjugate of the transpose', t);
  const f = turned.conclusion;
  if (f.kind !== 'equal') return null;
  const a = permute(f.right, [1, 0]);
  const ledger = new Ledger(a, f.right, book);
  ledger.use(equation(turned, 'adjugate'), variable(hole, t.shape));
  return ledger.done ? ledger.theorem() : null;
}
