/**
 * Terms in one standard form: simplified by what is known, and each graph told as it was first met,
 * whichever way its symmetric factors are turned.
 */
import type { Monomial, Term } from '../../kernel/term.ts';
import { add, contract, dimension, scale, variable } from '../../kernel/graph.ts';
import { negative, type Ratio } from '../../kernel/ratio.ts';
import { hole, weak, type Theorem } from '../../kernel/theorem.ts';
import { equation, flipped, Ledger } from '../derived/equations.ts';
import { byFacts, nothing } from '../derived/labelled.ts';
import { canonical } from '../graphs/labelling.ts';
import { nought, negated } from '../graphs/small-terms.ts';
import { subgraph } from '../graphs/subgraph.ts';
import { bookOf, type Context } from '../known/context.ts';
import { rewritten } from '../rewriting/arguments.ts';

export class Standard {
  readonly context: Context;
  readonly #met = new Map<string, Monomial>();

  constructor(context: Context) {
    this.context = context;
  }

  /** A number in standard form, with `form = term`; null where it is in that form already. */
  form(term: Term): { term: Term; equation: Theorem } | null {
    const simpler = rewritten(term, this.context);
    const plain = simpler?.term ?? term;
    const told = this.#told(plain);
    if (!told) return simpler;
    const ledger = new Ledger(told, term, bookOf(this.context));
    if (simpler) ledger.use(equation(simpler.equation, 'rewriting'), variable(hole, []));
    return ledger.done ? { term: told, equation: ledger.theorem() } : simpler;
  }

  /** From a ≤ b: 0 ≤ s with s = b − a in standard form. */
  sign(t: Theorem): Theorem {
    const f = t.conclusion;
    if (f.kind !== 'less') return t;
    const gap = f.left.monomials.length === 0 ? f.right : add(f.right, negated(f.left));
    const other = this.form(gap);
    if (other) return byFacts(nought(), other.term, f.strict, [t, weak(flipped(other.equation))]);
    return f.left.monomials.length === 0 ? t : byFacts(nought(), gap, f.strict, [t]);
  }

  /** Each graph in its first form under the known symmetries; null if all have that form. */
  #told(term: Term): Term | null {
    const { map } = bookOf(this.context);
    let changed = false;
    const parts = term.monomials.map((m) => {
      const { text, sign } = canonical(m, map);
      const before = this.#met.get(text);
      if (!before) this.#met.set(text, m);
      if (!before || canonical(m, nothing).text === canonical(before, nothing).text)
        return graphTimes(m, m.coefficient);
      changed = true;
      const same = sign === canonical(before, map).sign;
      return graphTimes(before, same ? m.coefficient : negative(m.coefficient));
    });
    return changed ? add(...parts) : null;
  }
}

const graphTimes = (m: Monomial, by: Ratio): Term => {
  const parts = [
    scale(by, subgraph({ ...m, powers: {} }, m.factors, m.free)),
    ...Object.entries(m.powers).map(([d, k]) => dimension(d, k)),
  ];
  return contract(
    parts,
    parts.map(() => ''),
    '',
  );
};
