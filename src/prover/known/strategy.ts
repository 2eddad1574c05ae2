/** What a strategy is: one way to prove goals of some kind, which asks for subgoals and is answered with theorems. */
import type { Formula } from '../../kernel/formula.ts';
import { KernelError } from '../../kernel/seal.ts';
import type { Theorem } from '../../kernel/theorem.ts';
import type { Context } from './context.ts';

/** A subgoal, and what is known where it is to be proved. */
export interface Ask {
  readonly goal: Formula;
  readonly known: Context;
}

/** A strategy at work: it yields subgoals and is resumed with their theorems, or with null where none is found. */
export type Attempt = Generator<Ask, Theorem | null, Theorem | null>;

export interface Strategy {
  /** Unique, in the words of a proof: "the square of a length". */
  readonly name: string;
  /** One sentence: what it proves, from what. `--why` and the reference print it. */
  readonly summary: string;
  readonly kinds: readonly Formula['kind'][];
  /** How likely it leads to a proof, from 0 to 1; null where it does not apply. It must be cheap. */
  readonly promise: (goal: Formula, known: Context) => number | null;
  /** The goal itself as a theorem, or null. What the kernel refuses counts as null. */
  readonly prove: (goal: Formula, known: Context) => Attempt;
}

/** Asks for one theorem. */
export function* ask(goal: Formula, known: Context): Attempt {
  return yield { goal, known };
}

/** The whole prover, as strategies call it for what they need on the way. `depth` bounds how far they call each other. */
export type Prove = (goal: Formula, ctx: Context, depth: number) => Theorem | null;

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
export function safely(tactic: () => Theorem | null): Theorem | null {
  try {
    return tactic();
  } catch (error) {
    if (error instanceof KernelError) return null;
    throw error;
  }
}
