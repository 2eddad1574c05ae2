/** The claims with a derivation: fast-check attacks each of them, and the kernel accepts it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../src/language/index.ts';
import { examine } from '../src/verdict/examine.ts';
import type { Verdict } from '../src/verdict/verdict.ts';
import { attacksOn } from '../test/properties/attack.ts';
import capacity from './capacity.ts';
import dnfa from './dnfa.ts';
import hessian from './hessian.ts';
import order from './order.ts';
import pdlt from './pdlt.ts';
import submersion from './submersion.ts';

const members = [order, dnfa, hessian, submersion].flatMap((f) =>
  f.members.map((m) => ({ ...m, id: `${f.name}/${m.name}` })),
);
/**
 * Means are sums over all products of random entries: the search attacks them at sizes of its own,
 * and that is enough.
 */
const means = [capacity, pdlt].flatMap((f) =>
  f.members.map((m) => ({ ...m, id: `${f.name}/${m.name}` })),
);
const runs = 60;
const enough = 5;
const rounds = 40;

/**
 * A length has no derivative at 0, where its square has one: the square is written as the inner
 * product that it is.
 */
const smooth = (claim: string): string => claim.replaceAll(/\|([^|]+)\|\^2/g, 'dot($1, $1)');

describe.each(members.filter((m) => m.expect === 'proved'))('$id', ({ claim }) => {
  test.each(attacksOn(parseClaim(smooth(claim))))(
    '$name holds wherever its hypotheses do',
    ({ property, met }) => {
      // a property that never met its hypotheses has said nothing
      for (let round = 0; round === 0 || (met() < enough && round < rounds); round++)
        fc.assert(property, { seed: 11 + round, numRuns: runs });
      expect(met()).toBeGreaterThanOrEqual(enough);
    },
    20_000,
  );
});

const proved = new Map<string, Verdict>();

test.each([...members, ...means])(
  '$id has the verdict it declares',
  async ({ id, claim, proof, expect: declared }) => {
    const verdict = await examine(claim, {
      time: 2,
      seed: 3,
      // as much as check gives a claim that is declared proved
      patience: declared === 'proved' ? 10_000 : 600,
      lemmas: proved,
      ...(proof === null ? {} : { proof }),
    });
    expect(verdict.verdict, verdict.message ?? '').toBe(declared);
    if (declared !== 'proved') return;
    proved.set(id, verdict);
    expect(verdict.proof?.steps).toBeGreaterThan(0);
  },
  120_000,
);
