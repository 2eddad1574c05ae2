/** What there is to see of a campaign: the same for the terminal, the page and the metrics. */
import type { Quantity } from '../experiments/quantity.ts';
import type { ExperimentProgress, HuntOutcome } from './outcome.ts';

/** A process that takes slices. */
export interface WorkerInfo {
  readonly id: string;
  readonly host: string;
  readonly threads: number;
  readonly build: string;
  /** Slices done since it started. */
  readonly slices: number;
  /** Why it takes none of this campaign; null where it does. */
  readonly refused: string | null;
}

export interface ExperimentStatus extends ExperimentProgress {
  /** The table from the units that are done; null where these are too few. */
  readonly quantities: readonly Quantity[] | null;
  readonly findings: readonly { readonly says: string; readonly holds: boolean }[] | null;
  /** Why there is no table though every unit is done. */
  readonly message: string | null;
}

export interface CampaignStatus {
  readonly name: string;
  readonly build: string;
  readonly plan: string;
  readonly carrier: 'local' | 'redis';
  /** `away` while Redis does not answer. */
  readonly phase: 'running' | 'away' | 'stopped' | 'done';
  /** Since this coordinator started, by the clock. */
  readonly seconds: number;
  readonly slices: { readonly done: number; readonly of: number; readonly lost: number };
  readonly trials: { readonly run: number; readonly met: number };
  /** Per second, over the last half minute. */
  readonly rate: { readonly trials: number; readonly slices: number };
  readonly hunts: readonly HuntOutcome[];
  readonly experiments: readonly ExperimentStatus[];
  readonly workers: readonly WorkerInfo[];
  /** Slices that were derived a second time here, and agreed. */
  readonly rederived: number;
}

const sum = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((total, one) => total + of(one), 0);

/** Totals over all parts. */
export const totalsOf = (
  hunts: readonly HuntOutcome[],
  experiments: readonly ExperimentProgress[],
): Pick<CampaignStatus, 'slices' | 'trials'> => {
  const parts = [...hunts, ...experiments];
  return {
    slices: {
      done: sum(parts, ({ slices }) => slices.done),
      of: sum(parts, ({ slices }) => slices.of),
      lost: sum(parts, ({ slices }) => slices.lost),
    },
    trials: {
      run: sum(hunts, ({ counts }) => counts.run),
      met: sum(hunts, ({ counts }) => counts.met),
    },
  };
};

/** Something was found that the catalogue does not declare, or a finding does not hold. */
export const isAsDeclared = ({
  hunts,
  experiments,
}: Pick<CampaignStatus, 'hunts' | 'experiments'>): boolean =>
  hunts.every((one) => one.isDeclared) &&
  experiments.every(({ findings }) => findings === null || findings.every((one) => one.holds));
