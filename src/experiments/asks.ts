/**
 * What a run asks of an experiment, wherever its author's code runs: its units, and the conclusion
 * from their samples.
 */
import { contextOf, type Experiment } from './experiment.ts';
import { type Form } from './form.ts';
import { FindingError, judgeFindings } from './finding.ts';
import type { Measured } from './outcome.ts';
import type { Quantity } from './quantity.ts';
import type { Sample } from './sample.ts';

export type Concluded = Pick<Measured, 'quantities' | 'findings'>;

export interface ExperimentAsks {
  /** Names of the units. Rejects with what the author's code threw. */
  units(form: Form): Promise<readonly string[]>;
  /**
   * The table and the findings, from the samples in the order of the units, null where one is
   * missing. Rejects with the reason.
   */
  conclude(samples: readonly (Sample | null)[], form: Form, seed: number): Promise<Concluded>;
  /** The table from the units that are done; null where these are too few for it. */
  interim(
    done: Readonly<Record<string, Sample>>,
    form: Form,
    seed: number,
  ): Promise<Concluded['quantities'] | null>;
  /** The findings, from a table that was recorded. Rejects where the table lacks what they name. */
  judge(quantities: readonly Quantity[], form: Form): Promise<Concluded['findings']>;
}

/** Asks an experiment whose code is loaded here. */
export const asksOf = (experiment: Experiment): ExperimentAsks => ({
  units: async (form) => experiment.units(form),
  judge: async (quantities, form) => judgeFindings(experiment.findings, quantities, form),
  async conclude(samples, form, seed) {
    try {
      const context = contextOf(form, seed, () => {});
      const quantities = experiment.table(samples, context);
      const bad = quantities.find((one) => !everyNumber(one).every(Number.isFinite));
      if (bad !== undefined) throw new FindingError(`'${bad.name}' is not a finite number`);
      return { quantities, findings: judgeFindings(experiment.findings, quantities, form) };
    } catch (error) {
      throw error instanceof FindingError ? error : new Error(`its table: ${inWords(error)}`);
    }
  },
  async interim(done, form, seed) {
    try {
      const samples = experiment.units(form).map((unit) => done[unit] ?? null);
      return experiment
        .table(
          samples,
          contextOf(form, seed, () => {}),
        )
        .filter((one) => everyNumber(one).every(Number.isFinite));
    } catch {
      // an author's table may want every unit
      return null;
    }
  },
});

const everyNumber = ({ value, low, high, n, nulls }: Concluded['quantities'][number]): number[] => [
  value,
  low,
  high,
  n,
  ...nulls.flatMap((one) => [one.value, one.low, one.high]),
];

const inWords = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
