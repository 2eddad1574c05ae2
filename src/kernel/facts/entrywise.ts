/**
 * The small terms that facts about named functions are written with; a function of any shape
 * applies to each entry.
 */
import { less, type Formula } from '../formula.ts';
import { contract, scale, zeros } from '../graph.ts';
import { atEntries } from '../laws.ts';
import { one, negative } from '../ratio.ts';
import { fail, same } from '../seal.ts';
import type { Term } from '../term.ts';

export const definition = 'definition';
export const letters = (t: Term): string => 'abcdefgh'.slice(0, t.shape.length);
export const some = (u: Term | undefined): Term => u ?? fail('a term is wanted');
export const alike = (u: Term | undefined, v: Term | undefined): readonly [Term, Term] =>
  u && v && same(u.shape, v.shape) ? [u, v] : fail('two terms of one shape are wanted');
export const minus = (u: Term): Term => scale(negative(one), u);
export const entrywise = (u: Term, v: Term): Term =>
  contract([u, v], [letters(u), letters(u)], letters(u));
export const multiple = (s: Term, u: Term): Term => contract([s, u], ['', letters(u)], letters(u));
export const ones = (u: Term): Term =>
  contract(
    [],
    [],
    letters(u),
    Object.fromEntries(u.shape.map((d, i) => [letters(u)[i] as string, d])),
  );
export const of = (name: string, u: Term | undefined): Term => atEntries(name, some(u));
export const squareOf = (u: Term): Term => contract([u, u], [letters(u), letters(u)], '');
export const nought = (): Term => zeros([]);
export const notNegative = (s: Term): Formula => less(nought(), s, false);
export const positive = (s: Term): Formula => less(nought(), s, true);
