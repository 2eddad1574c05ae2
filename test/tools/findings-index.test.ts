/** The list of findings names every page of the folder, with the figures of the page. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findingsIndex, listedPages, Page } from './findings-index.ts';

const folder = new URL('../../proofs/findings/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

test('every page of the folder is in the list once', () => {
  const pages = readdirSync(folder).filter((f) => f.endsWith('.md') && f !== 'README.md');
  expect([...listedPages].toSorted()).toEqual(pages.toSorted());
});

test('the list is current', async () => {
  await expect(findingsIndex(textOf)).toMatchFileSnapshot('../../proofs/findings/README.md');
});

test('a page without the figure of its row is an error that names it', () => {
  const page = new Page('a.md', '# A title\n\n| all | 3 |\n');
  expect(page.title).toBe('A title');
  expect(page.figures(/\| all \| (\d+) \|/)).toEqual(['3']);
  expect(() => page.figures(/\| none \| (\d+) \|/)).toThrow('a.md');
});

test('the README has the figures of the Matrix Cookbook', () => {
  const cookbook = new Page('matrix-cookbook.md', textOf('matrix-cookbook.md'));
  const [stated, proved] = cookbook.figures(/\| all \| \d+ \| (\d+) \| (\d+) \|/);
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(`${proved} of the ${stated} entries of the Matrix Cookbook`);
});
