/** The false claims of the catalogue, each found without a hint from 20 seeds. */
import { describe, expect, it } from 'vitest';
import dnfa from '../../properties/dnfa.ts';
import hessian from '../../properties/hessian.ts';
import submersion from '../../properties/submersion.ts';
import { parseClaim } from '../../src/language/index.ts';
import { certify } from '../../src/refuter/certify.ts';
import { searchSync } from '../../src/refuter/search.ts';

const seeds = Array.from({ length: 20 }, (_, i) => i + 101);
const members = [dnfa, hessian, submersion].flatMap((f) =>
  f.members
    .filter((m) => m.expect === 'refuted')
    .map((m) => ({ id: `${f.name}/${m.name}`, text: m.claim })),
);

describe('false claims of the catalogue', () => {
  it.each(members)('$id', ({ text }) => {
    const claim = parseClaim(text);
    for (const seed of seeds) {
      const result = searchSync(claim, {
        time: 20_000,
        seed,
        to: 4000,
        widest: false,
        shrinking: seed % 5 === 1,
      });
      expect(result.verdict, `seed ${seed}: ${result.reason}`).toBe('refuted');
      if (result.counterexample !== null)
        expect(typeof certify(claim, result.counterexample.at)).toBe('object');
    }
  });
});
