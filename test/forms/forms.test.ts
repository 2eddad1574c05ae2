/**
 * The forms of a paper: true claims are proved and checked a second time, false ones are refuted,
 * none is proved.
 */
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { prove } from '../../src/prover/prove.ts';
import { searchSync } from '../../src/refuter/search.ts';
import { documentOfClaim, rechecked } from '../second-checker/documents.ts';
import { falseForms, grantedForms, openForms, provedForms } from './forms-claims.ts';

describe('true claims are proved, and the second checker accepts their derivations', () => {
  test.each(provedForms)('%s', (text) => {
    const claim = parseClaim(text);
    const proof = prove(claim, { time: 8000 });
    if (!proof) return expect.fail('no proof is found');
    expect(rechecked(documentOfClaim(claim, proof.theorem))).toMatchObject({ accepted: true });
  });
});

describe('what rests on a granted fact names it', () => {
  test.each(grantedForms)('%s', (text, axiom) => {
    expect(prove(parseClaim(text), { time: 8000 })?.axioms).toEqual([axiom]);
  });
});

describe('true claims that are not proved are not refuted', () => {
  test.each(openForms)('%s', (text) => {
    const { verdict } = searchSync(parseClaim(text), { time: 2000, seed: 1, trials: 60 });
    expect(verdict).toBe('survived');
  });
});

describe('false claims are refuted by small witnesses, and not proved', () => {
  test.each(falseForms)('%s', (text, most) => {
    const claim = parseClaim(text);
    expect(prove(claim, { time: 200 })).toBeNull();
    const { verdict, reason, counterexample } = searchSync(claim, {
      time: 5000,
      seed: 1,
      trials: 4000,
    });
    expect(verdict, reason ?? undefined).toBe('refuted');
    for (const [name, size] of counterexample?.at.dims ?? [])
      expect(size, name).toBeLessThanOrEqual(most);
  });
});
