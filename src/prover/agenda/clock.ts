/**
 * The deadline of one search, moved on by its agenda: whatever runs reads how much work it may
 * still do.
 */
import { spent, type Deadline } from './effort.ts';

export class Clock implements Deadline {
  #work: number;
  /** Nothing that the agenda grants goes beyond it. */
  readonly end: Deadline;
  constructor(end: Deadline) {
    [this.end, this.#work] = [end, end.work];
  }
  get work(): number {
    return this.#work;
  }
  /** A budget of the given units of work, from here on. */
  grant(units: number): void {
    this.#work = Math.min(this.end.work, spent() + units);
  }
}

/** All the time that there is for a goal, whatever the agenda grants at a time. */
export const wholeOf = (deadline: Deadline): Deadline =>
  deadline instanceof Clock ? deadline.end : deadline;
