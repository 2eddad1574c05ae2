/** Taylor's theorem along a segment, checked against functions whose derivatives are known. */
import { describe, expect, test } from 'vitest';
import { factNamed } from '../../src/kernel/algebra.ts';
import { type Formula } from '../../src/kernel/formula.ts';
import { substituteIn } from '../../src/kernel/binders.ts';
import { add, contract, jet, number, operation, scale, variable } from '../../src/kernel/graph.ts';
import { ratio } from '../../src/kernel/ratio.ts';
import type { FunctionSymbol, Term } from '../../src/kernel/term.ts';
import type { Replacement } from '../../src/kernel/calculus.ts';
import { valueOf } from '../../src/kernel/laws.ts';
import { fact, generalise, specialise, type Theorem } from '../../src/kernel/theorem.ts';
import { writeTerm } from '../../src/kernel/write.ts';
import { entryOf, hashed, type World } from './evaluate.ts';

const onLine: FunctionSymbol = { name: 'f', family: [], inputs: [null], output: null };
const onSpace: FunctionSymbol = { name: 'f', family: [], inputs: ['n'], output: null };
const [x, y, c, z] = ['x', 'y', 'c', 'z'].map((name) => variable(name, [])) as [
  Term,
  Term,
  Term,
  Term,
];
const [v, w, u] = ['v', 'w', 'u'].map((name) => variable(name, ['n'])) as [Term, Term, Term];
const power = (s: Term, k: number): Term =>
  contract(Array<Term>(k).fill(s), Array<string>(k).fill(''), '');

/** The two implications, with a function in the place of f. */
function statement(name: string, terms: readonly Term[], arg: string, body: Term): Formula[] {
  const entry = factNamed(name);
  if (!entry) throw new TypeError(`no fact ${name}`);
  const f = substituteIn(entry.statement(...terms), 'f', { kind: 'function', x: [arg], body });
  return f.kind === 'and' ? [f.left, f.right] : [];
}
const world = (values: Readonly<Record<string, number>>, seed = 1): World => ({
  size: () => 2,
  entry: (name, index) => values[name] ?? hashed(seed)(name, index),
});
const gap = (f: Formula | undefined, at: World): number => {
  const g = f?.kind === 'implies' ? f.right : null;
  if (g?.kind !== 'less') throw new TypeError('an inequality is wanted');
  return entryOf(g.right, [], at) - entryOf(g.left, [], at);
};
/** Implications between inequalities of numbers. */
function holds(f: Formula, at: World): boolean {
  if (f.kind === 'and') return holds(f.left, at) && holds(f.right, at);
  if (f.kind === 'implies') return !holds(f.left, at) || holds(f.right, at);
  if (f.kind !== 'less') throw new TypeError('inequalities are wanted');
  const [a, b] = [entryOf(f.left, [], at), entryOf(f.right, [], at)];
  return f.strict ? a < b : a <= b;
}
/** What the hypothesis says at one point. */
const held = (f: Formula | undefined, point: Term, at: World): boolean => {
  const g = f?.kind === 'implies' && f.left.kind === 'forall' ? f.left : null;
  if (!g || g.bound.kind !== 'tensor' || g.body.kind !== 'less')
    throw new TypeError('a statement for every point is wanted');
  const here = substituteIn(g.body, g.bound.name, { kind: 'term', term: point });
  return here.kind === 'less' && entryOf(here.left, [], at) <= entryOf(here.right, [], at) + 1e-9;
};

describe('of second order', () => {
  const name = 'Taylor along a segment';
  test.each([1, 2, 3])('a quadratic function is its Taylor polynomial, %s', (seed) => {
    const H = variable('H', ['n', 'n']);
    const body = scale(ratio(1n, 2n), contract([u, H, u], ['i', 'ij', 'j'], ''));
    const at = world({}, seed);
    const parts = statement(name, [jet(onSpace, [0], [v]), w, c], 'u', body);
    expect(parts.length).toBe(2);
    // c = d'H d, d = w − v
    const d = (i: number): number => at.entry('w', [i]) - at.entry('v', [i]);
    const bend = [0, 1]
      .flatMap((i) => [0, 1].map((j) => at.entry('H', [i, j]) * d(i) * d(j)))
      .reduce((a, b) => a + b, 0);
    const here = {
      ...at,
      entry: (n: string, i: readonly number[]) => (n === 'c' ? bend : at.entry(n, i)),
    };
    for (const part of parts) expect(gap(part, here)).toBeCloseTo(0, 9);
    for (const part of parts) expect(held(part, u, here)).toBe(true);
  });
  test.each([
    [1, 1],
    [-1, 0],
  ])('%s z^4 bends one way', (sign, other) => {
    const body = scale(ratio(BigInt(sign)), power(z, 4));
    const parts = statement(name, [jet(onLine, [0], [x]), y, c], 'z', body);
    const [fits, opposite] = other === 1 ? parts : parts.toReversed();
    for (const [a, b] of [
      [1, 2],
      [2, -1],
      [0, 1],
    ]) {
      const at = world({ x: a as number, y: b as number, c: 0 });
      expect([0, 1, -2].every((k) => held(fits, number(ratio(BigInt(k))), at))).toBe(true);
      expect(gap(fits, at)).toBeGreaterThanOrEqual(0);
      expect([1, -2].some((k) => held(opposite, number(ratio(BigInt(k))), at))).toBe(false);
    }
  });
});

