/**
 * False claims about layers, products over them and symbolic powers: none is proved, and the near
 * ones are refuted.
 */
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { checkProof, prove } from '../../src/prover/index.ts';
import { searchSync } from '../../src/refuter/index.ts';

const net = 'W[l]: d[l]×d[l-1] for l in 1..L';
const square = 'W[l]: n×n for l in 1..L';
const balanced = `${net}; forall l in 1..L-1. W[l+1]' W[l+1] = W[l] W[l]'`;
const gram = "prod[l=L..1](W[l])' prod[l=L..1](W[l])";

const refuted = [
  `${balanced} |- ${gram} = (W[1]' W[1])^(L+1)`,
  `${balanced} |- ${gram} = (W[1]' W[1])^(L-1)`,
  `${square}; forall l in 1..L-1. W[l+1] W[l+1]' = W[l]' W[l] |- ${gram} = (W[1]' W[1])^L`,
  `${square} |- prod[l=L..1](W[l]) = prod[l=1..L](W[l])`,
  `${square} |- prod[l=L..1](W[l]) = W[1]^L`,
  'A: n×n |- A^(k+1) = A^k',
  'A, B: n×n |- (A B)^k = A^k B^k',
  'c: scalar |- c^k >= 0',
];
const open = [
  `${net} |- ${gram} = (W[1]' W[1])^L`,
  `W[l]: d[l]×d[l-1] for l in 1..L; forall l in 1..L-2. W[l+1]' W[l+1] = W[l] W[l]' |- ${gram} = (W[1]' W[1])^L`,
  'W[l]: d[l]×d[l-1] ~ normal(0, 1) for l in 1..L |- E[normF(W[1])^2] = E[normF(W[2])^2]',
  'A: n×n ~ normal(0, 1) |- E[A^k] = A^k',
  'x: scalar |- grad[x](x^k) = 0',
  `${square} |- grad[W[1]](tr(prod[l=L..1](W[l]))) = 0`,
];

const provable = (text: string): boolean => {
  try {
    return prove(parseClaim(text), { time: 1500 }) !== null;
  } catch {
    return false;
  }
};

describe('is not proved', () => {
  test.each([...refuted, ...open])('%s', (text) => expect(provable(text)).toBe(false));
});
describe('is refuted', () => {
  test.each(refuted)('%s', (text) =>
    expect(searchSync(parseClaim(text), { time: 8000, seed: 1 }).verdict).toBe('refuted'),
  );
});

describe('a written induction', () => {
  const claim = parseClaim(
    `${balanced} |- forall l in 1..L. W[l] W[l]' prod[k=l..1](W[k]) = prod[k=l..1](W[k]) W[1]' W[1]`,
  );
  const said = "forall l in 1..L. W[l] W[l]' prod[k=l..1](W[k]) = prod[k=l..1](W[k]) W[1]' W[1]";
  const step = (line: string): string =>
    `${said}   by induction on l\n  base  W[1] W[1]' W[1] = W[1] W[1]' W[1]   by ring\n  step  ${line}`;
  test('goes from each layer to the next', () => {
    const proof = step(
      "W[l+1] W[l+1]' W[l+1] prod[k=l..1](W[k]) = W[l+1] W[l] W[l]' prod[k=l..1](W[k])   by hypothesis\n = W[l+1] prod[k=l..1](W[k]) W[1]' W[1]   by induction",
    );
    expect(checkProof(claim, proof).steps).toBeGreaterThan(0);
  });
  test('does not suppose what it proves', () => {
    expect(() =>
      checkProof(
        claim,
        step(
          "W[l+1] W[l+1]' prod[k=l+1..1](W[k]) = prod[k=l+1..1](W[k]) W[1]' W[1]   by induction",
        ),
      ),
    ).toThrow('does not follow');
  });
  test('is on the index of the statement', () => {
    expect(() => checkProof(claim, `${said}   by induction on m`)).toThrow('the induction is on l');
  });
  test('has no layer beyond the last', () => {
    expect(() => checkProof(claim, step('W[l+2] = W[l+2]   by ring'))).toThrow('out of W');
  });
});
