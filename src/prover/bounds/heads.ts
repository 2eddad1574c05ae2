/** The norms, ranks and eigenvalues that occur in terms. */
import { equal } from '../../kernel/formula.ts';
import { permute, variable } from '../../kernel/graph.ts';
import type { Dim, Term } from '../../kernel/term.ts';
import { type Theorem, fact, generalise, overBasis } from '../../kernel/theorem.ts';
import { type Length, lengthOf, squareRootOf } from '../derived/lengths.ts';
import { type Context, freshIn } from '../known/context.ts';
import type { Prove } from '../known/strategy.ts';
import { usable } from '../known/usable.ts';
import { appliedIn } from '../rewriting/congruence.ts';

export const transposed = (t: Term): Term => permute(t, [1, 0]);

export interface Heads {
  readonly of: (symbol: string) => Term[];
  readonly lambdas: readonly { readonly k: number; readonly of: Term }[];
  readonly lengths: readonly Length[];
}

/** Operations by name with their arguments, and the lengths among the roots. */
export function headsIn(...terms: readonly Term[]): Heads {
  const all = appliedIn(...terms);
  return {
    of: (symbol) => all.filter((a) => a.symbol === symbol).map((a) => a.argument),
    lambdas: all.flatMap((a) =>
      /^lambda\.\d+$/.test(a.symbol) ? [{ k: Number(a.symbol.slice(7)), of: a.argument }] : [],
    ),
    lengths: all
      .flatMap((a) => {
        const t = a.symbol === 'sqrt 0' ? squareRootOf(a.argument) : null;
        return t ? [lengthOf(t)] : [];
      })
      .slice(0, 6),
  };
}

export const isSymmetric = (t: Term, ctx: Context, prove: Prove): boolean =>
  t.shape[0] === t.shape[1] && prove(equal(transposed(t), t), ctx) !== null;

/** What a fact says of v'A v for every v, summed over the standard basis: a bound on the trace. */
export function onBasis(name: string, a: Term, ctx: Context, prove: Prove): Theorem[] {
  const n = a.shape[0] as Dim;
  const v = freshIn(ctx, 'b#', a);
  return usable(fact(name, a, variable(v, [n])), ctx, prove).map((t) =>
    overBasis(generalise({ kind: 'tensor', name: v, shape: [n] }, t)),
  );
}
