/** Findings that an experiment declares: a sentence and its predicate. */
import type { Form } from './form.ts';
import type { Quantity } from './quantity.ts';

/** What an experiment is declared to find: a sentence and its predicate. */
export interface Finding {
  /** What a paper cites it by; null for one that is not cited. */
  readonly name: string | null;
  readonly says: string;
  /** The form of the experiment that can tell; null for both. */
  readonly form: Form | null;
  readonly holds: (quantity: (name: string) => Quantity) => boolean;
}

/** A finding that names what the table does not have. */
export class FindingError extends Error {
  override readonly name = 'FindingError';
}

/** The whole interval lies above the bound. */
export const above = (name: string, bound: number): Finding => ({
  name: null,
  says: `${name} > ${bound}`,
  form: null,
  holds: (quantity) => quantity(name).low > bound,
});

/** The whole interval lies below the bound. */
export const below = (name: string, bound: number): Finding => ({
  name: null,
  says: `${name} < ${bound}`,
  form: null,
  holds: (quantity) => quantity(name).high < bound,
});

/** The whole interval lies between the two. */
export const within = (name: string, low: number, high: number): Finding => ({
  name: null,
  says: `${name} from ${low} to ${high}`,
  form: null,
  holds: (quantity) => quantity(name).low >= low && quantity(name).high <= high,
});

/** The whole interval of the first lies below that of the second. */
export const ordered = (smaller: string, larger: string): Finding => ({
  name: null,
  says: `${smaller} < ${larger}, intervals apart`,
  form: null,
  holds: (quantity) => quantity(smaller).high < quantity(larger).low,
});

/** The number, computed exactly, is this one. */
export const exactly = (name: string, text: string): Finding => ({
  name: null,
  says: `${name} = ${text}`,
  form: null,
  holds: (quantity) => quantity(name).exact === text,
});

/** A finding under a name, in a sentence of its own; the predicate stays the same. */
export const named = (name: string, sentence: string, finding: Finding): Finding => ({
  ...finding,
  name,
  says: `${sentence}: ${finding.says}`,
});

/** A finding that only one form of the experiment can tell. */
export const inForm = (form: Form, finding: Finding): Finding => ({ ...finding, form });

/**
 * Each finding of this form with whether it holds. Throws `FindingError` where one names no row of
 * the table.
 */
export function judgeFindings(
  findings: readonly Finding[],
  quantities: readonly Quantity[],
  form: Form,
): { readonly name: string | null; readonly says: string; readonly holds: boolean }[] {
  const byName = new Map(quantities.map((one) => [one.name, one]));
  const look = (name: string): Quantity => {
    const found = byName.get(name);
    if (found === undefined)
      throw new FindingError(
        `a finding names '${name}', which is not measured in the ${form} form; the table has ` +
          `${[...byName.keys()].map((one) => `'${one}'`).join(', ')}`,
      );
    return found;
  };
  return findings
    .filter((one) => one.form === null || one.form === form)
    .map(({ name, says, holds }) => ({ name, says, holds: holds(look) }));
}
