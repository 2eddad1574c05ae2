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
export const metricsText = (status: CampaignStatus): string =>
  [...runMetrics(status), ...partMetrics(status), ...speedMetrics(status)].join('');

const runMetrics = ({ name: campaign, build, carrier, phase }: CampaignStatus): string[] => [
  metric('build_info', 'gauge', 'Version and build of the coordinator.', [
    [{ campaign, build, carrier }, 1],
  ]),
  metric('running', 'gauge', '1 while slices are handed out, 0 once done or stopped.', [
    [{ campaign }, phase === 'running' ? 1 : 0],
  ]),
  metric('redis_up', 'gauge', '1 while Redis answers; absent without Redis.', [
    [{ campaign }, carrier === 'local' ? null : phase === 'away' ? 0 : 1],
  ]),
];

/** What each hunt and each experiment came to. */
function partMetrics({ name: campaign, hunts, experiments }: CampaignStatus): string[] {
  /** A metric with a row for each part. */
  const gauge = <P extends { readonly part: { readonly key: string } }>(
    name: string,
    help: string,
    parts: readonly P[],
    value: (one: P) => number | null,
  ): string =>
    metric(
      name,
      'gauge',
      help,
      parts.map((one) => [{ campaign, part: one.part.key }, value(one)]),
    );
  const parts = [...hunts, ...experiments];
  return [
    gauge('slices_planned', 'Slices of each part.', parts, (one) => one.slices.of),
    gauge('slices_done', 'Slices merged.', parts, (one) => one.slices.done),
    gauge('slices_lost', 'Slices that nobody could do.', parts, (one) => one.slices.lost),
    gauge('trials_run', 'Trials merged.', hunts, (one) => one.counts.run),
    gauge('trials_met', 'Trials that met the hypotheses.', hunts, (one) => one.counts.met),
    gauge(
      'nearest_violation',
      'Relative violation that came nearest to refuting, at most 0.',
      hunts,
      (one) => one.counts.nearest?.violation ?? null,
    ),
    gauge('refuted', '1 where a certified counterexample was found.', hunts, (one) =>
      one.found === null ? 0 : 1,
    ),
    gauge(
      'units_done',
      'Units of an experiment that are measured.',
      experiments,
      (one) => one.units.done,
    ),
    ...(['value', 'low', 'high'] as const).map((end) =>
      metric(
        `quantity_${end}`,
        'gauge',
        end === 'value' ? 'Estimate so far.' : `The ${end} end of its 95 % interval so far.`,
        experiments.flatMap((one) =>
          (one.quantities ?? []).map((q): [Labels, number] => [
            { campaign, part: one.part.key, quantity: q.name },
            q[end],
          ]),
        ),
      ),
    ),
  ];
}

/** How fast it goes, and on how many workers. */
const speedMetrics = ({ name: campaign, rate, workers, rederived }: CampaignStatus): string[] => [
  metric('rate_trials', 'gauge', 'Trials per second, over the last half minute.', [
    [{ campaign }, rate.trials],
  ]),
  metric('rate_slices', 'gauge', 'Slices per second, over the last half minute.', [
    [{ campaign }, rate.slices],
  ]),
  metric('workers', 'gauge', 'Workers that take slices.', [
    [{ campaign }, workers.filter(({ refused }) => refused === null).length],
  ]),
  metric('workers_refused', 'gauge', 'Workers that were refused.', [
    [{ campaign }, workers.filter(({ refused }) => refused !== null).length],
  ]),
  metric('rederived_total', 'counter', 'Slices derived a second time, all of them equal.', [
    [{ campaign }, rederived],
  ]),
];
