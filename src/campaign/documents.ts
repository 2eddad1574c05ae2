/**
 * The status and the results of a campaign as JSON. Results hold nothing about machines or time:
 * they can be compared.
 */
import type { Json } from '../records/value-json.ts';
import type { ExperimentStatus, CampaignStatus } from './status.ts';
import { isAsDeclared } from './status.ts';
import type { HuntOutcome } from './outcome.ts';
import { asJson } from '../records/witness.ts';

type Document = { readonly [key: string]: Json };

const huntJson = (one: HuntOutcome): Document => ({
  part: one.part.key,
  id: one.part.id,
  claim: one.part.claim,
  hash: one.part.hash,
  seed: one.part.seed,
  verdict: one.verdict,
  declared: one.part.declared,
  asDeclared: one.isDeclared,
  slices: { ...one.slices },
  points: { complete: one.complete, of: one.part.points },
  trials: { run: one.counts.run, met: one.counts.met, undecided: one.counts.undecided },
  nearest: asJson(one.counts.nearest),
  reason: one.reason,
  coverage: { ...one.counts.coverage },
  counterexample:
    one.found === null
      ? null
      : {
          position: one.found.position,
          first: one.isFirst,
          ...(asJson(one.found.witness) as Document),
        },
});

const experimentDocument = (one: ExperimentStatus): Document => ({
  part: one.part.key,
  id: one.part.id,
  form: one.part.form,
  seed: one.part.seed,
  source: one.part.source,
  units: { ...one.units },
  slices: { ...one.slices },
  findings: one.findings === null ? null : one.findings.map((finding) => ({ ...finding })),
  quantities: asJson(one.quantities),
  message: one.message ?? one.lost,
});

/** The results: equal for equal plans, on any number of machines. */
export const resultsJson = (
  status: Pick<CampaignStatus, 'name' | 'build' | 'plan' | 'hunts' | 'experiments' | 'slices'>,
): Document => ({
  campaign: status.name,
  build: status.build,
  plan: status.plan,
  complete: status.slices.done === status.slices.of,
  asDeclared: isAsDeclared(status),
  slices: { ...status.slices },
  hunts: status.hunts.map(huntJson),
  experiments: status.experiments.map(experimentDocument),
});

/** The status: the results, and how the run goes on this machine. */
export const statusJson = (status: CampaignStatus): Document => ({
  ...resultsJson(status),
  phase: status.phase,
  carrier: status.carrier,
  seconds: Math.round(status.seconds * 10) / 10,
  rate: {
    trials: Math.round(status.rate.trials),
    slices: Math.round(status.rate.slices * 100) / 100,
  },
  workers: status.workers.map((worker) => ({ ...worker })),
  rederived: status.rederived,
});
