/** What is printed of a proof, word for word: a reader follows these without the kernel. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseClaim } from '../../src/language/index.ts';
import { narrate } from '../../src/narration/narrate.ts';
import { prove } from '../../src/prover/prove.ts';

/** Each narration below its claim, which begins with `## `. */
const goldens = readFileSync(join(import.meta.dirname, 'narrations.txt'), 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((part): [string, string] => {
    const [claim = '', ...lines] = part.trimEnd().split('\n');
    return [claim, lines.join('\n')];
  });

describe('a proof has a few steps, each with its reason', () => {
  test.each(goldens)('%s', (text, expected) => {
    const claim = parseClaim(text);
    const proof = prove(claim, { time: 4000 });
    if (proof === null) return expect.fail('no proof is found');
    expect(narrate(claim, proof.theorem).lines.join('\n')).toBe(expected);
  });
});
