/**
 * Why no proof was found: what was tried at what cost, why the search stopped, and the goals that
 * it left open.
 */
import type { Claim } from '../language/ast.ts';
import { KernelError } from '../kernel/seal.ts';
import { passed, within } from './agenda/effort.ts';
import { writtenFormula } from './derived/formula-text.ts';
import { asEquation } from './derived/lengths-in-text.ts';
import { freshContext } from './fresh-context.ts';
import { searchOf, type Attempted } from './known/search-state.ts';
import { NotLowerable } from './lowering/scope.ts';
import { goalOf, proveGoal } from './prove.ts';

export type StopReason = 'proved' | 'exhausted' | 'out of work' | 'not expressible';

export interface Tried {
  readonly strategy: string;
  readonly times: number;
  /** Units of work, that of subgoals included. */
  readonly work: number;
}

export interface SearchReport {
  readonly stop: StopReason;
  /** In a sentence. */
  readonly reason: string;
  readonly tried: readonly Tried[];
  /**
   * Goals without a proof, as hypotheses of a claim; those nearest to the claim first. Some may not
   * parse.
   */
  readonly open: readonly string[];
}

const sentences: Readonly<Record<Exclude<StopReason, 'not expressible'>, string>> = {
  proved: 'A proof was found.',
  exhausted: 'Every strategy that applies was tried to its end.',
  'out of work': 'The work that the prover may do is used up: a longer --time gives it more.',
};

function byStrategy(all: readonly Attempted[]): Tried[] {
  const found = new Map<string, { times: number; work: number }>();
  for (const { strategy, work } of all) {
    const entry = found.get(strategy) ?? { times: 0, work: 0 };
    found.set(strategy, { times: entry.times + 1, work: entry.work + work });
  }
  return [...found]
    .map(([strategy, entry]) => ({ strategy, ...entry, work: Math.round(entry.work) }))
    .toSorted((a, b) => b.work - a.work);
}

function openGoals(all: readonly Attempted[]): string[] {
  const proved = new Set(
    all.flatMap((t) => (t.outcome === 'proved' ? (writtenFormula(t.goal) ?? []) : [])),
  );
  const texts = all
    .filter((t) => t.outcome !== 'proved' && t.depth > 0)
    .toSorted((a, b) => a.depth - b.depth)
    .flatMap((t) => writtenFormula(t.goal) ?? [])
    .map(asEquation);
  return [...new Set(texts)].filter((t) => !proved.has(t));
}

/** Looks for a proof once more, and reports. `time`: milliseconds' worth of work. */
export function searchReport(claim: Claim, { time = 1500 } = {}): SearchReport {
  const ctx = freshContext(within(time));
  try {
    const proof = proveGoal(goalOf(claim), ctx);
    const stop = proof ? 'proved' : passed(ctx.deadline) ? 'out of work' : 'exhausted';
    const { tried } = searchOf(ctx);
    return { stop, reason: sentences[stop], tried: byStrategy(tried), open: openGoals(tried) };
  } catch (error) {
    if (!(error instanceof NotLowerable || error instanceof KernelError)) throw error;
    const reason = `The kernel has no rules for this: ${error.message}.`;
    return { stop: 'not expressible', reason, tried: [], open: [] };
  }
}
