/** Runs the short form of each experiment of a catalogue. */
import type { ExperimentEntry } from '../catalogue/experiment-entry.ts';
import type { CheckedExperiment } from '../report/experiment-text.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';
import type { Pool } from './pool.ts';
import { runExperiment } from './run-experiment.ts';

/**
 * The short form of each experiment, one after the other; those that come after an interruption are
 * left out.
 */
export async function measureAll(
  experiments: readonly ExperimentEntry[],
  { seed }: Options,
  output: Output,
  pool: Pool,
): Promise<CheckedExperiment[]> {
  const measured: CheckedExperiment[] = [];
  for (const entry of experiments) {
    const one = await runExperiment(entry, {
      form: 'short',
      shard: null,
      seed,
      pool,
      done: {},
      onUnit: (done, of) =>
        output.progress.show(`${entry.id}: ${Object.keys(done).length} of ${of} units`),
    });
    if (pool.stopped) break;
    measured.push({ entry, measured: one });
  }
  return measured;
}
