/** The reference of what proofs rest on: an entry for each fact, cited theorem and rule. */
import { statements } from '../prover/statements.ts';
import { calculusSketches } from './calculus-sketches.ts';
import { determinantSketches } from './determinant-sketches.ts';
import { eigenvalueSketches } from './eigenvalue-sketches.ts';
import { functionSketches } from './function-sketches.ts';
import { normSketches } from './norm-sketches.ts';
import { rankSketches } from './rank-sketches.ts';
import { ruleSketches } from './rule-sketches.ts';
import { theoremSketches } from './theorem-sketches.ts';
import type { Sketches } from './sketch.ts';
import { usesOf, type Use } from './use.ts';

export interface Entry {
  readonly kind: 'fact' | 'theorem' | 'rule';
  readonly name: string;
  /** In the notation of claims, or in words. */
  readonly statement: string;
  /** A claim that is this statement, at terms of some shapes; null where no claim says it. */
  readonly claim: string | null;
  readonly hypotheses: readonly string[];
  /** Null for a rule. */
  readonly source: string | null;
  readonly sketch: string;
  /** What it proves with other facts. */
  readonly use: Use;
}

/** The sketches of facts by subject, in the order of their pages. */
export const subjects: Readonly<Record<string, Sketches>> = {
  'Determinants and adjugates': determinantSketches,
  'Ranks, pseudo-inverses and pairs': rankSketches,
  'Norms and singular values': normSketches,
  'Eigenvalues, order, roots and exponentials': eigenvalueSketches,
  Functions: functionSketches,
  'Slopes, bounds and segments': calculusSketches,
};
const factSketches: Sketches = Object.assign({}, ...Object.values(subjects));

/** Sketches may run over several lines of a file. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** Every entry: facts, then cited theorems, then rules. */
export function entries(): Entry[] {
  const stated = statements().map((s): Entry => {
    const kind = s.source === null ? 'fact' : 'theorem';
    const { says, sketch = '' } = (kind === 'fact' ? factSketches : theoremSketches)[s.name] ?? {};
    return {
      kind,
      name: s.name,
      statement: oneLine(says ?? s.statement ?? s.name),
      claim: s.claim,
      hypotheses: says === undefined ? s.hypotheses : [],
      source: s.place,
      sketch: oneLine(sketch),
      use: usesOf(s.name),
    };
  });
  const rules = Object.entries(ruleSketches).map(
    ([name, { says = name, sketch }]): Entry => ({
      kind: 'rule',
      name,
      statement: oneLine(says),
      claim: null,
      hypotheses: [],
      source: null,
      sketch: oneLine(sketch),
      use: usesOf(name),
    }),
  );
  return [...stated, ...rules];
}

/** The entry with exactly this name, in any case. */
export const entryNamed = (name: string): Entry | undefined =>
  entries().find((e) => e.name.toLowerCase() === name.toLowerCase());

/** Entries whose name, statement, source or sketch has all the words; those named so come first. */
export function search(words: readonly string[]): Entry[] {
  const wanted = words.map((w) => w.toLowerCase());
  const has = (text: string): boolean => wanted.every((w) => text.toLowerCase().includes(w));
  const all = entries();
  const byName = all.filter((e) => has(e.name));
  const byText = all.filter(
    (e) => !byName.includes(e) && has(`${e.name} ${e.statement} ${e.source ?? ''} ${e.sketch}`),
  );
  return [...byName, ...byText];
}
