/** The result of an experiment for the terminal. */
import { showPlace } from '../catalogue/file-place.ts';
import type { ExperimentEntry } from '../catalogue/experiment-entry.ts';
import { foundAsDeclared } from '../experiments/outcome.ts';
import type { Measured } from '../experiments/outcome.ts';
import type { Estimate, Quantity } from '../experiments/quantity.ts';
import type { Paint } from './colour.ts';
import { plural, secondsText } from './numbers-text.ts';
import { namedRows, table } from './table.ts';
import { columns, cut, harmless, width } from './width.ts';
import { wrap } from './wrap.ts';

/** An experiment of the catalogue with what it came to. */
export interface CheckedExperiment {
  readonly entry: ExperimentEntry;
  readonly measured: Measured;
}

/** Three places behind the point, or three digits where that would show nothing. */
export function numberText(x: number): string {
  if (Number.isInteger(x) && Math.abs(x) < 1e6) return String(x);
  const size = Math.abs(x);
  return size >= 0.01 && size < 1e4 ? x.toFixed(3) : x.toPrecision(3);
}

const intervalText = ({ low, high, n }: Estimate): string =>
  n === 1 && low === high ? '' : `[${numberText(low)}, ${numberText(high)}]`;

/** `measured  as declared; short form, 8 units, seed 1; 2.1 s; not a proof`. */
export function experimentHead(measured: Measured, paint: Paint): string[] {
  const { verdict, form, seed, units, seconds, message } = measured;
  if (verdict === 'gave-up')
    return wrap(
      `${paint.yellow('gave-up')}   ${harmless(message ?? '')}; ${units.done} of ${plural(units.of, 'unit')} measured`,
      '',
      '          ',
    );
  const said = foundAsDeclared(measured)
    ? paint.green('as declared')
    : paint.red('not as declared');
  return wrap(
    `${paint.bold('measured')}  ${said}; ${form} form, ${plural(units.of, 'unit')}, seed ` +
      `${seed}; ${secondsText(seconds)}; not a proof`,
    '',
    '          ',
  );
}

/** The findings, each with whether it holds. */
export const findingLines = ({ findings }: Measured, paint: Paint): string[] =>
  findings.flatMap(({ says, holds }) =>
    wrap(`${holds ? paint.green('✓') : paint.red('✗')} ${harmless(says)}`, '  ', '  '),
  );

/** The table: a row for each quantity, and below it, indented, its nulls. */
function quantityLines(quantities: readonly Quantity[]): string[] {
  const numbers = quantities.flatMap((one) => [
    {
      name: one.name,
      cells: [one.exact ?? numberText(one.value), intervalText(one), String(one.n)],
    },
    ...one.nulls.map((other) => ({
      name: `  ${other.name}`,
      cells: [numberText(other.value), intervalText(other), other.n === 1 ? '' : String(other.n)],
    })),
  ]);
  const head = { name: 'quantity', cells: ['value', '95 % interval', 'n'] };
  const rows = [head, ...numbers];
  const taken = [0, 1, 2].reduce(
    (sum, i) => sum + 2 + Math.max(...rows.map((row) => width(row.cells[i] as string))),
    0,
  );
  const room = Math.max(20, columns - 2 - taken);
  return table(
    rows.map(({ name, cells }) => [cut(harmless(name), room), ...cells]),
    [{ align: 'left' }, { align: 'right' }, { align: 'right' }, { align: 'right' }],
    '  ',
  );
}

/** The text about one experiment. */
export const experimentLines = (
  entry: ExperimentEntry,
  measured: Measured,
  paint: Paint,
): string[] => [
  ...experimentHead(measured, paint),
  '',
  ...wrap(harmless(entry.statement), '  '),
  ...(entry.note === null ? [] : ['', ...wrap(harmless(entry.note), '  ')]),
  ...(measured.verdict === 'gave-up'
    ? []
    : [
        '',
        'declared',
        ...findingLines(measured, paint),
        '',
        ...quantityLines(measured.quantities),
      ]),
];

/** A row for each experiment, as `check` shows them below the claims. */
export function experimentTable(checked: readonly CheckedExperiment[], paint: Paint): string[] {
  if (checked.length === 0) return [];
  const rows = checked.map(({ entry, measured }) => {
    const good = foundAsDeclared(measured);
    return {
      name: entry.id,
      cells: [
        measured.verdict,
        good ? paint.green('✓') : paint.red('✗'),
        plural(measured.quantities.length, 'quantity').replace(/ys$/, 'ies'),
        secondsText(measured.seconds),
      ],
    };
  });
  return [
    '',
    paint.bold('experiments'),
    ...namedRows(
      rows,
      [{ align: 'left' }, { align: 'left' }, { align: 'right' }, { align: 'right' }],
      '  ',
      columns,
    ).flat(),
  ];
}

/** What went otherwise than declared, experiment by experiment. */
export const experimentMismatches = (
  checked: readonly CheckedExperiment[],
  paint: Paint,
): string[] =>
  checked
    .filter(({ measured }) => !foundAsDeclared(measured))
    .flatMap(({ entry, measured }) => [
      '',
      `${paint.red('✗')} ${paint.bold(entry.id)}  ${paint.dim(showPlace(entry.place))}`,
      ...experimentLines(entry, measured, paint),
    ]);
