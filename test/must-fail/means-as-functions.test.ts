/** False claims about means of functions, none of which is proved. */
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { prove } from '../../src/prover/index.ts';

const time = 400;
describe('false, and not proved', () => {
  test.each([
    'x: scalar ~ normal(0, 1); f: R -> R |- E[f(x)] = f(0)',
    'x: scalar ~ normal(0, 1); y: scalar ~ normal(0, 4); f: R -> R |- E[f(x)] = E[f(y)]',
    'x: scalar ~ normal(0, 1); f, g: R -> R |- E[f(x)] = E[g(x)]',
    'x, y: scalar ~ independent(0, 1); f: R -> R |- E[f(x)] = E[f(y)]',
    'x: n ~ normal(0, 1); y: m ~ normal(0, 1); f: R -> R |- E[f(sum(x))] = E[f(sum(y))]',
    'x: n ~ normal(0, 1); f: R -> R |- E[f(sum(x))] = E[f(x[1])]',
    'x: scalar ~ normal(0, 1); f: R -> R |- E[f(x)^2] <= E[f(x)]^2',
    'x: scalar ~ normal(0, 1); y: scalar |- E[(x + y)^2] = 1',
    'x: scalar ~ normal(0, 1); y: scalar |- forall z: scalar. E[(x + z)^2] = 1 + y^2',
    'x: scalar ~ normal(0, 1) |- exists z: scalar. E[(x + z)^2] = 0',
    'x, y: scalar ~ normal(0, 1); f: R -> R |- E[f(x) f(y)] = E[f(x)^2]',
    'x, y: scalar ~ normal(0, 1); f: R -> R |- E[f(x + y)] = E[f(2 x)]',
    'x: scalar ~ normal(0, 1); y: scalar ~ normal(0, 1) |- E[E[x y] + x^2] = 0',
    'x: scalar ~ normal(0, 1); f: R -> R |- E[f(x) E[f(x)]] = E[f(x)^2]',
    'x: scalar ~ normal(0, 1); f: R -> R; forall t: scalar. f(t) >= 0 |- E[f(x)] > 0',
    'x: scalar ~ normal(0, v); v: scalar |- E[x^2] > 0',
    'x: scalar ~ normal(0, v); v: scalar |- E[x^2]^2 < E[x^4]',
    'x: scalar ~ normal(0, 1) |- E[relu(x)] = 0',
    "x: n ~ normal(0, S); S: n×n psd; a: n |- E[relu'(a' x)^2] = 1/4",
    'x: scalar ~ normal(0, 1) |- E[|x|]^2 >= E[x^2]',
    'x: scalar ~ rademacher; f: R -> R |- E[x f(x)] = 0',
    'A: n×n ~ normal(0, 1) |- E[det(A)^2] = 0',
    "x[i]: n ~ normal(0, 1) for i in 1..N; a: n |- mean[i](E[(a' x[i])^2]) = E[a' x[1]]",
  ])('%s', (text) => expect(prove(parseClaim(text), { time })?.derivation ?? null).toBeNull());
});
