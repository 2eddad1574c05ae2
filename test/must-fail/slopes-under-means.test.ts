/**
 * 2 relu'(x) = sign(x) + sign(x)^2 for every x. Where x is 0 with probability 1, the means of the
 * two sides are 1 and 0, since E relu'(x) is 1/2 by convention: no step may compare them.
 */
import { describe, expect, test } from 'vitest';
import type { RandomVariable } from '../../src/kernel/random-variable.ts';
import { add, jet, number, scale, zeros } from '../../src/kernel/graph.ts';
import { ratio } from '../../src/kernel/ratio.ts';
import { KernelError } from '../../src/kernel/seal.ts';
import type { Term } from '../../src/kernel/term.ts';
import { meanOfProduct, meanOfSquare, meanOrder } from '../../src/kernel/theorem.ts';
import { checkSteps } from '../../src/second-checker/check.ts';
import { documentOf } from '../second-checker/documents.ts';
import { scalar, times } from './tools.ts';

const [x, y] = [scalar('x'), scalar('y')];
const [one, nought] = [number(ratio(1n)), zeros([])];
const at = (name: string, order: number, t: Term): Term =>
  jet({ name, family: [], inputs: [null], output: null }, [order], [t]);
const normal = (variance: Term): RandomVariable => ({
  name: 'x',
  shape: [],
  family: 0,
  law: { kind: 'normal', mean: nought, variance },
});
const slope = at('relu', 1, x);
const sign = at('abs', 1, x);
const signs = times(sign, sign);

describe.each([nought, one, scalar('v')])('variance %#', (variance) => {
  const law = normal(variance);
  test.each<[string, () => unknown]>([
    ['below', () => meanOrder(law, scale(ratio(2n), slope), add(sign, signs))],
    ['above', () => meanOrder(law, signs, slope)],
    ['inside a function', () => meanOrder(law, nought, at('f', 0, slope))],
    ['a square', () => meanOfSquare(law, add(slope, scale(ratio(-1n, 2n), signs)))],
    ['the first of two', () => meanOfProduct(law, slope, signs)],
    ['the second of two', () => meanOfProduct(law, signs, slope)],
  ])('%s', (_, make) => expect(make).toThrow(KernelError));
  test('what is not random, and the sign, may stand there', () => {
    expect(() => meanOrder(law, at('relu', 1, y), one)).not.toThrow();
    expect(() => meanOrder(law, nought, signs)).not.toThrow();
  });
  test('the second checker refuses it for that reason', () => {
    const document = documentOf(meanOrder(law, nought, signs));
    expect(checkSteps(document).accepted).toBe(true);
    const written = JSON.stringify(document).replaceAll('"name":"abs"', '"name":"relu"');
    const answer = checkSteps(JSON.parse(written));
    expect(answer.accepted ? '' : answer.why).toContain('a slope of relu');
  });
});
