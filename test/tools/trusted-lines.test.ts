/** The trust page counts the lines that `proved` rests on; its figures stay near the truth. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { linesUnder, trustedParts } from './trusted-lines.ts';

const page = readFileSync(new URL('../../docs/trust.md', import.meta.url), 'utf8');

test.each(trustedParts)('%s', (part) => {
  const row = page.split('\n').find((line) => line.startsWith(`| \`${part}\``));
  const told = Number(row?.split('|').at(-2));
  const lines = linesUnder(part);
  expect(Math.abs(told - lines)).toBeLessThanOrEqual(Math.max(600, lines * 0.12));
});
