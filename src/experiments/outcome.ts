/** The result of an experiment: findings and table, never a proof. */
import type { Form } from './form.ts';
import type { Quantity } from './quantity.ts';

/** What running an experiment came to. It is never a proof, and never called one. */
export interface Measured {
  /** `gave-up` where it was interrupted or could not be run, with the reason in `message`. */
  readonly verdict: 'measured' | 'gave-up';
  readonly form: Form;
  readonly seed: number;
  readonly units: { readonly done: number; readonly of: number };
  readonly quantities: readonly Quantity[];
  readonly findings: readonly {
    readonly name: string | null;
    readonly says: string;
    readonly holds: boolean;
  }[];
  readonly seconds: number;
  readonly message: string | null;
}

/** All that was declared was found. */
export const foundAsDeclared = ({ verdict, findings }: Measured): boolean =>
  verdict === 'measured' && findings.every((one) => one.holds);
