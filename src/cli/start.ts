/** Starts an examiner or a pool, stops it on Ctrl-C and closes it at the end. */
import { availableParallelism } from 'node:os';
import type { Examiner } from './examiner.ts';
import type { Options } from './options.ts';
import type { Pool } from './pool.ts';

/** Starts what examines; Ctrl-C stops it, and it is closed at the end of the program. */
export interface Start {
  single(): Promise<Examiner>;
  pool(size: number): Promise<Pool>;
}

/** More threads than this are of no use to a search of small matrices, and take memory. */
const most = 16;

/** Threads unless --jobs says otherwise. */
export const cores = (): number => Math.min(most, availableParallelism());

/** One thread where one is enough: it comes up faster than a pool. */
export const startFor = async (
  claims: number,
  { jobs }: Pick<Options, 'jobs'>,
  start: Start,
): Promise<Examiner> => {
  const size = Math.min(jobs ?? cores(), claims);
  return size <= 1 ? start.single() : start.pool(size);
};

/** Threads that execute the code of experiments; they never examine a claim. */
export const measuringPool = ({ jobs }: Pick<Options, 'jobs'>, start: Start): Promise<Pool> =>
  start.pool(jobs ?? cores());
