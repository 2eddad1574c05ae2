/** Built-in functions that are not smooth everywhere: the kernel takes every function symbol for smooth. */
import { occurs } from '../kernel/calculus.ts';
import type { Formula } from '../kernel/formula.ts';
import type { Theorem } from '../kernel/theorem.ts';
import { termsOf } from './context.ts';

const roughNames = ['abs', 'sqrt', 'log', 'relu', 'leakyrelu'];

/** Does the statement speak of |s|, sqrt, log or an activation with kinks? Then it may hold for all values and have no derivative. */
export const speaksOfRough = (f: Formula): boolean => termsOf(f).some((t) => roughNames.some((name) => occurs(name, t)));

/** Does the derivation take the derivative of an equation about such functions? What holds off the kinks was then used at them. */
export function differentiatesRough(theorem: Theorem): boolean {
  const seen = new Set<Theorem>();
  const stack = [theorem];
  while (stack.length > 0) {
    const t = stack.pop() as Theorem;
    if (seen.has(t)) continue;
    seen.add(t);
    const { rule, from } = t.derivation;
    if (rule === 'differentiate' && from.some((premise) => speaksOfRough(premise.conclusion))) return true;
    stack.push(...from);
  }
  return false;
}
