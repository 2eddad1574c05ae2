/**
 * An activation that only has a name may be relu, and so may its mean over a law that is a point: no
 * equation between its values is differentiated.
 */
import { describe, expect, test } from 'vitest';
import { differentiate } from '../../src/kernel/theorem.ts';
import { expectation } from '../../src/kernel/expectation.ts';
import { add, number, zeros } from '../../src/kernel/graph.ts';
import { one } from '../../src/kernel/ratio.ts';
import { parseClaim } from '../../src/language/index.ts';
import { checkProof } from '../../src/prover/index.ts';
import { activation, at, reflexive, refused, scalar } from './tools.ts';

const phi = { ...activation, name: 'phi', kinks: true };
const t = scalar('t');

describe('the kernel does not differentiate', () => {
  test('an equation between values of an activation', () => {
    refused(() => differentiate(reflexive(at(t, 0, phi)), 't', []), /kinks/);
  });
  test('an equation between means of an activation', () => {
    const z = {
      name: 'z',
      shape: [],
      family: 0,
      law: { kind: 'normal', mean: zeros([]), variance: number(one) },
    } as const;
    const mean = (fn: typeof activation) => expectation(at(add(t, scalar('z')), 0, fn), [z]);
    refused(() => differentiate(reflexive(mean(phi)), 't', []), /kinks/);
    expect(differentiate(reflexive(mean(activation)), 't', []).hypotheses).toEqual([]);
  });
});

/** Of relu all hypotheses are true: relu(t) - relu(-t) = t, relu(t)^2 = t relu(t), relu(0) = 0. */
const claims: readonly (readonly [
  hypotheses: string,
  of: (u: string, primes: string) => string,
])[] = [
  ['phi: activation', (u, primes) => `phi${primes}(${u})`],
  [
    'phi: activation; s: scalar nonnegative; w: scalar ~ normal(0, s)',
    (u, primes) => `E[phi${primes}(w + ${u})]`,
  ],
  ['phi: activation; w: scalar ~ rademacher', (u, primes) => `E[phi${primes}(w + ${u})]`],
];

describe('a proof that differentiates such an equation at the kink is refused', () => {
  test.each(claims)('%s', (declared, f) => {
    const claim = [
      declared,
      `forall t: scalar. ${f('t', '')} - ${f('(-t)', '')} = t`,
      `forall t: scalar. ${f('t', '')}^2 = t ${f('t', '')}`,
      `${f('0', '')} = 0`,
    ].join('; ');
    const proof = [
      `have d: forall t: scalar. ${f('t', "'")} + ${f('(-t)', "'")} = 1 by hypothesis`,
      `have e: ${f('0', "'")} = 1/2 by d`,
      `have g: forall t: scalar. 2 ${f('t', '')} ${f('t', "'")} = ${f('t', '')} + t ${f('t', "'")} by hypothesis`,
      `have h: forall t: scalar. 2 ${f('t', "'")}^2 + 2 ${f('t', '')} ${f('t', "''")} = 2 ${f('t', "'")} + t ${f('t', "''")} by g`,
      `have m: 2 ${f('0', "'")}^2 + 2 ${f('0', '')} ${f('0', "''")} = 2 ${f('0', "'")} by h`,
      `have k: ${f('0', "'")}^2 = ${f('0', "'")} by logic`,
      `have n: ${f('0', "'")}^2 = 1/4 by e`,
      `have p: 1/4 = ${f('0', "'")} by k`,
      'have q: 1/4 = 1/2 by p',
      '1 = 2 by q',
    ].join('\n');
    expect(() => checkProof(parseClaim(`${claim} |- 1 = 2`), proof)).toThrow(/does not follow/);
  });
});
