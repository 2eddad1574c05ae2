/**
 * Uses known statements ∀x (P ⇒ Q) at a term: gives Q where P is an equation that follows, and E
 * where P is "not E" and the equation that Q denies follows. Statements ∀x ∃y (…) are used at the
 * term as they are.
 */
import { zeros } from '../../kernel/graph.ts';
import type { Term } from '../../kernel/term.ts';
import { write, type Formula } from '../../kernel/formula.ts';
import {
  assume,
  classical,
  explode,
  modusPonens,
  specialise,
  type Theorem,
} from '../../kernel/theorem.ts';
import type { Context } from '../known/context.ts';
import { withFact } from '../known/facts.ts';

type Equal = Formula & { readonly kind: 'equal' };
const equationOf = (f: Formula): Equal | null => (f.kind === 'equal' ? f : null);

/**
 * From ∀x (P ⇒ Q) at the term, with P or the denied Q an equation that follows: the other; null
 * where neither does.
 */
function impliedAt(theorem: Theorem, term: Term, ctx: Context): Theorem | null {
  const f = theorem.conclusion;
  if (
    f.kind !== 'forall' ||
    f.bound.kind !== 'tensor' ||
    f.bound.shape.join() !== term.shape.join()
  )
    return null;
  const here = specialise(theorem, { kind: 'term', term });
  switch (f.body.kind) {
    // A x = v for some x: what exists gets a name
    case 'exists':
      return here;
    case 'implies':
      return impliedBy(here, ctx);
    // A x = A y ⇒ x = y, at y = 0
    case 'forall': {
      const g = here.conclusion;
      return g.kind === 'forall' &&
        g.body.kind === 'implies' &&
        g.bound.kind === 'tensor' &&
        g.bound.shape.join() === term.shape.join()
        ? impliedBy(specialise(here, { kind: 'term', term: zeros(term.shape) }), ctx)
        : null;
    }
    default:
      return null;
  }
}

/** From P ⇒ Q with P or the denied Q an equation that follows: the other. */
function impliedBy(here: Theorem, ctx: Context): Theorem | null {
  const g = here.conclusion;
  if (g.kind !== 'implies') return null;
  const known = new Set(ctx.facts.map((x) => write(x.theorem.conclusion)));
  const follows = (e: Equal): Theorem | null => ctx.equality(e.left, e.right, ctx);
  const antecedent = equationOf(g.left);
  if (antecedent && !known.has(write(g.right))) {
    const t = follows(antecedent);
    if (t) return modusPonens(here, t);
  }
  const [denied, vanishing] = [
    g.right.kind === 'not' ? equationOf(g.right.body) : null,
    g.left.kind === 'not' ? g.left.body : null,
  ];
  if (!denied || !vanishing || known.has(write(vanishing))) return null;
  const t = follows(denied);
  return t && classical(vanishing, explode(t, modusPonens(here, assume(g.left))));
}

/** Proves with everything that such statements give at the term. */
export function withImplied(
  ctx: Context,
  term: Term,
  prove: (ctx: Context) => Theorem | null,
): Theorem | null {
  const found = ctx.facts.flatMap(({ theorem, name }) => {
    const t = impliedAt(theorem, term, ctx);
    return t ? [{ theorem: t, name }] : [];
  });
  return found.reduceRight<(c: Context) => Theorem | null>(
    (next, fact) => (c) => withFact(c, fact, next),
    prove,
  )(ctx);
}
