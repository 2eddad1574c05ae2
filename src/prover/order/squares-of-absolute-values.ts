/** Known lower bounds of |s|, squared: c <= |s| with 0 <= c gives c^2 <= s^2. */
import { scale } from '../../kernel/graph.ts';
import { less, type Formula } from '../../kernel/formula.ts';
import { valueOf } from '../../kernel/laws.ts';
import { ratio } from '../../kernel/ratio.ts';
import type { Term } from '../../kernel/term.ts';
import { law, weak, type Theorem } from '../../kernel/theorem.ts';
import { byFacts } from '../derived/labelled.ts';
import { minus, nought, squareOf } from '../graphs/small-terms.ts';
import type { Context, Fact } from '../known/context.ts';
import { assuming } from '../known/facts.ts';
import { ask, strategyFor, type Attempt, type Strategy } from '../known/strategy.ts';

const mark = 'squares of absolute values';
/** Milliseconds' worth of work for the sign of a bound, and for its square. */
const patience = 150;

/** |inside| is at least the bound. */
interface Below {
  readonly inside: Term;
  readonly bound: Term;
}

/** What a formula says of |s| from below, where |s| stands alone. */
function belowIn(f: Formula): Below[] {
  const sides =
    f.kind === 'less'
      ? [minus(f.right, f.left)]
      : f.kind === 'equal' && f.left.shape.length === 0
        ? [minus(f.right, f.left), minus(f.left, f.right)]
        : [];
  return sides.flatMap((gap) => gap.monomials.flatMap((m) => belowOf(m, gap)));
}

function belowOf(m: Term['monomials'][number], gap: Term): Below[] {
  const [f, ...more] = m.factors;
  if (!f || more.length > 0 || Object.keys(m.powers).length > 0 || m.coefficient.num <= 0n)
    return [];
  const { head } = f;
  if (head.kind !== 'jet' || head.fn.name !== 'abs' || head.orders[0] !== 0) return [];
  const [inside] = head.args;
  if (inside?.shape.length !== 0 || head.params.length > 0) return [];
  const { num, den } = m.coefficient;
  return [{ inside, bound: minus(valueOf('abs', inside), scale(ratio(den, num), gap)) }];
}

const belowKnown = (known: Context): Below[] =>
  known.facts.flatMap(({ theorem }) => belowIn(theorem.conclusion));

/** c^2 <= s^2 */
function* squared({ inside, bound }: Below, known: Context): Attempt {
  const sign = yield* ask(less(nought(), bound, false), known, patience);
  if (!sign) return null;
  const value = valueOf('abs', inside);
  const squares = yield* ask(less(squareOf(bound), squareOf(value), false), known, patience);
  const same = law('abs', inside, 0);
  return squares && byFacts(squareOf(bound), squareOf(inside), false, [squares, weak(same)]);
}

const squaresFor = (kind: 'less' | 'not'): Strategy =>
  strategyFor(kind, {
    name: `${mark} (${kind})`,
    summary: 'c^2 <= s^2 is known too, because 0 <= c <= |s|',
    notFor: ['bounds'],
    promise: (_, known) =>
      !known.replaced.includes(mark) && belowKnown(known).length > 0 ? 0.35 : null,
    *prove(goal, known): Attempt {
      const facts: Fact[] = [];
      for (const below of belowKnown(known)) {
        const theorem: Theorem | null = yield* squared(below, known);
        if (theorem) facts.push({ theorem, name: mark });
      }
      if (facts.length === 0) return null;
      const more = { ...known, replaced: [...known.replaced, mark] };
      return yield* assuming(more, facts, (c) => ask(goal, c));
    },
  });

export const squaresOfAbsoluteValues: readonly Strategy[] = [squaresFor('less'), squaresFor('not')];
