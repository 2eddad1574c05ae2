/**
 * Objects that lie: getters that answer differently the second time, arrays with methods of their
 * own, casts.
 */
import { describe, expect, test } from 'vitest';
import type { Term } from '../../src/kernel/term.ts';
import {
  contract,
  factorTerm,
  inverse,
  number,
  splice,
  variable,
  zeros,
  type Piece,
} from '../../src/kernel/graph.ts';
import { one, ratio } from '../../src/kernel/ratio.ts';
import {
  and,
  equal,
  exists,
  falsum,
  forall,
  implies,
  is,
  less,
  not,
  or,
  write,
  type Bound,
  type Formula,
} from '../../src/kernel/formula.ts';
import {
  assume,
  atLeastOne,
  both,
  cases,
  classical,
  comparable,
  contradiction,
  definition,
  differentiate,
  dims,
  discharge,
  either,
  fact,
  generalise,
  instance,
  linear,
  order,
  overRange,
  rankOnto,
  rankTranspose,
  replace,
  specialise,
  squares,
  Theorem,
  unpack,
  type Summand,
} from '../../src/kernel/theorem.ts';
import { takeMake } from '../../src/kernel/sequent.ts';
import type { Label } from '../../src/kernel/write.ts';
import { seal, tell } from '../../src/kernel/seal.ts';
import * as algebra from '../../src/kernel/algebra.ts';
import * as citations from '../../src/kernel/citations.ts';
import * as laws from '../../src/kernel/laws.ts';
import { determinants } from '../../src/kernel/facts/determinants.ts';
import {
  apply,
  holeOf,
  lin,
  loop,
  matrix,
  nought,
  product,
  reflexive,
  refused,
  scalar,
  unit,
  use,
  vector,
} from './tools.ts';

/** An object whose property gives each of the values in turn, the last one for ever. */
function fickle<T extends object>(base: T, key: string, values: readonly unknown[]): T {
  let k = 0;
  return Object.defineProperty({ ...base }, key, {
    enumerable: true,
    get: () => values[Math.min(k++, values.length - 1)],
  });
}
/** Does any number of honest answers before the lie make the attack succeed? */
function everyDelay(attack: (delay: number) => unknown, holds: (result: unknown) => boolean): void {
  for (let delay = 0; delay < 12; delay++) {
    let result: unknown;
    try {
      result = attack(delay);
    } catch {
      continue;
    }
    expect(holds(result), `after ${delay} honest answers`).toBe(true);
  }
}
const honest = <T>(delay: number, truth: T, lie: T): T[] => [...Array<T>(delay).fill(truth), lie];
const [a, b] = [scalar('a'), scalar('b')];
const everyA: Bound = { kind: 'tensor', name: 'a', shape: [] };

