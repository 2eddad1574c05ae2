/**
 * The second checker accepts every derivation under proofs/; what the prover finds by itself it
 * checks in ../prover/proved.test.ts.
 */
import { describe, expect, test } from 'vitest';
import { documentFor, provedEntries, rechecked } from './documents.ts';

const entries = await provedEntries();
test('there is something to check', () => expect(entries.length).toBeGreaterThan(20));

describe('derivations under proofs/', () => {
  test.each(entries)('$id', { timeout: 60_000 }, ({ id, claim, proof }) => {
    const answer = rechecked(documentFor(claim, proof, id));
    expect(answer).toMatchObject({ accepted: true, trusted: [] });
    expect(answer.accepted && answer.steps).toBeGreaterThan(0);
  });
});
