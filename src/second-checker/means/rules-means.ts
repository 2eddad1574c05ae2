/**
 * What is true of means because the mean of what is never negative is never negative: they keep
 * order, (E h)² <= E h², and (E gh)² <= E g² E h² (Rudin, Real and Complex Analysis, theorems 1.24
 * and 3.5). Each step names the law and what is averaged, and holds where the law exists.
 */
import { both, compare, is, key, quantify, type Formula } from '../formula.ts';
import { mentions } from '../mentions.ts';
import { text } from '../formula-text.ts';
import { demand, refuse } from '../rational.ts';
import { listOf, termOf, type Application, type Rule } from '../step.ts';
import { einsum, labelsFor, zeros, type Term } from '../term.ts';
import { mean } from './mean.ts';
import { covarianceOf, described, type Random } from './random.ts';

const inner = (a: Term, b: Term): Term => {
  const l = labelsFor('a', a.shape);
  return einsum(
    [],
    [
      [a, l],
      [b, l],
    ],
  );
};
const square = (t: Term): Term => inner(t, t);
const atMost = (a: Term, b: Term): Formula => compare(a, b, false);

/** A number that is written out and not negative. */
function isPlainlyVariance(t: Term): boolean {
  const [m, more] = t.sum;
  if (t.shape.length > 0 || more) return false;
  return !m || (m.factors.length + m.dims.length + m.powers.size === 0 && m.c.n >= 0n);
}
function whereLawExists(x: Random, f: Formula): Formula {
  const [variance] = x.central;
  if (!variance || isPlainlyVariance(variance)) return f;
  const exists = variance.shape.length > 0 ? is('psd', variance) : atMost(zeros([]), variance);
  return both('implies', exists, f);
}

/** The random variable that a step names. */
function randomOf(a: Application): Random {
  const bound = a.bound(1);
  if (bound.kind !== 'tensor') return refuse('a random variable is a tensor');
  const params = listOf(a.given[3]).map(termOf);
  const x = described({ ...bound, family: 0, law: a.text(2), params });
  demand(x.kind !== 'independent', `moments do not tell the law of ${x.name}`);
  return x;
}

/** Each kind of step: how many terms, the name that it rests on, and what follows of them. */
const kinds: Readonly<
  Record<string, { terms: number; name: string; says: (x: Random, e: Mean, t: Term[]) => Formula }>
> = {
  order: {
    terms: 2,
    name: 'monotonicity of the mean',
    says: ({ name, shape }, e, [l, r]) =>
      both(
        'implies',
        quantify('forall', { kind: 'tensor', name, shape }, atMost(l as Term, r as Term)),
        atMost(e(l as Term), e(r as Term)),
      ),
  },
  square: {
    terms: 1,
    name: 'the mean of a square is at least the square of the mean',
    says: (_, e, [h]) => atMost(square(e(h as Term)), e(square(h as Term))),
  },
  product: {
    terms: 2,
    name: 'Cauchy and Schwarz for means',
    says: (_, e, [g, h]) =>
      atMost(
        square(e(inner(g as Term, h as Term))),
        inner(e(square(g as Term)), e(square(h as Term))),
      ),
  },
};
type Mean = (t: Term) => Term;

/** The mean of relu' of what is always 0 is not its value there, so that it keeps no order. */
const hasSlope = (t: Term, name: string): boolean =>
  t.sum.some((m) =>
    m.factors.some(({ head: h }) => {
      const isSlope = h.kind === 'jet' && h.fn.name === 'relu' && h.orders.some((k) => k > 0);
      return h.args.some((u) => (isSlope && mentions(u, name)) || hasSlope(u, name));
    }),
  );

export const meanRules: Readonly<Record<string, Rule>> = {
  mean: (a) => {
    a.takes(0, 5);
    const what = a.text(0);
    const kind =
      (Object.hasOwn(kinds, what) ? kinds[what] : undefined) ??
      refuse(`an unknown step about means: ${what}`);
    const x = randomOf(a);
    const terms = listOf(a.given[4]).map(termOf);
    demand(terms.length === kind.terms, `${kind.terms} terms are wanted`);
    demand(!terms.some((t) => hasSlope(t, x.name)), `a slope of relu at a kink of ${x.name}`);
    const own = kind.says(x, (t) => mean(t, [x], a.means.functions), terms);
    a.means.tell(a.goal, whereLawExists(x, own), covarianceOf(x));
    // names of functions are compared when all are known
    return { conclusion: a.goal, axioms: [kind.name] };
  },
  'mean value': (a) => {
    a.takes(1, 2);
    const [goal, hypotheses] = [a.formula(0), listOf(a.given[1]).map((h) => h as Formula)];
    const valueOf = (f: Formula): string => key(a.means.unfolded(f), a.sameness);
    demand(valueOf(goal) === valueOf(a.any(0)), 'the statement is another at its values');
    const known = new Set(hypotheses.map(valueOf));
    for (const h of a.sequent(0).hypotheses.values())
      demand(known.has(valueOf(h)), `a hypothesis is left out: ${text(h)}`);
    return { conclusion: goal, instead: hypotheses };
  },
};
