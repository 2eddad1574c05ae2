/** The interface of a sampler: draws values and shrinks them. */
import type { Dice } from './dice.ts';

/**
 * Draws values, and makes one simpler from the value alone, so that it also shrinks what comes from
 * elsewhere: a filed witness, a solved hypothesis. What is simpler is accepted by the sampler and
 * strictly smaller in `measure`, a natural number: shrinking ends, whatever `candidates` proposes.
 */
export abstract class Sampler<T> {
  abstract draw(random: Dice): T;
  /** Is this a value of this sampler: right type, shape and attributes? */
  abstract accepts(value: unknown): value is T;
  /** Size for shrinking: a natural number. */
  abstract measure(value: T): bigint;
  /**
   * Proposals for something simpler, the boldest first; they need be neither smaller nor accepted.
   */
  protected abstract candidates(value: T): Iterable<T>;

  *simpler(value: T): IterableIterator<T> {
    const bound = this.measure(value);
    for (const candidate of this.candidates(value)) {
      if (this.measure(candidate) < bound && this.accepts(candidate)) yield candidate;
    }
  }
}
