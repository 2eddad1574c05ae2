/**
 * Claims about complex matrices: the judges work on the claim about their real and imaginary
 * parts, and people read the claim as it was written.
 */
import type { Claim, Shape } from '../ast.ts';

/** A complex name, and the names of the real ones that it is made of. */
export interface ComplexName {
  readonly name: string;
  readonly shape: Shape;
  readonly re: string;
  readonly im: string;
  /** The parts are those of a matrix G, and the name is that of G' G. */
  readonly gram: boolean;
}

/** What was written, before it was put into real and imaginary parts. */
export interface Written {
  readonly claim: Claim;
  readonly names: readonly ComplexName[];
}

// by the claim itself: a copy with another hypothesis is another claim, and is printed as it is
const written = new WeakMap<Claim, Written>();

export const keepWritten = (real: Claim, as: Written): Claim => {
  written.set(real, as);
  return real;
};

/** What was written where the claim is about complex matrices; null of any other claim. */
export const writtenOf = (claim: Claim): Written | null => written.get(claim) ?? null;

/** The claim as a reader should see it. */
export const asWritten = (claim: Claim): Claim => written.get(claim)?.claim ?? claim;
