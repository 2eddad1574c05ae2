/**
 * The prover's deadlines, in counted work: a claim is proved or not whatever else the machine is
 * doing.
 */
import { spend, spent, unitsPerMillisecond } from '../../numbers/counted-work.ts';

export { spend, spent };

export interface Deadline {
  /** In units of work since the program began. */
  readonly work: number;
}

/** Milliseconds as units of work. */
export const unitsOf = (milliseconds: number): number => milliseconds * unitsPerMillisecond;

/** The deadline after the given milliseconds' worth of work. */
export const within = (milliseconds: number): Deadline => ({
  work: spent() + unitsOf(milliseconds),
});
/**
 * Units of work after which a prover with this many milliseconds' worth is ended, wherever it stands:
 * it looks at its own deadline between steps alone.
 */
export const outermostWork = (milliseconds: number): number => unitsOf(2 * milliseconds + 200);
/** The earlier of a deadline and the given milliseconds' worth of work from now. */
export const soon = (deadline: Deadline, milliseconds: number): Deadline => ({
  work: Math.min(deadline.work, within(milliseconds).work),
});
/** Milliseconds' worth of work until a deadline. */
export const left = ({ work }: Deadline): number => (work - spent()) / unitsPerMillisecond;
export const never: Deadline = { work: Infinity };
export const passed = ({ work }: Deadline): boolean => spent() > work;
