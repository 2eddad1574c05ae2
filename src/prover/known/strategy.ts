/**
 * What a strategy is: one way to prove goals of some kind, which asks for subgoals and is answered
 * with theorems.
 */
import type { Formula, FormulaOf } from '../../kernel/formula.ts';
import { KernelError } from '../../kernel/seal.ts';
import type { Theorem } from '../../kernel/theorem.ts';
import type { Context } from './context.ts';
import type { Purpose } from './purposes.ts';

export type { Prove } from './context.ts';

/** A subgoal, and what is known there. */
export interface Ask {
  readonly goal: Formula;
  readonly known: Context;
  /**
   * Milliseconds' worth of work after which the answer is null; without it, as much as there is.
   */
  readonly share?: number;
  /** A firm share also ends a step that began before; by default the step goes on. */
  readonly firm?: boolean;
}

/**
 * A strategy at work: it yields subgoals and is resumed with their theorems, or with null where
 * none is found.
 */
export type Attempt = Generator<Ask, Theorem | null, Theorem | null>;

export interface Strategy {
  /** Unique, in the words of a proof: "the square of a length". */
  readonly name: string;
  /** One sentence: what it proves, from what. `--why` and the reference print it. */
  readonly summary: string;
  readonly kinds: readonly Formula['kind'][];
  /** The goal follows this way or not at all: where it applies, nothing else is tried. */
  readonly decides?: boolean | ((goal: Formula) => boolean);
  /** Its proofs may rest on cited theorems: what rests on none is tried first. */
  readonly cites?: boolean;
  /** The search does not try it for goals that are asked for one of these. */
  readonly notFor?: readonly Purpose[];
  /**
   * How likely it leads to a proof, from 0 to 1; null where it does not apply. It must be cheap.
   */
  readonly promise: (goal: Formula, known: Context) => number | null;
  /**
   * The goal itself as a theorem, or null. What the kernel refuses counts as null. One that asks
   * for nothing answers at once.
   */
  readonly prove: (goal: Formula, known: Context) => Attempt | Theorem | null;
}

/** A strategy for goals of one kind. */
export const strategyFor = <K extends Formula['kind']>(
  kind: K,
  {
    promise,
    prove,
    decides = false,
    ...named
  }: {
    readonly name: string;
    readonly summary: string;
    readonly decides?: boolean | ((goal: FormulaOf<K>) => boolean);
    readonly notFor?: readonly Purpose[];
    readonly promise: number | ((goal: FormulaOf<K>, known: Context) => number | null);
    readonly prove: (goal: FormulaOf<K>, known: Context) => Attempt | Theorem | null;
  },
): Strategy => ({
  ...named,
  kinds: [kind],
  decides: typeof decides === 'boolean' ? decides : (goal) => decides(goal as FormulaOf<K>),
  promise: (goal, known) =>
    typeof promise === 'number' ? promise : promise(goal as FormulaOf<K>, known),
  prove: (goal, known) => prove(goal as FormulaOf<K>, known),
});

/** Asks for one theorem; `share`: as in `Ask`. */
export function* ask(goal: Formula, known: Context, share = Infinity): Attempt {
  return yield { goal, known, share };
}

const isAttempt = (x: Attempt | Theorem | null): x is Attempt => x !== null && 'next' in x;

/** An attempt, whether or not the strategy asks for anything. */
export function* begun(made: Attempt | Theorem | null): Attempt {
  return isAttempt(made) ? yield* made : made;
}

/** Runs an attempt to its end, each subgoal proved at once by `prove`. */
export function answered(
  attempt: Attempt,
  prove: (goal: Formula, known: Context) => Theorem | null,
): Theorem | null {
  let step = attempt.next();
  while (!step.done) step = attempt.next(prove(step.value.goal, step.value.known));
  return step.value;
}

/** A tactic that the kernel refuses has proved nothing; others may. */
export function safely<T>(tactic: () => T): T | null {
  try {
    return tactic();
  } catch (error) {
    if (error instanceof KernelError) return null;
    throw error;
  }
}
