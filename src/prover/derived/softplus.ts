/** The logarithm of 1 + exp(u), which is softplus(u). */
import type { Term } from '../../kernel/term.ts';
import { bareHead, contract, variable } from '../../kernel/graph.ts';
import { equal } from '../../kernel/formula.ts';
import { logarithm, valueOf } from '../../kernel/laws.ts';
import { fact, hole, replace, type Theorem } from '../../kernel/theorem.ts';
import { letters } from '../graphs/indices.ts';
import { subgraph } from '../graphs/subgraph.ts';
import { alike } from './labelled.ts';
import { minus } from '../graphs/small-terms.ts';

/** u where the term is 1 + exp(u), entry by entry; null elsewhere. */
export function softplusArgument(t: Term): Term | null {
  if (t.monomials.length !== 2) return null;
  for (const m of t.monomials) {
    if (m.factors.length !== 1 || m.coefficient.num !== m.coefficient.den) continue;
    const power = subgraph(m, m.factors, m.free);
    const head = bareHead(power);
    if (head?.kind !== 'jet' || head.fn.name !== 'exp' || head.orders[0] !== 0) continue;
    if (alike(minus(t, power), onesLike(t))) return head.args[0] as Term;
  }
  return null;
}

const onesLike = ({ shape }: Term): Term => {
  const names = letters(shape.length);
  return contract([], [], names, Object.fromEntries(shape.map((d, i) => [names[i] as string, d])));
};

/** log(1 + exp(s)) = softplus(s) for a number s. */
export function logarithmIsSoftplus(s: Term): Theorem {
  const value = valueOf('softplus', s);
  return replace(
    equal(logarithm(variable(hole, [])), value),
    fact('softplus by exp', s),
    fact('logarithm of exp', value),
  );
}
