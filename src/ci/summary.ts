/**
 * A summary in Markdown, for the page of a job: counts, a table of the claims not as declared, and
 * each in full.
 */
import { showPlace } from '../catalogue/file-place.ts';
import { fenced } from '../report/markdown-code.ts';
import { plural, secondsText } from '../report/numbers-text.ts';
import { findingsOf, type CheckRun, type Finding } from './finding.ts';

/** A summary page ends at a megabyte: more findings than this are only counted. */
const most = 50;

export function summaryText(run: CheckRun): string {
  const findings = findingsOf(run);
  const good = findings.every(({ level }) => level !== 'error') && run.message === null;
  const shown = findings.slice(0, most);
  return [
    `## elenchus: ${good ? 'all as declared' : plural(findings.length, 'finding')}`,
    '',
    countsLine(run),
    ...(run.message === null ? [] : ['', `**${cell(run.message)}**`]),
    ...(findings.length === 0
      ? []
      : [
          '',
          '| | claim | where |',
          '|---|---|---|',
          ...shown.map(
            ({ level, title, place }) =>
              `| ${level === 'error' ? '❌' : '⚠️'} | ${cell(title)} | ${cell(showPlace(place))} |`,
          ),
          ...shown.flatMap(details),
          ...(findings.length > most
            ? ['', `${findings.length - most} more are in the log of the run.`]
            : []),
        ]),
    '',
  ].join('\n');
}

function countsLine({ checked, experiments, problems, seconds }: CheckRun): string {
  const verdicts = ['proved', 'refuted', 'survived', 'gave-up', 'ill-typed'] as const;
  const counts = verdicts.flatMap((name) => {
    const count = checked.filter(({ verdict }) => verdict.verdict === name).length;
    return count === 0 ? [] : [`${count} ${name}`];
  });
  return [
    [plural(checked.length, 'claim'), counts.join(', ')].filter((part) => part !== '').join(': '),
    ...(experiments.length === 0 ? [] : [plural(experiments.length, 'experiment')]),
    ...(problems.length === 0 ? [] : [`${plural(problems.length, 'problem')} in the files`]),
    secondsText(seconds),
  ].join('; ');
}

function details({ title, message }: Finding): string[] {
  return [
    '',
    `<details><summary>${html(title)}</summary>`,
    '',
    fenced(message, 'text'),
    '',
    '</details>',
  ];
}

const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', ' ');
/** In a table, where a bar ends the cell and a line break the row. */
const cell = (text: string): string => html(text).replaceAll(/[\\`*_[\]|]/g, (sign) => `\\${sign}`);
