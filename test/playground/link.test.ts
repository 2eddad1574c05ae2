/** The link of a claim. */
import { expect, test } from 'vitest';
import { claimOfHash, linkHash } from '../../src/playground/page/link.ts';

test.each(["A: n×n\n|- A' = A -- 100 % #?&+", 'x: n |- (x) != 0 * 1!', '‖𝐀‖ "<b>" \\ ` ~', ''])(
  '%j comes back, from a link that no text around it ends',
  (claim) => {
    const link = linkHash(claim);
    expect(claimOfHash(link)).toBe(claim);
    expect(link).toMatch(/^#claim=[\w%.~-]*$/);
  },
);

test('what is not the link of a claim holds none', () => {
  for (const hash of ['', '#', '#claims=x', '#claim=%', '#claim=%E0%A4'])
    expect(claimOfHash(hash)).toBeNull();
});
