/** What attacks on the kernel are written with. */
import { expect } from 'vitest';
import type { Dim, FunctionSymbol, Term } from '../../src/kernel/term.ts';
import {
  add,
  contract,
  inverse,
  jet,
  number,
  scale,
  variable,
  zeros,
} from '../../src/kernel/graph.ts';
import { one, negative, ratio } from '../../src/kernel/ratio.ts';
import { equal, falsum, not, type Formula } from '../../src/kernel/formula.ts';
import {
  assume,
  cases,
  classical,
  contradiction,
  either,
  explode,
  hole,
  inverseOf,
  linear,
  residue,
  type Theorem,
  type Use,
} from '../../src/kernel/theorem.ts';
import { canonical } from '../../src/prover/graphs/labelling.ts';
import { KernelError } from '../../src/kernel/seal.ts';

export const nought = (): Term => number(ratio(0n));
export const unit = (): Term => number(one);
export const whole = (k: bigint): Term => number(ratio(k));
export const minus = (a: Term, b: Term): Term => add(a, scale(negative(one), b));
export const vector = (name: string, n: Dim = 'n'): Term => variable(name, [n]);
export const matrix = (name: string, m: Dim = 'n', n: Dim = 'n'): Term => variable(name, [m, n]);
export const scalar = (name: string): Term => variable(name, []);
export const product = (a: Term, b: Term): Term => contract([a, b], ['ij', 'jk'], 'ik');
export const apply = (a: Term, v: Term): Term => contract([a, v], ['ij', 'j'], 'i');
export const times = (...s: readonly Term[]): Term =>
  contract(
    s,
    s.map(() => ''),
    '',
  );
export const activation: FunctionSymbol = { name: 'f', family: [], inputs: [null], output: null };
export const at = (u: Term, order = 0, fn = activation): Term => jet(fn, [order], [u]);
export const loop = (d: Dim): Term => contract([], [], '', { i: d });
export const nothing: ReadonlyMap<string, 1n | -1n> = new Map();

/** `linear` with labels found by canonical labelling. */
export function lin(
  left: Term,
  right: Term,
  uses: readonly Use[] = [],
  symmetries: readonly Theorem[] = [],
): Theorem {
  return linear(
    left,
    right,
    uses,
    residue(left, right, uses).map((m) => canonical(m, nothing).label),
    symmetries,
  );
}
export const use = (equation: Theorem, context: Term): Use => ({ equation, context });
export const holeOf = (...shape: Dim[]): Term => variable(hole, shape);
export const reflexive = (t: Term): Theorem => linear(t, t, [], []);

export const refused = (attack: () => unknown, message: RegExp | string = /./): void => {
  expect(attack).toThrow(KernelError);
  expect(attack).toThrow(message);
};

/** φ ∨ ¬φ. */
export function excludedMiddle(f: Formula): Theorem {
  const no = assume(not(f));
  const disjunction = either(no, f, 'right');
  const goal = disjunction.conclusion;
  const not_f = contradiction(f, explode(either(assume(f), not(f), 'left'), assume(not(goal))));
  return classical(goal, explode(either(not_f, f, 'right'), assume(not(goal))));
}

/**
 * x²·(1/x) = x for every x, 0 included: a true theorem without hypotheses whose two sides are not
 * smooth formulas.
 */
export function roughIdentity(x: Term): Theorem {
  const left = times(x, x, inverse(x));
  const zero = equal(x, zeros([]));
  const there = lin(left, x, [
    use(assume(zero), times(holeOf(), x, inverse(x))),
    use(assume(zero), scale(negative(one), holeOf())),
  ]);
  const elsewhere = lin(left, x, [use(inverseOf(assume(not(zero))), times(holeOf(), x))]);
  return cases(excludedMiddle(zero), there, elsewhere);
}
export { falsum };
