/** One-sided inverses that stated equations show: from L A = I, L cancels A and A cancels L. */
import type { Term } from '../../kernel/term.ts';
import { bareHead, factorTerm, permute, scale } from '../../kernel/graph.ts';
import { writeHead } from '../../kernel/write.ts';
import type { Canceller } from './context.ts';
import type { Equation } from '../derived/equations.ts';

/** The canceller of a matrix, or of its transpose where that is the single factor. */
export function cancellerOf(matrix: Term, slot: 0 | 1, by: Term, eq: Equation): Canceller[] {
  const head = bareHead(matrix);
  const flipped = bareHead(permute(matrix, [1, 0]));
  if (head === null && flipped !== null) {
    return [
      {
        head: writeHead(flipped),
        slot: slot === 0 ? 1 : 0,
        matrix: permute(matrix, [1, 0]),
        by: permute(by, [1, 0]),
        eq,
      },
    ];
  }
  return [{ head: head === null ? null : writeHead(head), slot, matrix, by, eq }];
}

/** What an equation c L A = I cancels; nothing where it is of another form. */
export function cancellersOf(eq: Equation): Canceller[] {
  const [m, ...more] = eq.left.monomials;
  const [unit, ...others] = eq.right.monomials;
  if (
    !m ||
    !unit ||
    more.length + others.length > 0 ||
    m.factors.length !== 2 ||
    unit.factors.length > 0 ||
    m.free[0] === m.free[1] ||
    unit.free[0] !== unit.free[1] ||
    eq.left.shape.length !== 2
  )
    return [];
  const { num, den } = unit.coefficient;
  if (num !== den || [m, unit].some(({ powers }) => Object.keys(powers).length > 0)) return [];
  const [from, to] = m.free as [number, number];
  const [f, g] = m.factors[0]?.slots.includes(from) ? m.factors : m.factors.toReversed();
  if (
    !f ||
    !g ||
    f.slots.length !== 2 ||
    g.slots.length !== 2 ||
    f.slots[0] === f.slots[1] ||
    !g.slots.includes(to) ||
    !f.slots.includes(from)
  )
    return [];
  const left = f.slots[0] === from ? factorTerm(f) : permute(factorTerm(f), [1, 0]);
  const right = g.slots[1] === to ? factorTerm(g) : permute(factorTerm(g), [1, 0]);
  const by = (t: Term): Term => scale(m.coefficient, t);
  return [...cancellerOf(right, 0, by(left), eq), ...cancellerOf(left, 1, by(right), eq)];
}
