/** Why a claim is not proved, as lines for a terminal. */
import type { Why } from '../verdict/why.ts';

const shown = 8;

export function whyLines({ reason, tried, wouldFollowFrom }: Why): string[] {
  const rows = tried
    .slice(0, shown)
    .map(
      ({ strategy, times, work }) =>
        `  ${String(work).padStart(9)} ${strategy}${times > 1 ? `, ${times} times` : ''}`,
    );
  const rest = tried.length - shown;
  return [
    '',
    `why        ${reason}`,
    ...(rows.length === 0
      ? []
      : [
          '',
          'tried, with units of work:',
          ...rows,
          ...(rest > 0 ? [`            and ${rest} more`] : []),
        ]),
    ...(wouldFollowFrom.length === 0
      ? []
      : [
          '',
          'would follow from each of these; prove it by "have", or assume it:',
          ...wouldFollowFrom.map((h) => `  ${h}`),
        ]),
  ];
}
