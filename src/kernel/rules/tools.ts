/** What the rules share: reading a premise's conclusion, and refusing. */
import type { Dim, Term } from '../term.ts';
import { write, type Formula } from '../formula.ts';
import { free } from '../binders.ts';
import { add, contract, scale } from '../graph.ts';
import { negative, one } from '../ratio.ts';
import { fail } from '../seal.ts';
import { Theorem } from '../sequent.ts';

export const minusOne = negative(one);
export const minus = (a: Term, b: Term): Term => add(a, scale(minusOne, b));
/** A dimension as a number. */
export const size = (d: Dim): Term => contract([], [], '', { i: d });
/** The sum of the squares of all entries. */
export const squareOf = (t: Term): Term => {
  const all = t.shape.map((_, i) => String.fromCharCode(97 + i)).join('');
  return contract([t, t], [all, all], '');
};
/** Equal statements, up to the names of indices. */
export const same = (a: Formula, b: Formula): boolean => write(a) === write(b);
export const wants = (ok: boolean, message: string): void => void (ok || fail(message));
export const conclusion = (t: Theorem): Formula => Theorem.demand(t).conclusion;
/** The conclusion, of a kind that is wanted. */
export function expect<K extends Formula['kind']>(t: Theorem, kind: K): Formula & { kind: K } {
  const f = conclusion(t);
  return f.kind === kind
    ? (f as Formula & { kind: K })
    : fail(`a theorem of kind ${kind} is wanted, not ${f.kind}`);
}
/** Throws where the name is free in a hypothesis. */
export const closed = (name: string, t: Theorem): void =>
  wants(!t.hypotheses.some((h) => free(name, h)), `${name} is free in a hypothesis`);
