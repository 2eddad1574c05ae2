/** What a cited claim or experiment came to, for the record and for the failures. */
import type { Kind } from '../writeup/citation.ts';
import type { CitedClaim } from '../writeup/record.ts';
import type { Standing } from '../writeup/standing.ts';

/** A claim or an experiment that is cited, with what it came to just now. */
export interface SettledCitation {
  readonly id: string;
  readonly standing: Standing;
  /** What the record has of it, cited as these. */
  record(kinds: readonly Kind[]): Promise<CitedClaim>;
}