describe('a theorem is made by the rules alone', () => {
  test.each<[string, () => unknown]>([
    [
      'a cast',
      () =>
        both(
          { conclusion: falsum, hypotheses: [], axioms: [] } as unknown as Theorem,
          assume(falsum),
        ),
    ],
    [
      'the prototype alone',
      () => both(Object.create(Theorem.prototype) as Theorem, assume(falsum)),
    ],
    [
      'the constructor with a key of its own',
      () =>
        new Theorem(
          Symbol('kernel'),
          { rule: 'assume', from: [], given: [] },
          new Map(),
          falsum,
          [],
        ),
    ],
    [
      'a subclass',
      () => {
        class Forged extends Theorem {
          constructor() {
            super(Symbol('kernel'), { rule: 'assume', from: [], given: [] }, new Map(), falsum, []);
          }
        }
        return new Forged();
      },
    ],
    [
      'Reflect.construct',
      () =>
        Reflect.construct(Theorem, [
          Symbol.for('kernel'),
          { rule: '', from: [], given: [] },
          new Map(),
          falsum,
          [],
        ]),
    ],
    [
      'a proxy of a theorem',
      () =>
        both(
          new Proxy(reflexive(a), {
            get: (t, k) => (k === 'conclusion' ? falsum : Reflect.get(t, k)),
          }),
          reflexive(a),
        ),
    ],
    [
      'a clone',
      () =>
        both(
          Object.assign(Object.create(Theorem.prototype) as object, reflexive(a)) as Theorem,
          reflexive(a),
        ),
    ],
    ['nothing', () => both(null as unknown as Theorem, reflexive(a))],
  ])('%s is refused', (_, attack) => refused(attack));

  test('a theorem does not change', () => {
    const t = assume(falsum);
    expect(() => Object.defineProperty(t, 'hypotheses', { value: [] })).toThrow(TypeError);
    expect(() => Object.setPrototypeOf(t, { hypotheses: [] })).toThrow(TypeError);
    expect(() => Object.defineProperty(Theorem.prototype, 'hypotheses', { value: [] })).toThrow(
      TypeError,
    );
    expect(() => Object.defineProperty(Theorem, 'gamma', { value: () => new Map() })).toThrow(
      TypeError,
    );
    (t.hypotheses as Formula[]).length = 0;
    (Theorem.gamma(t) as Map<string, Formula>).clear();
    (t.axioms as string[]).push('anything');
    expect(t.hypotheses).toHaveLength(1);
    expect(t.axioms).toHaveLength(0);
    expect(() => (t.derivation.from as Theorem[]).push(t)).toThrow(TypeError);
    expect(() => Object.assign(t.derivation, { rule: 'ring' })).toThrow(TypeError);
  });
});

describe('terms and formulas are sealed', () => {
  const forgedTerm = { shape: [], monomials: [] } as Term;
  const forged = { kind: 'false' } as Formula;
  test.each<[string, () => unknown]>([
    ['equal', () => equal(forgedTerm, a)],
    ['less', () => less(a, forgedTerm, true)],
    ['is', () => is('pd', { shape: ['n', 'n'], monomials: [] })],
    ['assume', () => assume(forged)],
    ['not', () => not(forged)],
    ['and', () => and(forged, falsum)],
    ['or', () => or(falsum, forged)],
    ['implies', () => implies(forged, falsum)],
    ['forall', () => forall(everyA, forged)],
    ['exists', () => exists(everyA, forged)],
    ['discharge', () => discharge(forged, reflexive(a))],
    ['either', () => either(reflexive(a), forged, 'left')],
    ['contradiction', () => contradiction(forged, assume(falsum))],
    ['classical', () => classical(forged, assume(falsum))],
    ['linear', () => linear(forgedTerm, forgedTerm, [], [])],
    [
      'specialise',
      () => specialise(generalise(everyA, reflexive(a)), { kind: 'term', term: forgedTerm }),
    ],
    ['splice', () => splice({ wires: [], free: [] }, [{ term: forgedTerm, on: [] }])],
    ['inverse', () => inverse(forgedTerm)],
    ['definition', () => definition('onto', { shape: ['n', 'n'], monomials: [] })],
    ['comparable', () => comparable(forgedTerm, a)],
    ['rankOnto', () => rankOnto({ shape: ['n', 'n'], monomials: [] })],
    ['write', () => write({ ...falsum })],
    ['a proxy of a term', () => equal(new Proxy(a, {}), a)],
    ['a copy of a term', () => equal({ ...a }, a)],
    ['squares', () => squares(forgedTerm, reflexive(a))],
  ])('%s takes no other', (_, attack) => refused(attack));

  test('and frozen all the way down', () => {
    const frozen = (x: unknown): boolean =>
      typeof x !== 'object' || x === null || (Object.isFrozen(x) && Object.values(x).every(frozen));
    const f = exists(
      { kind: 'function', fn: { name: 'f', family: ['N'], inputs: [null, 'n'], output: 'm' } },
      equal(
        contract([inverse(matrix('A')), vector('v')], ['ij', 'j'], 'i', { k: 'n' }),
        vector('w'),
      ),
    );
    expect(frozen(f)).toBe(true);
  });
  test('a bound given as an object is copied', () => {
    const bound = { kind: 'tensor' as const, name: 'a', shape: ['n'] };
    const f = forall(bound, falsum);
    bound.name = 'b';
    bound.shape.push('n');
    expect(f).toMatchObject({ bound: { name: 'a', shape: ['n'] } });
  });
});

