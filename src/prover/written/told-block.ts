/** A block of a told proof: what it comes to, and what the numbers of its lines state after it. */
import { free } from '../../kernel/binders.ts';
import { both, type Theorem } from '../../kernel/theorem.ts';
import type { ToldState } from './told-statements.ts';

/** What a block comes to, from what is known at its end and what it stated. */
export type End = (state: ToldState, stated: readonly Theorem[]) => Theorem | null;

type Numbered = ToldState['numbered'];

export class ToldBlock {
  private numbered: Numbered = new Map();
  private taken: readonly string[] = [];
  private readonly close: (t: Theorem) => Theorem;

  /** `close` states outside of the block what a line states inside: under what was supposed. */
  constructor(close: (t: Theorem) => Theorem) {
    this.close = close;
  }

  /** All that the block stated, but for what is taken in it; or that it is absurd. */
  readonly end: End = ({ numbered, taken }, theorems) => {
    this.numbered = numbered;
    this.taken = taken;
    const absurd = theorems.find((t) => t.conclusion.kind === 'false');
    if (absurd) return absurd;
    const kept = theorems.filter(({ conclusion }) => !taken.some((name) => free(name, conclusion)));
    return kept.length === 0 ? null : kept.reduceRight((rest, t) => both(t, rest));
  };

  /** What numbers refer to after the block: nothing that is about what was taken in it. */
  numberedAfter(outside: ToldState): Numbered {
    const taken = this.taken.filter((name) => !outside.taken.includes(name));
    const leaves = (t: Theorem): boolean =>
      ![t.conclusion, ...t.hypotheses].some((f) => taken.some((name) => free(name, f)));
    const inside = [...this.numbered].filter(([label]) => !outside.numbered.has(label));
    return new Map([
      ...outside.numbered,
      ...inside.map(([label, all]) => [label, all.filter(leaves).map(this.close)] as const),
    ]);
  }
}
