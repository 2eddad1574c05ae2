/** Tests that the reference documents every public name. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { apiReference } from '../tools/api-reference.ts';
import { languageReference } from '../tools/language-reference.ts';
import * as library from '../../src/index.ts';

test('the reference holds every public name, and each has a docstring', () => {
  const { markdown, undocumented } = apiReference(fileURLToPath(new URL('../..', import.meta.url)));
  expect(undocumented).toEqual([]);
  const titles = new Set([...markdown.matchAll(/^### (\S+)$/gm)].map(([, name]) => name));
  expect(Object.keys(library).filter((name) => !titles.has(name))).toEqual([]);
  for (const name of ['matrix', 'pointsOf', 'ClaimMatchers', 'Verdict'])
    expect(titles).toContain(name);
  expect(markdown).not.toMatch(/=> \{|return /);
});

test('the reference of the language comes from its tables', () => {
  expect(languageReference()).toMatch(/\| `kron` \| Kronecker product/);
});
