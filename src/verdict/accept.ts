/**
 * What the kernel accepted, cross-examined: the other judges look at it, and none of them may
 * object.
 */
import { claimText, type Claim } from '../language/index.ts';
import { narrate } from '../narration/narrate.ts';
import { bounded, unitsPerMillisecond } from '../numbers/counted-work.ts';
import { judgeClaim, judgeTheorem } from '../judge/index.ts';
import { contradictsItself, type Proved } from '../prover/index.ts';
import type { CoveredResult } from '../refuter/covered-result.ts';
import { startSearch } from '../refuter/search.ts';
import { assumedBy, everythingAssumed, neededConditions, type Run } from './assumptions.ts';
import { hasFalseConstant } from './constant-hypotheses.ts';
import { proverTime } from './derive.ts';
import { Disagreement } from './disagreement.ts';
import { lawsOnly } from './laws-only.ts';
import type { Verdict } from './verdict.ts';
import { blank, coverageOf, lateOf, searchVerdict, type Walk } from './walk.ts';

/** What the kernel accepted is proved, unless its hypotheses contradict each other. */
export async function accepted(
  walk: Walk,
  proof: Proved,
  within: Run = (part) => part(),
): Promise<Verdict> {
  const { claim, began, options } = walk;
  const attacked = within(() => crossExamine(walk, proof));
  const conditions = await neededConditions(claim, within);
  if (attacked === 'vacuous')
    return {
      ...blank(claim, began),
      verdict: 'gave-up',
      assumed: everythingAssumed(claim, conditions),
      message: vacuous,
    };
  return {
    ...blank(claim, began),
    verdict: 'proved',
    assumed: await assumedBy(claim, proof, conditions, within),
    axioms: proof.axioms,
    proof: told(claim, proof, options),
    trials: attacked.trials,
    ...(options.classes === false ? {} : coverageOf(attacked)),
    message: attacked.counts.admitted === 0 ? unseen(attacked) : null,
  };
}

/** Units of work for saying how a proof goes. */
const telling = 400 * unitsPerMillisecond;

/**
 * The proof with its lines for people: those that were written, or a narration of what was found.
 */
function told(claim: Claim, proof: Proved, options: Walk['options']): Proved {
  if (options.proof !== undefined && proof.derivation.length > 0) return proof;
  const said = bounded(
    { work: telling, ...lateOf(options) },
    () => narrate(claim, proof.theorem),
    null,
  );
  return said === null ? proof : { ...proof, derivation: said.lines, steps: said.steps };
}

/** The note on a proved claim without an exact point that meets its hypotheses. */
const unseen = ({ trials: { run } }: CoveredResult): string =>
  `no point was found that meets the hypotheses and conditions, in ${run} trials: check that ` +
  'they do not contradict each other';

export const vacuous =
  'hypotheses never met: they contradict each other, so that anything follows from them; weaken or drop one';

/** Milliseconds' worth of work for each way to a contradiction: at once, and before giving up. */
const contradicting = { soon: 60, late: proverTime.least };
export type Patience = keyof typeof contradicting;
/** At most this many ways are looked at for their whole time. */
const ways = 12;

/** What was found out about a claim with the most patience so far. */
const contradictory = new WeakMap<Claim, { readonly patience: Patience; readonly is: boolean }>();

/** Do the hypotheses of the claim contradict each other? Looked for once with each patience. */
function isContradictory({ claim, options }: Walk, patience: Patience): boolean {
  const known = contradictory.get(claim);
  if (known && (known.is || known.patience === patience || patience === 'soon')) return known.is;
  const time = contradicting[patience];
  const is =
    hasFalseConstant(claim, options) ||
    bounded(
      { work: ways * time * unitsPerMillisecond, ...lateOf(options) },
      () => contradictsItself(claim, { time }),
      false,
    );
  contradictory.set(claim, { patience, is });
  return is;
}

/**
 * The verdict on a claim whose hypotheses contradict each other and were met at no point so far;
 * null where they may be met.
 */
export async function contradiction(walk: Walk, patience: Patience): Promise<Verdict | null> {
  const { trials, counts } = walk.search.result(false);
  if (counts.admitted > 0 || trials.undecided !== 0 || !isContradictory(walk, patience))
    return null;
  return { ...(await searchVerdict(walk)), verdict: 'gave-up', message: vacuous };
}

/**
 * Do the hypotheses contradict each other, or do the random laws exist at none of the points that
 * were tried?
 */
const isVacuous = (walk: Walk): boolean =>
  isContradictory(walk, 'late') || isLawless(walk.claim, walk.options);

/** Points at which laws are looked for, and milliseconds' worth of work for it. */
const laws = { trials: 600, time: 800 };

const isLawless = (claim: Claim, options: Walk['options']): boolean => {
  const asked = lawsOnly(claim);
  if (asked === null) return false;
  const search = startSearch(asked, { seed: options.seed });
  search.advance({ ...laws, ...lateOf(options) });
  return search.result(false).counts.admitted === 0;
};

/**
 * Units of work for each of the exact judge's two looks: larger claims are left unjudged, as are
 * those without values.
 */
const judging = 1000 * unitsPerMillisecond;

/**
 * The other judges look at what the kernel accepted; none of them may object. `vacuous` where the
 * hypotheses contradict each other.
 */
function crossExamine(walk: Walk, proof: Proved): CoveredResult | 'vacuous' {
  const { claim, options, search } = walk;
  const judge = { seed: options.seed };
  const found = search.result(options.classes !== false);
  if (found.counts.admitted === 0 && isVacuous(walk)) return 'vacuous';
  const bounds = { work: judging, ...lateOf(options) };
  bounded(bounds, () => judgeTheorem(proof.theorem, judge), null);
  const objection =
    bounded(bounds, () => judgeClaim(claim, judge), 'not applicable') === 'fails'
      ? ({
          judge: 'exact judge',
          says: 'the two sides differ at a point of a prime field',
        } as const)
      : found.verdict === 'refuted'
        ? ({ judge: 'search', says: 'refuted, by an exact counterexample' } as const)
        : null;
  if (objection === null) return found;
  throw new Disagreement(
    claimText(claim),
    [
      { judge: 'kernel', says: `proved, on ${proof.assumed.join('; ') || 'no hypothesis'}` },
      objection,
    ],
    `seed ${options.seed}`,
  );
}