describe('of first order', () => {
  const name = 'mean value along a segment';
  test.each([
    [1, 1],
    [-1, 0],
  ])('%s z^3 goes one way', (sign, other) => {
    const body = scale(ratio(BigInt(sign)), power(z, 3));
    const parts = statement(name, [jet(onLine, [0], [x]), y, c], 'z', body);
    const [fits, opposite] = other === 1 ? parts : parts.toReversed();
    const at = world({ x: -1, y: 2, c: 0 });
    expect([0, 1, -2].every((k) => held(fits, number(ratio(BigInt(k))), at))).toBe(true);
    expect(gap(fits, at)).toBeGreaterThanOrEqual(0);
    expect(held(opposite, number(ratio(1n)), at)).toBe(false);
  });
  test('a linear function is its own', () => {
    const parts = statement(name, [jet(onLine, [0], [x]), y, c], 'z', scale(ratio(3n), z));
    const at = world({ x: 2, y: 5, c: 9 });
    for (const part of parts) expect(gap(part, at)).toBeCloseTo(0, 9);
  });
});

describe('a slope between two numbers', () => {
  const [weakly, strictly] = statement(
    'a function that rises between two numbers',
    [jet(onLine, [0], [x]), y],
    'z',
    power(z, 2),
  );
  /** What the premise says at a point, and then the conclusion. */
  const parts = (f: Formula | undefined, at: Readonly<Record<string, number>>) => {
    if (f?.kind !== 'implies' || f.left.kind !== 'forall' || f.left.bound.kind !== 'tensor')
      throw new TypeError('a statement for every point is wanted');
    const { bound, body } = f.left;
    const { u = 0, ...ends } = at;
    const here = world({ ...ends, [bound.name]: u });
    return [holds(body, here), holds(f.right, here)];
  };
  test('z^2 rises from 1 to 2, and the slope is asked for between them alone', () => {
    for (const f of [weakly, strictly]) {
      expect(parts(f, { x: 1, y: 2, u: 1.5 })).toEqual([true, true]);
      expect(parts(f, { x: 1, y: 2, u: -1 })).toEqual([true, true]);
      // it falls from −2 to −1, and the slope says so
      expect(parts(f, { x: -2, y: -1, u: -1.5 })).toEqual([false, false]);
      expect(parts(f, { x: 2, y: -3, u: 0 })).toEqual([true, true]);
    }
  });
  test('< is for slopes that are not 0', () => {
    expect(parts(weakly, { x: -1, y: 1, u: 0 })[0]).toBe(true);
    expect(parts(strictly, { x: -1, y: 1, u: 0 })[0]).toBe(false);
    expect(parts(strictly, { x: 1, y: 1 })).toEqual([true, true]);
  });
  test('it is for functions of a number', () => {
    const name = 'a function that rises between two numbers';
    expect(() => fact(name, jet(onSpace, [0], [v]), w)).toThrow(/two numbers/);
    expect(() => fact(name, jet({ ...onLine, kinks: true }, [0], [x]), y)).toThrow(/smooth/);
    expect(() => fact(name, jet(onLine, [0], [x]), v)).toThrow(/one shape/);
  });
});

describe('at an extremum', () => {
  const square = power(z, 2);
  test.each([
    [1n, 0],
    [-1n, 1],
  ])('%s z^2 is flat and bent at 0', (sign, place) => {
    const body = scale(ratio(sign), square);
    const at = world({ x: 0 });
    const flat = statement('the slope at an extremum', [jet(onLine, [0], [x])], 'z', body)[place];
    const bent = statement(
      'the second derivatives at an extremum',
      [jet(onLine, [0], [x])],
      'z',
      body,
    )[place];
    for (const part of [flat, bent])
      expect([0, 1, -2].every((k) => held(part, number(ratio(BigInt(k))), at))).toBe(true);
    const slope = flat?.kind === 'implies' ? flat.right : null;
    expect(slope?.kind === 'equal' && entryOf(slope.left, [], at)).toBe(0);
    expect(gap(bent, at)).toBe(2);
    // elsewhere the hypothesis fails
    expect(held(flat, number(ratio(0n)), world({ x: 1 }))).toBe(false);
  });
  test('of a function of vectors, the second derivatives are a matrix', () => {
    const f = fact('the second derivatives at an extremum', jet(onSpace, [0], [v])).conclusion;
    expect(f.kind === 'and' && f.left.kind === 'implies' && f.left.right.kind).toBe('is');
  });
});

