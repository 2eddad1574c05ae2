/** Tests that true claims are proved and the second checker agrees. */
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { narrate } from '../../src/narration/narrate.ts';
import { prove } from '../../src/prover/prove.ts';
import { emptySteps } from '../narration/empty-steps.ts';
import { documentOfClaim, rechecked } from '../second-checker/documents.ts';
import { algebraClaims } from './algebra-claims.ts';
import { analysisClaims } from './analysis-claims.ts';
import { matrixClaims } from './matrix-claims.ts';
import { rankClaims } from './rank-claims.ts';
import { provedClaims } from './true-claims.ts';

/** Well above what the slowest takes on an idle machine: the time is not what is tested. */
const time = 8000;

describe('true claims are proved, and the second checker accepts their derivations', () => {
  test.each([
    ...new Set([
      ...provedClaims,
      ...rankClaims,
      ...analysisClaims,
      ...Object.values(matrixClaims).flat(),
      ...Object.values(algebraClaims).flat(),
    ]),
  ])('%s', (text) => {
    const claim = parseClaim(text);
    const proof = prove(claim, { time });
    if (!proof) return expect.fail('no proof is found');
    expect(proof.axioms).toEqual([]);
    const { lines, steps } = narrate(claim, proof.theorem);
    expect(steps).toBeGreaterThan(0);
    expect(emptySteps(lines)).toEqual([]);
    expect(rechecked(documentOfClaim(claim, proof.theorem))).toMatchObject({
      accepted: true,
      trusted: [],
    });
  });
});

describe('a proof names what it used, and nothing else', () => {
  test.each<[string, readonly string[]]>([
    ['A: m×n; B: n×m |- tr(A B) = tr(B A)', []],
    [
      'A, B: n×n invertible |- inv(A B) = inv(B) inv(A)',
      ['A B invertible', 'A invertible', 'B invertible'],
    ],
    ["A: n×n symmetric; B: n×n symmetric; x: n |- grad[x](x' A x) = 2 A x", ['A symmetric']],
  ])('%s', (text, allowed) => {
    const assumed = prove(parseClaim(text), { time })?.assumed ?? ['no proof'];
    expect(allowed).toEqual(expect.arrayContaining([...assumed]));
  });
  test('without the hypothesis it is not proved', () => {
    expect(prove(parseClaim("A: n×n; x: n |- grad[x](x' A x) = 2 A x"), { time: 500 })).toBeNull();
  });
});
