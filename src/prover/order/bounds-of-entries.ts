/**
 * Signs and bounds of the values of functions at a coordinate: 0 < exp(z)_i, σ(z)_i < 1, 0 <
 * softmax(z)_i.
 */
import type { Term } from '../../kernel/term.ts';
import { contract, factorTerm, inverse, variable } from '../../kernel/graph.ts';
import { fact, hole, law, weak, type Theorem } from '../../kernel/theorem.ts';
import { flipped, type Equation } from '../derived/equations.ts';
import { alike, byFacts, linearBy, orderBy, summand } from '../derived/labelled.ts';
import { argumentOf } from '../graphs/named-functions.ts';
import { nought } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import { safely, type Prove } from '../known/strategy.ts';
import { signsIn } from '../rewriting/laws.ts';
import { positiveReciprocal } from '../rewriting/reciprocal-signs.ts';

/** Of the entry φ(u)_i, what is known of the number φ(u_i): `eq` says that they are equal. */
export function boundsOfEntry(eq: Equation, ctx: Context, prove: Prove): Theorem[] {
  const turned = (t: Theorem): Theorem[] => {
    const f = t.conclusion;
    if (f.kind !== 'less') return [];
    const moved = (side: Term): Term => (alike(side, eq.right) ? eq.left : side);
    const [left, right] = [moved(f.left), moved(f.right)];
    if (left === f.left && right === f.right) return [];
    const same = weak(right === f.right ? eq.theorem : flipped(eq.theorem));
    const found = safely(() => byFacts(left, right, f.strict, [t, same]));
    return found ? [found] : [];
  };
  return signsIn(ctx, prove, eq.right).flatMap(turned);
}

/** 0 < softmax(z)_i = exp(z)_i / Σ exp(z), where `sign` says 0 < exp(z)_i. */
export function softmaxSign(z: Term, e: Term, sign: Theorem, ctx: Context): Theorem | null {
  const along = (t: Term): Term => contract([t, e], ['i', 'i'], '');
  return safely(() => {
    const quotient = law('softmax', z, 3);
    if (quotient.conclusion.kind !== 'equal' || sign.conclusion.kind !== 'less') return null;
    const [powers, p] = [sign.conclusion.right, along(quotient.conclusion.right)];
    const total = fact('a sum of exponentials', z);
    if (total.conclusion.kind !== 'less') return null;
    const sum = total.conclusion.right;
    const over = positiveReciprocal(sum, total, ctx);
    if (!over) return null;
    const same = linearBy(contract([powers, inverse(sum)], ['', ''], ''), p, [
      { equation: quotient, context: contract([variable(hole, z.shape), e], ['i', 'i'], '') },
    ]);
    return orderBy(nought(), p, true, [summand([sign, over]), summand([weak(same)])]);
  });
}

/** The vectors z of which the term mentions softmax(z) at the coordinate e. */
export function softmaxesAt(t: Term, e: Term): Term[] {
  const [own] = e.monomials[0]?.factors ?? [];
  return t.monomials.flatMap((m) =>
    m.factors.flatMap((f) => {
      const here = m.factors.some((g) => g.head === own?.head && g.slots[0] === f.slots[0]);
      const z = here ? argumentOf('softmax', f.head) : null;
      return z?.shape.length === 1 && factorTerm(f).shape.length === 1 ? [z] : [];
    }),
  );
}

/** Does it say 0 < something? */
export const isSign = (t: Theorem): boolean => {
  const f = t.conclusion;
  return f.kind === 'less' && f.strict && alike(f.left, nought());
};
