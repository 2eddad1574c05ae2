/** Tests that the table of identities is proved. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { prove } from '../../src/prover/prove.ts';
import { identities } from './identities.ts';

test.each(identities)('%s', (text) => {
  expect(prove(parseClaim(text), { time: 10_000 })).not.toBeNull();
});

test('there are fifty, and the table tells each', () => {
  expect(new Set(identities).size).toBe(50);
  const table = readFileSync(
    join(import.meta.dirname, '../../proofs/findings/identities.md'),
    'utf8',
  );
  for (const text of identities) expect(table).toContain(`\`${text.replaceAll('|', '\\|')}\``);
});
