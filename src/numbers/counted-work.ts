/**
 * The one measure of effort: counted work, never seconds, so that a claim has the same verdict on
 * every machine. Rooms that compute call `spend`; the caller that starts a part of the work bounds
 * it with `bounded`.
 */

/**
 * Units in a millisecond of an idle core, good to a factor of two: a unit is what one factor of a
 * graph takes to be labelled.
 */
export const unitsPerMillisecond = 200;

/** Thrown by `spend` where a bound is passed; only `bounded` catches it. */
class OutOfWork extends Error {
  override readonly name = 'OutOfWork';
}

/** How far something may go. */
export interface WorkBounds {
  /** Units of work. */
  readonly work: number;
  /**
   * Asked now and then: true once the time that a user gave is over. It ends a run, and nothing
   * else is decided by it.
   */
  readonly late?: () => boolean;
}

/** Units of work between two looks at the clock: half a millisecond's worth. */
const betweenLooks = 100;

let done = 0;
let ceiling = Number.POSITIVE_INFINITY;
let late: (() => boolean) | null = null;
let nextLook = Number.POSITIVE_INFINITY;

/** Counts units of work. Throws `OutOfWork` beyond the innermost bound. */
export const spend = (units: number): void => {
  done += units;
  if (done > ceiling) throw new OutOfWork('the bound on counted work is passed');
  if (done > nextLook) look();
};

const look = (): void => {
  nextLook = done + betweenLooks;
  if (late?.() === true) throw new OutOfWork('the time is over');
};

/** Units of work since the program began. */
export const spent = (): number => done;

/**
 * Runs something within bounds, and within those already in force; answers `instead` where it
 * passes its own.
 */
export const bounded = <R, L>(bounds: WorkBounds, run: () => R, instead: L): R | L => {
  const before = { ceiling, late, nextLook };
  ceiling = Math.min(ceiling, done + bounds.work);
  if (bounds.late !== undefined) {
    const outer = late;
    const own = bounds.late;
    late = () => own() || outer?.() === true;
    nextLook = Math.min(nextLook, done + betweenLooks);
  }
  try {
    return run();
  } catch (error) {
    if (!(error instanceof OutOfWork) || done > before.ceiling || before.late?.() === true)
      throw error;
    return instead;
  } finally {
    ({ ceiling, late, nextLook } = before);
  }
};

/**
 * Runs something that belongs to no claim, as reading records: it counts as no work, and no bound
 * ends it.
 */
export const uncounted = <R>(run: () => R): R => {
  const before = { done, ceiling, late, nextLook };
  liftBounds();
  try {
    return run();
  } finally {
    ({ done, ceiling, late, nextLook } = before);
  }
};

/**
 * Lifts all bounds: for who ended a bounded part from outside, so that it could not lift its own.
 */
export const liftBounds = (): void => {
  ceiling = Number.POSITIVE_INFINITY;
  late = null;
  nextLook = Number.POSITIVE_INFINITY;
};
