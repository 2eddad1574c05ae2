/**
 * Points that met the hypotheses, kept until somebody reads which classes they fall into: that
 * takes as long as trying them.
 */
import type { Assignment } from '../evaluate/assignment.ts';
import type { Q } from '../numbers/rational.ts';
import { count } from './coverage.ts';

/** Upper limit on the points that are kept. */
const most = 1024;

export class Classes {
  private readonly counts: Map<string, number>;
  private waiting: Assignment<Q>[] = [];

  constructor(possible: readonly string[] = []) {
    this.counts = new Map(possible.map((c) => [c, 0]));
  }

  add(at: Assignment<Q>): void {
    this.waiting.push(at);
    if (this.waiting.length >= most) this.read();
  }

  /** Points that were classified elsewhere. */
  count(others: Readonly<Record<string, number>>): void {
    for (const [c, n] of Object.entries(others)) this.counts.set(c, (this.counts.get(c) ?? 0) + n);
  }

  /** How many points fell into each class. */
  read(): ReadonlyMap<string, number> {
    for (const at of this.waiting) count(this.counts, at);
    this.waiting = [];
    return this.counts;
  }
}
