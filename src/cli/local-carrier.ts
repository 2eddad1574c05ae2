/** Carries the slices of a campaign to the threads of this machine. */
import { version } from '../records/version.ts';
import type { Coordinator } from './coordinator.ts';
import { doSlice, SliceFailed } from './do-slice.ts';
import type { Pool } from './pool.ts';

/** Does every slice that is open, until none is left or the pool is stopped. */
export async function carryLocally(coordinator: Coordinator, pool: Pool): Promise<void> {
  const { board } = coordinator;
  const line = async (): Promise<void> => {
    while (!pool.stopped) {
      const slice = board.next();
      if (slice === null) return;
      const isWanted = (): boolean => board.isWanted(slice.part, slice.index);
      try {
        const result = await doSlice(slice, pool, version(), isWanted);
        if (result === null) board.giveBack(slice);
        else coordinator.accept(slice, result, 'local');
      } catch (error) {
        if (!(error instanceof SliceFailed)) throw error;
        coordinator.lose(slice, error.message, null);
      }
      await coordinator.save();
    }
  };
  await Promise.all(Array.from({ length: pool.size }, line));
}
