/** Runs the missing units of an experiment on a pool and builds its table. */
import type { ExperimentEntry } from '../catalogue/experiment-entry.ts';
import type { Form } from '../experiments/form.ts';
import type { Measured } from '../experiments/outcome.ts';
import type { ExperimentRecord } from '../records/experiment-record.ts';
import type { Options } from './options.ts';
import type { Pool } from './pool.ts';
import type { UnitTask } from './task.ts';

type Done = ExperimentRecord['done'];

export interface ExperimentRun {
  readonly form: Form;
  readonly seed: number;
  readonly pool: Pool;
  /** Units that are done already. */
  readonly done: Done;
  /** The i-th of n parts of the units, which follow upon each other; null for all. */
  readonly shard: Options['shard'];
  /** Called after each unit, with all finished units. */
  onUnit(done: Done, of: number): void;
}

/**
 * Measures the units that are missing on all threads of the pool, and makes the table. The table
 * depends on the seed and the form alone, not on the number of threads, nor on interruptions.
 */
export async function runExperiment(
  { id, place, asks }: ExperimentEntry,
  { form, seed, pool, done: before, shard, onUnit }: ExperimentRun,
): Promise<Measured> {
  const began = performance.now();
  let done: Done = before;
  let units: readonly string[] = [];
  const gaveUp = (message: string): Measured => ({
    verdict: 'gave-up',
    form,
    seed,
    units: { done: Object.keys(done).length, of: units.length },
    quantities: [],
    findings: [],
    seconds: (performance.now() - began) / 1000,
    message,
  });
  try {
    units = await asks.units(form);
    const twice = units.find((unit, i) => units.indexOf(unit) !== i);
    if (twice !== undefined) return gaveUp(`two of its units are named '${twice}'`);
    if (units.length === 0) return gaveUp(`it has no units in the ${form} form`);
  } catch (error) {
    return gaveUp(`its units: ${inWords(error)}`);
  }
  const mine = units.filter(
    (_, i) => shard === null || Math.floor((i * shard.count) / units.length) === shard.index,
  );
  const missing = mine.filter((unit) => done[unit] === undefined);
  const task = { id, file: place.file, form, seed };
  const failure = await measureUnits(missing, pool, task, (more) => {
    done = { ...done, ...more };
    onUnit(done, units.length);
  });
  if (failure !== null) return gaveUp(failure);
  if (mine.some((unit) => done[unit] === undefined))
    return gaveUp('interrupted before it was measured');
  try {
    const samples = units.map((unit) => done[unit]?.sample ?? null);
    const count = samples.filter((one) => one !== null).length;
    const { quantities, findings } = await asks.conclude(samples, form, seed);
    return {
      verdict: 'measured',
      form,
      seed,
      units: { done: count, of: units.length },
      quantities,
      findings,
      seconds: (performance.now() - began) / 1000,
      message: count < units.length ? `${count} of ${units.length} units are measured` : null,
    };
  } catch (error) {
    return gaveUp(error instanceof Error ? error.message : String(error));
  }
}

/** Measures units on all threads of the pool; the reason of the first failure, or null. */
async function measureUnits(
  units: readonly string[],
  pool: Pool,
  task: Omit<UnitTask, 'unit'>,
  onDone: (done: Done) => void,
): Promise<string | null> {
  let next = 0;
  let failure: string | null = null;
  const line = async (): Promise<void> => {
    while (next < units.length && failure === null && !pool.stopped) {
      const unit = units[next] as string;
      next += 1;
      const answer = await pool.unit({ ...task, unit });
      if (answer.kind === 'failed') failure ??= answer.message;
      if (answer.kind !== 'sample') return;
      onDone({ [unit]: { sample: answer.sample, seconds: answer.seconds } });
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(pool.size, units.length)) }, line));
  return failure;
}

const inWords = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
