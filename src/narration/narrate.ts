/**
 * A theorem of the kernel as a proof that people read: few lines, each with its reason.
 * Presentation only.
 */
import type { Claim } from '../language/index.ts';
import type { Theorem } from '../kernel/theorem.ts';
import { renumber } from '../prover/graphs/mean-numbers.ts';
import { goalOf, type Goal } from '../prover/prove.ts';
import { definitionOf } from './known-functions.ts';
import { Narrator } from './narrator.ts';
import { ownLengths } from './own-lengths.ts';
import { ownWords } from './own-words.ts';
import { meansOverLayers } from './means-over-layers.ts';
import { runningWords, type Running } from './sequences.ts';
import { workedOut } from './statement-texts.ts';
import { termWords, type Words } from './term-words.ts';

/** Names that the claim uses: families, whose first slot is an index, and all other names. */
export function wordsOf(claim: Claim, goal: Goal): Words & { readonly running: Running } {
  const declared = [...claim.declarations, ...claim.random.map((r) => r.declaration)];
  const bound = [
    ...claim.source.matchAll(/\b(?:sum|mean|prod)\[(\w+)|\bfor (\w+) in\b|\bforall (\w+)/g),
  ];
  const families = new Set(declared.filter((d) => d.family !== null).map((d) => d.name));
  const own = new Set([...declared.map((d) => d.name), ...claim.dims, 'E', 'I']);
  const taken = new Set([
    ...own,
    ...bound.flatMap((m) => m.slice(1)).filter((x) => x !== undefined),
  ]);
  const letters = [...'lkij'].filter((x) => !own.has(x));
  const running = runningWords(
    goal.scope.sequences,
    letters,
    (t) => termWords(t, words),
    meansOverLayers(claim, goal),
  );
  const words: Words = {
    families: {
      has: (name) => families.has(name),
      running: (name) => running.text(name),
      length: ownLengths(claim, goal),
    },
    taken,
    declared: own,
  };
  return { ...words, running };
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
  const goal = goalOf(claim);
  const own = ownWords(claim, goal);
  const narrator = new Narrator(claim, wordsOf(claim, goal), own);
  narrator.tell(theorem);
  const lines = narrator.script.text();
  if (lines.length > 0) return { lines, steps: Math.max(1, narrator.script.steps) };
  const text = own.text(theorem.conclusion) ?? narrator.words(theorem.conclusion);
  return { lines: [`${text}   ${reasonOf(theorem, /^forall | for all /.test(text))}`], steps: 1 };
}

/** Why a statement holds that a law states, or that is worked out. */
function reasonOf(theorem: Theorem, isForAll: boolean): string {
  const laws = new Set<string>();
  const seen = new Set<Theorem>();
  const visit = (t: Theorem): void => {
    if (seen.has(t)) return;
    seen.add(t);
    const [name] = t.derivation.given;
    if (t.derivation.rule === 'law' && typeof name === 'string') laws.add(name);
    t.derivation.from.forEach(visit);
  };
  visit(theorem);
  if (laws.size === 0 && isForAll) return 'since both sides are the same';
  if (laws.size === 0) return workedOut(theorem);
  const known = [...laws].map((name) => definitionOf(name) ?? `the laws of ${name}`);
  return `since ${known.join(' and ')}`;
}
