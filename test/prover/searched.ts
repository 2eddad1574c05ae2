/** A search for a proof with all that was tried in it. */
import { KernelError } from '../../src/kernel/seal.ts';
import type { Theorem } from '../../src/kernel/theorem.ts';
import { parseClaim } from '../../src/language/index.ts';
import { spent } from '../../src/numbers/counted-work.ts';
import { within } from '../../src/prover/agenda/effort.ts';
import { freshContext } from '../../src/prover/fresh-context.ts';
import { searchOf, type Attempted } from '../../src/prover/known/search-state.ts';
import type { Strategy } from '../../src/prover/known/strategy.ts';
import { NotLowerable } from '../../src/prover/lowering/scope.ts';
import { goalOf, proveGoal } from '../../src/prover/prove.ts';

export interface Searched {
  readonly tried: readonly Attempted[];
  readonly theorem: Theorem | null;
  /** Units of work. */
  readonly work: number;
}

/** `patience`: milliseconds' worth of work. */
export function searched(text: string, used: readonly Strategy[], patience = 4000): Searched {
  const before = spent();
  const known = freshContext(within(patience), used);
  const prove = (): Theorem | null => {
    try {
      return proveGoal(goalOf(parseClaim(text)), known)?.theorem ?? null;
    } catch (error) {
      if (error instanceof NotLowerable || error instanceof KernelError) return null;
      throw error;
    }
  };
  const theorem = prove();
  return { tried: searchOf(known).tried, theorem, work: spent() - before };
}

/** A theorem and all those that it is derived from. */
export function stepsOf(theorem: Theorem): Set<Theorem> {
  const seen = new Set<Theorem>();
  const visit = (t: Theorem): void => {
    if (seen.has(t)) return;
    seen.add(t);
    t.derivation.from.forEach(visit);
  };
  visit(theorem);
  return seen;
}
