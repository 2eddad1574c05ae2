/** Products of the entries of a coordinate vector: only those with themselves are not 0. */
import type { Term } from '../../kernel/term.ts';
import { contract, scale, variable } from '../../kernel/graph.ts';
import type { Formula } from '../../kernel/formula.ts';
import { ratio } from '../../kernel/ratio.ts';
import { assume, first, hole, second, squares, type Theorem } from '../../kernel/theorem.ts';
import { equation, Ledger, symmetryBook } from '../derived/equations.ts';
import { minus, nought, squareOf, times } from '../graphs/small-terms.ts';

/** A coordinate vector, and what says that it is one. */
interface Coordinate {
  readonly e: Term;
  readonly guard: Formula;
}

/** e e' = diag e for the coordinate vector e: the square of the difference is 1 − 2 + 1. */
export function oneAtATime(axis: Coordinate): Theorem | null {
  const { e, guard } = axis;
  const known = assume(guard);
  const gap = minus(contract([e, e], ['i', 'j'], 'ij'), contract([e], ['i'], 'ii'));
  const ledger = new Ledger(squareOf(gap), nought(), symmetryBook([]));
  const [idempotent, total] = [first(known), second(known)].map((t) => equation(t, 'coordinates'));
  const [each, whole] = [variable(hole, e.shape), variable(hole, [])];
  const sum = (...parts: readonly Term[]): Term =>
    contract(
      parts,
      parts.map(() => 'i'),
      '',
    );
  if (!idempotent || !total) return null;
  ledger.use(idempotent, times(sum(each), sum(e, e)));
  ledger.use(idempotent, times(sum(each), sum(e)));
  ledger.use(total, times(whole, sum(e)));
  for (const [by, part] of [
    [-2n, sum(each, e)],
    [-2n, sum(each)],
    [1n, sum(each)],
  ] as const)
    ledger.use(idempotent, scale(ratio(by), part));
  for (const by of [1n, -2n, 1n]) ledger.use(total, scale(ratio(by), whole));
  const closed = ledger.done;
  return closed ? squares(gap, ledger.theorem()) : null;
}
