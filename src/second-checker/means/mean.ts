/**
 * E[..] over independent random variables, one after the other: of polynomials by moments, of
 * smooth functions by parts and by names, of relu and |·| by signs, and what has a closed form. A
 * mean that none of these tells is not read.
 */
import { roughIn } from '../mentions.ts';
import { Refusal } from '../rational.ts';
import { Sameness } from '../same.ts';
import { add, zeros, type Mono, type Term } from '../term.ts';
import { unread } from '../claim/tree.ts';
import { byParts } from './by-parts.ts';
import { closedForm, withoutSoftmax } from './closed-forms.ts';
import { demandMean } from './growth.ts';
import type { MeanFunctions } from './mean-functions.ts';
import { pulledOut } from './moments.ts';
import { collected, tidy } from './tidy.ts';
import { isInside, isVariable, pieceOf, type Random } from './random.ts';
import { withoutKinks } from './signs.ts';

interface Around {
  readonly functions: MeanFunctions;
  /** All that is still random. */
  readonly random: readonly string[];
  readonly sameness: Sameness;
}

/** The mean of one product, by the first rule that knows of it. */
function ofProduct(m: Mono, x: Random, around: Around): Term {
  const isPlain = m.factors.some((f) => isVariable(f, x));
  const inside = m.factors.filter((f) => isInside(f, x));
  const again = (t: Term): Term => over(t, x, around);
  if (inside.length === 0)
    return isPlain
      ? again(pulledOut(m, x))
      : { shape: m.free.map((w) => m.dims[w] as string), sum: [m] };
  const summed = withoutSoftmax(m);
  if (summed) return again(summed);
  const closed = closedForm(m, x);
  if (closed) return closed;
  if (inside.some((f) => roughIn(pieceOf(f)[0], x.name)))
    return again(withoutKinks(m, x, around.random));
  return isPlain ? again(byParts(m, x)) : around.functions.mean(m, x);
}

const over = (t: Term, x: Random, around: Around): Term => {
  const parts = collected(t, around.sameness).sum.map((m) => ofProduct(m, x, around));
  return parts.length === 0 ? zeros(t.shape) : collected(add(...parts), around.sameness);
};

/**
 * The mean over all of them, the last declared first: later layers are mostly declared later. Where
 * one cannot be averaged yet, another may be.
 */
export function mean(t: Term, random: readonly Random[], functions: MeanFunctions): Term {
  const whole = tidy(t);
  demandMean(whole, random);
  let [value, rest] = [whole, random.toReversed()];
  while (rest.length > 0) {
    const around = { functions, random: rest.map((x) => x.name), sameness: new Sameness() };
    let why = '';
    const done = rest.find((x) => {
      try {
        value = over(value, x, around);
        return true;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        why ||= error.message;
        return false;
      }
    });
    if (!done) throw new Refusal(why);
    rest = rest.filter((x) => x !== done);
  }
  return random.some((x) =>
    value.sum.some((m) => m.factors.some((f) => isVariable(f, x) || isInside(f, x))),
  )
    ? unread('a mean in which something random is left')
    : value;
}
