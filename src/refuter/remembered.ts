/** Caches facts about points. */
import type { Assignment } from '../evaluate/assignment.ts';
import type { Q } from '../numbers/rational.ts';

type Found<V> = { readonly value: V } | { readonly error: unknown };

/**
 * What was found out about points, one thing for each key: a point never changes, and shrinking
 * asks the same of it many times.
 */
export class Remembered<K extends object, V> {
  private readonly points = new WeakMap<Assignment<Q>, Map<K, Found<V>>>();

  /** What is known, or else found now; what `find` throws is remembered and thrown again. */
  of(at: Assignment<Q>, key: K, find: () => V): V {
    const old = this.points.get(at)?.get(key);
    if (old !== undefined) {
      if ('error' in old) throw old.error;
      return old.value;
    }
    try {
      const value = find();
      this.keep(at, key, { value });
      return value;
    } catch (error) {
      this.keep(at, key, { error });
      throw error;
    }
  }

  /** Notes what another way has found. */
  note(at: Assignment<Q>, key: K, value: V): void {
    this.keep(at, key, { value });
  }

  private keep(at: Assignment<Q>, key: K, found: Found<V>): void {
    let known = this.points.get(at);
    if (known === undefined) {
      known = new Map();
      this.points.set(at, known);
    }
    known.set(key, found);
  }
}
