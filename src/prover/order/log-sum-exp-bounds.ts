/** log Σ exp(u_i) by the largest entry of u, and by its tangents at other vectors. */
import type { Dim, Term } from '../../kernel/term.ts';
import { add, dimension, operation, variable } from '../../kernel/graph.ts';
import type { Formula, FormulaOf } from '../../kernel/formula.ts';
import { logarithm, valueOf } from '../../kernel/laws.ts';
import {
  both,
  fact,
  first,
  hole,
  modusPonens,
  positiveValue,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { positiveSizes } from '../derived/dimension-signs.ts';
import { byFacts, linearBy } from '../derived/labelled.ts';
import { at, summed, type Place } from './coordinate-facts.ts';
import { guarded, logSumExps } from './entries-and-sums.ts';

/** log Σ exp(u_i) ≤ max(u) + log n. */
export function logSumExpBelow(u: Term, place: Place): Theorem {
  const top = operation('max', u);
  const own = guarded(fact('an entry below the largest entry', u, place.e), place);
  const rises = modusPonens(first(fact('exp is increasing', at(u, place), top)), own);
  const powers = guarded(fact('entries at a coordinate', valueOf('exp', u), place.e), place);
  const all = summed(
    byFacts(at(valueOf('exp', u), place), valueOf('exp', top), false, [weak(powers), rises]),
    place,
  );
  const { left: sum, right } = all.conclusion as FormulaOf<'less'>;
  const n = dimension(place.dim as Dim);
  const positive = fact('a sum of exponentials', u);
  const order = modusPonens(fact('logarithm is increasing', sum, right), positive);
  const logs = modusPonens(first(order), all);
  const signs = both(positiveSizes(n) as Theorem, positiveValue('exp', top));
  const whole = variable(hole, []);
  const same = linearBy(logarithm(right), add(logarithm(n), top), [
    {
      equation: modusPonens(fact('logarithm of a product', n, valueOf('exp', top)), signs),
      context: whole,
    },
    { equation: fact('logarithm of exp', top), context: whole },
  ]);
  return byFacts(logarithm(sum), add(logarithm(n), top), false, [logs, weak(same)]);
}

/** The tangents of log Σ exp at each two of the goal's vectors. */
export function tangents(goal: Formula, place: Place): Theorem[] {
  const points = logSumExps(goal, place).slice(0, 3);
  return points.flatMap((u) =>
    points.filter((v) => v !== u).map((v) => fact('log-sum-exp lies above its tangents', u, v)),
  );
}
