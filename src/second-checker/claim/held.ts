/**
 * A document's hash, hypotheses and goal checked against the text of its claim, as this program
 * reads it.
 */
import { is, key, type Formula } from '../formula.ts';
import { text } from '../formula-text.ts';
import { readAnew } from '../means/renamed-functions.ts';
import { readingsBetween } from '../means/same-means.ts';
import { demand, Refusal, refuse } from '../rational.ts';
import type { Document } from '../read.ts';
import { Sameness } from '../same.ts';
import { readClaim, type Statement } from './read-claim.ts';
import { sha256 } from './sha256.ts';

type Goal = Document['goal'];

/**
 * Throws unless the document mentions the claim whose text it names: neither more nor less is
 * granted, and the goal is what it says.
 */
export function heldAgainstText({ claim, goal }: Document, sameness: Sameness): void {
  demand(sha256(claim.text) === claim.hash, 'the hash is not that of the text');
  const read = readClaim(claim.text);
  const said = [...goal.hypotheses.map((h) => h.formula), goal.conclusion];
  let why: Refusal | null = null;
  const spoken = [...read.hypotheses, read.conclusion, ...read.known];
  for (const readings of readingsBetween(said, spoken, sameness)) {
    const anew = (f: Formula): Formula => (readings.size > 0 ? readAnew(f, readings) : f);
    try {
      return compared(read, anewIn(goal, anew), sameness);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      why ??= error;
    }
  }
  throw why ?? new Refusal('the document names means that the claim does not mention');
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
  const alike = turned.flatMap((t) => t.sum.flatMap((m) => m.factors.map((f) => f.head)));
  const one = new Sameness(
    sameness,
    new Map(alike.map((head) => [sameness.head(head), 1 as const])),
  );
  const keyOf = (f: Formula): string => key(f, alike.length > 0 ? one : sameness);
  if (keyOf(read.conclusion) !== keyOf(goal.conclusion))
    refuse(`the claim says ${text(read.conclusion)}, the goal is ${text(goal.conclusion)}`);
  const granted = new Map(read.hypotheses.map((h) => [keyOf(h), h]));
  const known = new Set(read.known.map(keyOf));
  for (const { formula } of goal.hypotheses)
    if (!granted.has(keyOf(formula)) && !known.has(keyOf(formula)))
      refuse(`the claim does not grant ${text(formula)}`);
  const named = new Set(goal.hypotheses.map((h) => keyOf(h.formula)));
  for (const [k, h] of granted)
    if (!named.has(k)) refuse(`a hypothesis of the claim is left out: ${text(h)}`);
}
