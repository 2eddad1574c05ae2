/** The figures of a campaign in the text format of Prometheus, version 0.0.4. */
import type { CampaignStatus } from './status.ts';

type Labels = Readonly<Record<string, string>>;

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

const labelled = (labels: Labels): string => {
  const all = Object.entries(labels);
  return all.length === 0
    ? ''
    : `{${all.map(([name, value]) => `${name}="${escaped(value)}"`).join(',')}}`;
};

const metric = (
  name: string,
  type: 'gauge' | 'counter',
  help: string,
  rows: readonly (readonly [Labels, number | null])[],
): string => {
  const lines = rows
    .filter((row): row is readonly [Labels, number] => row[1] !== null && Number.isFinite(row[1]))
    .map(([labels, value]) => `elenchus_${name}${labelled(labels)} ${value}\n`);
  return lines.length === 0
    ? ''
    : `# HELP elenchus_${name} ${help}\n# TYPE elenchus_${name} ${type}\n${lines.join('')}`;
};

/** All metrics; each carries the name of the campaign. */
export function metricsText(status: CampaignStatus): string {
  const campaign = status.name;
  const { hunts, experiments } = status;
  const parts = [...hunts, ...experiments];
  const part = ({ part: { key } }: { readonly part: { readonly key: string } }): Labels => ({
    campaign,
    part: key,
  });
  return [
    metric('build_info', 'gauge', 'Version and build of the coordinator.', [
      [{ campaign, build: status.build, carrier: status.carrier }, 1],
    ]),
    metric('running', 'gauge', '1 while slices are handed out, 0 once done or stopped.', [
      [{ campaign }, status.phase === 'running' ? 1 : 0],
    ]),
    metric('redis_up', 'gauge', '1 while Redis answers; absent without Redis.', [
      [{ campaign }, status.carrier === 'local' ? null : status.phase === 'away' ? 0 : 1],
    ]),
    metric(
      'slices_planned',
      'gauge',
      'Slices of each part.',
      parts.map((one) => [part(one), one.slices.of]),
    ),
    metric(
      'slices_done',
      'gauge',
      'Slices merged.',
      parts.map((one) => [part(one), one.slices.done]),
    ),
    metric(
      'slices_lost',
      'gauge',
      'Slices that nobody could do.',
      parts.map((one) => [part(one), one.slices.lost]),
    ),
    metric(
      'trials_run',
      'gauge',
      'Trials merged.',
      hunts.map((one) => [part(one), one.counts.run]),
    ),
    metric(
      'trials_met',
      'gauge',
      'Trials that met the hypotheses.',
      hunts.map((one) => [part(one), one.counts.met]),
    ),
    metric(
      'nearest_violation',
      'gauge',
      'Relative violation that came nearest to refuting, at most 0.',
      hunts.map((one) => [part(one), one.counts.nearest?.violation ?? null]),
    ),
    metric(
      'refuted',
      'gauge',
      '1 where a certified counterexample was found.',
      hunts.map((one) => [part(one), one.found === null ? 0 : 1]),
    ),
    metric(
      'units_done',
      'gauge',
      'Units of an experiment that are measured.',
      experiments.map((one) => [part(one), one.units.done]),
    ),
    ...(['value', 'low', 'high'] as const).map((end) =>
      metric(
        `quantity_${end}`,
        'gauge',
        end === 'value' ? 'Estimate so far.' : `The ${end} end of its 95 % interval so far.`,
        experiments.flatMap((one) =>
          (one.quantities ?? []).map((q): [Labels, number] => [
            { ...part(one), quantity: q.name },
            q[end],
          ]),
        ),
      ),
    ),
    metric('rate_trials', 'gauge', 'Trials per second, over the last half minute.', [
      [{ campaign }, status.rate.trials],
    ]),
    metric('rate_slices', 'gauge', 'Slices per second, over the last half minute.', [
      [{ campaign }, status.rate.slices],
    ]),
    metric('workers', 'gauge', 'Workers that take slices.', [
      [{ campaign }, status.workers.filter(({ refused }) => refused === null).length],
    ]),
    metric('workers_refused', 'gauge', 'Workers that were refused.', [
      [{ campaign }, status.workers.filter(({ refused }) => refused !== null).length],
    ]),
    metric('rederived_total', 'counter', 'Slices derived a second time, all of them equal.', [
      [{ campaign }, status.rederived],
    ]),
  ].join('');
}
