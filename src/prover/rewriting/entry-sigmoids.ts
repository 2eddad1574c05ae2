/** Quotients of exponentials that are sigmoids, entry by entry. */
import type { Term } from '../../kernel/term.ts';
import { writeTerm } from '../../kernel/write.ts';
import { equation, flipped } from '../derived/equations.ts';
import { reciprocalIsSigmoid, sigmoidIsQuotient, softplusArgument } from '../derived/softplus.ts';
import { addRule, type Context } from '../known/context.ts';
import { safely } from '../known/strategy.ts';
import { axesOf, entryOf, lifted, mostAxes } from './entry-signs.ts';

/** The exponential stands above the reciprocal of the divisor in a product of a term. */
const isAbove = (divisor: Term, terms: readonly Term[]): boolean =>
  terms.some((t) =>
    t.monomials.some(({ factors }) => {
      const heads = factors.map(({ head }) => head);
      return (
        heads.some((h) => h.kind === 'jet' && h.fn.name === 'exp') &&
        heads.some((h) => h.kind === 'inverse' && writeTerm(h.arg) === writeTerm(divisor))
      );
    }),
  );

/** exp(u) ./ (1 + exp(u)) is σ(u), and 1 ./ (1 + exp(u)) is σ(−u), for a vector or matrix u. */
export function withSigmoid(divisor: Term, ctx: Context, terms: readonly Term[]): Context {
  const u = divisor.shape.length > mostAxes ? null : softplusArgument(divisor);
  if (!u || u.shape.length === 0) return ctx;
  const axes = axesOf(u, ctx);
  const entry = entryOf(u, axes);
  const known = isAbove(divisor, terms)
    ? flipped(sigmoidIsQuotient(entry))
    : reciprocalIsSigmoid(entry);
  const t = safely(() => lifted(known, axes));
  return t ? addRule(ctx, equation(t, 'sigmoid')) : ctx;
}
