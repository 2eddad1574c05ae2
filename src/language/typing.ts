import type { Scope } from './scope.ts';
import type { Unifier } from './unifier.ts';

/** What elaboration carries along: what names mean here, and what is known of unknown dimensions. */
export interface Typing {
  readonly scope: Scope;
  readonly unifier: Unifier;
}
