/** Faults of operators, of evaluation and of derivatives, and the tests that have to notice them. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { replaceLoosely } from '../loose-text.ts';
import { faults } from '../operators/faults.ts';
import type { Planted } from './suite.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Files of one idea that a name of the table of faults means together. */
const together: Readonly<Record<string, readonly string[]>> = {
  'evaluate/compile.ts': ['compile', 'leaves', 'function-calls', 'repeated'].map(
    (f) => `evaluate/${f}.ts`,
  ),
};

export const operatorFaults = (): Planted[] =>
  faults().map((f) => {
    const paths = (together[f.file] ?? [f.file]).map((file) => join(root, 'src', file));
    const holds = (path: string): boolean =>
      replaceLoosely(readFileSync(path, 'utf8'), f.from, f.to) !== null;
    return { ...f, path: paths.find(holds) ?? (paths[0] as string) };
  });

export const operatorTests: readonly string[] = [
  'operators/shapes',
  'operators/refusals',
  'operators/values',
  'operators/derivatives',
  'language/definedness',
  'numbers/jet',
  'evaluate/domains',
  'evaluate/derivatives',
  'evaluate/polynomial-derivatives',
  'evaluate/decide',
  'evaluate/edges-of-truth',
].map((f) => join(root, 'test', `${f}.test.ts`));
