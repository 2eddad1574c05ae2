/**
 * What the templates of rules share: the words of statements, and how a premise is written or
 * named.
 */
import type { Bound, Formula } from '../kernel/formula.ts';
import type { Dim, Term } from '../kernel/term.ts';
import type { Theorem } from '../kernel/theorem.ts';
import type { Place } from './place.ts';
import type { Script } from './script.ts';
import type { Words } from './term-words.ts';

/** A link of a chain: what the term before is equal to, and why. */
export interface TermLink {
  readonly term: Term;
  readonly reasons: readonly string[];
}

export interface Pending {
  readonly bounds: readonly Bound[];
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
  take(bounds: readonly Bound[], such: Formula, reasons: readonly string[]): boolean;
  contradiction(reasons: readonly string[]): void;
  /** Do both state the same, word for word? */
  same(t: Theorem, u: Theorem): boolean;
  /** The text of a hypothesis of the claim; undefined of what is only supposed. */
  hypothesis(f: Formula): string | undefined;
  /** The line in which a statement was supposed or taken; undefined where it was not. */
  supposed(f: Formula): number | undefined;
  /**
   * Supposes a statement for what `tell` says; false, and nothing is said, where the claim language
   * has no words for it.
   */
  suppose(heading: (words: string) => string, f: Formula, tell: () => void): boolean;
  /** Objects of which more objects exist, before all are taken at once. */
  readonly pending: Map<string, Pending>;
  /** What was brought in here. */
  readonly place: Place;
  /** A part with a line of its own; what is brought in there is forgotten after it. */
  block(heading: string, tell: () => void): void;
  /** What is known for these reasons, without a line of its own. */
  given(f: Formula, reasons: readonly string[]): void;
  /** Brings in a tensor; the name that a reader knows it by. */
  bring(name: string, shape: readonly Dim[]): string;
  /** Says something indented; what it states is not known after it. */
  part(tell: () => void): void;
  /** Goes without saying: that an index is one. */
  silence(f: Formula): void;
  /** Names a theorem by these reasons, without a line. */
  pass(t: Theorem, reasons: readonly string[]): void;
}
