/**
 * The line cut at the roots of polynomials: roots are found, and signs are those of points of the
 * cell.
 */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Undefined, Unsupported } from '../../src/numbers/field.ts';
import {
  cellsOf,
  cutAlso,
  lineAt,
  Uncut,
  type Cell,
  type Dependent,
  type Line,
} from '../../src/numbers/line.ts';
import { compare, denominator, numerator, type Q } from '../../src/numbers/rational.ts';
import {
  commonDivisor,
  isolatedRoots,
  product,
  quotient,
  rootsBetween,
  signAt,
  squareFree,
  sturmChain,
  type Univariate,
} from '../../src/numbers/univariate.ts';
import { fieldLaws } from './field-laws.ts';
import { smallRationals } from './arbitraries.ts';

const sorted = (list: readonly Q[]): Q[] =>
  list.toSorted(compare).filter((x, i, all) => i === 0 || compare(all[i - 1] as Q, x) !== 0);
/** den·x − num. */
const rootAt = (r: Q): Univariate =>
  numerator(r) === 0n ? [0n, 1n] : [-numerator(r), denominator(r)];
const withRoots = (roots: readonly Q[], more: Univariate = [1n]): Univariate =>
  roots.map(rootAt).reduce(product, more);
const roots = fc.array(smallRationals, { minLength: 1, maxLength: 5 });

describe('polynomials in one unknown', () => {
  test('each real root is isolated once, whatever its multiplicity, and complex ones are not seen', () => {
    fc.assert(
      fc.property(roots, fc.boolean(), fc.boolean(), (list, complex, negative) => {
        const p = withRoots(
          list,
          complex ? [negative ? -2n : 2n, 0n, negative ? -1n : 1n] : [negative ? -3n : 1n],
        );
        const found = isolatedRoots(squareFree(p));
        const wanted = sorted(list);
        expect(found).toHaveLength(wanted.length);
        found.forEach(({ from, to }, i) => {
          expect(compare(from, wanted[i] as Q)).toBe(-1);
          expect(compare(wanted[i] as Q, to)).toBe(-1);
          if (i > 0) expect(compare(found[i - 1]?.to as Q, from)).not.toBe(1);
        });
      }),
    );
  });
  test('irrational roots: x² = 2, x³ = x + 1, and none of x² = -2', () => {
    const count = (p: Univariate): number => isolatedRoots(squareFree(p)).length;
    expect([count([-2n, 0n, 1n]), count([-1n, -1n, 0n, 1n]), count([2n, 0n, 1n])]).toEqual([
      2, 1, 0,
    ]);
  });
  test('Sturm counts between two points that are not roots', () => {
    fc.assert(
      fc.property(roots, smallRationals, smallRationals, (list, a, b) => {
        const p = squareFree(withRoots(list));
        fc.pre(compare(a, b) < 0 && signAt(p, a) !== 0 && signAt(p, b) !== 0);
        expect(rootsBetween(sturmChain(p), a, b)).toBe(
          sorted(list).filter((r) => compare(a, r) < 0 && compare(r, b) < 0).length,
        );
      }),
    );
  });
  test('the greatest common divisor has the common roots, and the quotient the others', () => {
    fc.assert(
      fc.property(roots, roots, roots, (shared, left, right) => {
        const [p, q] = [withRoots([...shared, ...left]), withRoots([...shared, ...right])];
        const d = commonDivisor(p, q);
        for (const r of shared) expect(signAt(d, r)).toBe(0);
        for (const x of [p, q]) {
          const rest = quotient(x, d);
          expect(rest.length + d.length - 1).toBe(x.length);
        }
        expect(commonDivisor(quotient(p, d), quotient(q, d))).toHaveLength(1);
      }),
    );
  });
});

/** All cells of the line in which every one of these numbers has a sign. */
const allCells = (
  about: (line: Line) => unknown,
): { readonly cuts: Univariate; readonly cells: readonly Cell[] } => {
  let cuts: Univariate = [1n];
  for (;;) {
    const cells = cellsOf(cuts);
    try {
      cells.forEach((cell) => about(lineAt(cuts, cell)));
      return { cuts, cells };
    } catch (error) {
      if (!(error instanceof Uncut)) throw error;
      cuts = cutAlso(cuts, error.at);
    }
  }
};

