/**
 * Equations for all numbers c, differentiated in c: from f(c u) = c² f(u) for every c follows
 * ∇f(u)·u = 2 f(u).
 */
import type { Term } from '../../kernel/term.ts';
import { add, number, variable } from '../../kernel/graph.ts';
import { one, ratio, zero, type Ratio } from '../../kernel/ratio.ts';
import {
  differentiate,
  generalise,
  modusPonens,
  specialise,
  type Theorem,
} from '../../kernel/theorem.ts';
import { write, type Formula } from '../../kernel/formula.ts';
import { orderBy, summand } from '../derived/labelled.ts';
import { nought, squareOf } from '../graphs/small-terms.ts';
import { freshIn, type Context } from './context.ts';
import { safely } from './strategy.ts';

/** ∀c of a number. */
const isNumber = (f: Formula): boolean =>
  f.kind === 'forall' && f.bound.kind === 'tensor' && f.bound.shape.length === 0;

/** ∀c of a number, or ∀u ∀c. */
export const saysForNumbers = (f: Formula): boolean =>
  isNumber(f) || (f.kind === 'forall' && isNumber(f.body));

/** a = b, or 0 < c ⇒ a = b, at a number c, with c > 0 known where that is asked. */
function bodyAt(all: Theorem, at: Term, positive: Theorem | null): Theorem | null {
  const here = specialise(all, { kind: 'term', term: at });
  const f = here.conclusion;
  if (f.kind !== 'implies') return positive ? null : here;
  return positive && write(f.left) === write(positive.conclusion)
    ? modusPonens(here, positive)
    : null;
}

/**
 * The equation under further quantifiers, differentiated in a number, at a value of that number.
 */
function slopeAt(t: Theorem, by: string, value: Term, known: Context, depth = 0): Theorem | null {
  const f = t.conclusion;
  if (f.kind === 'equal')
    return specialise(
      generalise({ kind: 'tensor', name: by, shape: [] }, differentiate(t, by, [])),
      { kind: 'term', term: value },
    );
  if (f.kind !== 'forall' || f.bound.kind !== 'tensor' || depth > 2) return null;
  const { shape } = f.bound;
  const name = freshIn(known, `${f.bound.name}#${depth}`);
  const inner = specialise(t, { kind: 'term', term: variable(name, shape) });
  const slope = slopeAt(inner, by, value, known, depth + 1);
  return slope && generalise({ kind: 'tensor', name, shape }, slope);
}

/** 0 < 1 + s + s² = (s + ½)² + ¾. */
function positiveNumber(s: Term): { readonly at: Term; readonly sign: Theorem } {
  const at = add(number(one), s, squareOf(s));
  const sign = orderBy(nought(), at, true, [
    summand([], one, [add(s, number(ratio(1n, 2n)))]),
    summand([], ratio(3n, 4n)),
  ]);
  return { at, sign };
}

/**
 * What an equation for all c, or for all c > 0, says of its slopes: at c = 1, for c > 0 by c = 1 +
 * s + s² at s = 0; and at c = 0.
 */
export const slopesOf = (all: Theorem, known: Context): Theorem[] =>
  [slopeAtNumber(all, known, one), slopeAtNumber(all, known, zero)].filter((t) => t !== null);

/** ∀c a(c) = b(c), differentiated in c, for every c. */
export function slopeEverywhere(all: Theorem, known: Context): Theorem | null {
  if (!isNumber(all.conclusion)) return null;
  const [name, at] = [freshIn(known, 's#'), freshIn(known, 'r#')];
  return safely(() => {
    const t = bodyAt(all, variable(name, []), null);
    const slope = t && slopeAt(t, name, variable(at, []), known);
    return slope && generalise({ kind: 'tensor', name: at, shape: [] }, slope);
  });
}

function slopeAtNumber(all: Theorem, known: Context, value: Ratio): Theorem | null {
  const f = all.conclusion;
  if (f.kind === 'forall' && f.bound.kind === 'tensor' && isNumber(f.body)) {
    const { shape } = f.bound;
    const point = freshIn(known, `${f.bound.name}#`);
    const inner = specialise(all, { kind: 'term', term: variable(point, shape) });
    const slope = slopeAtNumber(inner, known, value);
    return slope && generalise({ kind: 'tensor', name: point, shape }, slope);
  }
  if (!isNumber(f)) return null;
  const name = freshIn(known, 's#');
  const s = variable(name, []);
  const plain = safely(() => {
    const t = bodyAt(all, s, null);
    return t && slopeAt(t, name, number(value), known);
  });
  if (plain || value === zero) return plain;
  return safely(() => {
    const { at, sign } = positiveNumber(s);
    const t = bodyAt(all, at, sign);
    return t && slopeAt(t, name, nought(), known);
  });
}
