/** What is wrong with a written derivation, and where. */
import type { Span } from '../../language/ast.ts';

/** A step that does not follow, or a derivation that does not end in the claim. */
export class ProofError extends Error {
  override readonly name = 'ProofError';
  readonly span: Span;
  readonly #details: () => readonly string[];
  #found: readonly string[] | undefined;

  /** The details may take a search of their own: a caller who only asks whether a step follows needs none. */
  constructor(
    what: string,
    span: Span,
    details: readonly string[] | (() => readonly string[]) = [],
  ) {
    super(what);
    this.span = span;
    this.#details = typeof details === 'function' ? details : () => details;
    Object.defineProperty(this, 'message', { get: () => [what, ...this.details].join('\n') });
  }

  /** Normal forms of both sides and of their difference, where the step is an equation. */
  get details(): readonly string[] {
    return (this.#found ??= this.#details());
  }
}
