/** Tests that the search refutes false claims with small counterexamples. */
import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { mapAssignment } from '../../src/evaluate/lift.ts';
import { certify } from '../../src/refuter/certify.ts';
import { searchSync } from '../../src/refuter/search.ts';
import { falseClaims } from './false-claims.ts';

describe('false claims are refuted by witnesses no larger than known ones', () => {
  for (const { id, text, dims, integer } of falseClaims) {
    it(id, () => {
      const claim = parseClaim(text);
      for (const seed of [1, 2, 3]) {
        const result = searchSync(claim, { time: 5000, seed, trials: 4000 });
        expect(result.verdict, `seed ${seed}: ${result.reason}`).toBe('refuted');
        const at = result.counterexample?.at;
        if (at === undefined) continue;
        for (const [name, most] of Object.entries(dims))
          expect(at.dims.get(name), `${name} at seed ${seed}`).toBeLessThanOrEqual(most);
        mapAssignment(at, (x) => {
          expect(
            x.num <= BigInt(integer) && x.num >= -BigInt(integer) && x.den <= BigInt(integer),
            `${x.num}/${x.den}`,
          ).toBe(true);
          return x;
        });
        expect(typeof certify(claim, at)).toBe('object');
      }
    });
  }
});
