/** Tests of the explanation of a counterexample. */
import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import type { Assignment, Value } from '../../src/evaluate/assignment.ts';
import type { Rational } from '../../src/numbers/field.ts';
import { certify } from '../../src/refuter/certify.ts';
import { explain, type Explanation } from '../../src/refuter/explain.ts';
import { searchSync } from '../../src/refuter/search.ts';

const number = (n: number): Rational => ({ num: BigInt(n), den: 1n });
const matrix = (...rows: number[][]): Value<Rational> => ({
  kind: 'tensor',
  tensor: { shape: [rows.length, rows[0]?.length ?? 0], data: rows.flat().map(number) },
});
const scalar = (n: number): Value<Rational> => ({
  kind: 'tensor',
  tensor: { shape: [], data: [number(n)] },
});

const at = (
  dims: Record<string, number>,
  values: Record<string, Value<Rational>>,
): Assignment<Rational> => ({
  dims: new Map(Object.entries(dims)),
  values: new Map(Object.entries(values)),
});

const explanation = (text: string, point: Assignment<Rational>): Explanation => {
  const claim = parseClaim(text);
  expect(typeof certify(claim, point)).toBe('object');
  return explain(claim, { at: point });
};

describe('an explanation', () => {
  const ansatz = "W: m×n; Q: m×m symmetric; c: scalar positive |- W' W = c W' Q W <=> I = c Q";
  it('says what holds, what fails and by how much', () => {
    const e = explanation(
      ansatz,
      at({ m: 1, n: 1 }, { W: matrix([0]), Q: matrix([2]), c: scalar(1) }),
    );
    expect(e.hypotheses).toEqual([
      { text: "W' W = c W' Q W", left: [['0']], right: [['0']], difference: [['0']] },
    ]);
    expect(e.conclusion).toEqual({
      text: 'I = c Q',
      left: [['1']],
      right: [['2']],
      difference: [['-1']],
    });
    expect(e.attributes).toEqual(['Q symmetric', 'c positive']);
  });
  it('marks entries that may take any value, decided by polynomials where it can be', () => {
    const e = explanation('A: 2×2 |- A^2 = 0', at({}, { A: matrix([0, 0], [0, 1]) }));
    // every entry alone may be anything but the last; together [-1, 1; -1, 1] would satisfy the
    // claim
    expect(e.free.get('A')?.[3]).toBeNull();
    expect(e.free.get('A')?.slice(0, 3)).toContain(null);
    const other = explanation(
      'A: 2×2; B: 2×2; A = 0 |- A B = I',
      at({}, { A: matrix([0, 0], [0, 0]), B: matrix([0, 0], [0, 0]) }),
    );
    expect(other.free.get('A')).toEqual([null, null, null, null]);
    expect(other.free.get('B')).toEqual(['decided', 'decided', 'decided', 'decided']);
  });
  it('does not mark what merely happens to work at a few values', () => {
    const e = explanation(
      'x: scalar; y: scalar |- x = 7919',
      at({}, { x: scalar(0), y: scalar(0) }),
    );
    expect(e.free.get('x')).toEqual([null]);
    expect(e.free.get('y')).toEqual(['decided']);
    const one = explanation('x: scalar |- x = 7', at({}, { x: scalar(0) }));
    expect(one.free.get('x')).toEqual([null]);
  });
  it('keeps to attributes: a symmetric pair moves together, a positive number stays positive', () => {
    const e = explanation(
      'Q: 2×2 symmetric; c: scalar positive |- c Q = c Q + c I',
      at({}, { Q: matrix([0, 0], [0, 0]), c: scalar(1) }),
    );
    expect(e.free.get('Q')).toEqual(['decided', 'decided', 'decided', 'decided']);
    // -c I is nowhere zero for a positive c, but no constant: not decided here, so not marked
    expect(e.free.get('c')).toEqual([null]);
    const tanh = explanation(
      'x: scalar positive; y: scalar |- tanh(x) + tanh(y) = 2',
      at({}, { x: scalar(1), y: scalar(1) }),
    );
    expect(tanh.free.get('x')).toEqual(['tested']);
  });
  it('explains what the search finds, in every domain', () => {
    for (const text of [
      'x: scalar |- tanh(x) = x',
      "J: k×n; H: k×k psd |- rank(J' H J) = rank(J)",
      'A: n×n; B: n×n |- ker(A) = ker(B)',
    ]) {
      const claim = parseClaim(text);
      const found = searchSync(claim, { time: 20_000, seed: 1, trials: 2000 }).counterexample;
      if (found === null) throw new Error(`${text} was not refuted`);
      expect(explain(claim, found).conclusion.text).toBe(found.fails);
    }
  });
  it('refuses a point that refutes nothing', () => {
    const claim = parseClaim('x: scalar |- x = 7');
    expect(() => explain(claim, { at: at({}, { x: scalar(7) }) })).toThrow(
      /refutes nothing: the conclusion holds/,
    );
  });
});
