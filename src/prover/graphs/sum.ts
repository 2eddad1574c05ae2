/** Sums of monomials collected by canonical text: the prover's working form of a difference. */
import type { Dim, Monomial, Term } from '../../kernel/term.ts';
import { add, factorTerm, splice, zeros } from '../../kernel/graph.ts';
import { isZero, negative, one, plus, times, type Ratio } from '../../kernel/ratio.ts';
import type { Symmetries } from '../../kernel/write.ts';
import { spend } from '../agenda/effort.ts';
import { canonical } from './labelling.ts';

export interface Entry {
  readonly coefficient: Ratio;
  /** Some monomial of this text; its own coefficient is not looked at. */
  readonly monomial: Monomial;
  /**
   * The sign between this monomial and the canonical graph, where antisymmetric slots were swapped.
   */
  readonly sign: 1n | -1n;
}
/** The coefficient that goes with the entry's own monomial. */
export const own = (e: Entry): Ratio => (e.sign === 1n ? e.coefficient : negative(e.coefficient));
export type Sum = Map<string, Entry>;

/** Adds `factor · term` into the sum. */
export function accumulate(sum: Sum, term: Term, factor: Ratio, symmetries: Symmetries): void {
  spend(4 * term.monomials.length);
  for (const monomial of term.monomials) {
    const { text, sign } = canonical(monomial, symmetries);
    const c = times(factor, sign === 1n ? monomial.coefficient : negative(monomial.coefficient));
    const before = sum.get(text);
    const total = before ? plus(before.coefficient, c) : c;
    if (isZero(total)) sum.delete(text);
    else
      sum.set(text, {
        coefficient: total,
        monomial: before?.monomial ?? monomial,
        sign: before?.sign ?? sign,
      });
  }
}

export function difference(left: Term, right: Term, symmetries: Symmetries): Sum {
  const sum: Sum = new Map();
  accumulate(sum, left, one, symmetries);
  accumulate(sum, right, negative(one), symmetries);
  return sum;
}

/** How large a graph is: factors, those inside arguments included. */
export function weight(m: Monomial): number {
  let total = 0;
  for (const { head } of m.factors) {
    total += 1;
    const inner = head.kind === 'jet' ? head.args : head.kind === 'variable' ? [] : [head.arg];
    for (const t of inner) for (const n of t.monomials) total += weight(n);
    if (head.kind === 'inverse') total += 1;
  }
  return total;
}

/** The term that a sum denotes. */
export function termOf(sum: Sum, shape: readonly Dim[]): Term {
  const parts = [...sum.values()].map(({ coefficient, monomial, sign }) => {
    const c = sign === 1n ? coefficient : { num: -coefficient.num, den: coefficient.den };
    const pieces = monomial.factors.map((f) => ({ term: factorTerm(f), on: f.slots }));
    return splice(
      { wires: monomial.wires, free: monomial.free, coefficient: c, powers: monomial.powers },
      pieces,
    );
  });
  return parts.length === 0 ? zeros(shape) : add(...parts);
}
