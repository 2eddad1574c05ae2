/** The false claims of the catalogue, each found without a hint from 20 seeds. */
import { describe, expect, it } from 'vitest';
import dnfa from '../../properties/dnfa.ts';
import hessian from '../../properties/hessian.ts';
import submersion from '../../properties/submersion.ts';
import { parseClaim } from '../../src/language/index.ts';
import { certify } from '../../src/refuter/certify.ts';
import { refutedFrom } from './from-every-seed.ts';

const seeds = Array.from({ length: 20 }, (_, i) => i + 101);
const members = [dnfa, hessian, submersion].flatMap((f) =>
  f.members
    .filter((m) => m.expect === 'refuted')
    .map((m) => ({ id: `${f.name}/${m.name}`, text: m.claim })),
);

describe('false claims of the catalogue', () => {
  it.each(members)('$id', ({ text }) => {
    const claim = parseClaim(text);
    const found = refutedFrom(seeds, claim, { to: 4000, shrinks: (seed) => seed % 5 === 1 });
    for (const { counterexample } of found)
      if (counterexample !== null) expect(typeof certify(claim, counterexample.at)).toBe('object');
  });
});
