/** Runs the short form of each experiment of a catalogue. */
import type { ExperimentEntry } from '../catalogue/experiment-entry.ts';
import type { CheckedExperiment } from '../report/experiment-text.ts';
import { inOrderOf } from './in-order.ts';
import type { Options } from './options.ts';
import type { Output } from './output.ts';
import type { Pool } from './pool.ts';
import { runExperiment } from './run-experiment.ts';

/** Experiments that are under way at once, so that no thread waits for the last unit of one. */
const atOnce = 2;

/**
 * The short form of each experiment, in order; those that come after an interruption are left out.
 */
export async function measureAll(
  experiments: readonly ExperimentEntry[],
  { seed }: Options,
  output: Output,
  pool: Pool,
): Promise<CheckedExperiment[]> {
  const measured: CheckedExperiment[] = [];
  await inOrderOf(
    experiments,
    atOnce,
    (entry) =>
      runExperiment(entry, {
        form: 'short',
        shard: null,
        seed,
        pool,
        done: {},
        onUnit: (done, of) =>
          output.progress.show(`${entry.id}: ${Object.keys(done).length} of ${of} units`),
      }),
    async (one, i) => {
      const entry = experiments[i];
      if (entry !== undefined && !pool.stopped) measured.push({ entry, measured: one });
    },
  );
  return measured;
}
