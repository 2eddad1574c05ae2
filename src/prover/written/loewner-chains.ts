/** A chain of links A <<= B and A = B between matrices: its first and last term. */
import { type Formula, equal, is } from '../../kernel/formula.ts';
import { variable } from '../../kernel/graph.ts';
import type { Term } from '../../kernel/term.ts';
import {
  type Theorem,
  assume,
  discharge,
  generalise,
  modusPonens,
  specialise,
} from '../../kernel/theorem.ts';
import { minus } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import { withFacts } from '../known/facts.ts';
import { safely } from '../known/strategy.ts';
import { proveFormula } from '../search.ts';

/** A link between two terms, the lower one first. */
export interface LoewnerLink {
  readonly theorem: Theorem;
  readonly low: Term;
  readonly high: Term;
}

type Kind = 'equal' | 'flipped' | 'psd';

/** What a link says of two terms. */
function said(kind: Kind, low: Term, high: Term): Formula {
  if (kind === 'psd') return is('psd', minus(high, low));
  return kind === 'equal' ? equal(low, high) : equal(high, low);
}

/** Is the equation of a link written from its higher term on? */
const kindOf = ({ theorem: { conclusion: f } }: LoewnerLink, turned: boolean): Kind =>
  f.kind !== 'equal' ? 'psd' : turned ? 'flipped' : 'equal';

/**
 * Both links joined, by what holds of any three matrices: the terms themselves, which may be long,
 * are put in at the end.
 */
function joined(
  [first, second]: readonly [LoewnerLink, LoewnerLink],
  kinds: readonly [Kind, Kind],
  ctx: Context,
): LoewnerLink | null {
  const { shape } = first.low;
  const [a, b, c] = [0, 1, 2].map((i) => variable(`link#${i}`, shape)) as [Term, Term, Term];
  const given = [said(kinds[0], a, b), said(kinds[1], b, c)] as const;
  const goal = said('psd', a, c);
  const facts = given.map((f) => ({ theorem: assume(f), name: 'link' }));
  const proved = withFacts(ctx, facts, (inner) => proveFormula(goal, inner));
  if (!proved) return null;
  let t = discharge(given[0], discharge(given[1], proved));
  for (const i of [2, 1, 0]) t = generalise({ kind: 'tensor', name: `link#${i}`, shape }, t);
  for (const term of [first.low, first.high, second.high])
    t = specialise(t, { kind: 'term', term });
  return {
    theorem: modusPonens(modusPonens(t, first.theorem), second.theorem),
    low: first.low,
    high: second.high,
  };
}

/** The whole of the links, of which at least one is an inequality; null where they do not join. */
export function loewnerChain(
  links: readonly LoewnerLink[],
  turned: boolean,
  ctx: Context,
): Theorem | null {
  const [start, ...rest] = links;
  if (!start) return null;
  // equations are added to an inequality, so that the sum of two links is always one
  const at = links.findIndex(({ theorem }) => theorem.conclusion.kind === 'is');
  if (at < 0) return null;
  return safely(() => {
    let whole: LoewnerLink | null = links[at] as LoewnerLink;
    for (const next of rest.slice(at))
      whole = whole && joined([whole, next], ['psd', kindOf(next, turned)], ctx);
    for (const before of links.slice(0, at).toReversed())
      whole = whole && joined([before, whole], [kindOf(before, turned), 'psd'], ctx);
    return whole?.theorem ?? null;
  });
}
