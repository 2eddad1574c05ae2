/** Tests of the kernel's laws of named functions, by numbers. */
import { describe, expect, it } from 'vitest';
import { lawful, lawsOf, signOf, softmaxLaws } from '../../src/kernel/laws.ts';
import { contract, factorTerm, number, scale, variable } from '../../src/kernel/graph.ts';
import { ratio } from '../../src/kernel/ratio.ts';
import { less } from '../../src/kernel/formula.ts';
import { assume, first, law, positiveValue, rootOf, second } from '../../src/kernel/theorem.ts';
import type { Factor, Term } from '../../src/kernel/term.ts';
import { entryOf, hashed, indices, type World } from './evaluate.ts';

const sigma = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * The functions by their definitions; derivatives are taken numerically, so that nothing here knows
 * a law.
 */
const functions: Readonly<Record<string, (x: number) => number>> = {
  tanh: Math.tanh,
  sigmoid: sigma,
  softplus: (x) => Math.log1p(Math.exp(x)),
  silu: (x) => x * sigma(x),
  exp: Math.exp,
  relu: (x) => Math.max(x, 0),
  leakyrelu: (x) => (x > 0 ? x : x / 100),
  abs: Math.abs,
  sqrt: Math.sqrt,
  log: Math.log,
  sin: Math.sin,
  cos: Math.cos,
};
const derivative = (f: (x: number) => number, k: number): ((x: number) => number) => {
  const h = 2e-3;
  // five-point differences, exact to h⁴
  return k === 0
    ? f
    : derivative(
        (x) => (f(x - 2 * h) - 8 * f(x - h) + 8 * f(x + h) - f(x + 2 * h)) / (12 * h),
        k - 1,
      );
};

/** Value of a scalar term in the variable x. */
function value(t: Term, x: number): number {
  return t.monomials.reduce((sum, m) => {
    const c = Number(m.coefficient.num) / Number(m.coefficient.den);
    const product = m.factors.reduce((p, { head }) => {
      if (head.kind === 'variable') return p * x;
      if (head.kind === 'inverse') return p / value(head.arg, x);
      if (head.kind === 'jet')
        return (
          p *
          derivative(
            functions[head.fn.name] as (y: number) => number,
            head.orders[0] as number,
          )(value(head.args[0] as Term, x))
        );
      throw new Error('no value');
    }, c);
    return sum + product;
  }, 0);
}

const points = [-2.3, -0.7, 0.4, 1.9];
const x = variable('x', []);

