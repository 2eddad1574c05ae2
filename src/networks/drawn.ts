import fc from 'fast-check';
import type { Dice } from './dice.ts';

/**
 * An arbitrary whose shrinking depends on the value alone, so that it also shrinks values from elsewhere: a filed
 * witness, a solved hypothesis. Every candidate is accepted by the arbitrary and strictly smaller in `measure`,
 * a natural number: shrinking ends, whatever `candidates` proposes.
 */
export abstract class Drawn<T> extends fc.Arbitrary<T> {
  abstract draw(random: Dice): T;
  /** Is this a value of this arbitrary: right type, shape and attributes? */
  abstract accepts(value: unknown): value is T;
  /** Size for shrinking: a natural number. */
  abstract measure(value: T): bigint;
  /** Proposals for something simpler, the boldest first; they need be neither smaller nor accepted. */
  protected abstract candidates(value: T): Iterable<T>;

  *simpler(value: T): IterableIterator<T> {
    const bound = this.measure(value);
    for (const candidate of this.candidates(value)) {
      if (this.measure(candidate) < bound && this.accepts(candidate)) yield candidate;
    }
  }

  override generate(random: fc.Random): fc.Value<T> {
    return new fc.Value(this.draw(random), undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is T {
    return this.accepts(value);
  }

  override shrink(value: T): fc.Stream<fc.Value<T>> {
    return fc.stream(this.simpler(value)).map((simpler) => new fc.Value(simpler, undefined));
  }
}
