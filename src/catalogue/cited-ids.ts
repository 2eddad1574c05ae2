/** The ids of lemmas that a claim cites: after `by` in its derivation, and in its `uses`. */
import type { ClaimEntry } from './claim-entry.ts';

const id = String.raw`[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*`;
const reason = new RegExp(String.raw`\bby\s+(${id})`, 'g');

/** Of a derivation alone. */
export const citedIn = (proof: string): string[] => [
  ...new Set([...proof.matchAll(reason)].map((match) => match[1] as string)),
];

/** Without its own. */
export const citedIds = (entry: Pick<ClaimEntry, 'id' | 'proof' | 'uses'>): string[] =>
  [...new Set([...entry.uses, ...citedIn(entry.proof ?? '')])].filter((one) => one !== entry.id);
