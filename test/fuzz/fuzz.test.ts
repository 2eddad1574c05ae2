/** A small seed of the fuzzer, and that it notices what it is there for. */
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { contradiction, verdictOf, type Budget } from './cross-examine.ts';
import { Dice } from './dice.ts';
import { fuzz } from './fuzz.ts';
import { identities } from './identities.ts';
import { mutated } from './mutate.ts';
import { readIdentity } from './parse.ts';
import { claimText, formulaText } from './tree.ts';
import { claimTruth } from './truth.ts';
import { randomPoint } from './points.ts';

const budget: Budget = { time: 0.01, patience: 20, points: 30 };
const proved = { verdict: 'proved' } as Verdict;

describe('the fuzzer', () => {
  it('finds no contradiction in a small seed', async () => {
    const { contradictions, claims, verdicts } = await fuzz(40, 7, budget, () => {});
    expect(contradictions).toEqual([]);
    expect(claims).toBeGreaterThanOrEqual(40);
    expect(verdicts.get('proved')).toBeGreaterThan(2);
    expect(verdicts.get('refuted')).toBeGreaterThan(5);
    expect(verdicts.get('ill-typed') ?? 0).toBeLessThan(8);
  });

  it.each([
    'A, B |- A*B = B*A',
    'A, B |- det(A + B) = det(A) + det(B)',
    'A psd |- A is pd',
    "A, x |- grad[x](x'*A*x) = 2*A*x",
    'h, a |- E[(a*h)^4] = 2*a^4',
    'x |- norm1(x) <= |x|',
    'q |- |sum[i in 1..N](q[i])|^2 <= sum[i in 1..N](|q[i]|^2)',
    'W |- rank(W) = n',
    'x |- sum[i in 1..n](i*x[i]) = sum(x)',
  ])('would notice a proof of %s', (text) => {
    expect(contradiction(readIdentity(text), proved, 1, 60)?.why).toMatch(/^proved, but fails/);
  });

  it.each(identities)('evaluates %s as true, or leaves it open', (text) => {
    expect(contradiction(readIdentity(text), proved, 3, 40)).toBeNull();
  });

  it('makes false claims of true ones, mostly', () => {
    const broken = identities.filter((text, i) => {
      const claim = mutated(new Dice(i), readIdentity(text));
      return contradiction(claim, proved, i, 30) !== null;
    });
    expect(broken.length).toBeGreaterThan(identities.length / 4);
  });

  it('would notice a refutation of what is true at the point', async () => {
    const claim = readIdentity('A, B |- A*B = B*A');
    const verdict = await verdictOf(claim, budget);
    expect((verdict as Verdict).verdict).toBe('refuted');
    expect(contradiction(claim, verdict, 1, 1)).toBeNull();
    const other = readIdentity('A, B |- tr(A*B) = tr(B*A)');
    expect(contradiction(other, verdict, 1, 1)?.why).toMatch(/^refuted, but holds/);
  });

  it('decides most points of plain claims', () => {
    const claim = readIdentity('A, B |- tr(A*B) = tr(B*A)');
    const dice = new Dice(5);
    const all = Array.from({ length: 50 }, () =>
      claimTruth(claim, randomPoint(dice, claim), () => []),
    );
    expect(all.filter((t) => t === 'holds').length).toBe(50);
    expect(claimText(claim)).toContain(formulaText(claim.conclusion));
  });
});
