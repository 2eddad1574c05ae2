/** ml-matrix, whose load a bounded run has interrupted. */
import { createRequire, Module } from 'node:module';
import { expect, test } from 'vitest';
import { mlMatrix } from '../../src/numbers/ml-matrix.node.ts';

test('a part of the package that an interrupted load left in the cache is loaded again', () => {
  const load = createRequire(new URL('../../src/numbers/ml-matrix.node.ts', import.meta.url));
  const file = load.resolve('ml-matrix');
  const half = new Module(file);
  const inner = new Module(load.resolve('is-any-array'));
  half.exports = {};
  half.children = [inner];
  load.cache[file] = half;
  inner.filename = inner.id;
  load.cache[inner.id] = inner;
  const { SVD, Matrix } = mlMatrix();
  expect(new SVD(new Matrix([[3]])).diagonal).toEqual([3]);
});