test('a mean value is attained between the points, for functions of vectors and of numbers', () => {
  const entry = factNamed('mean value theorem');
  const f = substituteIn(entry?.statement(jet(onSpace, [0], [v]), w) as Formula, 'f', {
    kind: 'function',
    x: ['u'],
    body: contract([u, u], ['i', 'i'], ''),
  });
  if (f.kind !== 'exists' || f.bound.kind !== 'tensor') throw new TypeError('existence is wanted');
  const { name } = f.bound;
  // of |u|^2: at the middle, and not at the ends
  const sides = (point: Term): number => {
    const g = substituteIn(f.body, name, { kind: 'term', term: point });
    return g.kind === 'equal'
      ? entryOf(g.left, [], world({})) - entryOf(g.right, [], world({}))
      : NaN;
  };
  expect(sides(scale(ratio(1n, 2n), add(v, w)))).toBeCloseTo(0, 9);
  expect(sides(v)).not.toBeCloseTo(0, 3);
  const onNumbers = entry?.statement(jet(onLine, [0], [x]), y);
  expect(onNumbers?.kind).toBe('exists');
});

describe('an activation with a name alone may have kinks', () => {
  const bent = { ...onLine, kinks: true };
  const value = jet(bent, [0], [x]);
  test('it lies between lines of its slopes, and is nothing that only a smooth function is', () => {
    expect(() => fact('mean value along a segment', value, y, c)).not.toThrow();
    for (const [name, ...more] of [
      ['mean value theorem', y],
      ['Taylor along a segment', y, c],
      ['the slope at an extremum'],
      ['the second derivatives at an extremum'],
    ] as const)
      expect(() => fact(name, value, ...more)).toThrow(/smooth/);
  });
  test('its values are not those of the smooth function of the same name', () => {
    expect(writeTerm(value)).not.toBe(writeTerm(jet(onLine, [0], [x])));
  });
  test('it does not stand in for a smooth function, nor |x| for either', () => {
    const all = (fn: FunctionSymbol): Theorem =>
      generalise(
        { kind: 'function', fn },
        fact('mean value along a segment', jet(fn, [0], [x]), y, c),
      );
    const by = (body: Term): Replacement => ({ kind: 'function', x: ['z'], body });
    const z = variable('z', []);
    expect(() => specialise(all(onLine), by(jet({ ...bent, name: 'g' }, [0], [z])))).toThrow(
      /kink/,
    );
    expect(() => specialise(all(bent), by(jet({ ...bent, name: 'g' }, [0], [z])))).not.toThrow();
    for (const fn of [onLine, bent]) {
      expect(() => specialise(all(fn), by(valueOf('abs', z)))).toThrow(/kink/);
      expect(() => specialise(all(fn), by(jet({ ...onLine, name: 'g' }, [0], [z])))).not.toThrow();
    }
  });
});

test('it applies to smooth functions with a name alone, at points of one shape', () => {
  const named = (other: string): Term => jet({ ...onLine, name: other }, [0], [x]);
  for (const [first, last, by] of [
    [named('relu'), y, c],
    [named('log'), y, c],
    [named('E#1'), y, c],
    [jet(onLine, [1], [x]), y, c],
    [jet(onLine, [0], [x]), v, c],
    [jet(onLine, [0], [x]), y, v],
    [scale(ratio(2n), jet(onLine, [0], [x])), y, c],
    [operation('rank', variable('A', ['m', 'n'])), y, c],
    [x, y, c],
  ] as const)
    for (const name of ['mean value along a segment', 'Taylor along a segment'])
      expect(() => fact(name, first, last, by)).toThrow(/wanted/);
});

test('the point that is arbitrary has a name of its own', () => {
  const used = variable('u#', []);
  const f = factNamed('Taylor along a segment')?.statement(jet(onLine, [0], [x]), y, used);
  expect(
    f?.kind === 'and' &&
      f.left.kind === 'implies' &&
      f.left.left.kind === 'forall' &&
      f.left.left.bound.kind === 'tensor'
      ? f.left.left.bound.name
      : '',
  ).not.toBe('u#');
});