describe('what answers differently the second time', () => {
  test('the replacing term: ∀a a = a does not give b = c', () => {
    const t = generalise(everyA, reflexive(a));
    everyDelay(
      (k) =>
        specialise(
          t,
          fickle({ kind: 'term' as const, term: b }, 'term', honest(k, b, scalar('c'))),
        ),
      (r) => {
        const { conclusion: f, derivation } = r as Theorem;
        // the step that is recorded is the one that was made
        const by = derivation.given[0] as { readonly term: Term };
        return (
          f.kind === 'equal' &&
          f.left.monomials[0]?.factors[0]?.head === f.right.monomials[0]?.factors[0]?.head &&
          write(f) === write(equal(by.term, by.term))
        );
      },
    );
  });
  test('the bound of generalise: a = 0 does not give ∀a a = 0', () => {
    const t = assume(equal(a, nought()));
    everyDelay(
      (k) => generalise(fickle(everyA, 'name', honest(k, 'b', 'a')), t),
      (r) => write((r as Theorem).conclusion).includes('forall tensor b:'),
    );
  });
  test('the claim of instance', () => {
    const good = exists(everyA, equal(a, a));
    const claim = fickle(good, 'body', [equal(a, a), falsum]) as Formula;
    refused(() => instance(claim, b, reflexive(b)), /did not make/);
  });
  test('the context of a use', () => {
    const context = fickle(holeOf(), 'monomials', [a.monomials, b.monomials]);
    refused(() => linear(b, a, [use(reflexive(unit()), context)], []), /did not make/);
  });
  test('the context of replace', () => {
    const context = fickle({ kind: 'equal' as const, left: a, right: a }, 'right', [a, b]);
    refused(() => replace(context, reflexive(unit()), reflexive(a)), /did not make/);
  });
  test('the symmetries of linear keep their hypotheses', () => {
    const A = matrix('A');
    const flipped = contract([A], ['ij'], 'ji');
    const symmetric = assume(equal(A, flipped));
    const labels: Label[] = [{}, { slots: { 0: [1, 0] } }];
    expect(linear(A, flipped, [], labels, [symmetric]).hypotheses).toHaveLength(1);
    everyDelay(
      (k) => {
        let reads = 0;
        const list = [symmetric];
        list[Symbol.iterator] = () => (reads++ < k ? [symmetric] : []).values();
        return linear(A, flipped, [], labels, list);
      },
      (r) => (r as Theorem).hypotheses.length === 1,
    );
  });
  test('the uses of linear keep their hypotheses', () => {
    const equation = assume(equal(a, b));
    everyDelay(
      (k) =>
        linear(
          a,
          b,
          [fickle(use(equation, holeOf()), 'equation', honest(k, equation, reflexive(a)))],
          [],
        ),
      (r) => (r as Theorem).hypotheses.length === 1,
    );
  });
  test('the summands of order keep their hypotheses', () => {
    const fact = assume(less(nought(), a, true));
    const summand: Summand = { coefficient: one, facts: [fact], squares: [] };
    everyDelay(
      (k) => order(nought(), a, true, [fickle(summand, 'facts', honest<Theorem[]>(k, [fact], []))]),
      (r) => (r as Theorem).hypotheses.length === 1,
    );
    everyDelay(
      (k) =>
        order(nought(), a, false, [
          fickle(summand, 'facts', [...honest<Theorem[]>(k, [fact], [])]),
        ]),
      (r) => (r as Theorem).hypotheses.length === 1,
    );
  });
  test('a coefficient of order stays positive', () => {
    const square: Summand = { coefficient: one, facts: [], squares: [a] };
    const minusSquare = contract([a, a, number(ratio(-1n))], ['', '', ''], '');
    everyDelay(
      (k) =>
        order(nought(), minusSquare, false, [
          { ...square, coefficient: fickle({ num: 1n, den: 1n }, 'num', honest(k, 1n, -1n)) },
        ]),
      () => false,
    );
    everyDelay(
      (k) =>
        order(nought(), minusSquare, false, [
          { ...square, coefficient: fickle({ num: 1n, den: 1n }, 'den', honest(k, 1n, -1n)) },
        ]),
      () => false,
    );
    refused(
      () =>
        order(nought(), minusSquare, false, [{ ...square, coefficient: { num: 1n, den: -1n } }]),
      /positive/,
    );
    refused(
      () => order(nought(), nought(), true, [{ ...square, coefficient: ratio(0n) }]),
      /positive/,
    );
  });
  test('a renaming of dimensions is the same everywhere', () => {
    class Turning extends Map<string, string> {
      private reads = 0;
      private readonly delay: number;
      constructor(delay: number) {
        super([['n', 'm']]);
        this.delay = delay;
      }
      override get(key: string): string | undefined {
        return key === 'n' && this.reads++ >= this.delay ? 'k' : super.get(key);
      }
    }
    const t = assume(equal(loop('n'), unit()));
    everyDelay(
      (k) => dims(t, new Turning(k)),
      (r) => write((r as Theorem).conclusion) === write((r as Theorem).hypotheses[0] as Formula),
    );
  });
  test('the shape of differentiate', () => {
    const x = vector('x');
    const t = generalise({ kind: 'tensor', name: 'x', shape: ['n'] }, lin(x, x));
    const again = specialise(t, { kind: 'term', term: x });
    everyDelay(
      (k) => {
        let reads = 0;
        const shape = ['n'];
        const map = shape.map.bind(shape);
        shape.map = ((f: (d: string, i: number, all: string[]) => unknown) =>
          reads++ === k ? [zeros(['n', 'n'])] : map(f)) as typeof shape.map;
        return differentiate(again, 'x', shape);
      },
      (r) => {
        const f = (r as Theorem).conclusion;
        return f.kind === 'equal' && f.left.monomials.length === f.right.monomials.length;
      },
    );
  });
  test('an order of factors that maps to fewer', () => {
    const [A, B, C] = [matrix('A'), matrix('B'), matrix('C')];
    const trace = (s: Term, t: Term): Term => contract([s, t], ['ij', 'ji'], '');
    const liar = (n: number): number[] =>
      Object.assign(
        Array.from({ length: n }, (_, i) => i),
        { map: () => [] },
      );
    refused(
      () => linear(trace(A, B), trace(A, C), [], [{ order: liar(2) }, { order: liar(2) }]),
      /differ/,
    );
    for (let delay = 0; delay < 6; delay++) {
      const forgetful = (): number[] => {
        let asked = 0;
        return Object.assign([0, 1], {
          [Symbol.iterator]: () => (asked++ < delay ? [0, 1] : []).values(),
        });
      };
      refused(
        () =>
          linear(trace(A, B), trace(A, C), [], [{ order: forgetful() }, { order: forgetful() }]),
        /differ|permutation/,
      );
    }
    const slots = Object.assign([0, 1], { map: () => [0, 0] });
    refused(
      () =>
        linear(
          A,
          contract([A], ['ij'], 'ji'),
          [],
          [{ slots: { 0: slots } }, { slots: { 0: slots } }],
        ),
      /differ|reordered/,
    );
  });
  test('the pieces of splice', () => {
    const slots = new Proxy([0, 0], {});
    const monomial = {
      coefficient: one,
      powers: {},
      wires: ['n'],
      free: [],
      factors: [{ head: { kind: 'variable' as const, name: 'A', shape: ['n', 'n'] }, slots }],
    };
    const forged = { shape: [], monomials: [monomial] } as Term;
    everyDelay(
      (k) =>
        splice({ wires: [], free: [] }, [
          fickle<Piece>({ term: a, on: [] }, 'term', honest(k, a, forged)),
        ]),
      (r) => (r as Term).monomials[0]?.factors[0]?.head === a.monomials[0]?.factors[0]?.head,
    );
  });
  test('a sealed term keeps no array of its maker', () => {
    const free = Object.assign([0], { map: () => new Proxy([0], {}) });
    const t = splice({ wires: ['n'], free }, []);
    expect(t.shape).toEqual(['n']);
    expect(t.monomials[0]?.free).toEqual([0]);
    const shape = ['n'];
    const z = seal(shape, []);
    shape.push('m');
    expect(z.shape).toEqual(['n']);
    expect(Object.isFrozen(shape)).toBe(false);
  });
});

