/** A random variable, and what every rule for means asks of one. */
import { mentions } from '../mentions.ts';
import { put } from '../substitution.ts';
import { einsum, labelsFor, named, single, zeros } from '../term.ts';
import type { Factor, Mono, Piece, Term } from '../term.ts';
import { demand, minus, one, refuse } from '../rational.ts';
import type { MeanEntry } from './mean-entry.ts';
import { tidy } from './tidy.ts';
import { scale } from '../term.ts';

export interface Random {
  readonly name: string;
  readonly shape: readonly string[];
  /** How many axes, first, run over independent members. */
  readonly family: number;
  readonly kind: string;
  /** Null where it is 0: of every entry, or of the shape of a member. */
  readonly mean: Term | null;
  /** Variance and further central moments; a matrix alone is a covariance. */
  readonly central: readonly Term[];
}

/** The covariance matrix of a member, where one is declared. */
export const covarianceOf = (x: Random): Term | null =>
  x.kind === 'normal' && x.central[0]?.shape.length === 2 ? x.central[0] : null;
/** Is the law of x - E x that of E x - x? Moments alone do not tell. */
export const isSymmetric = (x: Random): boolean => x.kind === 'normal' || x.kind === 'rademacher';
/** Are entries that differ on this axis independent and of one law? */
export const isIndependent = (x: Random, axis: number): boolean =>
  axis < x.family || covarianceOf(x) === null;

export const isVariable = (f: Factor, x: Random): boolean =>
  f.head.kind === 'variable' && f.head.name === x.name;
/** Does x stand in an argument of the factor? */
export const isInside = (f: Factor, x: Random): boolean =>
  f.head.args.some((a) => mentions(a, x.name));

export const label = (w: number): string => `w${w}`;
export const labelled = (at: readonly number[]): string[] => at.map(label);
export const pieceOf = (f: Factor): Piece => [single(f.head), labelled(f.at)];
/** The dimensions of some indices of a product, by their labels. */
export const sizesOf = (m: Mono, indices: readonly number[]): Record<string, string> =>
  Object.fromEntries(indices.map((w) => [label(w), m.dims[w] as string]));

/** A term with further axes, first, that it does not depend on. */
export function repeated(t: Term, along: readonly string[]): Term {
  const [outer, own] = [labelsFor('r', along), labelsFor('o', t.shape)];
  return einsum([...outer, ...own], [[t, own]], named(outer, along));
}

/** E x, of the shape of x. */
export function centreOf(x: Random): Term {
  if (!x.mean) return zeros(x.shape);
  return repeated(x.mean, x.mean.shape.length === 0 ? x.shape : x.shape.slice(0, x.family));
}
/** The term with E x for x. */
export const centred = (t: Term, x: Random): Term =>
  mentions(t, x.name) ? put(t, new Map([[x.name, { x: null, body: centreOf(x) }]])) : t;
export const negative = (t: Term): Term => scale(minus(one), t);

/** How many parameters each law has, at least and at most. */
const parameters: Readonly<Record<string, readonly [number, number]>> = {
  normal: [2, 2],
  rademacher: [0, 0],
  independent: [1, 4],
};
/** A random variable as a document describes it. */
export function described(given: MeanEntry['random'][number]): Random {
  const { name, shape, family, law: kind } = given;
  const [least, most] =
    (Object.hasOwn(parameters, kind) ? parameters[kind] : undefined) ??
    refuse(`the law ${kind} of ${name}`);
  const params = given.params.map((t) => tidy(t));
  demand(params.length >= least && params.length <= most, `parameters of the law of ${name}`);
  demand(family <= shape.length, `${name} is not a family`);
  const member = shape.slice(family);
  const fits = (t: Term, ...shapes: readonly (readonly string[])[]): void =>
    demand(
      shapes.some((s) => s.join() === t.shape.join()) && !mentions(t, name),
      `a parameter of the law of ${name}`,
    );
  const [centre, ...central] = params;
  if (centre) fits(centre, [], member);
  const isVector = kind === 'normal' && member.length === 1;
  for (const t of central) fits(t, [], ...(isVector ? [[...member, ...member]] : []));
  return { name, shape, family, kind, mean: centre?.sum.length ? centre : null, central };
}
