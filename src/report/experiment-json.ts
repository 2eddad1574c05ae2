/** The result of an experiment as JSON. */
import type { ExperimentEntry } from '../catalogue/experiment-entry.ts';
import { foundAsDeclared } from '../experiments/outcome.ts';
import type { Measured } from '../experiments/outcome.ts';
import type { Estimate } from '../experiments/quantity.ts';
import type { Json } from '../records/value-json.ts';

const estimateJson = ({ value, low, high, n }: Estimate): { readonly [key: string]: Json } => ({
  value,
  low,
  high,
  n,
});

/** An experiment as the command prints it with --json: plain numbers, ready to be plotted. */
export const experimentJson = (
  entry: ExperimentEntry,
  measured: Measured,
): { readonly [key: string]: Json } => ({
  verdict: measured.verdict,
  id: entry.id,
  statement: entry.statement,
  source: entry.source,
  note: entry.note,
  file: entry.place.file,
  line: entry.place.line,
  asDeclared: foundAsDeclared(measured),
  form: measured.form,
  seed: measured.seed,
  units: { done: measured.units.done, of: measured.units.of },
  findings: measured.findings.map(({ name, says, holds }) => ({
    ...(name === null ? {} : { name }),
    says,
    holds,
  })),
  quantities: measured.quantities.map((one) => ({
    name: one.name,
    ...estimateJson(one),
    exact: one.exact,
    nulls: one.nulls.map((other) => ({ name: other.name, ...estimateJson(other) })),
    labels: one.labels,
  })),
  seconds: Math.round(measured.seconds * 1000) / 1000,
  message: measured.message,
});
