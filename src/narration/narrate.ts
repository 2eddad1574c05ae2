/**
 * A theorem of the kernel as a proof that people read: few lines, each with its reason.
 * Presentation only.
 */
import type { Claim } from '../language/index.ts';
import type { Theorem } from '../kernel/theorem.ts';
import { renumber } from '../prover/graphs/mean-numbers.ts';
import { goalOf } from '../prover/prove.ts';
import { Narrator } from './narrator.ts';
import { ownWords } from './own-words.ts';
import type { Words } from './term-words.ts';

/**
 * Names that the claim uses: families, whose first slot is an index, and all that an index cannot
 * be called.
 */
function wordsOf(claim: Claim): Words {
  const declared = [...claim.declarations, ...claim.random.map((r) => r.declaration)];
  const bound = [
    ...claim.source.matchAll(/\b(?:sum|mean|prod)\[(\w+)|\bfor (\w+) in\b|\bforall (\w+)/g),
  ];
  return {
    families: new Set(declared.filter((d) => d.family !== null).map((d) => d.name)),
    taken: new Set([
      ...declared.map((d) => d.name),
      ...claim.dims,
      ...bound.flatMap((m) => m.slice(1)).filter((x) => x !== undefined),
      'E',
      'I',
    ]),
  };
}

/** A proof for people. */
export interface Narration {
  /** A line each, `statement   reason`; never empty. */
  readonly lines: readonly string[];
  /** Statements among them. */
  readonly steps: number;
}

export function narrate(claim: Claim, theorem: Theorem): Narration {
  renumber();
  const own = ownWords(claim, goalOf(claim));
  const narrator = new Narrator(wordsOf(claim), own);
  narrator.tell(theorem);
  const lines = narrator.script.text();
  if (lines.length > 0) return { lines, steps: Math.max(1, narrator.script.steps) };
  const text = own.text(theorem.conclusion) ?? narrator.words(theorem.conclusion);
  return { lines: [`${text}   by ring`], steps: 1 };
}
