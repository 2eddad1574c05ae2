/**
 * What a thread does with a unit of an experiment: the file that declares it is loaded once a
 * thread.
 */
import { readFile } from 'node:fs/promises';
import type { LoadedExperiment } from '../catalogue/read-typescript.ts';
import { contextOf } from '../experiments/experiment.ts';
import type { Report, UnitAnswer, UnitTask } from './task.ts';

const read = new Map<string, Promise<readonly LoadedExperiment[]>>();

class Stopped extends Error {}

/** Measures one unit; what its author's code throws is an answer, not a defect of elenchus. */
export async function measureUnit(
  { file, id, unit, form, seed }: UnitTask,
  signal: AbortSignal,
  report: Report,
): Promise<UnitAnswer> {
  const began = performance.now();
  const pause = (): void => {
    report({ phase: unit, run: 0, met: 0 });
    if (signal.aborted) throw new Stopped();
  };
  try {
    if (!read.has(file)) read.set(file, experimentsOf(file));
    const entry = (await read.get(file))?.find((one) => one.id === id);
    if (entry === undefined)
      return { kind: 'failed', message: `${file} does not declare '${id}' any more` };
    const sample = entry.experiment.measure(unit, contextOf(form, seed, pause));
    return { kind: 'sample', sample, seconds: (performance.now() - began) / 1000 };
  } catch (error) {
    if (error instanceof Stopped) return { kind: 'stopped' };
    return {
      kind: 'failed',
      message: `unit '${unit}': ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`,
    };
  }
}

async function experimentsOf(file: string): Promise<readonly LoadedExperiment[]> {
  const { moduleLoader, readTypescript } = await import('../catalogue/read-typescript.ts');
  // what the file prints must not reach the command's standard output
  process.stdout.write = process.stderr.write.bind(process.stderr);
  const load = await moduleLoader(await import('../index.ts'));
  const found = await readTypescript(file, await readFile(file, 'utf8'), load);
  if (found.problems[0] !== undefined) throw new Error(found.problems[0].message);
  return found.experiments;
}
