/** Claims with roots of matrices are refuted at exact points, drawn by the roots. */
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { certify, searchSync } from '../../src/refuter/index.ts';
import { rooted } from '../../src/refuter/construct/roots.ts';
import { formulaText } from '../../src/language/text.ts';

const refuted = [
  'A, B: n×n psd; A <<= B |- A^(3/2) <<= B^(3/2)',
  'A, B: n×n psd |- sqrtm(A B^2 A) = sqrtm(A) B sqrtm(A)',
  'A, B: n×n psd |- sqrtm(A) + sqrtm(B) <<= sqrtm(A + B)',
  'A, B: n×n psd |- tr(sqrtm(sqrtm(A) B sqrtm(A)))^2 <= tr(A B)',
  'A, B: n×n |- modulus(A + B) <<= modulus(A) + modulus(B)',
  'A, B: n×n pd |- norm(A^(1/3) B^(1/3)) >= norm(A B)^(1/3)',
  'A: n×n psd |- sqrtm(sqrtm(A)) <<= A + I/8',
  'A, B: n×n pd |- logm(A + B) <<= logm(A) + logm(B)',
  "A: n×n |- modulus(A) = modulus(A')",
];

describe('refuted', () => {
  test.each(refuted)('%s', (text) => {
    const claim = parseClaim(text);
    const found = searchSync(claim, { seed: 1, time: 6000 });
    expect(found.verdict).toBe('refuted');
    const at = found.counterexample?.at;
    // the point is of the names of the claim, and stands on its own
    expect([...(at?.values.keys() ?? [])].toSorted()).toEqual(
      claim.declarations.map((d) => d.name).toSorted(),
    );
    expect(typeof certify(claim, at!)).not.toBe('string');
  });
});

describe('survive', () => {
  test.each([
    'A, B: n×n psd; A <<= B |- sqrtm(A) <<= sqrtm(B)',
    'A, B: n×n psd |- A^(2/3) B^(1/3) A^(2/3) >>= 0',
    'A: n×n; A is invertible |- modulus(A) is pd',
  ])('%s', (text) => {
    expect(searchSync(parseClaim(text), { seed: 2, time: 300 }).counterexample).toBeNull();
  });
});

describe('claims about roots', () => {
  const conclusion = (text: string): string | null => {
    const found = rooted(parseClaim(text));
    return found && formulaText(found.claim.conclusion);
  };
  test.each([
    ['A: n×n psd |- sqrtm(A) A = A', 'root_A root_A^2 = root_A^2'],
    ['A: n×n pd |- A^(-1/2) A^(1/3) = A', 'inv(root_A^3) root_A^2 = root_A^6'],
    ['A, B: n×n pd |- sqrtm(sqrtm(A) B sqrtm(A)) = B', 'root_B = inv(root_A) root_B^2 inv(root_A)'],
    ['A, B: n×n pd |- modulus(A B)^4 = A', "((A B)' (A B))^2 = A"],
    ['A: n×n |- modulus(A) = A', 'modulus_A = turn_A modulus_A'],
  ])('%s', (text, wanted) => expect(conclusion(text)).toBe(wanted));

  test.each([
    'A: n×n psd |- A A = A',
    'A: n×n symmetric |- modulus(A) = A',
    'A: m×n |- modulus(A) = 0',
    'A: n×n psd |- grad[A](tr(sqrtm(A))) = A',
  ])('none of %s', (text) => expect(conclusion(text)).toBeNull());
});
