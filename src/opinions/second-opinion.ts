/** Compares a verdict with those of computer algebra packages. */
import { claimText, type Claim } from '../language/index.ts';
import { Disagreement } from '../verdict/disagreement.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { entrywise, type Opinion } from './entrywise.ts';

const sameSizes = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  [...a].every(([name, size]) => b.get(name) === size);

/**
 * Holds a verdict against a computer algebra package, where that has an opinion; throws
 * `Disagreement` where the two contradict each other. A verdict is never made better by it.
 */
export const secondOpinion = async (claim: Claim, verdict: Verdict): Promise<Opinion> => {
  const opinion = await entrywise(claim);
  if (verdict.verdict === 'proved' && opinion.says === 'disagrees') {
    throw new Disagreement(
      claimText(claim),
      [
        { judge: 'kernel', says: `proved, on ${verdict.assumed.join('; ') || 'no hypothesis'}` },
        {
          judge: 'computer algebra',
          says: `the two sides differ at ${opinion.where ?? 'some size'}`,
        },
      ],
      opinion.where,
    );
  }
  const dims = verdict.counterexample?.at.dims;
  if (dims && opinion.says === 'agrees' && opinion.sizes.some((sizes) => sameSizes(sizes, dims))) {
    throw new Disagreement(claimText(claim), [
      { judge: 'search', says: 'refuted, by an exact counterexample' },
      {
        judge: 'computer algebra',
        says: 'the two sides are equal, entry by entry, at those sizes',
      },
    ]);
  }
  return opinion;
};
