/** Reciprocals entry by entry: s · 1/s = 1 for each entry, and the reciprocal of a product. */
import type { Term } from '../../kernel/term.ts';
import { inverse, scale, variable, zeros } from '../../kernel/graph.ts';
import { equal } from '../../kernel/formula.ts';
import { negative, one, ratio, type Ratio } from '../../kernel/ratio.ts';
import { writeTerm } from '../../kernel/write.ts';
import {
  assume,
  contradiction,
  explode,
  hole,
  inverseOf,
  type Theorem,
} from '../../kernel/theorem.ts';
import { linearBy } from '../derived/labelled.ts';
import { times } from '../graphs/small-terms.ts';
import { type Context } from '../known/context.ts';
import { safely, type Prove } from '../known/strategy.ts';
import {
  entrywiseFactors,
  entryOf,
  nonzeroEntry,
  positiveEntry,
  type Axis,
  type NonzeroEntry,
} from './entry-signs.ts';
import { notZero } from './reciprocal-signs.ts';

/** Arguments of reciprocals entry by entry, each once. */
export function divisorsIn(terms: readonly Term[]): Term[] {
  const found = new Map<string, Term>();
  const visit = (t: Term): void => {
    for (const { factors } of t.monomials)
      for (const { head } of factors) {
        if (head.kind === 'variable') continue;
        (head.kind === 'jet' ? head.args : [head.arg]).forEach(visit);
        if (head.kind === 'inverse' && !head.matrix && head.arg.shape.length > 0)
          found.set(writeTerm(head.arg), head.arg);
      }
  };
  terms.forEach(visit);
  return [...found.values()];
}

/** f ≠ 0 from c f ≠ 0. */
function unscaled({ entry, known }: NonzeroEntry, f: Term, c: Ratio): NonzeroEntry {
  const zero = equal(f, zeros([]));
  const vanishing = linearBy(entry, zeros([]), [
    { equation: assume(zero), context: scale(c, variable(hole, [])) },
  ]);
  return { entry: f, known: contradiction(zero, explode(vanishing, known)) };
}

/** s · 1/s = 1 for an entry s, and 1/(2 s t) = 1/2 1/s 1/t where it is a product. */
export function* reciprocalLaws(
  divisor: Term,
  axes: readonly Axis[],
  ctx: Context,
  prove: Prove,
): Generator<Theorem> {
  const notNought = (t: Term): NonzeroEntry | null => {
    // what is stated first: proving a sign may take long
    const stated = positiveEntry(t, axes, ctx, () => null);
    const found =
      stated ?? safely(() => nonzeroEntry(t, axes, ctx)) ?? positiveEntry(t, axes, ctx, prove);
    if (!found) return null;
    return 'known' in found
      ? found
      : { entry: found.entry, known: notZero(found.sign, found.entry) };
  };
  const found = notNought(divisor);
  if (!found) return;
  const whole = inverseOf(found.known);
  yield whole;
  const { by, factors } = entrywiseFactors(divisor);
  if (factors.length === 0 || (factors.length === 1 && by.num === by.den)) return;
  const single = (f: Term): NonzeroEntry | null =>
    safely(() => unscaled(found, entryOf(f, axes), by)) ?? notNought(f);
  const parts = factors.map(factors.length === 1 ? single : notNought);
  const known = parts.flatMap((p) => p ?? []);
  if (known.length < parts.length) return;
  const over = known.map((p) => inverse(p.entry));
  const right = scale(ratio(by.den, by.num), times(...over));
  const here = variable(hole, []);
  const own = inverse(found.entry);
  yield linearBy(own, right, [
    ...known.map((p, k) => ({
      equation: inverseOf(p.known),
      context: scale(
        negative(one),
        times(here, own, ...known.slice(k + 1).map((q) => q.entry), ...over.slice(k + 1)),
      ),
    })),
    { equation: whole, context: times(here, right) },
  ]);
}
