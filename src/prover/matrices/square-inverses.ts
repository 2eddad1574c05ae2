/**
 * Square matrices with an inverse on one side have it on the other: onto where one-to-one, and back.
 */
import type { Term } from '../../kernel/term.ts';
import { is, write, type Predicate } from '../../kernel/formula.ts';
import { variable } from '../../kernel/graph.ts';
import {
  assume,
  definition,
  first,
  instance,
  modusPonens,
  oneSided,
  second,
  unpack,
  type Theorem,
} from '../../kernel/theorem.ts';
import type { Context } from '../known/context.ts';
import { strategyFor } from '../known/strategy.ts';

const isSquare = (a: Term): boolean => a.shape[0] === a.shape[1];

/** The other predicate of the two. */
const converse = (p: Predicate): Predicate | null =>
  p === 'onto' ? 'one-to-one' : p === 'one-to-one' ? 'onto' : null;

const statedOf = (p: Predicate, a: Term, known: Context): Theorem | null => {
  const text = write(is(p, a));
  return known.facts.find(({ theorem }) => write(theorem.conclusion) === text)?.theorem ?? null;
};

export const squareInverses = strategyFor('is', {
  name: 'square with an inverse on one side',
  summary: 'a square A is onto because it is one-to-one, and one-to-one because it is onto',
  promise: ({ predicate, subject }, known) => {
    const other = converse(predicate);
    return other && isSquare(subject) && statedOf(other, subject, known) ? 0.95 : null;
  },
  prove({ predicate, subject: a }, known) {
    const other = converse(predicate);
    const said = other && statedOf(other, a, known);
    const existence = said && modusPonens(first(definition(other, a)), said);
    const f = existence?.conclusion;
    const goal = second(definition(predicate, a));
    const g = goal.conclusion;
    if (f?.kind !== 'exists' || f.bound.kind !== 'tensor' || g.kind !== 'implies') return null;
    const x = variable(f.bound.name, f.bound.shape);
    const eq = assume(f.body);
    const turned = predicate === 'onto' ? oneSided(x, a, eq) : oneSided(a, x, eq);
    return unpack(existence as Theorem, modusPonens(goal, instance(g.left, x, turned)));
  },
});
