/**
 * A document's hash, hypotheses and goal checked against the text of its claim, as this program
 * reads it.
 */
import { is, key, type Formula } from '../formula.ts';
import { text } from '../formula-text.ts';
import { turning, type DocumentMeans } from '../means/document-means.ts';
import { demand, refuse } from '../rational.ts';
import type { Document } from '../read.ts';
import type { Sameness } from '../same.ts';
import { readClaim, type Statement } from './read-claim.ts';
import { sha256 } from './sha256.ts';

type Goal = Document['goal'];

/**
 * Throws unless the document mentions the claim whose text it names: neither more nor less is
 * granted, and the goal is what it says.
 */
export function heldAgainstText(
  { claim, goal }: Document,
  sameness: Sameness,
  means: DocumentMeans,
): void {
  demand(sha256(claim.text) === claim.hash, 'the hash is not that of the text');
  const read = readClaim(claim.text, means.functions);
  const said = [...goal.hypotheses.map((h) => h.formula), goal.conclusion];
  means.settle(said, [...read.hypotheses, read.conclusion], sameness, (anew) =>
    compared(read, anewIn(goal, anew), sameness),
  );
}
const anewIn = (goal: Goal, anew: (f: Formula) => Formula): Goal => ({
  hypotheses: goal.hypotheses.map((h) => ({ ...h, formula: anew(h.formula) })),
  conclusion: anew(goal.conclusion),
});

/** Throws unless both say the same. */
function compared(read: Statement, goal: Goal, sameness: Sameness): void {
  const plainKey = (f: Formula): string => key(f, sameness);
  const all = new Set(read.hypotheses.map(plainKey));
  // a covariance may be turned around only if the claim states that it is psd
  const turned = read.symmetric.filter((t) => all.has(plainKey(is('psd', t))));
  const one = turning(turned, sameness);
  const keyOf = (f: Formula): string => key(f, one);
  if (keyOf(read.conclusion) !== keyOf(goal.conclusion))
    refuse(`the claim says ${text(read.conclusion)}, the goal is ${text(goal.conclusion)}`);
  const granted = new Map(read.hypotheses.map((h) => [keyOf(h), h]));
  for (const { formula } of goal.hypotheses)
    if (!granted.has(keyOf(formula))) refuse(`the claim does not grant ${text(formula)}`);
  const named = new Set(goal.hypotheses.map((h) => keyOf(h.formula)));
  for (const [k, h] of granted)
    if (!named.has(k)) refuse(`a hypothesis of the claim is left out: ${text(h)}`);
}
