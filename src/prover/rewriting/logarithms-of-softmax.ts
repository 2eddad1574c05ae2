/** log softmax(z), entry by entry. */
import type { Term } from '../../kernel/term.ts';
import { bareHead, inverse, variable } from '../../kernel/graph.ts';
import { equal } from '../../kernel/formula.ts';
import { atEntries, logarithm, valueOf } from '../../kernel/laws.ts';
import {
  both,
  fact,
  hole,
  law,
  modusPonens,
  positiveValue,
  replace,
  type Theorem,
} from '../../kernel/theorem.ts';
import { linearBy } from '../derived/labelled.ts';
import { argumentOf } from '../graphs/named-functions.ts';
import { minus, times } from '../graphs/small-terms.ts';
import { type Context } from '../known/context.ts';
import { entryOf, lifted, type Axis } from './entry-signs.ts';
import { positiveReciprocal } from './reciprocal-signs.ts';

/** log softmax(z) = z − log Σ exp(z), entry by entry: softmax(z) is exp(z) over the sum. */
export function logarithmOfSoftmax(z: Term, axes: readonly Axis[], ctx: Context): Theorem | null {
  const quotient = law('softmax', z, 3);
  const total = fact('a sum of exponentials', z);
  if (total.conclusion.kind !== 'less') return null;
  const [at, sum] = [entryOf(z, axes), total.conclusion.right];
  const over = positiveReciprocal(sum, total, ctx);
  if (!over) return null;
  const power = valueOf('exp', at);
  const parts = [
    modusPonens(
      fact('logarithm of a product', power, inverse(sum)),
      both(positiveValue('exp', at), over),
    ),
    fact('logarithm of exp', at),
    modusPonens(fact('logarithm of a reciprocal', sum), total),
  ];
  const told = linearBy(
    logarithm(times(power, inverse(sum))),
    minus(at, logarithm(sum)),
    parts.map((t) => ({ equation: t, context: variable(hole, []) })),
  );
  const all = lifted(told, axes);
  if (all.conclusion.kind !== 'equal') return null;
  const context = equal(atEntries('log', variable(hole, z.shape)), all.conclusion.right);
  return replace(context, quotient, all);
}

/** z where the term is softmax(z) for a vector z. */
export const softmaxOf = (t: Term): Term | null => {
  const z = argumentOf('softmax', bareHead(t));
  return z?.shape.length === 1 ? z : null;
};
