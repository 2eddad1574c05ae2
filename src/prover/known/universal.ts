/** Equations for all values of a variable: differentiated, and used at the points that occur. */
import type { Term } from '../../kernel/term.ts';
import { factorTerm, variable } from '../../kernel/graph.ts';
import { occurs } from '../../kernel/occurrence.ts';
import { differentiate, generalise, specialise } from '../../kernel/theorem.ts';
import { writeHead, writeTerm } from '../../kernel/write.ts';
import { addEquation, freshIn, type Context, type Fact } from './context.ts';
import { equation } from '../derived/equations.ts';
import { restated } from '../derived/labelled.ts';

/** An equation for all v may be differentiated in v: polynomials in v lose v after a few steps. */
export function withDerivatives(ctx: Context, fact: Fact): Context {
  const all = consequences(fact, (stem) => freshIn(ctx, stem), 0);
  const equations = all.filter((c) => c.theorem.conclusion.kind === 'equal');
  const known = equations.reduce((next, c) => addEquation(next, equation(c.theorem, c.name)), ctx);
  return { ...known, schemas: [...known.schemas, ...all.filter((c) => !equations.includes(c))] };
}

/** Equations without v that follow from ∀v (a = b), and the universal equations on the way. */
function consequences(fact: Fact, fresh: (stem: string) => string, depth: number): Fact[] {
  const f = fact.theorem.conclusion;
  if (f.kind !== 'forall' || f.bound.kind !== 'tensor' || depth > 3) return [];
  const { shape } = f.bound;
  const name = fresh(`${f.bound.name}${'#'.repeat(depth)}`);
  const bound = { kind: 'tensor', name, shape } as const;
  const here = specialise(fact.theorem, { kind: 'term', term: variable(name, shape) });
  if (f.body.kind === 'forall') {
    // ∀u ∀v: what loses v is an equation for all u
    const inner = consequences({ theorem: here, name: fact.name }, fresh, depth + 1);
    return inner.flatMap((c) => {
      const g = c.theorem.conclusion;
      if (g.kind !== 'equal') return [];
      if (!occurs(name, g.left) && !occurs(name, g.right)) return [c];
      const all = { theorem: generalise(bound, c.theorem), name: fact.name };
      return [all, ...consequences(all, fresh, depth + 1)];
    });
  }
  if (f.body.kind !== 'equal') return [];
  const found: Fact[] = [fact];
  let current = here;
  for (let k = 0; k < 2; k++) {
    try {
      current = differentiate(current, name, shape);
    } catch {
      return found;
    }
    const g = current.conclusion;
    if (g.kind !== 'equal') return found;
    const tidy = restated(current, g);
    if (!occurs(name, g.left) && !occurs(name, g.right))
      return [...found, { theorem: tidy, name: fact.name }];
    found.push({ theorem: generalise(bound, tidy), name: fact.name });
  }
  return found;
}

const elementwise = (params: readonly string[], argument: Term): boolean =>
  params.join() === argument.shape.join();

/**
 * Points in the terms, by their texts: arguments of functions, and variables. An activation of
 * every entry of z is a function of z.
 */
export function pointsIn(terms: readonly Term[]): Map<string, Term> {
  const [inside, named] = [new Map<string, Term>(), new Map<string, Term>()];
  const visit = (t: Term): void => {
    for (const factor of t.monomials.flatMap((m) => m.factors)) {
      const { head } = factor;
      if (head.kind === 'variable') {
        if (!head.name.startsWith('#')) named.set(writeHead(head), factorTerm(factor));
        continue;
      }
      for (const inner of head.kind === 'jet' ? head.args : [head.arg]) {
        if (head.kind === 'jet' && (head.params.length === 0 || elementwise(head.params, inner)))
          inside.set(writeTerm(inner), inner);
        visit(inner);
      }
    }
  };
  terms.forEach(visit);
  return new Map([...inside, ...named]);
}

/** Equations for all v, at the points of the right shape that occur in the given terms. */
export function withInstances(ctx: Context, ...terms: readonly Term[]): Context {
  if (ctx.schemas.length === 0) return ctx;
  const points = pointsIn([...terms, ...ctx.equations.flatMap((e) => [e.left, e.right])]);
  let next = ctx;
  for (const { theorem, name } of ctx.schemas) {
    const f = theorem.conclusion;
    if (f.kind !== 'forall' || f.bound.kind !== 'tensor') continue;
    const { shape } = f.bound;
    for (const term of [...points.values()]
      .filter((t) => t.shape.join() === shape.join())
      .slice(0, 8)) {
      next = addEquation(next, equation(specialise(theorem, { kind: 'term', term }), name));
    }
  }
  return next;
}
