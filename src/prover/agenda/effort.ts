/**
 * The prover's clock. It counts work, not time, so that a claim is proved or not whatever else the machine is doing.
 * Time stands behind it as a backstop alone, for work that nobody counted.
 */
export interface Deadline {
  readonly work: number;
  /** In the clock of performance.now(). */
  readonly wall: number;
}

/** Units of work in a millisecond of an idle core: measured over the derivations of proofs/, good to a factor of two. */
const rate = 200;
const patience = 8;
let done = 0;

/** Counts work: a unit is about what one factor or wire of a graph takes to be labelled; a step of linear algebra is a small part of it. */
export const spend = (units: number): void => {
  done += units;
};
/** Units of work since the program began. */
export const spent = (): number => done;

/** The deadline after so many milliseconds' worth of work. */
export const within = (milliseconds: number): Deadline => ({
  work: done + milliseconds * rate,
  wall: performance.now() + milliseconds * patience,
});
/** The earlier of a deadline and so many milliseconds' worth of work from now. */
export const soon = (deadline: Deadline, milliseconds: number): Deadline => {
  const near = within(milliseconds);
  return { work: Math.min(deadline.work, near.work), wall: Math.min(deadline.wall, near.wall) };
};
export const never: Deadline = { work: Infinity, wall: Infinity };
export const passed = ({ work, wall }: Deadline): boolean =>
  done > work || performance.now() > wall;
