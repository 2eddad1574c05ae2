import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

describe('the package', () => {
  test('pins exact versions', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    for (const version of Object.values({ ...dependencies, ...devDependencies })) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
  test('names no registry in the lock file', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });
  test('has a command that starts by itself', () => {
    const { bin } = JSON.parse(read('package.json'));
    expect(read(bin.elenchus).startsWith('#!/usr/bin/env node\n')).toBe(true);
  });
});
