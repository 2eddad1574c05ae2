/**
 * Layers and losses as they stand in papers: attention, normalisations, cross-entropy, KFAC,
 * contrastive losses, a block of a transformer.
 */
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { prove } from '../../src/prover/prove.ts';
import { searchSync } from '../../src/refuter/search.ts';

const proved: readonly string[] = [
  "Q, K: n×d |- softmax(Q K' / sqrt(d)) ones = ones",
  'x: d; eps: scalar positive |- sum((x - mean(x) ones) / sqrt(|x - mean(x) ones|^2 / d + eps)) = 0',
  'x: d; eps: scalar positive; c: scalar |- ((x + c ones) - mean(x + c ones) ones) / sqrt(|(x + c ones) - mean(x + c ones) ones|^2 / d + eps) = (x - mean(x) ones) / sqrt(|x - mean(x) ones|^2 / d + eps)',
  'X: n×d; eps: scalar positive |- mean[i in 1..n](X[i,j] - mean[k in 1..n](X[k,j])) = 0',
  'Z: n×k; Y: n×k; forall i in 1..n. sum[j in 1..k](Y[i,j]) = 1 |- sum[j in 1..k](Y[1,j]) = 1',
  "a: m; g: n |- kron(a a', g g') = kron(a, g) kron(a, g)'",
  "A: m×m; G: n×n; V: n×m |- kron(A, G) vec(V) = vec(G V A')",
  "X: n×d; Q, K: d×d |- softmax(X Q (X K)' / sqrt(d)) = softmax(X Q K' X' / sqrt(d))",
];

/** True, and not proved yet. */
const open: readonly string[] = [
  "Q, K, V: n×d |- (softmax(Q K' / sqrt(d)) V)[i,j] <= max(V[:,j])",
  "Q, K, V: n×d; c: d |- softmax(Q (K + ones c')' / sqrt(d)) V = softmax(Q K' / sqrt(d)) V",
  'x: d nonzero; c: scalar positive |- (c x) / sqrt(|c x|^2 / d) = x / sqrt(|x|^2 / d)',
  'v: d nonzero; g, c: scalar positive |- g (c v) / |c v| = g v / |v|',
  'Z: n×k; Y: n×k nonnegative |- -mean[i in 1..n](sum[j in 1..k](Y[i,j] log(softmax(Z)[i,j]))) >= 0',
  "Z: n×d; t: scalar positive |- -mean[i in 1..n](log(exp(Z[i,:] Z[i,:]' / t) / sum[j in 1..n](exp(Z[i,:] Z[j,:]' / t)))) >= 0",
];

const wrong: readonly string[] = [
  "Q, K: n×d; V: n×d |- softmax(Q K'/sqrt(d)) V = softmax(K Q'/sqrt(d)) V",
  'x, g, b: d; eps: scalar positive |- g .* ((x - mean(x) ones) / sqrt(|x - mean(x) ones|^2 / d + eps)) + b = b',
  'X: n×d |- X[i,j] - mean[k in 1..n](X[k,j]) = 0',
  'x, g: d; eps: scalar positive |- g .* x / sqrt(|x|^2 / d + eps) = x',
  'v: d nonzero; g: scalar |- g v / |v| = v',
  'Z, Y: n×k |- -mean[i in 1..n](sum[j in 1..k](Y[i,j] log(softmax(Z)[i,j]))) >= 0',
  'A: m×m; G: n×n; V: n×m |- kron(A, G) vec(V) = vec(G V A)',
  "Z: n×d; t: scalar positive |- -mean[i in 1..n](log(exp(Z[i,:] Z[i,:]' / t) / sum[j in 1..n](exp(Z[i,:] Z[j,:]' / t)))) < 0",
  "X: n×d; Q, K, V: d×d; W: d×h; U: h×d; b: h |- X + softmax(X Q (X K)' / sqrt(d)) X V = X",
  "X: n×d; Q, K, V: d×d; W: d×h; U: h×d; b: h |- (X + softmax(X Q (X K)' / sqrt(d)) X V) + relu((X + softmax(X Q (X K)' / sqrt(d)) X V) W + ones b') U = X",
];

const search = (text: string, trials: number): string =>
  searchSync(parseClaim(text), { time: 4000, seed: 1, trials }).verdict;

describe('proved for every size', () => {
  test.each(proved)('%s', (text) => {
    expect(prove(parseClaim(text), { time: 8000 })).not.toBeNull();
  });
});

describe('true, and not refuted', () => {
  test.each(open)('%s', (text) => {
    expect(search(text, 40)).toBe('survived');
  });
});

describe('false: refuted, and not proved', () => {
  test.each(wrong)('%s', (text) => {
    expect(prove(parseClaim(text), { time: 200 })).toBeNull();
    expect(search(text, 2000)).toBe('refuted');
  });
});
