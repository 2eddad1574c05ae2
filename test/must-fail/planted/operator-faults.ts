/** Faults of operators, of evaluation and of derivatives, and the tests that have to notice them. */
import { join, resolve } from 'node:path';
import { faults } from '../operators/faults.ts';
import type { Planted } from './suite.ts';

const root = resolve(import.meta.dirname, '../../..');

export const operatorFaults = (): Planted[] =>
  faults().map((f) => ({ ...f, path: join(root, 'src', f.file) }));

export const operatorTests: readonly string[] = [
  'operators/shapes',
  'operators/refusals',
  'operators/values',
  'operators/derivatives',
  'language/definedness',
  'numbers/jet',
  'evaluate/domains',
  'evaluate/derivatives',
  'evaluate/decide',
  'evaluate/edges-of-truth',
].map((f) => join(root, 'test', `${f}.test.ts`));
