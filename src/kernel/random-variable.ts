/** Random variables: what a law is, its mean and cumulants, and how one is read from outside. */
import { own, text, texts, whole } from './entry.ts';
import { add, contract, number, scale, type Piece } from './graph.ts';
import { occurs } from './occurrence.ts';
import { plus, ratio, times, type Ratio } from './ratio.ts';
import { demand, fail, sealedTerms } from './seal.ts';
import type { Dim, Term } from './term.ts';

/**
 * The law of a random variable. `mean` is a scalar, every entry's, or has the shape of a member;
 * `variance` is a scalar, every entry's, or the covariance matrix of a member that is a vector;
 * `central` are variance, third and fourth central moment of entries that are independent and of
 * one law, as many as are known.
 */
export type Law =
  | { readonly kind: 'normal'; readonly mean: Term; readonly variance: Term }
  | { readonly kind: 'independent'; readonly mean: Term; readonly central: readonly Term[] }
  | { readonly kind: 'rademacher' };

export interface RandomVariable {
  readonly name: string;
  readonly shape: readonly Dim[];
  /** How many axes, first, run over independent members. */
  readonly family: number;
  readonly law: Law;
}

/** The scalars m_k are the moments of ±1: 1 for even k, 0 for odd k. */
function signCumulant(k: number): Ratio {
  const moment = (j: number): Ratio => ratio(j % 2 === 0 ? 1n : 0n);
  const known: Ratio[] = [];
  for (let n = 1; n <= k; n++) {
    let value = moment(n);
    let binomial = 1n;
    for (let j = 1; j < n; j++) {
      value = plus(value, times(ratio(-binomial), times(known[j - 1] as Ratio, moment(n - j))));
      binomial = (binomial * BigInt(n - j)) / BigInt(j);
    }
    known.push(value);
  }
  return known[k - 1] as Ratio;
}

/** The k-th cumulant of an entry, k ≥ 2; null where it is 0 by the law's form. */
export function cumulant({ name, law }: RandomVariable, k: number): Term | null {
  if (law.kind === 'rademacher') return k % 2 === 0 ? number(signCumulant(k)) : null;
  if (law.kind === 'normal') return k === 2 ? law.variance : null;
  const moment = law.central.at(k - 2) ?? fail(`moment ${k} of ${name}, which is not declared`);
  const variance = law.central[0] as Term;
  // κ₂ = m₂, κ₃ = m₃, κ₄ = m₄ − 3 m₂²
  return k < 4
    ? moment
    : add(moment, scale(ratio(-3n), contract([variance, variance], ['', ''], '')));
}

/**
 * The mean of a member's entries at the given wires: a scalar for each entry alike, or a tensor.
 */
export function meanPiece({ family, law }: RandomVariable, slots: readonly number[]): Piece | null {
  if (law.kind === 'rademacher' || law.mean.monomials.length === 0) return null;
  return { term: law.mean, on: law.mean.shape.length === 0 ? [] : slots.slice(family) };
}

/** A law from outside, each part read once. */
function copyLaw(given: unknown): Law {
  const kind = text(own(given, 'kind'));
  const term = (key: string): Term => {
    const t = own(given, key) as Term;
    demand(t);
    return t;
  };
  if (kind === 'rademacher') return { kind };
  if (kind === 'normal') return { kind, mean: term('mean'), variance: term('variance') };
  if (kind !== 'independent') return fail(`no law of the kind ${kind}`);
  return { kind, mean: term('mean'), central: sealedTerms(own(given, 'central')) };
}

/** A random variable from outside whose law mentions none of the names. */
export function checkedRandom(given: RandomVariable, names: readonly string[]): RandomVariable {
  const x: RandomVariable = {
    name: text(own(given, 'name')),
    shape: texts(own(given, 'shape')),
    family: whole(own(given, 'family')),
    law: copyLaw(own(given, 'law')),
  };
  const { name, family } = x;
  const { law } = x;
  if (family < 0 || family > x.shape.length) fail(`${name} is not a family of ${family} axes`);
  const member = x.shape.slice(family);
  const fits = (t: Term, ...shapes: readonly (readonly Dim[])[]): void => {
    demand(t);
    if (!shapes.some((s) => s.join() === t.shape.join()))
      fail(`a parameter of the law of ${name} of shape ${t.shape.join('×')}`);
    if (names.some((n) => occurs(n, t))) fail(`the law of ${name} depends on something random`);
  };
  if (law.kind !== 'rademacher') fits(law.mean, [], member);
  if (law.kind === 'normal')
    fits(law.variance, [], ...(member.length === 1 ? [[member[0] as Dim, member[0] as Dim]] : []));
  if (law.kind === 'independent') {
    // the fifth cumulant is not a fifth moment
    if (law.central.length > 3) fail(`the law of ${name} has more moments than the fourth`);
    law.central.forEach((t) => fits(t, []));
  }
  return x;
}

/** A random variable from outside, alone: each part read once, and its law checked. */
export const readRandom = (given: unknown): RandomVariable =>
  checkedRandom(given as RandomVariable, [text(own(given, 'name'))]);