describe('a cell', () => {
  const [cell] = cellsOf([1n]);
  const plain = lineAt([1n], cell as Cell);
  const values: fc.Arbitrary<Dependent> = fc
    .tuple(
      fc.array(fc.bigInt({ min: -5n, max: 5n }), { maxLength: 2 }),
      fc.bigInt({ min: 1n, max: 4n }),
    )
    .map(([p, d]) =>
      p.reduceRight(
        (sum, c) =>
          plain.add(plain.mul(sum, plain.unknown), plain.fromRational({ num: c, den: d })),
        plain.zero,
      ),
    );
  // numbers without a root, of which a cell tells the sign
  const definite = fc.tuple(fc.integer({ min: -3, max: 3 }), values, values).map(([c, a, b]) => {
    const [over, under] = [a, b].map((x) => plain.add(plain.one, plain.mul(x, x))) as [
      Dependent,
      Dependent,
    ];
    return plain.mul(plain.fromInteger(c), plain.div(over, under));
  });
  fieldLaws(plain, definite, (a, b) => plain.sub(a, b).over.length === 0);

  test('has the signs of its points', () => {
    fc.assert(
      fc.property(roots, roots, (over, under) => {
        const value = (line: Line): Dependent => {
          const factor = (r: Q): Dependent => line.sub(line.unknown, line.lift(r));
          const [p, q] = [over, under].map((list) =>
            list.map(factor).reduce(line.mul, line.one),
          ) as [Dependent, Dependent];
          return line.sign(q) === 0 ? line.zero : line.div(p, q);
        };
        const { cuts, cells } = allCells((line) => line.sign(value(line)));
        for (const c of cells) {
          const line = lineAt(cuts, c);
          const sign = line.sign(value(line));
          if (c.root === null) {
            const at = (list: readonly Q[]): number =>
              list.reduce<number>((s, r) => s * compare(c.sample, r), 1);
            expect(sign).toBe(at(over) * at(under));
          } else {
            const inside = (r: Q): boolean =>
              compare(c.root?.from as Q, r) < 0 && compare(r, c.root?.to as Q) < 0;
            expect(sign === 0).toBe([...over, ...under].some(inside));
          }
        }
        expect(cells.filter((c) => c.root !== null).length).toBeGreaterThanOrEqual(
          sorted(under).length,
        );
      }),
      { numRuns: 60 },
    );
  });
  test('a sign that changes inside asks for a cut, and is known after it', () => {
    expect(() => plain.sign(plain.unknown)).toThrow(Uncut);
    const { cuts, cells } = allCells((line) =>
      line.sign(line.sub(line.mul(line.unknown, line.unknown), line.fromInteger(2))),
    );
    expect(
      cells.map((c) => {
        const l = lineAt(cuts, c);
        return l.sign(l.sub(l.mul(l.unknown, l.unknown), l.fromInteger(2)));
      }),
    ).toEqual([1, 0, -1, 0, 1]);
  });
  test('piecewise rational functions are decided cell by cell, a kink has no slope, and the rest is refused', () => {
    const { cuts, cells } = allCells((line) => line.sign(line.unknown));
    const values3 = (fn: 'abs' | 'relu' | 'leakyrelu' | 'sign'): unknown =>
      cells.map((c) => {
        const l = lineAt(cuts, c);
        const v = l.apply(fn, l.unknown);
        return [v.over.map(String).join(), v.under.map(String).join()];
      });
    expect(values3('abs')).toEqual([
      ['0,-1', '1'],
      ['0,1', '1'],
      ['0,1', '1'],
    ]);
    expect(values3('relu')).toEqual([
      ['', '1'],
      ['', '1'],
      ['0,1', '1'],
    ]);
    expect(values3('leakyrelu')).toEqual([
      ['0,1', '100'],
      ['0,1', '100'],
      ['0,1', '1'],
    ]);
    expect(values3('sign')).toEqual([
      ['-1', '1'],
      ['', '1'],
      ['1', '1'],
    ]);
    const zero = lineAt(cuts, cells[1] as Cell);
    for (const fn of ['step', 'leakystep'] as const)
      expect(() => zero.apply(fn, zero.unknown)).toThrow(Undefined);
    expect(() => zero.div(zero.one, zero.unknown)).toThrow(Undefined);
    expect(() => zero.apply('exp', zero.unknown)).toThrow(Unsupported);
    expect(zero.apply('exp', zero.zero)).toEqual(zero.one);
  });
});
