/** A (tr(A) I − A) = det(A) I for the 2×2 matrices whose determinants stand in the terms. */
import type { Term } from '../../kernel/term.ts';
import { add, contract, identity, operation } from '../../kernel/graph.ts';
import { fact, first, second } from '../../kernel/theorem.ts';
import { addEquation, bookOf, type Context } from '../known/context.ts';
import { equation, Ledger } from '../derived/equations.ts';
import { operationsIn } from '../graphs/heads.ts';
import { close } from '../derived/membership.ts';
import { negated } from '../graphs/small-terms.ts';

export function withCayleyHamilton(ctx: Context, ...terms: readonly Term[]): Context {
  const small = operationsIn(terms, 'det')
    .filter((h) => h.params.length === 0 && h.arg.shape.join() === '2,2')
    .map((h) => h.arg)
    .slice(0, 2);
  return small.reduce((c, a) => {
    const trace = contract([a], ['ii'], '');
    const rest = add(contract([trace, identity('2')], ['', 'ij'], 'ij'), negated(a));
    const ledger = new Ledger(
      contract([a, rest], ['ij', 'jk'], 'ik'),
      contract([operation('det', a), identity('2')], ['', 'ij'], 'ij'),
      bookOf(c),
    );
    const known = [first(fact('adjugate', a)), second(fact('det of a 2×2 matrix', a))].map((t) =>
      equation(t, 'Cayley and Hamilton'),
    );
    return close(ledger, known, { rounds: 2, rows: 24, weight: 16, deadline: c.deadline })
      ? addEquation(c, equation(ledger.theorem(), 'Cayley and Hamilton'))
      : c;
  }, ctx);
}