describe('factors from outside', () => {
  // V = 0 would become ∀W W = 0 under a hypothesis that is still filed as V = 0
  test('a head whose name is inherited, and can change, is refused', () => {
    const kind = { kind: 'variable' as const, name: 'V', shape: ['n'] };
    refused(
      () => factorTerm({ head: Object.create(kind) as typeof kind, slots: [0] }),
      /did not make|kernel made/,
    );
    refused(
      () => factorTerm({ head: fickle(kind, 'name', ['V', 'V', 'W']), slots: [0] }),
      /kernel made/,
    );
    refused(() => factorTerm({ head: { ...kind }, slots: [0] }), /kernel made/);
  });
  test('a factor of a term is the same term each time', () => {
    const [m] = contract([matrix('A'), vector('v')], ['ij', 'j'], 'i').monomials;
    const [f] = m?.factors ?? [];
    if (f === undefined) throw new Error('no factor');
    expect(factorTerm(f)).toBe(factorTerm(f));
    expect(factorTerm(f).shape).toEqual(['n', 'n']);
  });
});

describe('names that every object inherits', () => {
  test.each(['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty'])(
    '%s is a dimension like any other',
    (d) => {
      refused(() => lin(loop(d), unit()), /differ/);
      refused(() => lin(loop(d), nought()), /differ/);
      const renamed = dims(reflexive(loop('n')), new Map([['n', d]])).conclusion;
      expect(write(renamed)).toContain(`${d}^1`);
      expect(write(renamed)).toBe(write(reflexive(loop(d)).conclusion));
      const squared = contract([loop(d), loop(d)], ['', ''], '');
      expect(write(equal(squared, unit()))).toContain(`${d}^2`);
      expect(rankOnto(variable('A', [d, d])).hypotheses).toEqual([]);
    },
  );
  test('the trace of the identity is the dimension, whatever its name', () => {
    refused(() => lin(loop('n'), unit()), /differ/);
    refused(() => lin(loop('__proto_'), unit()), /differ/);
  });
});

