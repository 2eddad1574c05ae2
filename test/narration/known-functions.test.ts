/** Tests of what is known about functions by their names: those of JavaScript are nobody's. */
import { expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { definitionOf, slopeRule } from '../../src/narration/known-functions.ts';
import { prove } from '../../src/prover/index.ts';

const inherited = ['toString', 'constructor', 'valueOf', 'hasOwnProperty', '__proto__'];

test.each(inherited)('nothing is known of a function called %s', (name) => {
  expect(definitionOf(name)).toBeUndefined();
  expect(slopeRule(name)).toBeUndefined();
});

test.each(inherited)('the prover takes an activation called %s for any other', (name) => {
  const claim = (relation: string): string => `${name}: activation; x: scalar |- ${relation}`;
  expect(prove(parseClaim(claim(`${name}(x)^2 >= 0`)), { time: 500 })).not.toBeNull();
  expect(prove(parseClaim(claim(`${name}(x) <= 1`)), { time: 500 })).toBeNull();
});

test('what has a name of its own is known', () => {
  expect(slopeRule('tanh')).toContain('tanh');
});
