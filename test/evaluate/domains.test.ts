/** Tests that a compiled expression runs in every domain. */
import { expect, test } from 'vitest';
import { compileExpr } from '../../src/evaluate/compile.ts';
import { scopeOf } from '../../src/evaluate/scope.ts';
import { float64 } from '../../src/numbers/float64.ts';
import { primeField } from '../../src/numbers/prime-field.ts';
import { rationals } from '../../src/numbers/rationals.ts';
import { expression, family, into, point, texts, valueOf } from './points.ts';

test('an expression compiled once runs in every domain, and back', () => {
  const code = compileExpr(expression('x: n |- 1/2 x + 3 x'));
  const at = point({ n: 1 }, { x: [4] });
  const f = primeField(10007);
  for (let round = 0; round < 2; round++) {
    expect(code(scopeOf(rationals, at)).data).toEqual([14]);
    expect(code(scopeOf(float64, into(float64, at))).data).toEqual([14]);
    expect(code(scopeOf(f, into(f, at))).data).toEqual([f.fromInteger(14)]);
  }
  const half = compileExpr(expression('x: n |- 1/2 x'));
  const one = point({ n: 1 }, { x: [1] });
  expect(half(scopeOf(float64, into(float64, one))).data).toEqual([0.5]);
  expect(half(scopeOf(f, into(f, one))).data).toEqual([f.fromRational({ num: 1n, den: 2n })]);
  expect(half(scopeOf(rationals, one)).data).toEqual([
    rationals.fromRational({ num: 1n, den: 2n }),
  ]);
});

test('a mean is a sum divided by the number of its members', () => {
  const at = point({ n: 2, N: 4 }, { q: family([1, 0], [2, 0], [3, 0], [5, 2]) });
  expect(valueOf('q[i]: n for i in 1..N |- sum[i](q[i])', at)).toEqual(texts([11, 2]));
  expect(valueOf('q[i]: n for i in 1..N |- mean[i](q[i])', at)).toEqual(texts(['11/4', '1/2']));
  const one = point({ n: 2, N: 1 }, { q: family([1, 0]) });
  expect(valueOf('q[i]: n for i in 1..N |- sum[i in 1..N-1](q[i])', one), 'an empty sum').toEqual(
    texts([0, 0]),
  );
  expect(() => valueOf('q[i]: n for i in 1..N |- mean[i in 1..N-1](q[i])', one)).toThrow(
    'the mean of no terms',
  );
});
