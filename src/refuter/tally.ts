/** Counts of a search: trials, hypotheses met, undecided points. */
import type { Counterexample } from '../verdict/verdict.ts';
import type { Nearest } from './ascent/nearest.ts';
import { nearer } from './ascent/nearest.ts';
import { Classes } from './classes.ts';

/**
 * What a run has seen so far; kept in one object so that an interrupted run still has its answer.
 */
export interface Tally {
  /** Points put to a goal, those of climbs included. */
  run: number;
  /**
   * Those at which everything was defined, every hypothesis held and the conclusion was decided.
   */
  met: number;
  /**
   * Those at which everything was defined and every hypothesis held, whatever became of the
   * conclusion.
   */
  admitted: number;
  /** Those at which a hypothesis or the conclusion stayed open. */
  undecided: number;
  /** Points that look violated and could not be certified. */
  uncertified: number;
  /** Points where something was undefined. */
  undefined: number;
  /** Why the first uncertified point could not be certified. */
  why: string | null;
  /** Whether the last point took more work than was left for it. */
  cut: boolean;
  /** Why no point could be drawn at all. */
  blocked: string | null;
  /** How near a climb came to refuting; null where nothing was climbed. */
  nearest: Nearest | null;
  /** How often each hypothesis was the one that failed. */
  readonly failures: Map<string, number>;
  readonly classes: Classes;
  found: Counterexample | null;
  widest: Counterexample | null;
  /** Position of the point under way, and so of the one that refuted; null for a filed witness. */
  position: number | null;
  /** The first position that has not been run. */
  next: number;
}

export const newTally = (from = 0, possible: readonly string[] = []): Tally => ({
  run: 0,
  met: 0,
  admitted: 0,
  undecided: 0,
  uncertified: 0,
  undefined: 0,
  why: null,
  cut: false,
  blocked: null,
  nearest: null,
  failures: new Map(),
  classes: new Classes(possible),
  found: null,
  widest: null,
  position: null,
  next: from,
});

export const bump = (counts: Map<string, number>, key: string, by = 1): void => {
  counts.set(key, (counts.get(key) ?? 0) + by);
};

/** Counts of a run as plain data: they can be stored, and added to those of other runs. */
export interface Counts {
  readonly run: number;
  readonly met: number;
  readonly admitted: number;
  readonly undecided: number;
  readonly uncertified: number;
  readonly undefined: number;
  readonly why: string | null;
  readonly cut: boolean;
  readonly blocked: string | null;
  readonly nearest: Nearest | null;
  readonly failures: Readonly<Record<string, number>>;
  readonly coverage: Readonly<Record<string, number>>;
}

const sorted = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));

export const countsOf = (t: Tally, coverage: ReadonlyMap<string, number>): Counts => ({
  run: t.run,
  met: t.met,
  admitted: t.admitted,
  undecided: t.undecided,
  uncertified: t.uncertified,
  undefined: t.undefined,
  why: t.why,
  cut: t.cut,
  blocked: t.blocked,
  nearest: t.nearest,
  failures: sorted(t.failures),
  coverage: sorted(coverage),
});

/** Adds the counts of another run. */
export const addTo = (total: Tally, c: Counts): void => {
  total.run += c.run;
  total.met += c.met;
  total.admitted += c.admitted;
  total.undecided += c.undecided;
  total.uncertified += c.uncertified;
  total.undefined += c.undefined;
  total.why ??= c.why;
  total.cut ||= c.cut;
  total.blocked ??= c.blocked;
  total.nearest = nearer(total.nearest, c.nearest);
  for (const [key, n] of Object.entries(c.failures)) bump(total.failures, key, n);
  total.classes.count(c.coverage);
};

/** Counts of several runs together. */
export const addCounts = (all: readonly Counts[]): Counts => {
  const total = newTally();
  for (const c of all) addTo(total, c);
  return countsOf(total, total.classes.read());
};
