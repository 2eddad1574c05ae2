/** 1 + exp(u): its logarithm is softplus(u), and exp(u) over it is σ(u). */
import type { Term } from '../../kernel/term.ts';
import {
  add,
  bareHead,
  contract,
  inverse,
  number,
  scale,
  variable,
  zeros,
} from '../../kernel/graph.ts';
import { equal } from '../../kernel/formula.ts';
import { logarithm, valueOf } from '../../kernel/laws.ts';
import {
  assume,
  contradiction,
  fact,
  hole,
  inverseOf,
  law,
  positiveValue,
  replace,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { letters } from '../graphs/indices.ts';
import { subgraph } from '../graphs/subgraph.ts';
import { negative, one } from '../../kernel/ratio.ts';
import { minus, times } from '../graphs/small-terms.ts';
import { absurd, alike, linearBy, orderBy, summand } from './labelled.ts';

/** u where the term is 1 + exp(u), entry by entry; null elsewhere. */
export function softplusArgument(t: Term): Term | null {
  if (t.monomials.length !== 2) return null;
  for (const m of t.monomials) {
    if (m.factors.length !== 1 || m.coefficient.num !== m.coefficient.den) continue;
    const power = subgraph(m, m.factors, m.free);
    const head = bareHead(power);
    if (head?.kind !== 'jet' || head.fn.name !== 'exp' || head.orders[0] !== 0) continue;
    if (alike(minus(t, power), onesLike(t))) return head.args[0] as Term;
  }
  return null;
}

const onesLike = ({ shape }: Term): Term => {
  const names = letters(shape.length);
  return contract([], [], names, Object.fromEntries(shape.map((d, i) => [names[i] as string, d])));
};

/** log(1 + exp(s)) = softplus(s) for a number s. */
export function logarithmIsSoftplus(s: Term): Theorem {
  const value = valueOf('softplus', s);
  return replace(
    equal(logarithm(variable(hole, [])), value),
    fact('softplus by exp', s),
    fact('logarithm of exp', value),
  );
}

/** 1 + exp(s) is not 0, and times its reciprocal it is 1. */
function unitOf(total: Term, s: Term): Theorem {
  const positive = orderBy(zeros([]), total, true, [
    summand([]),
    summand([positiveValue('exp', s)]),
  ]);
  const zero = equal(total, zeros([]));
  return inverseOf(contradiction(zero, absurd([positive, weak(assume(zero))])));
}

/** 1 / (1 + exp(s)) = σ(−s) for a number s: σ(−s) (1 + exp(s)) = 1. */
export function reciprocalIsSigmoid(s: Term): Theorem {
  const total = add(number(one), valueOf('exp', s));
  const [over, sigma] = [inverse(total), valueOf('sigmoid', scale(negative(one), s))];
  const here = variable(hole, []);
  return linearBy(over, sigma, [
    {
      equation: fact('sigmoid by exp', scale(negative(one), s)),
      context: scale(negative(one), times(here, over)),
    },
    { equation: unitOf(total, s), context: times(here, sigma) },
  ]);
}

/**
 * σ(s) = exp(s) / (1 + exp(s)) for a number s: σ(s) (1 + exp(−s)) = 1, exp(s) exp(−s) = 1, and 1 +
 * exp(s) is not 0.
 */
export function sigmoidIsQuotient(s: Term): Theorem {
  const [sigma, power] = [valueOf('sigmoid', s), valueOf('exp', s)];
  const total = add(number(one), power);
  const over = inverse(total);
  const here = variable(hole, []);
  return linearBy(sigma, times(power, over), [
    {
      equation: unitOf(total, s),
      context: scale(negative(one), times(here, sigma)),
    },
    { equation: fact('sigmoid by exp', s), context: times(here, power, over) },
    { equation: law('exp', s, 2), context: scale(negative(one), times(here, sigma, over)) },
  ]);
}
