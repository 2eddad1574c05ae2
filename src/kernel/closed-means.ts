/**
 * Means that are known in closed form.
 *
 *   exp       E exp(u) = exp(E u + Var u / 2) for a Gaussian u
 *   odd       E g = 0 where g is odd in what is random and its law does not change with the sign:
 *             tanh and erf of a centred u
 *   det       E det(X) = 0, because det changes its sign with a row, and the law of centred
 *             independent entries does not
 *   softmax   Σ softmax(u)_i = 1 before anything is averaged
 */
import { substitute } from './calculus.ts';
import { occurs } from './occurrence.ts';
import { add, contract, factorTerm, jet, scale, splice, zeros, type Piece } from './graph.ts';
import { ratio } from './ratio.ts';
import { linearPart, meanTerm } from './by-parts.ts';
import { isInside } from './smoothed.ts';
import type { RandomVariable } from './random-variable.ts';
import type { Dim, Factor, Head, Monomial, Term } from './term.ts';

type Jet = Head & { readonly kind: 'jet' };
const exponential = { name: 'exp', family: [], inputs: [null], output: null } as const;

const isScalarFunction = ({ head }: Factor, names: readonly string[]): boolean =>
  head.kind === 'jet' &&
  names.includes(head.fn.name) &&
  head.fn.family.length === 0 &&
  head.fn.inputs.length === 1 &&
  head.fn.inputs[0] === null &&
  head.fn.output === null;
const argumentOf = ({ head }: Factor): Term => (head as Jet).args[0] as Term;
const nothing = (m: Monomial): Term => zeros(m.free.map((w) => m.wires[w] as Dim));
const rest = (m: Monomial, gone: readonly Factor[]): Piece[] =>
  m.factors.flatMap((f) => (gone.includes(f) ? [] : [{ term: factorTerm(f), on: f.slots }]));

/** Var u of what is linear in x, at each of its indices; 0 where the law is not Gaussian. */
export function varianceOf(linear: Term, x: RandomVariable, params: number): Term {
  if (x.law.kind !== 'normal') return zeros(linear.shape.slice(0, params));
  const { variance } = x.law;
  const letter = (k: number): string => String.fromCharCode(97 + k);
  const own = linear.shape
    .slice(0, params)
    .map((_, k) => letter(k))
    .join('');
  const axes = x.shape.map((_, k) => letter(params + k)).join('');
  if (variance.shape.length === 0)
    return contract([linear, linear, variance], [own + axes, own + axes, ''], own);
  const [family, i, j] = [
    axes.slice(0, x.family),
    axes.slice(x.family),
    letter(params + axes.length),
  ];
  return contract([linear, linear, variance], [own + family + i, own + family + j, i + j], own);
}

function ofExponentials(m: Monomial, x: RandomVariable, inside: readonly Factor[]): Term | null {
  const [first, ...more] = inside;
  if (!first || x.law.kind !== 'normal' || !inside.every((f) => isScalarFunction(f, ['exp'])))
    return null;
  const { params } = first.head as Jet;
  if (more.length > 0 && inside.some((f) => (f.head as Jet).params.length > 0)) return null;
  const arg = more.length === 0 ? argumentOf(first) : add(...inside.map(argumentOf));
  const spread = varianceOf(linearPart(arg, x), x, params.length);
  const centre = substitute(arg, x.name, { kind: 'term', term: meanTerm(x) });
  const value = jet(exponential, [0], [add(centre, scale(ratio(1n, 2n), spread))], params);
  return splice({ wires: m.wires, free: m.free }, [
    ...rest(m, inside),
    { term: value, on: inside.flatMap((f) => f.slots) },
  ]);
}

const isSymmetric = ({ law }: RandomVariable): boolean =>
  law.kind === 'normal' || law.kind === 'rademacher';

/**
 * Does the product of these change its sign with x − E x? A derivative of an odd function is even,
 * and so on.
 */
function isOdd(x: RandomVariable, inside: readonly Factor[]): boolean {
  if (!isSymmetric(x) || !inside.every((f) => isScalarFunction(f, ['tanh', 'erf']))) return false;
  const centred = inside.every((f) => {
    linearPart(argumentOf(f), x);
    const centre = substitute(argumentOf(f), x.name, { kind: 'term', term: meanTerm(x) });
    return centre.monomials.length === 0;
  });
  const flips = inside.reduce((sum, { head }) => sum + 1 + ((head as Jet).orders[0] as number), 0);
  return centred && flips % 2 === 1;
}

/** Is it det of x alone, whose entries are independent and centred? */
function isDeterminant(x: RandomVariable, inside: readonly Factor[]): boolean {
  const [only, ...more] = inside;
  if (!only || more.length > 0 || only.head.kind !== 'operation' || only.head.name !== 'det')
    return false;
  const { law, family, shape } = x;
  const alike =
    law.kind === 'rademacher' ||
    (law.kind === 'normal' && law.mean.monomials.length === 0 && law.variance.shape.length === 0);
  const [graph, ...others] = only.head.arg.monomials;
  const [factor, ...rest] = graph?.factors ?? [];
  return (
    alike &&
    family === 0 &&
    shape.length === 2 &&
    others.length === 0 &&
    rest.length === 0 &&
    factor?.head.kind === 'variable' &&
    factor.head.name === x.name &&
    new Set(factor.slots).size === 2 &&
    only.head.params.length === 0
  );
}

/**
 * The mean of a graph in which x stands inside functions alone; null where no closed form is known.
 */
export function closedMean(m: Monomial, x: RandomVariable): Term | null {
  const inside = m.factors.filter((f) => isInside(f, x.name));
  if (
    inside.length === 0 ||
    m.factors.some((f) => !inside.includes(f) && occurs(x.name, factorTerm(f)))
  )
    return null;
  if (isDeterminant(x, inside) || isOdd(x, inside)) return nothing(m);
  return ofExponentials(m, x, inside);
}

/**
 * A graph without a softmax whose outputs are summed: Σ softmax(u)_i = 1, of which every derivative
 * is 0; null where none is.
 */
export function withoutSummedSoftmax(m: Monomial): Term | null {
  const uses = (w: number): number =>
    m.free.filter((v) => v === w).length +
    m.factors.reduce((sum, f) => sum + f.slots.filter((v) => v === w).length, 0);
  const summed = m.factors.find(
    ({ head, slots }) =>
      head.kind === 'jet' &&
      head.fn.name === 'softmax' &&
      head.fn.family.length + head.params.length === 0 &&
      uses(slots[0] as number) === 1,
  );
  if (!summed) return null;
  if ((summed.head as Jet).orders.some((k) => k > 0)) return nothing(m);
  const gone = summed.slots[0] as number;
  const place = (w: number): number => (w > gone ? w - 1 : w);
  return splice(
    {
      wires: m.wires.filter((_, w) => w !== gone),
      free: m.free.map(place),
      coefficient: m.coefficient,
      powers: m.powers,
    },
    rest(m, [summed]).map(({ term, on }) => ({ term, on: on.map(place) })),
  );
}
