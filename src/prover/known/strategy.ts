import type { Formula } from '../../kernel/formula.ts';
import { KernelError } from '../../kernel/seal.ts';
import type { Theorem } from '../../kernel/theorem.ts';
import type { Context } from './context.ts';

/** The whole prover, as strategies call it for what they need on the way. `depth` bounds how far they call each other. */
export type Prove = (goal: Formula, ctx: Context, depth: number) => Theorem | null;

/** A tactic that the kernel refuses has proved nothing; others may. */
export function safely(tactic: () => Theorem | null): Theorem | null {
  try {
    return tactic();
  } catch (error) {
    if (error instanceof KernelError) return null;
    throw error;
  }
}
