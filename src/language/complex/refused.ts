/** The error for terms that have no reading in a claim about complex matrices. */
import { ClaimError, type Span } from '../ast.ts';

export const refused = (what: string, span: Span, instead: string | null = null): ClaimError =>
  new ClaimError(
    `${what} is not read`,
    span,
    instead ?? 'write the claim by re(..) and im(..), which are real',
  );
