/**
 * One claim put to the program and to the fuzzer's own evaluator: what they contradict each other
 * in.
 */
import { examine } from '../../src/verdict/examine.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { Dice } from './dice.ts';
import { foundPoint, randomPoint, tensorFor } from './points.ts';
import { claimText, type Claim } from './tree.ts';
import { claimTruth, type Draw } from './truth.ts';
import { shapeOf, type Point } from './value.ts';

export interface Contradiction {
  readonly claim: string;
  readonly why: string;
}

export interface Budget {
  /** Seconds' worth of counted work for a claim, and of that for the prover in milliseconds. */
  readonly time: number;
  readonly patience: number;
  /** Points at which what is proved is evaluated. */
  readonly points: number;
}

const drawer =
  (dice: Dice): Draw =>
  (d, p) =>
    Array.from({ length: 8 }, () => tensorFor(dice, d.attributes, ...shapeOf(d.shape, p)));

const shown = (p: Point): string =>
  JSON.stringify([
    [...p.dims],
    [...p.values].map(([k, v]) => [k, typeof v === 'function' ? 'function' : v]),
  ]);

function againstProof(claim: Claim, dice: Dice, points: number): string | null {
  for (let i = 0; i < points; i++) {
    const p = randomPoint(dice, claim);
    if (claimTruth(claim, p, drawer(dice)) === 'fails') return `proved, but fails at ${shown(p)}`;
  }
  return null;
}

function againstRefutation(claim: Claim, verdict: Verdict, dice: Dice): string | null {
  const { counterexample } = verdict;
  if (!counterexample) return 'refuted without a counterexample';
  const p = foundPoint(counterexample.at, claim);
  if (p === null) return null;
  return claimTruth(claim, p, drawer(dice)) === 'holds'
    ? `refuted, but holds at ${shown(p)}`
    : null;
}

/** The verdict, or what was thrown. */
export async function verdictOf(claim: Claim, budget: Budget): Promise<Verdict | Error> {
  try {
    return await examine(claimText(claim), { ...budget, seed: 1, classes: false });
  } catch (error) {
    return error as Error;
  }
}

export function contradiction(
  claim: Claim,
  verdict: Verdict | Error,
  seed: number,
  points: number,
): Contradiction | null {
  const text = claimText(claim);
  const dice = new Dice(seed);
  if (verdict instanceof Error)
    return { claim: text, why: `${verdict.name}: ${verdict.message.slice(0, 300)}` };
  const why =
    verdict.verdict === 'proved'
      ? againstProof(claim, dice, points)
      : verdict.verdict === 'refuted'
        ? againstRefutation(claim, verdict, dice)
        : null;
  return why === null ? null : { claim: text, why };
}
