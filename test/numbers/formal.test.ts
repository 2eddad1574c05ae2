// Numbers known by name: equal terms are equal numbers; nothing else is claimed.
import { describe, expect, it } from 'vitest';
import type { Formula } from '../../src/language/ast.ts';
import { parseClaim } from '../../src/language/index.ts';
import { formal } from '../../src/numbers/formal.ts';
import { ratio } from '../../src/numbers/rational.ts';
import { truthOf } from '../../src/refuter/truth.ts';

const truth = (conclusion: string, x = ratio(3n, 2n)): boolean | null => {
  const claim = parseClaim(`x: scalar |- ${conclusion}`);
  const at = {
    dims: new Map<string, number>(),
    values: new Map([['x', { kind: 'tensor', tensor: { shape: [], data: [x] } } as const]]),
  };
  return truthOf(claim.conclusion as Formula, at, [64]);
};

describe('numbers by name', () => {
  it.each([
    'exp(x) exp(-x) = 1',
    'exp(x) exp(2 x) = exp(3 x)',
    'tanh(-x) = -tanh(x)',
    'tanh(2 x) (1 + tanh(x)^2) = 2 tanh(x)',
    'sigmoid(x) + sigmoid(-x) = 1',
    'softplus(x) = log(1 + exp(x))',
    'softplus(x) - softplus(-x) = x',
    'gelu(x) - gelu(-x) = x',
    'silu(x) - silu(-x) = x',
    'erf(-x) = -erf(x)',
    'log(exp(x)) = x',
    'log(6 x) = log(2) + log(9/2)',
    'sqrt(8 x) = 2 sqrt(2) sqrt(x)',
    'sqrt(2) sqrt(3) = sqrt(6)',
    'sqrt(2 exp(2 x)) = sqrt(2 exp(2 x))',
  ])('%s', (text) => {
    expect(truth(text)).toBe(true);
    expect(truth(text.replace('=', '<'))).toBe(false);
  });

  it.each([
    'exp(x) exp(-x) = 1 + 1/10^9',
    'tanh(-x) = tanh(x)',
    'tanh(2 x) = 2 tanh(x)',
    'softplus(x) - softplus(-x) = 2 x',
    'gelu(x) + gelu(-x) = x',
    'log(6 x) = log(2) log(9/2)',
    'sqrt(8 x) = 4 sqrt(x)',
    'sqrt(2) + sqrt(3) = sqrt(5)',
    'erf(2 x) = 2 erf(x)',
  ])('not %s', (text) => {
    expect(truth(text)).toBe(false);
  });

  it('does not divide by what is zero by its terms', () => {
    const field = formal(64);
    const e = field.apply('exp', field.fromInteger(1));
    const nothing = field.sub(field.mul(e, field.apply('exp', field.fromInteger(-1))), field.one);
    expect(field.sign(nothing)).toBe(0);
    expect(() => field.div(field.one, nothing)).toThrow('division by zero');
  });
});
