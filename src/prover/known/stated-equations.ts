/**
 * Equations added to a context with what they bring: of inverses and reciprocals, of symmetric
 * sums, with the cancellations that they allow.
 */
import { factorTerm, inverse, permute } from '../../kernel/graph.ts';
import { first, inverseOf, second } from '../../kernel/theorem.ts';
import { type Equation, Ledger, equation } from '../derived/equations.ts';
import { close } from '../derived/membership.ts';
import { type Context, type Fact, addEquation, bookOf } from './context.ts';
import { cancellerOf, cancellersOf } from './one-sided.ts';
import { asProductToIdentity } from './products-to-identity.ts';
import { reciprocalAtEach } from './reciprocals.ts';
import { squaredEquation } from './squared-lengths.ts';
import { unpaired } from './unpaired.ts';

/**
 * A stated equation; where it says L A = I, both matrices can be cancelled, and where they are
 * square A L = I too.
 */
export function withStated(ctx: Context, eq: Equation): Context {
  const square = squaredEquation(eq.theorem, ctx);
  const stated = square
    ? addEquation(addEquation(ctx, eq), equation(square, eq.name))
    : addEquation(ctx, eq);
  const told = asProductToIdentity(eq);
  const next = [...unpaired(eq, ctx), ...(told ? [told] : [])].reduce(addEquation, stated);
  const more = next.structural.filter((e) => !ctx.structural.includes(e)).flatMap(cancellersOf);
  return more.length === 0 ? next : { ...next, cancellers: [...next.cancellers, ...more] };
}

/**
 * Q' = Q for the matrices with a name that a symmetric sum is made of: where Q − a I is symmetric,
 * Q is.
 */
export function withSymmetries(ctx: Context, eq: Equation): Context {
  const named = eq.left.monomials.flatMap((m) =>
    m.factors.length === 1 &&
    m.factors[0]?.head.kind === 'variable' &&
    m.factors[0].slots.length === 2
      ? [factorTerm(m.factors[0])]
      : [],
  );
  if (eq.left.monomials.length < 2) return ctx;
  return named.reduce((c, q) => {
    const ledger = new Ledger(q, permute(q, [1, 0]), bookOf(c));
    return close(ledger, [eq]) ? addEquation(c, equation(ledger.theorem(), eq.name)) : c;
  }, ctx);
}

/** s_i · 1/s_i = 1, like the equation of an inverse. */
export function withReciprocals(ctx: Context, { theorem, name }: Fact): Context {
  const one = reciprocalAtEach(theorem);
  if (!one) return ctx;
  const eq = equation(one, name);
  const next = addEquation(ctx, eq);
  return {
    ...next,
    structural: [...new Set([...next.structural, eq])],
    inverses: [...next.inverses, eq],
  };
}

/** The equations of an inverse, and both cancellations that they allow. */
export function withInverse(ctx: Context, fact: Fact): Context {
  const f = fact.theorem.conclusion;
  if (f.kind !== 'is') return ctx;
  const pair = inverseOf(fact.theorem);
  const [right, left] = [equation(first(pair), fact.name), equation(second(pair), fact.name)];
  const by = inverse(f.subject);
  const c = addEquation(addEquation(ctx, right), left);
  const more = [
    ...cancellerOf(f.subject, 1, by, right),
    ...cancellerOf(f.subject, 0, by, left),
    ...cancellerOf(by, 1, f.subject, left),
    ...cancellerOf(by, 0, f.subject, right),
  ];
  return {
    ...c,
    structural: [...new Set([...c.structural, right, left])],
    inverses: [...c.inverses, right, left],
    cancellers: [...c.cancellers, ...more],
  };
}
