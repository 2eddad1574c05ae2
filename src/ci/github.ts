/**
 * Annotations of GitHub Actions: one workflow command for each finding, shown at its line in a pull
 * request.
 */
import { countText, plural } from '../report/numbers-text.ts';
import { findingsOf, type CheckRun, type Finding } from './finding.ts';

/** In the text of a command. */
const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
/** In a property, which ends at a comma and whose command ends at a colon. */
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

export function githubText(run: CheckRun): string {
  const { checked, experiments, seconds, message } = run;
  const findings = findingsOf(run);
  const end =
    `${plural(checked.length + experiments.length, 'claim')} checked, ` +
    `${plural(findings.length, 'finding')}, ${countText(Math.ceil(seconds))} s`;
  return [
    ...findings.map(annotation),
    ...(message === null ? [] : [`::error title=elenchus::${data(message)}`]),
    end,
    '',
  ].join('\n');
}

function annotation({ level, place, title, message }: Finding): string {
  const { file, line, column } = place;
  const at = [
    `file=${property(file.replaceAll('\\', '/'))}`,
    ...(line === 0 ? [] : [`line=${line}`]),
    ...(line === 0 || column === 0 ? [] : [`col=${column}`]),
    `title=${property(title)}`,
  ];
  return `::${level} ${at.join(',')}::${data(message)}`;
}
