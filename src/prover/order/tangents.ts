/**
 * The tangents of exp: exp(a) (1 + p − a) ≤ exp(p), where either value may be written as x =
 * exp(log x) or 1/x.
 */
import type { Term } from '../../kernel/term.ts';
import { add, dimension, inverse, number, variable } from '../../kernel/graph.ts';
import { logarithm, valueOf } from '../../kernel/laws.ts';
import { one, ratio } from '../../kernel/ratio.ts';
import {
  fact,
  hole,
  inverseOf,
  law,
  modusPonens,
  positiveValue,
  weak,
  type Theorem,
} from '../../kernel/theorem.ts';
import { equation, Ledger, symmetryBook } from '../derived/equations.ts';
import { alike, orderBy, summand } from '../derived/labelled.ts';
import { close } from '../derived/membership.ts';
import { minus, negated, nought, times } from '../graphs/small-terms.ts';
import type { Context } from '../known/context.ts';
import { nonzero } from '../rewriting/invertible.ts';

/** A number v > 0 with p = log v. */
export interface Point {
  readonly log: Term;
  readonly value: Term;
  /** exp(p) = v. */
  readonly same: Theorem;
}

const equal = (left: Term, right: Term, given: readonly Theorem[]): Theorem | null => {
  const ledger = new Ledger(left, right, symmetryBook([]));
  return ledger.done ||
    close(
      ledger,
      given.map((t) => equation(t, 'exp')),
    )
    ? ledger.theorem()
    : null;
};

const at = variable(hole, []);
/** left = right by these equations, each inside its context. */
function through(
  left: Term,
  right: Term,
  ...uses: readonly (readonly [Theorem, Term])[]
): Theorem | null {
  const ledger = new Ledger(left, right, symmetryBook([]));
  for (const [t, context] of uses) ledger.use(equation(t, 'exp'), context);
  return ledger.done ? ledger.theorem() : null;
}

export const pointOfExp = (p: Term): Point => {
  const value = valueOf('exp', p);
  return { log: p, value, same: equal(value, value, []) as Theorem };
};
/** x with 0 < x known. */
export const pointOfLog = (x: Term, positive: Theorem): Point => ({
  log: logarithm(x),
  value: x,
  same: modusPonens(fact('exp of a logarithm', x), positive),
});
/** 1/x where x is made of numbers and dimensions alone. */
function overSize(x: Term): Term | null {
  const [m, ...more] = x.monomials;
  if (!m || more.length > 0 || m.factors.length > 0) return null;
  const powers = Object.entries(m.powers).map(([d, k]) => dimension(d, -k));
  return times(number(ratio(m.coefficient.den, m.coefficient.num)), ...powers);
}
/** 1, and its logarithm 0. */
export const pointOfOne = (): Point => {
  const log = nought();
  return { log, value: number(one), same: fact('exp of zero', log) };
};
/** v w, with log v + log w. */
export function pointOfProduct(v: Point, w: Point): Point | null {
  const log = add(v.log, w.log);
  const value = times(v.value, w.value);
  const split = fact('exp of a sum', v.log, w.log);
  const [whole, first] = [valueOf('exp', log), valueOf('exp', v.log)];
  const same = through(
    whole,
    value,
    [split, at],
    [w.same, times(first, at)],
    [v.same, times(w.value, at)],
  );
  return same && { log, value, same };
}
/** 1/x with 0 < x known: exp(−log x) exp(log x) = 1 = x · 1/x. */
export function pointOfReciprocal(x: Term, positive: Theorem, ctx: Context): Point | null {
  const known = nonzero(x, {
    ...ctx,
    facts: [{ theorem: positive, name: 'positive' }, ...ctx.facts],
  });
  if (!known) return null;
  const [log, value] = [negated(logarithm(x)), overSize(x) ?? inverse(x)];
  const { same: direct } = pointOfLog(x, positive);
  const unit = law('exp', logarithm(x), 2);
  const turned = valueOf('exp', log);
  // exp(−log x) = exp(−log x) x v = exp(−log x) exp(log x) v = v
  const same = through(
    turned,
    value,
    ...(overSize(x) ? [] : [[inverseOf(known), negated(times(turned, at))] as const]),
    [direct, negated(times(turned, value, at))],
    [unit, times(value, at)],
  );
  return same && { log, value, same };
}

/** v_a (1 + p − a) ≤ v_p. */
export function tangentAt(p: Point, a: Point): Theorem | null {
  const s = minus(p.log, a.log);
  if (s.monomials.length === 0 || alike(p.log, a.log)) return null;
  const tangent = fact('exp is above its tangent', s);
  const split = fact('exp of a sum', s, a.log);
  const [ea, es] = [valueOf('exp', a.log), valueOf('exp', s)];
  const left = times(a.value, add(number(one), s));
  // exp(a) (1 + s) ≤ exp(a) exp(s) = exp(p)
  const raw = orderBy(times(ea, add(number(one), s)), times(ea, es), false, [
    summand([positiveValue('exp', a.log), tangent]),
  ]);
  const slope = add(number(one), s);
  const low = through(left, times(ea, slope), [a.same, negated(times(at, slope))]);
  const whole = through(times(ea, es), p.value, [split, negated(at)], [p.same, at]);
  if (!low || !whole) return null;
  return orderBy(left, p.value, false, [
    summand([weak(low)]),
    summand([raw]),
    summand([weak(whole)]),
  ]);
}
/** 1 + p − a ≤ v_p exp(−a), where v_a is written as exp(a). */
export function turnedTangent(p: Point, a: Point): Theorem | null {
  if (!alike(a.value, valueOf('exp', a.log)) || alike(p.log, a.log)) return null;
  const [s, turned] = [minus(p.log, a.log), negated(a.log)];
  const split = fact('exp of a sum', p.log, turned);
  const over = valueOf('exp', turned);
  const whole = through(
    valueOf('exp', s),
    times(p.value, over),
    [split, at],
    [p.same, times(over, at)],
  );
  return (
    whole &&
    orderBy(add(number(one), s), times(p.value, over), false, [
      summand([fact('exp is above its tangent', s)]),
      summand([weak(whole)]),
    ])
  );
}
/** 1 + p − a ≤ v_p · 1/v_a, where v_a · 1/v_a = 1 and 0 < 1/v_a are known. */
export function quotientTangent(
  p: Point,
  a: Point,
  inverted: Theorem,
  sign: Theorem,
): Theorem | null {
  const tangent = tangentAt(p, a);
  const f = sign.conclusion;
  if (!tangent || f.kind !== 'less') return null;
  const slope = add(number(one), minus(p.log, a.log));
  const plain = through(slope, times(a.value, slope, f.right), [
    inverted,
    negated(times(slope, at)),
  ]);
  return (
    plain &&
    orderBy(slope, times(p.value, f.right), false, [
      summand([weak(plain)]),
      summand([tangent, sign]),
    ])
  );
}

/** 0 < v. */
export const positiveAt = ({ log, value, same }: Point): Theorem =>
  orderBy(nought(), value, true, [summand([positiveValue('exp', log)]), summand([weak(same)])]);
