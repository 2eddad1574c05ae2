/**
 * What an experiment answers: named numbers, each with its interval, its number of samples and its
 * nulls.
 */

export interface Estimate {
  readonly value: number;
  /** Ends of the 95 % confidence interval; both the value where it was computed exactly. */
  readonly low: number;
  readonly high: number;
  /** Independent samples behind it; 1 for what was computed once. */
  readonly n: number;
}

/** What chance, or no training, gives for the same quantity. */
export interface Null extends Estimate {
  readonly name: string;
}

/** A row of the table of an experiment. */
export interface Quantity extends Estimate {
  /** Unique in its table. */
  readonly name: string;
  readonly nulls: readonly Null[];
  /** The value as an exact number in text, as `3/4`; null for an estimate. */
  readonly exact: string | null;
  /** What tells this row from its neighbours, for plots: `{ depth: 3, layer: 1 }`. */
  readonly labels: Readonly<Record<string, string | number>>;
}

/** A row of the table from an estimate. */
export const quantity = (
  name: string,
  estimate: Estimate,
  nulls: readonly Null[] = [],
  labels: Quantity['labels'] = {},
): Quantity => ({
  name,
  value: estimate.value,
  low: estimate.low,
  high: estimate.high,
  n: estimate.n,
  nulls,
  exact: null,
  labels,
});

/** The value of a quantity under chance alone: an estimate with a name. */
export const nullOf = (name: string, { value, low, high, n }: Estimate): Null => ({
  name,
  value,
  low,
  high,
  n,
});

/** A number that is known without sampling. */
export const known = (value: number): Estimate => ({ value, low: value, high: value, n: 1 });

/**
 * A row for a number that was computed exactly: `exact` is its text, `value` the nearest double.
 */
export const exactQuantity = (
  name: string,
  exact: string,
  value: number,
  labels: Quantity['labels'] = {},
): Quantity => ({ ...quantity(name, known(value), [], labels), exact });
