/**
 * The claims with a derivation, attacked by fast-check; but for means, which are sums over all
 * products of random entries: the search attacks them at sizes of its own.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../src/language/index.ts';
import { attacksOn } from '../test/properties/attack.ts';
import dnfa from './dnfa.ts';
import hessian from './hessian.ts';
import order from './order.ts';
import submersion from './submersion.ts';

const members = [order, dnfa, hessian, submersion].flatMap((f) =>
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
  );
});
