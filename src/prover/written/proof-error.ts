/** What is wrong with a written derivation, and where. */
import type { Span } from '../../language/ast.ts';

/** A step that does not follow, or a derivation that does not end in the claim. */
export class ProofError extends Error {
  override readonly name = 'ProofError';
  readonly span: Span;
  /** Normal forms of both sides and of their difference, where the step is an equation. */
  readonly details: readonly string[];
  constructor(message: string, span: Span, details: readonly string[] = []) {
    super([message, ...details].join('\n'));
    [this.span, this.details] = [span, details];
  }
}
