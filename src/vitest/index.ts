/** Matchers for vitest: `import 'elenchus/vitest'` in a test, or name it under `setupFiles`. */
import { expect } from 'vitest';
import type { ProveOptions, RefuteOptions } from '../index.ts';
import * as matchers from './matchers.ts';

/** What `expect('claim')` and `expect(claim('…'))` can be asked. */
export interface ClaimMatchers {
  /**
   * The kernel accepts a derivation, for every dimension: one of its own or the `proof` given. To
   * be awaited.
   */
  toBeProved(options?: ProveOptions): Promise<void>;
  /** The search finds an exact counterexample. To be awaited. */
  toBeRefuted(options?: RefuteOptions): Promise<void>;
  /**
   * The search finds none, and met the hypotheses often enough to have looked; no proof. To be
   * awaited.
   */
  toSurvive(options?: RefuteOptions): Promise<void>;
  /**
   * The claim has no meaning: a shape, an index or a name does not fit; `because` is part of the
   * reason.
   */
  toBeIllTyped(because?: string | RegExp): void;
}

declare module 'vitest' {
  // the parameter has the name that vitest gives it
  interface Matchers<T> extends ClaimMatchers {}
}

expect.extend({ ...matchers });
