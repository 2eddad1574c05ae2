/** What is known at an arbitrary coordinate vector e of a dimension, and sums over all of them. */
import type { Dim, Term } from '../../kernel/term.ts';
import { contract, variable } from '../../kernel/graph.ts';
import { write, type Formula } from '../../kernel/formula.ts';
import {
  assume,
  discharge,
  generalise,
  modusPonens,
  overBasis,
  specialise,
  type Theorem,
} from '../../kernel/theorem.ts';
import { freshIn, type Context } from '../known/context.ts';
import { conjunction, isCoordinate } from '../lowering/scope.ts';

export interface Place {
  readonly dim: Dim;
  readonly name: string;
  readonly e: Term;
  readonly guard: Formula;
}

export function placeIn(dim: Dim, ctx: Context, stem = '#e'): Place {
  const name = freshIn(ctx, stem);
  const e = variable(name, [dim]);
  return { dim, name, e, guard: conjunction(isCoordinate(e)) };
}

/** The entry of a vector, or the row of a matrix, at e. */
export const at = (t: Term, { e }: Place): Term => {
  const names = 'abcd'.slice(0, t.shape.length);
  return contract([t, e], [names, 'a'], names.slice(1));
};

/** Inequalities that are known of every member of a family, at e. */
export function knownAt(place: Place, ctx: Context): Theorem[] {
  return ctx.facts.flatMap(({ theorem }) => {
    const f = theorem.conclusion;
    if (f.kind !== 'forall' || f.bound.kind !== 'tensor') return [];
    if (f.bound.shape.join() !== place.dim || f.body.kind !== 'implies') return [];
    const here = specialise(theorem, { kind: 'term', term: place.e });
    const g = here.conclusion;
    if (g.kind !== 'implies' || g.right.kind !== 'less') return [];
    if (write(g.left) !== write(place.guard)) return [];
    return [modusPonens(here, assume(place.guard))];
  });
}

/** From an inequality at e: the same summed over every coordinate. */
export const summed = (t: Theorem, { name, dim, guard }: Place): Theorem =>
  overBasis(generalise({ kind: 'tensor', name, shape: [dim] }, discharge(guard, t)));
