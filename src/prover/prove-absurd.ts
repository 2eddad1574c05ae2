/** A contradiction among what is known: something denied that follows, 0 < 0, a one-sided inverse of impossible shape. */
import { variable } from '../kernel/graph.ts';
import { assume, definition, explode, fat, first, modusPonens, unpack, weak, type Theorem } from '../kernel/theorem.ts';
import type { Context, Fact } from './context.ts';
import { saturated, withSquares } from './equality.ts';
import { absurd } from './invertible.ts';
import type { Prove } from './strategy.ts';

export function proveAbsurd(ctx: Context, depth: number, prove: Prove): Theorem | null {
  const grown = saturated(withSquares(saturated(ctx)));
  for (const { theorem } of grown.facts) {
    const f = theorem.conclusion;
    if (f.kind === 'false') return theorem;
    if (f.kind === 'not' && depth < 6 && !grown.facts.some((x) => x.theorem === theorem && x.name === 'tried')) {
      const facts = grown.facts.map((x): Fact => (x.theorem === theorem ? { ...x, name: 'tried' } : x));
      const t = prove(f.body, { ...grown, facts }, depth + 1);
      if (t) return explode(t, theorem);
    }
  }
  return absurdOrder(grown) ?? absurdDimensions(grown);
}

/** 0 < s and s ≤ 0, or 0 < 0 with an equation. */
function absurdOrder(ctx: Context): Theorem | null {
  const bounds = ctx.facts.filter(({ theorem: { conclusion: f } }) => f.kind === 'less').map((f) => f.theorem);
  const vanishing = ctx.equations.filter((e) => e.left.shape.length === 0).map((e) => weak(e.theorem));
  for (const a of bounds) {
    for (const b of [...bounds, ...vanishing]) {
      try {
        return absurd([a, b]);
      } catch {
        // this pair is no contradiction
      }
    }
  }
  return null;
}

/** A one-sided inverse bounds dimensions: A R = I with A m×n gives m ≤ n. */
function absurdDimensions(ctx: Context): Theorem | null {
  const bounds = ctx.facts.filter(({ theorem: { conclusion: f } }) => f.kind === 'less').map((f) => f.theorem);
  for (const { theorem } of ctx.facts) {
    const f = theorem.conclusion;
    if (f.kind !== 'is' || (f.predicate !== 'onto' && f.predicate !== 'one-to-one')) continue;
    const existence = modusPonens(first(definition(f.predicate, f.subject)), theorem);
    const g = existence.conclusion;
    if (g.kind !== 'exists' || g.bound.kind !== 'tensor') continue;
    const x = variable(g.bound.name, g.bound.shape);
    const inside = assume(g.body);
    const bound = unpack(existence, f.predicate === 'onto' ? fat(f.subject, x, inside) : fat(x, f.subject, inside));
    for (const b of bounds) {
      try {
        return absurd([bound, b]);
      } catch {
        // this inequality does not contradict the bound
      }
    }
  }
  return null;
}
