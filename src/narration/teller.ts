/**
 * What the templates of rules share: the words of statements, and how a premise is written or
 * named.
 */
import type { Formula } from '../kernel/formula.ts';
import type { Term } from '../kernel/term.ts';
import type { Theorem } from '../kernel/theorem.ts';
import type { Script } from './script.ts';
import type { Words } from './term-words.ts';

/** A link of a chain: what the term before is equal to, and why. */
export interface TermLink {
  readonly term: Term;
  readonly reasons: readonly string[];
}

export interface Teller {
  readonly script: Script;
  readonly names: Words;
  words(f: Formula): string;
  term(t: Term): string;
  /** Reasons that name a theorem, told before where no phrase is enough. */
  because(t: Theorem): string[];
  /** Tells a theorem, so that its statement stands last. */
  tell(t: Theorem): void;
  /** States it with reasons; says nothing where that says nothing. */
  state(t: Theorem, reasons: readonly string[]): void;
  /** States it in other words that say the same. */
  stateAs(t: Theorem, text: string, reasons: readonly string[]): void;
  /** Is it a statement that the claim writes with derivatives or means? */
  isOwn(f: Formula): boolean;
  /**
   * A chain of equations from a term over others; with more links than `most` the first and last
   * alone.
   */
  chain(t: Theorem, first: Term, links: readonly TermLink[], most: number): void;
  /** An object that exists, under a name; what holds of it is referred to by this line. */
  take(text: string, such: Formula, reasons: readonly string[]): void;
  contradiction(reasons: readonly string[]): void;
  /** Do both state the same, word for word? */
  same(t: Theorem, u: Theorem): boolean;
  /** The text of a hypothesis of the claim; undefined of what is only supposed. */
  hypothesis(f: Formula): string | undefined;
  /** The line in which a statement was supposed or taken; undefined where it was not. */
  supposed(f: Formula): number | undefined;
  /** Supposes a statement for what `tell` says. */
  suppose(heading: string, f: Formula, tell: () => void): void;
}
