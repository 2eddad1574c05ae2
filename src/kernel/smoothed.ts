/**
 * Means of smooth functions of something random. Factors x go by parts (see by-parts.ts). What is
 * left is the mean of a function at b + L(x − μ), which is itself a smooth function of b: its
 * derivatives are the means of the derivatives. It gets a name of its own, one for each function,
 * linear map and law (see mean-names.ts). Nothing else is known of it, so that what is proved of it
 * holds for every function. All of this applies to integrable functions with integrable
 * derivatives: a reader of a claim lists that among what it assumes.
 */
import { substitute } from './calculus.ts';
import { occurs, occursRough } from './occurrence.ts';
import { add, contract, factorTerm, jet, scale, splice, variable, type Piece } from './graph.ts';
import { lettersOf, linearPart, meanTerm, repeated } from './by-parts.ts';
import { defineMean, type MeanDefinition } from './mean-definitions.ts';
import { named } from './mean-names.ts';
import { negative, one } from './ratio.ts';
import { fail } from './seal.ts';
import type { Law, RandomVariable } from './random-variable.ts';
import type { Factor, FunctionSymbol, Head, Monomial, Term } from './term.ts';
import { writeTerm } from './write.ts';

export const isInside = (f: Factor, name: string): boolean =>
  f.head.kind !== 'variable' && occurs(name, factorTerm(f));

/**
 * Do only smooth functions of affine arguments hide the variable? Then this room knows the graph's
 * mean, or says why not.
 */
export function isSmooth(m: Monomial, { name }: RandomVariable): boolean {
  return !m.factors.some((f) => isInside(f, name) && occursRough(name, factorTerm(f)));
}

/**
 * The mean must be one function for all values of the function's indices: each index stands nowhere
 * in the linear map, or fixes one axis along which the entries are independent and of one law.
 */
function demandAlike(linear: Term, params: number, input: number, x: RandomVariable): string {
  const { law } = x;
  const alike = (axis: number): boolean =>
    axis < x.family || law.kind !== 'normal' || law.variance.shape.length === 0;
  const patterns = linear.monomials.map((m) =>
    m.free
      .slice(0, params)
      .map((w) => {
        const places = m.free.flatMap((v, place) => (v === w ? [place] : []));
        const axis = (places[1] ?? -1) - params - input;
        if (
          m.factors.some((f) => f.slots.includes(w)) ||
          places.length > 2 ||
          (places.length === 2 && !alike(axis))
        )
          return fail(`the mean of a function whose law depends on its index`);
        return places.length === 2 && axis < 0
          ? fail('the mean of a function whose law depends on its index')
          : axis;
      })
      .join(),
  );
  const [first = ''] = patterns;
  return patterns.every((p) => p === first)
    ? first
    : fail('the mean of a function whose law depends on its index');
}

const written = (t: Term): string => writeTerm(t);
/**
 * The parameters of a law apart from its centre: a law known by moments alone may change with its
 * mean.
 */
const lawTerms = (law: Law): readonly Term[] =>
  law.kind === 'rademacher'
    ? []
    : law.kind === 'normal'
      ? [law.variance]
      : [law.mean, ...law.central];

interface Inside {
  readonly factor: Factor;
  readonly head: Head & { kind: 'jet' };
  readonly linear: readonly Term[];
  /** Which function of which arguments it is, then which derivative. */
  readonly text: string;
}
const symbolOf = ({ fn }: Head & { kind: 'jet' }): string =>
  `${fn.name}${fn.kinks ? '~' : ''}<${fn.family.join()};${fn.inputs.map((d) => d ?? '.').join()};${fn.output ?? '.'}>`;

function insideOf(factor: Factor, x: RandomVariable): Inside {
  const { head } = factor;
  if (head.kind !== 'jet')
    return fail(`the mean of a function of ${x.name} that is not a derivative of a function`);
  const linear = head.args.map((arg) => linearPart(arg, x));
  return {
    factor,
    head,
    linear,
    text: [symbolOf(head), ...head.args.map(written), head.orders.join()].join(' | '),
  };
}

/**
 * The linear maps that have one law: L(x − μ) and −L(x − μ), where the law of x − μ does not change
 * with the sign.
 */
const mirrored = (linear: readonly Term[], law: Law): readonly (readonly Term[])[] =>
  law.kind === 'independent' ? [linear] : [linear, linear.map((l) => scale(negative(one), l))];

/**
 * The functions that hide the variable: one, or several of scalar values, whose product is one
 * function of all their arguments. Products of the same functions are written in one order, whatever
 * their derivatives.
 */
