/**
 * Integration by parts of Gaussian means: E[x_i g] = μ_i E[g] + Σ_j S_ij E[∂_j g] takes factors x
 * away (Stein 1981).
 */
import { derivative } from './derivative.ts';
import { occurs } from './occurrence.ts';
import { add, contract, factorTerm, splice, zeros, type Piece } from './graph.ts';
import { fail } from './seal.ts';
import type { RandomVariable } from './random-variable.ts';
import type { Dim, Factor, Monomial, Term } from './term.ts';

export const lettersOf = (shape: readonly Dim[]): string =>
  shape.map((_, i) => String.fromCharCode(97 + i)).join('');
/** A term repeated along further axes, first. */
export function repeated(term: Term, along: readonly Dim[]): Term {
  const [outer, inner] = [lettersOf([...along, ...term.shape]), lettersOf(term.shape)];
  const own = outer.slice(along.length);
  return contract(
    [term],
    [own.slice(0, inner.length)],
    outer,
    Object.fromEntries(along.map((d, i) => [outer[i] as string, d])),
  );
}

export const meanTerm = ({ law, shape, family }: RandomVariable): Term => {
  if (law.kind === 'rademacher' || law.mean.monomials.length === 0) return zeros(shape);
  return repeated(law.mean, law.mean.shape.length === 0 ? shape : shape.slice(0, family));
};

/** E[x_i g] by parts, for the factor x at a place: terms with one factor x fewer. */
export function byParts(m: Monomial, at: number, x: RandomVariable): Term {
  if (x.law.kind !== 'normal')
    return fail(`the mean of ${x.name} times a function of it, whose law is not Gaussian`);
  const { slots } = m.factors[at] as Factor;
  for (const f of m.factors)
    if (f.head.kind === 'jet') f.head.args.forEach((arg) => void linearPart(arg, x));
  const outside = [...new Set([...m.free, ...slots])];
  const rest = m.factors.flatMap((f, i): Piece[] =>
    i === at ? [] : [{ term: factorTerm(f), on: f.slots }],
  );
  const g = splice({ wires: m.wires, free: outside }, rest);
  const slope = derivative(g, x.name, x.shape);
  // only wires that are touched: any other would count as a loop
  const wires = outside.map((w) => m.wires[w] as Dim);
  const place = (w: number): number => outside.indexOf(w);
  const own = slots.map(place);
  const { variance } = x.law;
  const correlated = variance.shape.length === 2;
  const by = correlated
    ? own.map((w, axis) => (axis < x.family ? w : wires.push(wires[w] as Dim) - 1))
    : own;
  const link = correlated ? [own[x.family] as number, by[x.family] as number] : [];
  const free = m.free.map(place);
  return add(
    splice({ wires: outside.map((w) => m.wires[w] as Dim), free }, [
      { term: g, on: outside.map(place) },
      { term: meanTerm(x), on: own },
    ]),
    splice({ wires, free }, [
      { term: slope, on: [...outside.map(place), ...by] },
      { term: variance, on: link },
    ]),
  );
}

/** How an argument moves with the variable; throws where it is not affine in it. */
export function linearPart(arg: Term, x: RandomVariable): Term {
  const slope = occurs(x.name, arg)
    ? derivative(arg, x.name, x.shape)
    : zeros([...arg.shape, ...x.shape]);
  return occurs(x.name, slope)
    ? fail(`the mean of a function of a term that is not linear in ${x.name}`)
    : slope;
}
