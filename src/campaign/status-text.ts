/** The status of a campaign for the terminal. */
import { numberText } from '../report/experiment-text.ts';
import type { Paint } from '../report/colour.ts';
import { countText, plural, secondsText } from '../report/numbers-text.ts';
import { table } from '../report/table.ts';
import { columns, cut, harmless } from '../report/width.ts';
import { wrap } from '../report/wrap.ts';
import type { HuntOutcome } from './outcome.ts';
import type { CampaignStatus, ExperimentStatus } from './status.ts';

/** `12 of 40 slices, 3 400 trials a second`: for a line that changes. */
export const progressText = ({ slices, trials, rate, workers, carrier }: CampaignStatus): string =>
  [
    `${countText(slices.done)} of ${plural(slices.of, 'slice')}`,
    ...(slices.lost === 0 ? [] : [`${countText(slices.lost)} lost`]),
    ...(trials.run === 0 ? [] : [`${countText(trials.run)} trials${rateText(rate)}`]),
    ...(carrier === 'local' ? [] : [workersText(workers)]),
  ].join('; ');

/** Nothing where the rate is not known, as of a state on disk. */
const rateText = ({ trials }: CampaignStatus['rate']): string =>
  trials === 0 ? '' : `, ${countText(Math.round(trials))} a second`;

const workersText = (workers: CampaignStatus['workers']): string => {
  const refused = workers.filter((one) => one.refused !== null).length;
  return `${plural(workers.length - refused, 'worker')}${refused === 0 ? '' : `, ${countText(refused)} refused`}`;
};

/** `-1.2e-3`: the violation that came nearest to 0, relative to the sides. */
export const nearestText = ({ counts: { nearest } }: HuntOutcome): string =>
  nearest === null ? '' : nearest.violation === 0 ? '0' : nearest.violation.toExponential(1);

const painted = ({ verdict }: HuntOutcome, paint: Paint): string =>
  verdict === 'refuted'
    ? paint.red(verdict)
    : verdict === 'gave-up'
      ? paint.yellow(verdict)
      : verdict;

const huntRows = (hunts: readonly HuntOutcome[], paint: Paint): string[] => {
  if (hunts.length === 0) return [];
  const rows = hunts.map((one) => [
    cut(harmless(one.part.key), 34),
    painted(one, paint),
    `${countText(one.slices.done)}/${countText(one.slices.of)}`,
    countText(one.counts.run),
    nearestText(one),
    one.isDeclared ? '' : paint.red('✗'),
  ]);
  return table(
    [['hunt', '', 'slices', 'trials', 'nearest', ''], ...rows],
    [
      { align: 'left' },
      { align: 'left' },
      { align: 'right' },
      { align: 'right' },
      { align: 'right' },
      { align: 'left' },
    ],
    '  ',
  );
};

const experimentRows = (experiments: readonly ExperimentStatus[], paint: Paint): string[] =>
  experiments.flatMap((one) => [
    '',
    `  ${harmless(one.part.key)}  ${one.units.done} of ` +
      `${plural(one.units.of, 'unit')}${one.slices.lost === 0 ? '' : paint.red(`, ${one.slices.lost} lost`)}`,
    ...(one.message === null ? [] : wrap(harmless(one.message), '    ')),
    ...(one.findings ?? []).map(
      ({ says, holds }) =>
        `    ${holds ? paint.green('✓') : paint.red('✗')} ${cut(harmless(says), columns - 8)}`,
    ),
    ...(one.findings !== null
      ? []
      : (one.quantities ?? [])
          .slice(0, 6)
          .map((q) =>
            cut(
              `    ${harmless(q.name)}  ${numberText(q.value)} [${numberText(q.low)}, ${numberText(q.high)}]`,
              columns - 1,
            ),
          )),
  ]);

const phases: Readonly<Record<CampaignStatus['phase'], string>> = {
  running: 'running',
  away: 'waiting for Redis',
  stopped: 'stopped',
  done: 'done',
};

/** All of it, in lines of at most 79 columns. */
export function statusLines(status: CampaignStatus, paint: Paint): string[] {
  const { hunts, experiments, slices } = status;
  const short = hunts.length > 24 ? hunts.filter(isNotable) : hunts;
  const left = hunts.length - short.length;
  const losses = [
    ...hunts.flatMap(({ part, reason, slices: { lost } }) =>
      reason === null || lost === 0 ? [] : [`${part.key}: ${reason}`],
    ),
    ...experiments.flatMap(({ part, lost }) => (lost === null ? [] : [`${part.key}: ${lost}`])),
  ];
  return [
    `${paint.bold(status.name)}  ${phases[status.phase]}; ` +
      `${progressText(status)}${status.phase === 'running' ? `; ${secondsText(status.seconds)}` : ''}`,
    '',
    ...huntRows(short, paint),
    ...(left === 0
      ? []
      : [`  and ${plural(left, 'hunt')} without a counterexample that none declares otherwise`]),
    ...experimentRows(experiments, paint),
    ...(losses.length === 0
      ? []
      : ['', ...losses.flatMap((one) => wrap(harmless(one), '  ', '    '))]),
    ...status.workers.flatMap(({ id, refused }) =>
      refused === null ? [] : ['', ...wrap(`worker ${id} is refused: ${refused}`, '  ', '    ')],
    ),
    ...(slices.lost === 0 ? [] : ['', '  elenchus campaign resume tries lost slices again']),
  ];
}

/** In a long list only these are shown. */
const isNotable = ({ verdict, isDeclared, part, slices }: HuntOutcome): boolean =>
  !isDeclared ||
  slices.lost > 0 ||
  verdict === 'gave-up' ||
  (verdict === 'refuted' && part.declared !== 'refuted');
