/** Equality by everything that is tried without being asked, cheapest first. */
import type { Term } from '../../kernel/term.ts';
import type { Theorem } from '../../kernel/theorem.ts';
import { withArguments } from '../rewriting/arguments.ts';
import { byEquations, withInverses } from '../rewriting/by-equations.ts';
import { cancelledTo, saturated } from '../rewriting/cancelling.ts';
import { withCayleyHamilton } from '../matrices/cayley-hamilton.ts';
import { byClearing, byMultiplying, byScalar } from '../rewriting/clearing.ts';
import type { Context } from '../known/context.ts';
import { withProjectorRanks } from '../matrices/det-predicates.ts';
import { byDeterminants, withDets } from '../matrices/determinants.ts';
import { operationsIn } from '../graphs/heads.ts';
import { byPseudoInverses } from '../matrices/pseudo-inverses.ts';
import { withInstances } from '../known/universal.ts';
import { withSquares } from './vanishing-squares.ts';
import { bySquare, withVanishingSums } from './vanishing-sums.ts';

/** left = right by everything that is tried without being asked. */
export function proveEqual(left: Term, right: Term, given: Context): Theorem | null {
  const near = withProjectorRanks(withInstances(given, left, right), left, right);
  const determined = byDeterminants(left, right, near);
  if (determined) return determined;
  const pseudo = byPseudoInverses(left, right, near);
  if (pseudo) return pseudo;
  const ctx = withArguments(
    operationsIn([left, right], 'det').length > 0
      ? withCayleyHamilton(withDets(near), left, right)
      : near,
    left,
    right,
    ...near.equations.slice(0, 16).flatMap((e) => [e.left, e.right]),
  );
  const direct = byEquations(left, right, ctx) ?? byClearing(left, right, ctx, 2);
  if (direct) return direct;
  const inverted = withInverses(
    ctx,
    left,
    right,
    ...ctx.equations.flatMap((e) => [e.left, e.right]),
  );
  const enough = cancelledTo(left, right, inverted);
  const cancelled = enough.found ? byEquations(left, right, enough.context) : null;
  if (cancelled) return cancelled;
  const more = saturated(
    withSquares(withVanishingSums(enough.found ? saturated(enough.context) : enough.context)),
  );
  const later =
    more.equations.length > ctx.equations.length ? byEquations(left, right, more) : null;
  return (
    later ??
    byMultiplying(left, right, more) ??
    byScalar(left, right, more) ??
    bySquare(left, right, more)
  );
}
