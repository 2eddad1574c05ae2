/**
 * Singular matrices by contradiction: an inverse would cancel in what is known, and give what is
 * denied.
 */
import type { Term } from '../../kernel/term.ts';
import { bareHead } from '../../kernel/graph.ts';
import { equal, falsum, is, not, type Formula } from '../../kernel/formula.ts';
import {
  assume,
  classical,
  contradiction,
  explode,
  fact,
  modusPonens,
  second,
} from '../../kernel/theorem.ts';
import { nought } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { ask, strategyFor } from '../known/strategy.ts';

/** A where the number is det A. */
function insideDet(t: Term): Term | null {
  const head = bareHead(t);
  return head?.kind === 'operation' && head.name === 'det' && head.params.length === 0
    ? head.arg
    : null;
}

const isDenied = (f: Formula): boolean =>
  f.kind === 'not' && f.body.kind === 'equal' && f.body.left.shape.length > 0;

/** Is something denied of vectors or matrices, which an inverse might give? */
const mayContradict = (known: Context): boolean =>
  known.facts.some(({ theorem: { conclusion: f } }) => isDenied(f));

export const otherwiseInvertible = strategyFor('equal', {
  name: 'otherwise it has an inverse',
  summary: 'det(A) = 0, because an inverse of A contradicts what is known, as A v = 0 with v != 0',
  notFor: ['bounds'],
  promise: ({ left, right }, known) =>
    right.monomials.length === 0 && insideDet(left) && mayContradict(known) ? 0.96 : null,
  *prove({ left }, known) {
    const a = insideDet(left);
    if (!a) return null;
    const claim = is('invertible', a);
    const assumption = { theorem: assume(claim), name: 'assumption' };
    const none = yield* assuming(known, [assumption], (c) => ask(falsum, c, 400));
    if (!none) return null;
    const zero = equal(left, nought());
    const away = modusPonens(second(fact('det and inverse', a)), assume(not(zero)));
    return classical(zero, explode(away, contradiction(claim, none)));
  },
});
