/** Types of an experiment: its units, forms and what a unit may use. */
import { random } from '../numbers/random.ts';
import type { Random } from '../numbers/random.ts';
import type { Finding } from './finding.ts';
import type { Form } from './form.ts';
import type { Quantity } from './quantity.ts';
import { plainSample } from './sample.ts';
import type { Sample } from './sample.ts';

/** What a unit of an experiment may draw on. */
export interface Context {
  readonly form: Form;
  readonly seed: number;
  /**
   * A generator fixed by the seed and the name alone: units that ask for the same name draw the
   * same numbers, which pairs them.
   */
  stream(name: string): Random;
  /** To be called now and then: ends the unit where the run was stopped. */
  pause(): void;
}

/**
 * An experiment taken apart into independent units, so that it can be spread over threads, stopped
 * and resumed.
 */
export interface Experiment {
  /** Names of the units, unique, in a fixed order. */
  readonly units: (form: Form) => readonly string[];
  readonly measure: (unit: string, context: Context) => Sample;
  /**
   * The table from the samples in the order of the units; null for a unit that was left to another
   * part of the run.
   */
  readonly table: (samples: readonly (Sample | null)[], context: Context) => readonly Quantity[];
  readonly findings: readonly Finding[];
}

/** What an author gives: units of any plain kind with a key, and what is measured on each. */
export interface InUnits<U extends { readonly key: string }, S> {
  units(form: Form): readonly U[];
  /** Must be plain data with finite numbers, and not null: it is kept on disk. */
  measure(unit: U, context: Context): S;
  table(
    samples: readonly { readonly unit: U; readonly sample: S }[],
    context: Context,
  ): readonly Quantity[];
}

/** For what is computed in one go. */
export interface InOneGo {
  run(context: Context): readonly Quantity[];
}

const onlyUnit = 'all';

export function experimentInOneGo({ run }: InOneGo, findings: readonly Finding[]): Experiment {
  return {
    findings,
    units: () => [onlyUnit],
    measure: (_, context) => plainSample(run(context), 'the table'),
    table: ([rows]) => rows as unknown as readonly Quantity[],
  };
}

export function experimentInUnits<U extends { readonly key: string }, S>(
  { units, measure, table }: InUnits<U, S>,
  findings: readonly Finding[],
): Experiment {
  return {
    findings,
    units: (form) => units(form).map((unit) => unit.key),
    measure(key, context) {
      const unit = units(context.form).find((one) => one.key === key);
      if (unit === undefined)
        throw new RangeError(`there is no unit '${key}' in the ${context.form} form`);
      return plainSample(measure(unit, context), key);
    },
    table: (samples, context) =>
      table(
        units(context.form).flatMap((unit, i) => {
          const sample = samples[i] ?? null;
          return sample === null ? [] : [{ unit, sample: sample as S }];
        }),
        context,
      ),
  };
}

/** A context of its own for each unit; `pause` does what the caller wants. */
export const contextOf = (form: Form, seed: number, pause: () => void): Context => ({
  form,
  seed,
  pause,
  stream: (name) => random(keyOf(`${seed}/${name}`)),
});

/** 53 bits from a text: two hashes of Fowler, Noll and Vo with different starts. */
function keyOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x01234567;
  for (let i = 0; i < text.length; i += 1) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(i), 0x0100019d) + i;
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
