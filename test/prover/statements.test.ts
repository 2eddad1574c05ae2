/** Tests that every fact of the prover has a statement that parses. */
import { expect, test } from 'vitest';
import { factNames } from '../../src/kernel/algebra.ts';
import { citationNames } from '../../src/kernel/citations.ts';
import { parseClaim } from '../../src/language/index.ts';
import { statements } from '../../src/prover/statements.ts';
import { whyNot } from '../../src/verdict/why-not.ts';

test('every fact and every cited theorem is listed, most with a statement', () => {
  const all = statements();
  expect(all.map((s) => s.name).toSorted()).toEqual(
    [...factNames(), ...citationNames()].toSorted(),
  );
  expect(all.filter((s) => s.statement !== null).length).toBeGreaterThan(0.8 * all.length);
  for (const name of citationNames()) expect(all.find((s) => s.name === name)?.source).toBeTruthy();
});

test.each([
  ['exp of a sum', 'exp(x + y) = exp(x) .* exp(y)'],
  ['softmax of a shift', 'softmax(x + t ones) = softmax(x)'],
  ['log-sum-exp of a shift', 'log(sum(exp(x + t ones))) = t + log(sum(exp(x)))'],
  ['a sum of exponentials', 'sum(exp(x)) > 0'],
])('%s is stated with the shapes that it has', (name, statement) => {
  const listed = statements().find((s) => s.name === name);
  expect(listed?.statement).toBe(statement);
  const claim = parseClaim(`x, y: n; t: scalar |- ${statement}`);
  expect(whyNot(claim, { time: 1500 }).stop).toBe('proved');
});

test('all words must stand in what is listed', () => {
  const found = statements(['rank', 'product']);
  expect(found.map((s) => s.name)).toContain('rank of a product');
  expect(found.map((s) => s.name)).not.toContain('rank of a sum');
  expect(statements(['no such word anywhere'])).toEqual([]);
});

test('an unproved claim says why the search stopped and what was tried', {
  timeout: 60_000,
}, () => {
  const why = whyNot(parseClaim('A: n×n |- A A = A'), { time: 1500 });
  expect(why.stop).toBe('exhausted');
  expect(why.tried.map((t) => t.strategy)).toContain('equations');
  expect(whyNot(parseClaim('A: n×n |- A A = A A')).stop).toBe('proved');
});

test('a search that is cut short says so', () => {
  const claim = parseClaim("A: m×n; y: m; x: n; A' A x = A' y; z: n |- |A x - y| <= |A z - y|");
  expect(whyNot(claim, { time: 20 }).stop).toBe('out of work');
});
