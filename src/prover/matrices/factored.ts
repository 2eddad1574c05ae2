/** Matrices as numbers times products of matrices, and ranks of matrices that are equal. */
import type { Term } from '../../kernel/term.ts';
import { contract, variable } from '../../kernel/graph.ts';
import { hole, type Theorem } from '../../kernel/theorem.ts';
import { equation, Ledger, symmetryBook } from '../derived/equations.ts';
import { chainOf, outerOf } from '../graphs/chains.ts';
import { rankOf } from './prove-rank.ts';

export interface Factored {
  readonly scalars: readonly Term[];
  readonly links: readonly Term[];
}

/** A matrix as numbers times a product of matrices; a column before a row is one too. */
export function factored(t: Term): Factored | null {
  const [m, ...more] = t.monomials;
  if (!m || more.length > 0) return null;
  const chain = chainOf(m);
  if (chain) return chain.links.length > 0 ? chain : null;
  const [u, v] = outerOf(m) ?? [];
  return u && v
    ? {
        scalars: [],
        links: [contract([u], ['i'], 'ik', { k: '1' }), contract([v], ['j'], 'kj', { k: '1' })],
      }
    : null;
}

/** c I for a number c. */
export const isMultipleOfIdentity = ({ monomials: [m, ...more], shape }: Term): boolean =>
  m !== undefined &&
  more.length === 0 &&
  shape.length === 2 &&
  m.factors.length === 0 &&
  m.free[0] === m.free[1] &&
  Object.keys(m.powers).length === 0;

/** rank x = rank y from x = y. */
export function rankBy(x: Term, y: Term, same: Theorem): Theorem | null {
  const ledger = new Ledger(rankOf(x), rankOf(y), symmetryBook([]));
  ledger.use(equation(same, 'equal matrices'), rankOf(variable(hole, x.shape)));
  return ledger.done ? ledger.theorem() : null;
}
