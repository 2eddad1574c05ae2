/**
 * Places where a text can be read in more than one way: which way is tried, and what there was to
 * choose.
 */
import type { Span } from '../ast.ts';

export interface Choice {
  readonly key: string;
  readonly span: Span;
  /** What each way reads, in words for a message. */
  readonly ways: readonly string[];
}

/**
 * Answers every choice with the way that is on trial, the first where none is, and remembers it.
 */
export class Choices {
  readonly met: Choice[] = [];
  private readonly picks: ReadonlyMap<string, number>;

  constructor(picks: ReadonlyMap<string, number> = new Map()) {
    this.picks = picks;
  }

  /** The number of the way to read; the same key is the same choice everywhere in a text. */
  pick(key: string, span: Span, ways: readonly string[]): number {
    if (!this.met.some((one) => one.key === key)) this.met.push({ key, span, ways });
    return this.picks.get(key) ?? 0;
  }

  way(key: string): number {
    return this.picks.get(key) ?? 0;
  }
}

/** Upper limit on the choices that are tried in all their combinations. */
const mostChoices = 4;
const mostTrials = 24;

/** Every combination of ways, the first of each first. */
export const combinations = (
  choices: readonly Choice[],
): readonly ReadonlyMap<string, number>[] => {
  let all: ReadonlyMap<string, number>[] = [new Map()];
  for (const { key, ways } of choices.slice(0, mostChoices))
    all = all.flatMap((picks) => ways.map((_, way) => new Map([...picks, [key, way]])));
  return all.slice(0, mostTrials);
};
