/**
 * What a pseudo-inverse may be, the likeliest first: guesses that their four equations then prove
 * or not.
 */
import type { Dim, Term } from '../../kernel/term.ts';
import { bareHead, identity, inverse, number, operation, permute } from '../../kernel/graph.ts';
import { ratio } from '../../kernel/ratio.ts';
import { kronecker } from '../../kernel/facts/determinants.ts';
import { chainOf, kroneckerOf, product, productOf, scaledBy } from '../graphs/chains.ts';
import { bookOf, type Context } from '../known/context.ts';
import { nonzero, statedInvertible } from '../rewriting/invertible.ts';
import { alike } from '../derived/labelled.ts';
import { difference } from '../graphs/sum.ts';

const flip = (t: Term): Term => permute(t, [1, 0]);
const pinv = (t: Term): Term => operation('pinv', t);

const stated = (predicate: 'onto' | 'one-to-one', a: Term, ctx: Context): boolean =>
  ctx.facts.some(
    ({ theorem: { conclusion: f } }) =>
      f.kind === 'is' && f.predicate === predicate && alike(f.subject, a),
  );

export function candidates(a: Term, ctx: Context): Term[] {
  const [rows, columns] = a.shape as [Dim, Dim];
  const found: Term[] = [];
  const square = rows === columns;
  if (square && statedInvertible(a, ctx)) found.push(inverse(a));
  if (stated('one-to-one', a, ctx)) found.push(product(inverse(product(flip(a), a)), flip(a)));
  if (stated('onto', a, ctx)) found.push(product(flip(a), inverse(product(a, flip(a)))));
  const head = bareHead(a);
  if (head?.kind === 'operation' && head.name === 'pinv' && head.params.length === 0)
    found.push(head.arg);
  found.push(...ofProduct(a, columns, ctx), flip(a));
  if (square) found.push(a);
  if (square && difference(a, flip(a), bookOf(ctx).map).size === 0) found.push(flip(pinv(a)));
  return found;
}

/** Of a product the factors' pseudo-inverses in the opposite order, of a ⊗ b those of a and b. */
function ofProduct(a: Term, columns: Dim, ctx: Context): Term[] {
  const [m] = a.monomials;
  if (!m || a.monomials.length !== 1) return [];
  const pair = kroneckerOf(m);
  if (pair) return [kronecker(pinv(pair[0]), pinv(pair[1]))];
  const chain = chainOf(m);
  if (!chain) return [];
  const { scalars, links } = chain;
  const bare = bareHead(a);
  if (bare || links.length === 0) return ofEqual(a, ctx);
  const back = scalars.map((s) =>
    s.monomials[0]?.factors.length === 0 && Object.keys(s.monomials[0].powers).length === 0
      ? number(ratio(s.monomials[0].coefficient.den, s.monomials[0].coefficient.num))
      : nonzero(s, ctx)
        ? inverse(s)
        : null,
  );
  if (back.includes(null)) return [];
  const reversed = productOf(links.map((x) => ofLink(x, ctx)).reverse(), columns);
  return [(back as Term[]).reduce((x, s) => scaledBy(s, x), reversed)];
}

/** Is x'x = I stated? */
const isIsometry = (x: Term, ctx: Context): boolean => {
  const gram = product(flip(x), x);
  const unit = identity(x.shape[1] as Dim);
  return ctx.equations.some(
    (e) =>
      (alike(e.left, gram) && alike(e.right, unit)) ||
      (alike(e.right, gram) && alike(e.left, unit)),
  );
};

function ofLink(x: Term, ctx: Context): Term {
  if (isIsometry(x, ctx) || isIsometry(flip(x), ctx)) return flip(x);
  if (stated('one-to-one', x, ctx)) return product(inverse(product(flip(x), x)), flip(x));
  if (stated('onto', x, ctx)) return product(flip(x), inverse(product(x, flip(x))));
  const flipped = bareHead(x) === null;
  const plain = flipped ? flip(x) : x;
  const head = bareHead(plain);
  const back =
    head?.kind === 'operation' && head.name === 'pinv' && head.params.length === 0
      ? head.arg
      : head?.kind === 'inverse'
        ? head.arg
        : plain.shape[0] === plain.shape[1] && statedInvertible(plain, ctx)
          ? inverse(plain)
          : pinv(plain);
  return flipped ? flip(back) : back;
}

/** A name that an equation gives as a product: A = U S V'. */
function ofEqual(a: Term, ctx: Context): Term[] {
  return ctx.equations
    .filter((e) => e.name !== 'Moore and Penrose')
    .flatMap((e) => {
      const other = alike(e.left, a) ? e.right : alike(e.right, a) ? e.left : null;
      const [m] = other?.monomials ?? [];
      const chain = other?.monomials.length === 1 && m ? chainOf(m) : null;
      return chain && chain.scalars.length === 0 && chain.links.length > 1
        ? [productOf(chain.links.map((x) => ofLink(x, ctx)).reverse(), a.shape[1] as Dim)]
        : [];
    })
    .slice(0, 2);
}
