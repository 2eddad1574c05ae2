/** Wraps a sampler of the search as a fast-check arbitrary that shrinks. */
import fc from 'fast-check';
import type { Sampler } from '../networks/sampler.ts';

class Sampled<T> extends fc.Arbitrary<T> {
  private readonly sampler: Sampler<T>;

  constructor(sampler: Sampler<T>) {
    super();
    this.sampler = sampler;
  }

  override generate(random: fc.Random): fc.Value<T> {
    return new fc.Value(this.sampler.draw(random), undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is T {
    return this.sampler.accepts(value);
  }

  override shrink(value: T): fc.Stream<fc.Value<T>> {
    return fc
      .stream(this.sampler.simpler(value))
      .map((simpler) => new fc.Value(simpler, undefined));
  }
}

/** A sampler of the search as an arbitrary of fast-check. */
export const sampled = <T>(sampler: Sampler<T>): fc.Arbitrary<T> => new Sampled(sampler);
