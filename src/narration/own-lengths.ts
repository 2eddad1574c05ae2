/** Lengths and roots that the claim writes, `|x + y|`, by what stands under their root. */
import { exprText, type Claim, type Expr } from '../language/index.ts';
import { partsOf } from '../language/parts.ts';
import { bareHead } from '../kernel/graph.ts';
import { KernelError } from '../kernel/seal.ts';
import type { Term } from '../kernel/term.ts';
import { difference } from '../prover/graphs/sum.ts';
import { lower } from '../prover/lowering/lower.ts';
import { NotLowerable } from '../prover/lowering/scope.ts';
import type { Goal } from '../prover/prove.ts';
import { sidesOf } from '../language/related-expressions.ts';

const rooted = new Set(['bars', 'norm', 'normF', 'sqrt']);
const within = (e: Expr): Expr[] => [e, ...partsOf(e).flatMap(within)];
const isRooted = (e: Expr): boolean =>
  (e.kind === 'operator' && rooted.has(e.operator)) || (e.kind === 'call' && e.fn === 'sqrt');

/** What stands under the root of a number; null of anything else. */
function underRoot(e: Expr, goal: Goal): Term | null {
  try {
    const head = bareHead(lower(e, { ...goal.scope, conditions: [] }));
    return head?.kind === 'jet' && head.fn.name === 'sqrt' && head.args[0]?.shape.length === 0
      ? head.args[0]
      : null;
  } catch (error) {
    // what stands under a binder has no meaning on its own
    if (error instanceof NotLowerable || error instanceof KernelError) return null;
    throw error;
  }
}

const noSwaps = new Map<string, 1n>();

/** The claim's text for the root of a number; null of any other number. */
export function ownLengths(claim: Claim, goal: Goal): (under: Term) => string | null {
  const own = [claim.conclusion, ...claim.hypotheses]
    .flatMap((f) => sidesOf(f))
    .flatMap(within)
    .filter(isRooted)
    .flatMap((e) => {
      const under = underRoot(e, goal);
      return under === null ? [] : [{ under, text: exprText(e) }];
    });
  return (under) =>
    own.find((one) => difference(one.under, under, noSwaps).size === 0)?.text ?? null;
}