function functionsOf(m: Monomial, x: RandomVariable): readonly [Inside, ...Inside[]] {
  const inside = m.factors
    .filter((f) => isInside(f, x.name))
    .map((f) => insideOf(f, x))
    .sort((f, g) => (f.text < g.text ? -1 : f.text > g.text ? 1 : 0));
  const [only] = inside;
  if (!only) return fail(`the mean of a term that does not depend on ${x.name}`);
  if (
    inside.length > 4 ||
    (inside.length > 1 &&
      inside.some(
        ({ head: { fn, params } }) => fn.output !== null || fn.family.length + params.length > 0,
      ))
  )
    return fail(`the mean of a product of functions of ${x.name} that are not scalars`);
  return [only, ...inside.slice(1)];
}

/** The mean of a graph in which the variable stands inside smooth functions alone. */
export function smoothed(m: Monomial, x: RandomVariable): Term {
  const inside = functionsOf(m, x);
  const [only] = inside;
  const { fn, params } = only.head;
  const [args, linear, orders, inputs] = [
    inside.flatMap((f) => f.head.args),
    inside.flatMap((f) => f.linear),
    inside.flatMap((f) => f.head.orders),
    inside.flatMap((f) => f.head.fn.inputs),
  ];
  const patterns = linear.map((l, j) =>
    demandAlike(l, params.length, (args[j] as Term).shape.length - params.length, x),
  );
  // f(x_i, x_j) has another law where i = j: arguments that move with the variable move with the
  // same indices
  if (new Set(patterns.filter((_, j) => (linear[j] as Term).monomials.length > 0)).size > 1)
    fail(`the mean of a function whose arguments meet ${x.name} at different indices`);
  const { name, more } = named(
    {
      what: [
        inside.map((f) => symbolOf(f.head)).join(' . '),
        params.join(),
        patterns.join(';'),
        x.law.kind,
        x.shape.join(),
        `${x.family}`,
        // moments do not tell the law: each variable of which moments alone are known has its own
        x.law.kind === 'independent' ? x.name : '',
      ],
      terms: mirrored(linear, x.law).map((l) => [...l, ...lawTerms(x.law)]),
    },
    [...x.shape, ...params],
    inside.map((f) => f.head.fn),
  );
  const mean = meanTerm(x);
  const centre = args.map((arg) =>
    occurs(x.name, arg) ? substitute(arg, x.name, { kind: 'term', term: mean }) : arg,
  );
  const symbol = {
    name,
    family: fn.family,
    inputs: [...inputs, ...more.map(({ input }) => input)],
    output: fn.output,
    // where the law is a point or a sign, the mean has the kinks of the function
    kinks: inside.some((f) => f.head.fn.kinks === true),
  };
  const further = more.map(({ term }) => repeated(term, params));
  const value = jet(symbol, [...orders, ...more.map(() => 0)], [...centre, ...further], params);
  defineMean(name, () => averaged(inside, linear, symbol, further, x));
  const gone = new Set(inside.map((f) => f.factor));
  const rest = m.factors.flatMap((f): Piece[] =>
    gone.has(f) ? [] : [{ term: factorTerm(f), on: f.slots }],
  );
  return splice({ wires: m.wires, free: m.free }, [
    ...rest,
    { term: value, on: inside.flatMap((f) => f.factor.slots) },
  ]);
}

/** What the function is: the mean of g(b + L (x − μ)), for variables b. */
function averaged(
  inside: readonly Inside[],
  linear: readonly Term[],
  symbol: FunctionSymbol,
  further: readonly Term[],
  x: RandomVariable,
): MeanDefinition {
  const { params } = (inside[0] as Inside).head;
  const moved = add(variable(x.name, x.shape), scale(negative(one), meanTerm(x)));
  const shapes = inside.flatMap((f) => f.head.args.map((arg) => arg.shape));
  const centre = shapes.map((shape, j) => variable(`b#${j + 1}`, shape));
  const args = centre.map((b, j) => {
    const [own, axes] = [lettersOf(b.shape), lettersOf([...b.shape, ...x.shape])];
    return add(b, contract([linear[j] as Term, moved], [axes, axes.slice(own.length)], own));
  });
  let next = 0;
  const jets = inside.map(({ head: { fn, orders } }) => {
    const own = args.slice(next, (next += orders.length));
    return jet(
      fn,
      own.map(() => 0),
      own,
      params,
    );
  });
  const [only, another] = jets;
  const body =
    only && !another
      ? only
      : contract(
          jets,
          jets.map(() => ''),
          '',
        );
  const none = [...centre, ...further].map(() => 0);
  const mean = jet(symbol, none, [...centre, ...further], params);
  return { random: [x], body, mean, value: mean };
}
