/** The state of typing: scope, unifier and free indices. */
import { ClaimError, type Dim, type Span } from './ast.ts';
import type { Scope } from './scope.ts';
import type { Unifier } from './unifier.ts';

/**
 * What elaboration carries along: what names mean here, and what is known of unknown dimensions.
 */
export interface Typing {
  readonly scope: Scope;
  readonly unifier: Unifier;
  /** Indices that nothing binds, with the axis that each points along: they may have any value. */
  readonly free: Map<string, FreeIndex>;
}

/** Typing of what stands alone: a line of a proof, a parameter of a law. */
export const typingOf = (scope: Scope, unifier: Unifier): Typing => ({
  scope,
  unifier,
  free: new Map(),
});

/** Throws where an index was met that nothing binds. */
export const refuseFree = ({ free }: Typing): void => {
  for (const [name, { to, span }] of free)
    throw new ClaimError(
      `the index ${name} is not bound`,
      span,
      `write sum[${name} in 1..${to}](..), or forall ${name} in 1..${to}. ..`,
    );
};

export interface FreeIndex {
  readonly to: Dim;
  readonly span: Span;
}