describe('rules for matrices take matrices', () => {
  test('the rank of a tensor of three axes is not that of a sum of slices', () =>
    refused(() => rankTranspose(variable('T', ['m', 'n', 'k'])), /matri/));
  test('unpack, cases and instance keep hypotheses', () => {
    const e = exists(everyA, equal(a, b));
    const t = unpack(assume(e), either(assume(falsum), falsum, 'left'));
    expect(t.hypotheses.map(write)).toEqual([write(e), 'false']);
    const c = cases(assume(or(equal(a, b), falsum)), assume(equal(b, a)), assume(equal(b, a)));
    expect(c.hypotheses).toHaveLength(2);
    expect(apply(product(matrix('A'), matrix('B')), vector('v')).shape).toEqual(['n']);
  });
});

describe('functions whose names have a meaning', () => {
  //  ∀tanh: 2 tanh'' + … at every function would make 2u = 1 − u⁴ out of tanh' = 1 − tanh²
  test.each(['tanh', 'sigmoid', 'exp', 'relu', 'abs', 'sqrt', 'log', 'softmax', 'gelu', 'erf'])(
    'no quantifier binds %s',
    (name) => {
      const fn = { name, family: [], inputs: [null], output: null };
      refused(() => generalise({ kind: 'function', fn }, reflexive(a)), /cannot bind/);
      refused(() => forall({ kind: 'function', fn }, falsum), /cannot bind/);
      refused(() => exists({ kind: 'function', fn }, falsum), /cannot bind/);
    },
  );
  test('the power to make theorems is handed out once', () =>
    refused(() => takeMake(), /only the rules/));
});

