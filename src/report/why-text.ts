/** Why a claim is not proved, as lines for a terminal: what helps with a proof comes first. */
import type { Why } from '../verdict/why.ts';
import { columns, width } from './width.ts';
import { wrap } from './wrap.ts';

/** Strategies that are listed. */
const shown = 4;

/** What was tried, the costliest first. */
function triedLines({ tried }: Why): readonly string[] {
  const rest = tried.length - shown;
  return [
    ...tried
      .slice(0, shown)
      .map(
        ({ strategy, times, work }) =>
          `  ${String(work).padStart(9)} ${strategy}${times > 1 ? `, ${times} times` : ''}`,
      ),
    ...(rest > 0 ? [`            and ${rest} more`] : []),
  ];
}

/** Lines to paste are not wrapped: the end of a line may end a step. A reason may begin a line. */
function proofLines(line: string): readonly string[] {
  const whole = `  ${line}`;
  const at = whole.lastIndexOf('   by ');
  return width(whole) <= columns || at < 0
    ? [whole]
    : [whole.slice(0, at), `    ${whole.slice(at).trim()}`];
}

export function whyLines(why: Why, indent = ''): string[] {
  const { reason, wouldFollowFrom, proof, facts } = why;
  // the indent, which every line gets at the end, takes its part of the width
  const wrapped = (text: string, lead: string, hanging = ''): string[] =>
    wrap(text, indent + lead, hanging).map((line) => line.slice(indent.length));
  /** A heading and what stands under it; nothing where there is nothing. */
  const under = (heading: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', ...wrapped(heading, ''), ...lines];
  const lines = [
    '',
    ...wrapped(reason, ' '.repeat(11)).map((line, i) => (i === 0 ? `why${line.slice(3)}` : line)),
    ...under(
      'is proved by these lines, written under the claim as its proof:',
      (proof?.split('\n') ?? []).flatMap(proofLines),
    ),
    ...under(
      'would follow from each; prove it by "have", or assume it:',
      wouldFollowFrom.map((h) => `  ${h}`),
    ),
    ...under(
      'near facts, as reasons of a proof (elenchus facts "<claim>" lists more):',
      facts.flatMap((f) => [`  ${f.reason}`, ...wrapped(f.statement, '      ', '  ')]),
    ),
    ...under('tried, with units of work:', triedLines(why)),
  ];
  return lines.map((line) => (line === '' ? '' : indent + line));
}