describe('laws of the named functions', () => {
  it.each(lawful)('%s', (name) => {
    const laws = lawsOf(name, x);
    expect(laws.length).toBeGreaterThan(0);
    for (const [left, right] of laws)
      for (const p of points) expect(value(left, p)).toBeCloseTo(value(right, p), 6);
  });

  it('softmax, on a vector of three', () => {
    const z = [0.3, -1.1, 0.8];
    const softmax = (v: readonly number[]): number[] => {
      const total = v.reduce((s, y) => s + Math.exp(y), 0);
      return v.map((y) => Math.exp(y) / total);
    };
    const at = (v: readonly number[], i: number): number => softmax(v)[i] as number;
    const [sum, jacobian, quotient, solved] = softmaxLaws(variable('z', ['3']));
    expect(softmaxLaws(variable('Z', ['2', '2', '3']))).toEqual([]);
    // p_i Σ_j exp(z_j) = exp(z_i): softmax and exp on the left, on wires of their own, exp alone on
    // the right
    const [left] = quotient?.[0].monomials ?? [];
    const [softmaxWire, expWire] = ['softmax', 'exp'].map(
      (name) =>
        left?.factors.find(({ head }) => head.kind === 'jet' && head.fn.name === name)?.slots[0],
    );
    expect(left?.free).toEqual([softmaxWire]);
    expect(expWire).not.toBe(softmaxWire);
    expect(
      quotient?.[1].monomials[0]?.factors.map(({ head }) => head.kind === 'jet' && head.fn.name),
    ).toEqual(['exp']);
    const [reciprocal] =
      solved?.[0].monomials[0]?.factors.flatMap(({ head }) =>
        head.kind === 'inverse' ? [head.arg] : [],
      ) ?? [];
    expect(
      reciprocal?.monomials.map((m) => [
        m.free,
        m.factors.map(({ head }) => head.kind === 'jet' && head.fn.name),
      ]),
    ).toEqual([[[], ['exp']]]);
    expect(
      solved?.[1].monomials[0]?.factors.map(({ head }) => head.kind === 'jet' && head.fn.name),
    ).toEqual(['softmax']);
    for (let i = 0; i < 3; i++)
      expect(at(z, i) * z.reduce((s, y) => s + Math.exp(y), 0)).toBeCloseTo(
        Math.exp(z[i] as number),
        12,
      );
    // Σp = 1: one graph on the left with no free wire, the constant 1 on the right
    expect(sum?.[0].shape).toEqual([]);
    expect(value(sum?.[1] as Term, 0)).toBe(1);
    const right = jacobian?.[1] as Term;
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        const numeric = derivative(
          (t) =>
            at(
              z.map((y, k) => (k === j ? t : y)),
              i,
            ),
          1,
        )(z[j] as number);
        const told = right.monomials.reduce((s, m) => {
          const c = Number(m.coefficient.num);
          const wires = m.free.map((w, axis) => [w, axis === 0 ? i : j] as const);
          if (wires[0]?.[0] === wires[1]?.[0] && i !== j) return s;
          const index = new Map(wires);
          return (
            s + m.factors.reduce((p, f) => p * at(z, index.get(f.slots[0] as number) as number), c)
          );
        }, 0);
        expect(told).toBeCloseTo(numeric, 6);
      }
    }
  });

  it('softmax, on the rows of a matrix', () => {
    const laws = softmaxLaws(variable('Z', ['2', '3']));
    expect(laws).toHaveLength(1);
    const world: World = { size: Number, entry: hashed(3) };
    for (const [left, right] of laws) {
      expect([left.shape, right.shape]).toEqual([['2'], ['2']]);
      for (const i of indices([2]))
        expect(entryOf(left, i, world)).toBeCloseTo(entryOf(right, i, world), 12);
    }
    // an entry of a row is its share of that row alone
    const [p] = laws[0]?.[0].monomials[0]?.factors ?? [];
    const rows = [0, 1].map((i) =>
      [0, 1, 2].map((j) => entryOf(factorTerm(p as Factor), [i, j], world)),
    );
    for (const [i, row] of rows.entries()) {
      const powers = [0, 1, 2].map((j) => Math.exp(world.entry('Z', [i, j])));
      for (const [j, share] of row.entries())
        expect(share * powers.reduce((s, y) => s + y, 0)).toBeCloseTo(powers[j] as number, 12);
    }
  });

  it('signs', () => {
    for (const [name, strict] of ['exp', 'sigmoid', 'softplus', 'abs', 'relu'].map(
      (each) => [each, signOf(each)] as const,
    )) {
      expect(strict).toBeDefined();
      const f = positiveValue(name, x).conclusion;
      expect(f.kind === 'less' && f.strict).toBe(strict);
      for (const p of [...points, 0, -40]) {
        const v = (functions[name] as (y: number) => number)(p);
        expect(strict ? v > 0 : v >= 0).toBe(true);
      }
    }
    expect(() => positiveValue('tanh', x)).toThrow('sign');
    expect(() => positiveValue('toString', x)).toThrow('sign');
    expect(() => positiveValue('exp', variable('v', ['n']))).toThrow('sign');
  });

  it('roots, of what is known to be at least 0', () => {
    const zero = number(ratio(0n));
    const weak = rootOf(assume(less(zero, x, false)));
    const square = first(weak).conclusion;
    if (square.kind !== 'equal') throw new Error('an equation is wanted');
    expect(value(square.left, 2.25)).toBeCloseTo(value(square.right, 2.25), 9);
    const strict = rootOf(assume(less(zero, x, true)));
    const [slopes, curvatures] = [first(first(strict)), second(first(strict))];
    for (const t of [first(slopes), second(slopes), first(curvatures), second(curvatures)]) {
      const f = t.conclusion;
      if (f.kind !== 'equal') throw new Error('an equation is wanted');
      for (const p of [0.5, 2.25]) expect(value(f.left, p)).toBeCloseTo(value(f.right, p), 4);
    }
    expect(second(strict).hypotheses).toHaveLength(1);
    // slopes need s > 0: at 0 there is none
    expect(first(weak).conclusion.kind).toBe('equal');
    expect(() => first(first(weak))).toThrow('kind and');
    expect(() => rootOf(assume(less(number(ratio(-1n)), x, true)))).toThrow('at least 0');
    expect(() =>
      rootOf(assume(less(scale(ratio(-1n), x), contract([x, x], ['', ''], ''), false))),
    ).toThrow('at least 0');
  });

  it('are known by number, and only for names that have them', () => {
    expect(() => law('tanh', x, 9)).toThrow('no law');
    expect(() => law('constructor', x, 0)).toThrow('no law');
    expect(() => law('phi', x, 0)).toThrow('no law');
  });
});
