/** The second checker accepts every derivation under proofs/, and what the prover finds by itself. */
import { describe, expect, test } from 'vitest';
import { check } from '../../src/second-checker/check.ts';
import { provedClaims } from '../prover/true-claims.ts';
import { documentFor, provedEntries } from './documents.ts';

const entries = await provedEntries();
test('there is something to check', () => expect(entries.length).toBeGreaterThan(20));

describe('derivations under proofs/', () => {
  test.each(entries)('$id', { timeout: 60_000 }, ({ id, claim, proof }) => {
    const answer = check(documentFor(claim, proof, id));
    expect(answer).toMatchObject({ accepted: true, trusted: [] });
    expect(answer.accepted && answer.steps).toBeGreaterThan(0);
  });
});
describe('derivations that the prover finds', () => {
  test.each(provedClaims)('%s', { timeout: 60_000 }, (claim) => expect(check(documentFor(claim))).toMatchObject({ accepted: true, trusted: [] }));
});
