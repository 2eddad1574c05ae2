/** The laws of the named functions that occur in some terms, as equations and signs. */
import type { Term } from '../../kernel/term.ts';
import { lawsOf, logarithm, signOf, root, softmaxLaws, valueOf } from '../../kernel/laws.ts';
import { writeTerm } from '../../kernel/write.ts';
import {
  fact,
  first,
  inverseOf,
  law,
  modusPonens,
  positiveValue,
  rootOf,
  second,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { less } from '../../kernel/formula.ts';
import { number, scale, zeros } from '../../kernel/graph.ts';
import { one, ratio, times as product } from '../../kernel/ratio.ts';
import { absolute } from '../derived/absolute.ts';
import { throughActivation } from '../derived/activations.ts';
import { addRule, type Context } from '../known/context.ts';
import { equation, flipped, type Equation } from '../derived/equations.ts';
import { withEntryLaws } from './entry-laws.ts';
import { nonzero } from './invertible.ts';
import { orderBy, summand } from '../derived/labelled.ts';
import { fromSquares, squareRootOf } from '../derived/lengths.ts';
import { namedIn } from '../graphs/named-functions.ts';
import { sigmoidIsQuotient, softplusArgument } from '../derived/softplus.ts';
import { relations } from '../derived/related.ts';
import { signedRelations } from '../derived/signed-relations.ts';
import { slopesInWords } from '../derived/slopes-in-words.ts';
import { minus, negated, times } from '../graphs/small-terms.ts';
import type { Prove } from '../known/strategy.ts';

/** 0 ≤ s where s shows that it is a sum of squares. */
function squareSign(s: Term): Theorem | null {
  const t = squareRootOf(s);
  return t && orderBy(zeros([]), s, false, [summand([], one, [t])]);
}

/** Adds the laws of all named functions in the terms. */
export function withLaws(ctx: Context, ...terms: readonly Term[]): Context {
  const seen = new Set<string>();
  return namedIn(terms).reduce(
    (next, { name, argument }) => {
      const key = `${name} ${writeTerm(argument)}`;
      if (seen.has(key)) return next;
      seen.add(key);
      const count =
        name === 'softmax' ? softmaxLaws(argument).length : lawsOf(name, argument).length;
      const equations = Array.from(
        { length: count },
        (_, k): Equation => equation(law(name, argument, k), `law of ${name}`),
      );
      return equations.reduce((c, eq) => addRule(c, eq), next);
    },
    withRelations(ctx, [...relations(terms), ...slopesInWords(terms)]),
  );
}

/** Equations between values at related arguments, as rules. */
function withRelations(ctx: Context, theorems: readonly Theorem[]): Context {
  return theorems.reduce((c, t) => addRule(c, equation(t, 'values at related arguments')), ctx);
}

/**
 * Values at arguments whose sign is known; roots and logarithms of such numbers: √s √s = s, and
 * what the derivatives are.
 */
export function withRoots(given: Context, prove: Prove, ...terms: readonly Term[]): Context {
  const ctx = withRelations(
    withEntryLaws(given, prove, ...terms),
    signedRelations(terms, (f) => prove(f, given)),
  );
  return namedIn(terms).reduce((next, { name, argument, order }) => {
    if ((name !== 'sqrt' && name !== 'log') || argument.shape.length > 0) return next;
    const sign = (strict: boolean): Theorem | null =>
      prove(less(zeros([]), argument, strict), next);
    let c = next;
    const inside = name === 'log' && order > 0 ? softplusArgument(argument) : null;
    if (inside) c = addRule(c, equation(flipped(sigmoidIsQuotient(inside)), 'sigmoid'));
    const weakly = name === 'sqrt' ? (squareSign(argument) ?? sign(false)) : null;
    if (weakly) c = addRule(c, equation(first(rootOf(weakly)), 'root'));
    const stated = next.facts.find(
      ({ theorem: { conclusion: f } }) =>
        f.kind === 'less' &&
        f.strict &&
        f.left.monomials.length === 0 &&
        writeTerm(f.right) === writeTerm(argument),
    );
    const strictly = order > 0 || name === 'log' ? sign(true) : (stated?.theorem ?? null);
    if (strictly && order === 0 && name === 'sqrt')
      return { ...c, facts: [...c.facts, { theorem: second(rootOf(strictly)), name: 'root' }] };
    if (!strictly) return c;
    const both = rootOf(strictly);
    for (const pair of [first(first(both)), second(first(both))])
      c = addRule(c, equation((name === 'sqrt' ? first : second)(pair), `derivative of ${name}`));
    // the derivative brings a reciprocal that stands nowhere in the claim
    const known = nonzero(name === 'log' ? argument : root(argument), c);
    if (known) c = addRule(c, equation(inverseOf(known), 'inverse'));
    return name === 'sqrt'
      ? { ...c, facts: [...c.facts, { theorem: second(both), name: 'root' }] }
      : c;
  }, ctx);
}

/** Signs of the values of named functions: exp(s) > 0, |s| ≥ 0, √s ≥ 0. */
export function signsIn(ctx: Context, prove: Prove, ...terms: readonly Term[]): Theorem[] {
  return namedIn(terms).flatMap(({ name, argument, order }) => {
    if (order === 0 && name === 'exp' && argument.shape.length === 1)
      return [fact('a sum of exponentials', argument)];
    if (order > 0) return signsOfSlope(name, order, argument);
    if (argument.shape.length > 0) return [];
    if (name === 'exp')
      return [positiveValue(name, argument), fact('exp is above its tangent', argument)];
    if (name === 'log') return tangentOf(argument, prove(less(zeros([]), argument, true), ctx));
    if (name === 'abs') return [positiveValue(name, argument), ...behindActivation(argument)];
    if (name === 'tanh' || name === 'erf' || name === 'sin' || name === 'cos') {
      const between = fact(`${name} lies between`, argument);
      return [first(between), second(between)];
    }
    if (name === 'sigmoid')
      return [positiveValue(name, argument), fact('sigmoid lies below one', argument)];
    if (name === 'relu') return [positiveValue(name, argument), fact('relu lies above', argument)];
    if (name === 'softplus') return [positiveValue(name, argument), aboveArgument(argument)];
    if (signOf(name) !== undefined) return [positiveValue(name, argument)];
    const weakly =
      name === 'sqrt'
        ? (squareSign(argument) ?? prove(less(zeros([]), argument, false), ctx))
        : null;
    return weakly ? [second(rootOf(weakly))] : [];
  });
}

/**
 * 0 < tanh' ≤ 1, 0 < sigmoid' ≤ 1/4, by their values: tanh' = (1 − tanh)(1 + tanh), sigmoid' =
 * sigmoid (1 − sigmoid).
 */
function signsOfSlope(name: string, order: number, s: Term): Theorem[] {
  if (name === 'softplus' && order === 2 && s.shape.length === 0) {
    const same = law(name, s, 1);
    const f = same.conclusion;
    const sign = signsOfSlope('sigmoid', 1, s)[0];
    return sign && f.kind === 'equal'
      ? [orderBy(zeros([]), f.left, true, [summand([sign]), summand([weak(flipped(same))])])]
      : [];
  }
  if (s.shape.length > 0 || (name !== 'tanh' && name !== 'sigmoid') || order > 1) return [];
  const slope = law(name, s, 0);
  const f = slope.conclusion;
  if (f.kind !== 'equal') return [];
  const value = valueOf(name, s);
  const between = fact(name === 'tanh' ? 'tanh lies between' : 'sigmoid lies below one', s);
  const [low, high] =
    name === 'tanh' ? [first(between), second(between)] : [positiveValue(name, s), between];
  const [most, centre] =
    name === 'tanh'
      ? [number(one), value]
      : [number(ratio(1n, 4n)), minus(value, number(ratio(1n, 2n)))];
  return [
    orderBy(zeros([]), f.left, true, [summand([low, high]), summand([weak(flipped(slope))])]),
    orderBy(f.left, most, false, [summand([], one, [centre]), summand([weak(slope)])]),
  ];
}

/** |s| ≤ c |u| where s is φ(u), or φ(v) − φ(w) with u = v − w. */
function behindActivation(s: Term): Theorem[] {
  const through = throughActivation(s);
  if (!through) return [];
  const [size, inside] = [absolute(s), absolute(through.argument)];
  const bound = scale(through.by, inside.value);
  const squares = orderBy(times(size.value, size.value), times(bound, bound), false, [
    summand([weak(size.square)]),
    summand([through.squares]),
    summand([weak(flipped(inside.square))], product(through.by, through.by)),
  ]);
  return [
    fromSquares(
      size.value,
      bound,
      orderBy(zeros([]), bound, false, [summand([inside.sign], through.by)]),
      squares,
    ),
  ];
}

/** s < softplus(s), because softplus(s) − softplus(−s) = s. */
function aboveArgument(s: Term): Theorem {
  const turned = positiveValue('softplus', negated(s));
  return orderBy(s, valueOf('softplus', s), true, [
    summand([weak(flipped(fact('softplus of the negative', s)))]),
    summand([turned]),
  ]);
}

/** From 0 < s: log s ≤ s − 1, for exp(log s) = s lies above the tangent. */
function tangentOf(s: Term, sign: Theorem | null): Theorem[] {
  return sign
    ? [
        fact('exp is above its tangent', logarithm(s)),
        weak(modusPonens(fact('exp of a logarithm', s), sign)),
      ]
    : [];
}
