/** Why a claim is not proved, as lines for a terminal. */
import type { Why } from '../verdict/why.ts';
import { wrap } from './wrap.ts';

const shown = 8;

export function whyLines({ reason, tried, wouldFollowFrom }: Why, indent = ''): string[] {
  const rows = tried
    .slice(0, shown)
    .map(
      ({ strategy, times, work }) =>
        `  ${String(work).padStart(9)} ${strategy}${times > 1 ? `, ${times} times` : ''}`,
    );
  const rest = tried.length - shown;
  return [
    '',
    ...wrap(reason, `${indent}${' '.repeat(11)}`).map((line, i) =>
      i === 0 ? `${indent}why${line.slice(indent.length + 3)}` : line,
    ),
    ...(rows.length === 0
      ? []
      : [
          '',
          `${indent}tried, with units of work:`,
          ...rows.map((row) => indent + row),
          ...(rest > 0 ? [`${indent}            and ${rest} more`] : []),
        ]),
    ...(wouldFollowFrom.length === 0
      ? []
      : [
          '',
          `${indent}would follow from each; prove it by "have", or assume it:`,
          ...wouldFollowFrom.map((h) => `${indent}  ${h}`),
        ]),
  ];
}
