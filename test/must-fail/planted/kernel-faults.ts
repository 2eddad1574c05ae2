/** Faults of the kernel, and the tests that have to notice them. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { mutants } from '../mutants.ts';
import { roomOf } from '../rooms.ts';
import type { Planted } from './suite.ts';

const root = resolve(import.meta.dirname, '../../..');

export const kernelFaults = (): Planted[] =>
  mutants.map((m) => ({ ...m, path: join(root, 'src/kernel', roomOf(m)) }));

export const kernelTests: readonly string[] = [
  ...readdirSync(join(root, 'test/kernel'))
    .filter((f) => f.endsWith('.test.ts'))
    .map((f) => `kernel/${f}`),
  'must-fail/forged.test.ts',
  'must-fail/rough-functions.test.ts',
  'must-fail/boundary.test.ts',
  'must-fail/kinks-of-activations.test.ts',
].map((f) => join(root, 'test', f));
