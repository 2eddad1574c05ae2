/** How a catalogue file in TypeScript is read: by executing it, here or in another process. */
import type { ClaimEntry, Problem } from './claim-entry.ts';
import type { ExperimentEntry } from './experiment-entry.ts';

/** Reads one .ts file, which executes it. */
export type TypescriptReader = (
  file: string,
  text: string,
) => Promise<{
  readonly entries: readonly ClaimEntry[];
  readonly experiments: readonly ExperimentEntry[];
  readonly problems: readonly Problem[];
}>;
