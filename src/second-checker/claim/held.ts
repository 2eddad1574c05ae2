/** A document's hash, hypotheses and goal held against the text of its claim, as this program reads it. */
import { key, text, type Formula } from '../formula.ts';
import { demand, refuse } from '../rational.ts';
import type { Document } from '../read.ts';
import type { Sameness } from '../same.ts';
import { readClaim } from './read-claim.ts';
import { sha256 } from './sha256.ts';

/** Throws unless the document speaks of the claim whose text it names: neither more nor less is granted, and the goal is what it says. */
export function heldAgainstText({ claim, goal }: Document, sameness: Sameness): void {
  demand(sha256(claim.text) === claim.hash, 'the hash is not that of the text');
  const read = readClaim(claim.text);
  const keyOf = (f: Formula): string => key(f, sameness);
  if (keyOf(read.conclusion) !== keyOf(goal.conclusion))
    refuse(`the claim says ${text(read.conclusion)}, the goal is ${text(goal.conclusion)}`);
  const granted = new Map(read.hypotheses.map((h) => [keyOf(h), h]));
  for (const { formula } of goal.hypotheses)
    if (!granted.has(keyOf(formula))) refuse(`the claim does not grant ${text(formula)}`);
  const named = new Set(goal.hypotheses.map((h) => keyOf(h.formula)));
  for (const [k, h] of granted)
    if (!named.has(k)) refuse(`a hypothesis of the claim is left out: ${text(h)}`);
}
