/** False claims of linear algebra are not proved with all the work that a user's time pays for. */
import { expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { prove } from '../../src/prover/prove.ts';
import { falseAlgebraClaims } from './false-algebra-claims.ts';

test.each(falseAlgebraClaims)('no proof of %s', (text) => {
  expect(prove(parseClaim(text), { time: 1500 })?.derivation ?? null).toBeNull();
});
