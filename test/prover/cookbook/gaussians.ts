/** Chapter 8: Gaussians. */
import type { Entry } from './entry.ts';

const densities = 'densities do not have a name here: laws are known by their moments';
const x = 'x: n ~ normal(m, S); m: n; S: n×n psd';

export const gaussians: readonly Entry[] = [
  ['8.1', '', 'the density, and that it integrates to 1', densities],
  ['8.1', '', 'marginal and conditional densities', densities],
  [
    '8.1',
    '',
    `${x}; y: n ~ normal(q, T); q: n; T: n×n psd; A, B: k×n; c: k |- E[A x + B y + c] = A m + B q + c and E[(A x + B y + c - (A m + B q + c)) (A x + B y + c - (A m + B q + c))'] = A S A' + B T B'`,
  ],
  ['8.1', '', 'the density of A x by that of x', densities],
  [
    '8.1',
    '',
    "A: n×n symmetric invertible; x, b: n |- -1/2 x' A x + b' x = -1/2 (x - inv(A) b)' A (x - inv(A) b) + 1/2 b' inv(A) b",
  ],
  [
    '8.1',
    '',
    "A: n×n symmetric invertible; X, B: n×k |- -1/2 tr(X' A X) + tr(B' X) = -1/2 tr((X - inv(A) B)' A (X - inv(A) B)) + 1/2 tr(B' inv(A) B)",
  ],
  [
    '8.1',
    '',
    "A, B: n×n symmetric; x, a, b: n; A + B is invertible |- (x - a)' A (x - a) + (x - b)' B (x - b) = (x - inv(A + B) (A a + B b))' (A + B) (x - inv(A + B) (A a + B b)) - (A a + B b)' inv(A + B) (A a + B b) + a' A a + b' B b",
  ],
  ['8.1', '', 'the product of two Gaussian densities', densities],
  ['8.2.1', '', `${x} |- E[x] = m`],
  ['8.2.1', '', `${x} |- E[(x - m) (x - m)'] = S`],
  ['8.2.1', '', `${x}; A: k×n |- E[A x] = A m`],
  ['8.2.1', '', `${x}; A: k×n |- E[(A x - A m) (A x - A m)'] = A S A'`],
  ['8.2.1', '', `${x}; A: k×n; B: p×n |- E[(A x - A m) (B x - B m)'] = A S B'`],
  ['8.2.2', '', `${x} |- E[x x'] = S + m m'`],
  ['8.2.2', '', `${x}; A: n×n |- E[x' A x] = tr(A S) + m' A m`],
  [
    '8.2.2',
    '',
    `${x}; A: n×n |- E[(x' A x)^2] - E[x' A x]^2 = tr(A S (A + A') S) + m' (A + A') S (A + A') m`,
  ],
  ['8.2.2', '', `${x}; q: n; A: n×n |- E[(x - q)' A (x - q)] = (m - q)' A (m - q) + tr(A S)`],
  [
    '8.2.2',
    '',
    "x: n ~ normal(m, s); m: n; s: scalar nonnegative; A: n×n symmetric |- E[(x' A x)^2] - E[x' A x]^2 = 2 s^2 tr(A^2) + 4 s m' A^2 m",
  ],
  [
    '8.2.2',
    '',
    "x: n ~ normal(m, s); m: n; s: scalar nonnegative; A, B: n×n symmetric |- E[(x' A x) (x' B x)] - E[x' A x] E[x' B x] = 2 s^2 tr(A B) + 4 s m' A B m",
  ],
  [
    '8.2.3',
    '',
    `${x}; b: n |- E[x b' x x'] = m b' (S + m m') + (S + m m') b m' + (b' m) (S - m m')`,
  ],
  ['8.2.4', '', `${x} |- E[x x' x x'] = 2 (S + m m')^2 + (m' m) (S - m m') + tr(S) (S + m m')`],
  [
    '8.2.4',
    '',
    `${x}; A: n×n |- E[x x' A x x'] = (S + m m') (A + A') (S + m m') + (m' A m) (S - m m') + tr(A S) (S + m m')`,
  ],
  ['8.2.4', '', `${x} |- E[(x' x)^2] = 2 tr(S^2) + 4 m' S m + (tr(S) + m' m)^2`],
  [
    '8.2.4',
    '',
    `${x}; A, B: n×n |- E[(x' A x) (x' B x)] = tr(A S (B + B') S) + m' (A + A') S (B + B') m + (tr(A S) + m' A m) (tr(B S) + m' B m)`,
  ],
  [
    '8.2.4',
    '',
    `${x}; a, b, c, d: n |- E[(a' x) (b' x) (c' x) (d' x)] = (a' (S + m m') b) (c' (S + m m') d) + (a' (S + m m') c) (b' (S + m m') d) + (a' (S + m m') d) (b' (S + m m') c) - 2 (a' m) (b' m) (c' m) (d' m)`,
  ],
  [
    '8.2.4',
    '',
    `${x}; A, C: k×n; B, D: k×n; a, b, c, d: k |- E[(A x + a)' (B x + b) (C x + c)' (D x + d)] = tr(A S (C' D + D' C) S B') + ((A m + a)' B + (B m + b)' A) S (C' (D m + d) + D' (C m + c)) + (tr(A S B') + (A m + a)' (B m + b)) (tr(C S D') + (C m + c)' (D m + d))`,
  ],
  [
    '8.2.4',
    '',
    `${x}; A, B: k×n; C, D: k×n; a, b, c, d: k |- E[(A x + a) (B x + b)' (C x + c) (D x + d)'] = (A S B' + (A m + a) (B m + b)') (C S D' + (C m + c) (D m + d)') + (A S C' + (A m + a) (C m + c)') (B S D' + (B m + b) (D m + d)') + ((B m + b)' (C m + c)) (A S D' - (A m + a) (D m + d)') + tr(B S C') (A S D' + (A m + a) (D m + d)')`,
  ],
  ['8.2.5', '', 'the mean and the covariance of a mixture', densities],
  ['8.3', '', "z: n ~ normal(0, 1); L: n×n; m: n |- E[(L z + m - m) (L z + m - m)'] = L L'"],
  ['8.3', '', "x: n ~ normal(m, S); m: n; S: n×n pd |- E[(x - m)' inv(S) (x - m)] = n"],
  ['8.3', '', 'the entropy', densities],
  ['8.4', '', 'mixtures of Gaussians', densities],
];
