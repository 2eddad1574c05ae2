/**
 * A term told in its canonical order, so that its plain text is its canonical one: symmetries are
 * looked up by plain text.
 */
import type { Factor, Term } from '../../kernel/term.ts';
import { add, factorTerm, inverse, jet, operation, splice, zeros } from '../../kernel/graph.ts';
import type { Symmetries } from '../../kernel/write.ts';
import { canonical } from './labelling.ts';

const told = (head: Factor['head'], symmetries: Symmetries): Term => {
  const again = (t: Term): Term => canonicalTerm(t, symmetries);
  switch (head.kind) {
    case 'jet':
      return jet(head.fn, head.orders, head.args.map(again), head.params);
    case 'inverse':
      return inverse(again(head.arg), head.params);
    case 'operation':
      return operation(head.name, again(head.arg), head.params);
    default:
      return factorTerm({ head, slots: [] });
  }
};

export function canonicalTerm(t: Term, symmetries: Symmetries): Term {
  const parts = t.monomials.map((m) => {
    const { label } = canonical(m, symmetries);
    const order = label.order ?? m.factors.map((_, i) => i);
    const pieces = order.map((i) => {
      const { head, slots } = m.factors[i] as Factor;
      const reading = label.slots?.[i] ?? slots.map((_, s) => s);
      return { term: told(head, symmetries), on: reading.map((s) => slots[s] as number) };
    });
    return splice(
      { wires: m.wires, free: m.free, coefficient: m.coefficient, powers: m.powers },
      pieces,
    );
  });
  return parts.length === 0 ? zeros(t.shape) : add(...parts);
}