describe('what the kernel keeps with a term', () => {
  test.each([
    ['textOfTerm', () => tell('textOfTerm', () => 'every term alike')],
    ['textOfHead', () => tell('textOfHead', () => 'every factor alike')],
    ['termOfHead', () => tell('termOfHead', () => zeros([]))],
  ])('the kernel alone says how %s is made', (_, attack) => refused(attack));
  test.each<[string, (t: Term) => Term]>([
    ['a clone', (t) => ({ ...t })],
    ['a frozen clone', (t) => Object.freeze({ ...t })],
    ['an heir', (t) => Object.create(t) as Term],
    ['a proxy', (t) => new Proxy(t, {})],
    ['a structured clone', (t) => structuredClone(t)],
  ])('%s of a term is not a term', (_, copy) => refused(() => equal(copy(a), b)));
  test('the head of no term has no term', () => {
    refused(() => factorTerm({ head: { kind: 'variable', name: 'a', shape: [] }, slots: [] }));
  });
});

describe('values are checked by their type', () => {
  /** Passes for 1n the first times, then for −1n. */
  const evil = (delay: number): bigint => {
    let reads = 0;
    return { valueOf: () => (reads++ < delay ? 1n : -1n) } as unknown as bigint;
  };
  test('a coefficient whose value changes does not give 0 < −1', () => {
    for (let delay = 0; delay < 12; delay++) {
      const coefficient = { num: evil(delay), den: 1n };
      refused(
        () => order(nought(), number(ratio(-1n)), true, [{ coefficient, facts: [], squares: [] }]),
        /bigint/,
      );
      refused(() => number(coefficient), /bigint/);
      refused(() => splice({ wires: [], free: [], coefficient }, []), /bigint/);
    }
  });
  test('an index whose text changes does not give l = 1 for each l', () => {
    for (let delay = 0; delay < 12; delay++) {
      let reads = 0;
      const index = { toString: () => (reads++ < delay ? '1' : 'l') } as unknown as string;
      const t = reflexive(unit());
      refused(() => overRange(index, '1', 'L', t));
      refused(() => atLeastOne(index));
      refused(() => variable('W', [index]), /text/);
      refused(() => dims(reflexive(loop('n')), new Map([['n', index]])), /text/);
    }
  });
  test('the tables cannot be changed, so no fact is slipped in', () => {
    for (const room of [algebra, citations, laws])
      for (const table of Object.values(room)) expect(table).not.toBeInstanceOf(Map);
    const evilFact = { source: '', statement: () => falsum };
    expect(() => (determinants as unknown[]).push(['evil', evilFact])).toThrow(TypeError);
    const known = algebra.factNamed('det of a product');
    expect(() => Object.assign(known as object, evilFact)).toThrow(TypeError);
    expect(() => Object.assign(citations.citationNamed('Ky Fan') as object, evilFact)).toThrow(
      TypeError,
    );
    refused(() => fact('evil'), /no fact/);
  });
  test('a getter on Object.prototype takes no hypothesis away', () => {
    const conclusions = ['instead', 'drop', 'uses'].map((key) => {
      Object.defineProperty(Object.prototype, key, { configurable: true, get: () => [] });
      try {
        return discharge(equal(a, b), assume(falsum)).hypotheses.map((h) => h.kind);
      } finally {
        Reflect.deleteProperty(Object.prototype, key);
      }
    });
    expect(conclusions).toEqual([['false'], ['false'], ['false']]);
  });
  test('a number at an index of Array.prototype joins no wires', () => {
    const [v, w] = [vector('v'), vector('w')];
    (Array.prototype as unknown[])[1] = 0;
    try {
      const outer = contract([v, w], ['i', 'j'], 'ij');
      refused(() => linear(outer, contract([v, w], ['i', 'i'], 'ii'), [], []), /differ/);
    } finally {
      Array.prototype.length = 0;
    }
  });
});
