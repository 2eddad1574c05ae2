/**
 * Reads the statements of a told proof as formulas: with the names that the proof brings in, or
 * under an index that a line states a range of.
 */
import {
  ClaimError,
  parseFormula,
  type Claim,
  type Declaration,
  type Formula,
} from '../language/index.ts';

/** A claim, and the names that the proof brings in. */
export interface Known {
  readonly claim: Claim;
  readonly extra: readonly Declaration[];
  /** Indices over which something is stated for all, as `l in 1..L`. */
  readonly ranges: readonly string[];
}

/** Ranges of indices that the lines state, each once. */
export const toldRanges = (lines: readonly string[]): string[] => {
  const stated = /\b(?:forall|for all|Let|on) (\w+) (?:be )?in (\d+\.\.[^\s.:,]+)/g;
  const found = lines.flatMap((line) =>
    [...line.matchAll(stated)].map(([, name, range]) => `${name} in ${range}`),
  );
  return [...new Set(found)];
};

function readAs(text: string, claim: Claim, extra: readonly Declaration[]): Formula | null {
  try {
    return parseFormula(text, claim, extra);
  } catch (error) {
    if (error instanceof ClaimError) return null;
    throw error;
  }
}

/** With the names of the proof, without them where it binds them itself, or under an index. */
export function readTold(text: string, { claim, extra, ranges }: Known): Formula | null {
  const found = readAs(text, claim, extra) ?? readAs(text, claim, []);
  if (found !== null) return found;
  for (const range of ranges) {
    const all = readAs(`forall ${range}. ${text}`, claim, extra);
    if (all?.kind === 'each') return all.body;
  }
  return null;
}
