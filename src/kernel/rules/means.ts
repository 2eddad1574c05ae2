/**
 * What is true of means because the mean of what is never negative is not negative. Each rule works
 * out its means from the law and from what is averaged; the conclusion holds where the law exists.
 * Source: Rudin, Real and Complex Analysis, theorems 1.24 and 3.5.
 */
import { list } from '../entry.ts';
import { expectation, type Labelling } from '../expectation.ts';
import { readRandom, type RandomVariable } from '../random-variable.ts';
import { forall, implies, is, less, type Formula } from '../formula.ts';
import { contract, zeros } from '../graph.ts';
import { ratio, isZero, type Ratio } from '../ratio.ts';
import { occurs } from '../occurrence.ts';
import { demand } from '../seal.ts';
import type { Given, Make, Theorem } from '../sequent.ts';
import type { Term } from '../term.ts';
import { wants } from './tools.ts';

/** The names under which theorems mention what they rest on. */
export const monotonicity = 'monotonicity of the mean';
const meanSquare = 'the mean of a square is at least the square of the mean';
const meanProduct = 'Cauchy and Schwarz for means';

const inner = (a: Term, b: Term): Term => {
  const letters = a.shape.map((_, i) => String.fromCharCode(97 + i)).join('');
  return contract([a, b], [letters, letters], '');
};
const square = (t: Term): Term => inner(t, t);

/** The value of a term that is a number written out; null where it is anything else. */
function literalOf(t: Term): Ratio | null {
  const [m, more] = t.monomials;
  if (t.shape.length > 0 || more) return null;
  if (!m) return ratio(0n);
  return m.factors.length + m.wires.length + Object.keys(m.powers).length === 0
    ? m.coefficient
    : null;
}

/** What the law asks for: a variance that is not negative, a covariance matrix that is psd. */
export function lawExists({ law }: RandomVariable): Formula | null {
  if (law.kind !== 'normal') return null;
  const { variance } = law;
  if (variance.shape.length > 0) return is('psd', variance);
  const value = literalOf(variance);
  return value && (isZero(value) || value.num > 0n) ? null : less(zeros([]), variance, false);
}

/**
 * Does the slope of relu at something random stand in it? Its mean is 1/2, also where the law is a
 * point at the kink, at which the slope itself is 0.
 */
const hasSlopeOfRelu = (t: Term, name: string): boolean =>
  t.monomials.some((m) =>
    m.factors.some(({ head }) => {
      if (head.kind === 'variable') return false;
      const args = head.kind === 'jet' ? head.args : [head.arg];
      const isSlope =
        head.kind === 'jet' && head.fn.name === 'relu' && head.orders.some((k) => k > 0);
      return args.some((u) => (isSlope && occurs(name, u)) || hasSlopeOfRelu(u, name));
    }),
  );

/** A random variable of one law, and terms, from outside. */
function read(given: RandomVariable, terms: readonly Term[]): [RandomVariable, Term[]] {
  const x = readRandom(given);
  const all = list(terms, (t) => t as Term);
  all.forEach(demand);
  wants(
    !all.some((t) => hasSlopeOfRelu(t, x.name)),
    `the order of means of slopes of relu of ${x.name}, which counts no kink of probability 1`,
  );
  wants(x.family === 0, `the mean over the family ${x.name}`);
  // moments do not tell the law, so that two means may be by two laws
  wants(x.law.kind !== 'independent', `moments do not tell the law of ${x.name}`);
  return [x, all];
}

export const meanRules = (make: Make) => {
  const said = (
    what: string,
    name: string,
    x: RandomVariable,
    terms: readonly Term[],
    conclusion: Formula,
  ): Theorem => {
    const condition = lawExists(x);
    const { law } = x;
    const parameters: Given[] = law.kind === 'normal' ? [law.mean, law.variance] : [];
    const bound = { kind: 'tensor', name: x.name, shape: x.shape } as const;
    return make(
      'mean',
      [what, bound, law.kind, parameters, [...terms]],
      condition ? implies(condition, conclusion) : conclusion,
      { axioms: [name] },
    );
  };

  /** Where the law of x exists: if l ≤ r for every x, then E l ≤ E r. Both means must exist. */
  function meanOrder(given: RandomVariable, left: Term, right: Term, label?: Labelling): Theorem {
    const [x, [l, r]] = read(given, [left, right]) as [RandomVariable, [Term, Term]];
    const everywhere = forall({ kind: 'tensor', name: x.name, shape: x.shape }, less(l, r, false));
    const means = less(expectation(l, [x], label), expectation(r, [x], label), false);
    return said('order', monotonicity, x, [l, r], implies(everywhere, means));
  }
  /** Where the law of x exists: |E h|² ≤ E |h|². */
  function meanOfSquare(given: RandomVariable, half: Term, label?: Labelling): Theorem {
    const [x, [h]] = read(given, [half]) as [RandomVariable, [Term]];
    const whole = expectation(square(h), [x], label);
    return said(
      'square',
      meanSquare,
      x,
      [h],
      less(square(expectation(h, [x], label)), whole, false),
    );
  }
  /** Where the law of x exists: (E g·h)² ≤ E |g|² E |h|². */
  function meanOfProduct(given: RandomVariable, a: Term, b: Term, label?: Labelling): Theorem {
    const [x, [g, h]] = read(given, [a, b]) as [RandomVariable, [Term, Term]];
    wants(g.shape.join() === h.shape.join(), 'the product of tensors of one shape');
    const both = [g, h].map((t) => expectation(square(t), [x], label)) as [Term, Term];
    const cross = expectation(inner(g, h), [x], label);
    return said('product', meanProduct, x, [g, h], less(square(cross), inner(...both), false));
  }
  return { meanOrder, meanOfSquare, meanOfProduct };
};
