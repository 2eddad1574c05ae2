/**
 * The board of a campaign: which slice is next, which results count, and when all is done. Knows no
 * queue.
 */
import type { Shard } from '../refuter/index.ts';
import {
  inShard,
  sliceAt,
  sliceCount,
  sliceName,
  type Part,
  type Plan,
  type Slice,
} from './plan.ts';
import type { SliceResult } from './slice-result.ts';
import {
  foundIn,
  isWanted,
  joinStates,
  withLoss,
  withResult,
  type CampaignState,
  type HuntState,
  type PartState,
} from './state.ts';

/** Slices of one part that were handed out, and where to look for the next. */
interface Turn {
  readonly part: Part;
  next: number;
  readonly returned: Set<number>;
}

export class Board {
  readonly plan: Plan;
  readonly shard: Shard | null;
  private current: CampaignState;
  private readonly turns: readonly Turn[];
  private readonly parts: ReadonlyMap<string, Part>;
  private readonly out = new Map<string, Slice>();
  private turn = 0;

  constructor(plan: Plan, state: CampaignState, shard: Shard | null = null) {
    this.plan = plan;
    this.current = state;
    this.shard = shard;
    this.parts = new Map(plan.parts.map((part) => [part.key, part]));
    this.turns = plan.parts.map((part) => ({ part, next: 0, returned: new Set() }));
  }

  get state(): CampaignState {
    return this.current;
  }

  /** Slices that were handed out and did not come back. */
  get handedOut(): readonly Slice[] {
    return [...this.out.values()];
  }

  partOf(key: string): Part | null {
    return this.parts.get(key) ?? null;
  }

  /** A slice of the plan; null where it has no such part or index. */
  slice(key: string, index: number): Slice | null {
    const part = this.parts.get(key);
    return part === undefined ||
      !Number.isSafeInteger(index) ||
      index < 0 ||
      index >= sliceCount(part)
      ? null
      : sliceAt(part, index);
  }

  /** Whether somebody should do the slice: not done, not lost, not beyond a counterexample. */
  isWanted(key: string, index: number): boolean {
    const part = this.parts.get(key);
    return part !== undefined && isWanted(part, this.current.parts[key] as PartState, index);
  }

  /**
   * The next slice to hand out; parts take turns, so that each hunt comes on. Null where all are
   * out or done.
   */
  next(): Slice | null {
    for (let tried = 0; tried < this.turns.length; tried += 1) {
      const turn = this.turns[this.turn] as Turn;
      this.turn = (this.turn + 1) % this.turns.length;
      const index = this.nextOf(turn);
      if (index === null) continue;
      const slice = sliceAt(turn.part, index);
      this.out.set(sliceName(slice), slice);
      return slice;
    }
    return null;
  }

  private nextOf(turn: Turn): number | null {
    const isOpen = (index: number): boolean =>
      inShard(this.shard, index) &&
      this.isWanted(turn.part.key, index) &&
      this.current.parts[turn.part.key]?.lost[index] === undefined &&
      !this.out.has(sliceName({ part: turn.part.key, index }));
    for (const index of turn.returned) {
      turn.returned.delete(index);
      if (isOpen(index)) return index;
    }
    const end =
      turn.part.kind === 'hunt'
        ? foundIn(turn.part, this.current.parts[turn.part.key] as HuntState)
        : null;
    const all = Math.min(sliceCount(turn.part), end === null ? Number.POSITIVE_INFINITY : end + 1);
    while (turn.next < all) {
      turn.next += 1;
      if (isOpen(turn.next - 1)) return turn.next - 1;
    }
    return null;
  }

  /** Takes a result; true where it was news. Throws `UnequalResults`. */
  take(result: SliceResult): boolean {
    const part = this.parts.get(result.part) as Part;
    this.out.delete(sliceName(result));
    const before = this.current;
    this.current = withResult(before, part, result);
    return this.current !== before;
  }

  /** Notes that nobody could do a slice. */
  lose(slice: Slice, reason: string): void {
    this.out.delete(sliceName(slice));
    this.current = withLoss(this.current, this.parts.get(slice.part) as Part, slice.index, reason);
  }

  /** A slice that is not wanted any more came back. */
  forget(slice: Slice): void {
    this.out.delete(sliceName(slice));
  }

  /** Takes a slice back that was handed out, to hand it out again. */
  giveBack(slice: Slice): void {
    this.out.delete(sliceName(slice));
    this.turns.find(({ part }) => part.key === slice.part)?.returned.add(slice.index);
  }

  /** What another coordinator has done of the same plan. */
  join(other: CampaignState): void {
    this.current = joinStates(this.plan, this.current, other);
  }

  /**
   * Slices that were handed out and are not wanted any more, beyond a counterexample; they count as
   * back.
   */
  dropUnwanted(): Slice[] {
    const gone = this.handedOut.filter(({ part, index }) => !this.isWanted(part, index));
    for (const slice of gone) this.out.delete(sliceName(slice));
    return gone;
  }

  /** Nothing is left to hand out, and nothing is out. */
  get isOver(): boolean {
    if (this.out.size > 0) return false;
    const next = this.next();
    if (next === null) return true;
    this.giveBack(next);
    return false;
  }
}
