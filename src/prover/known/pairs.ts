/**
 * What is known of the pairs of indices behind Kronecker products and vec, for every shape that
 * occurs.
 */
import type { Term } from '../../kernel/term.ts';
import { productDim } from '../../kernel/dimension.ts';
import { zeros } from '../../kernel/graph.ts';
import { fact } from '../../kernel/theorem.ts';
import { addEquation, type Context } from './context.ts';
import { equation } from '../derived/equations.ts';
import { operationsIn } from '../graphs/heads.ts';

const names = [
  'pairs at one place are equal',
  'places of one pair are equal',
  'a pair has one place',
  'a place has one pair',
] as const;

/** Adds the equations of every pair in the terms: they only ever make graphs smaller. */
export function withPairs(ctx: Context, ...terms: readonly Term[]): Context {
  const shapes = operationsIn(terms, 'pair').map(({ arg }) => arg);
  const nested = shapes.flatMap(({ shape: [m = '', n = ''] }) =>
    shapes.flatMap(({ shape: [q, p = ''] }) => (q === productDim(m, n) ? [[m, n, p]] : [])),
  );
  const turned = nested
    .slice(0, 6)
    .reduce(
      (c, shape) =>
        addEquation(c, equation(fact('pairs of pairs', zeros(shape)), 'pairs of indices')),
      ctx,
    );
  return shapes
    .flatMap((shape) => names.map((name) => equation(fact(name, shape), 'pairs of indices')))
    .reduce((c, eq) => {
      if (c.structural.includes(eq)) return c;
      const next = addEquation(c, eq);
      return next === c
        ? c
        : {
            ...next,
            structural: [...new Set([...next.structural, eq])],
            inverses: [...next.inverses, eq],
          };
    }, turned);
}
