/** The result of `needs` for the terminal. */
import type { NeedsReport, NeedsRow } from '../necessity/index.ts';
import type { Counterexample } from '../verdict/verdict.ts';
import type { Paint } from './colour.ts';
import { countText, secondsText } from './numbers-text.ts';
import { valueLines } from './value-text.ts';
import { harmless, padEnd, width } from './width.ts';
import { wrap, wrapClaim } from './wrap.ts';

const paintOf = (verdict: NeedsRow['verdict'], paint: Paint): ((text: string) => string) =>
  ({ needed: paint.red, 'not needed': paint.green, implied: paint.dim, undecided: paint.yellow })[
    verdict
  ];

/** The table of hypotheses: a line each, with the witness or the stronger theorem under it. */
export function needsLines(report: NeedsReport, paint: Paint): string[] {
  const { rows, claim, strongest, seconds } = report;
  const to = Math.max(
    0,
    ...rows.map(({ hypothesis }) => width(harmless(hypothesis))).filter((w) => w <= 40),
  );
  const count = (verdict: NeedsRow['verdict']): string[] => {
    const found = rows.filter((row) => row.verdict === verdict).length;
    return found === 0 ? [] : [`${found} ${verdict}`];
  };
  const counts = (['needed', 'not needed', 'implied', 'undecided'] as const).flatMap(count);
  const summary = `${countText(rows.length)} ${rows.length === 1 ? 'hypothesis' : 'hypotheses'}`;
  return [
    `${summary}${counts.length === 0 ? '' : `: ${counts.join(', ')}`}; ${secondsText(seconds)}`,
    '',
    ...wrapClaim(harmless(claim), '  '),
    ...rows.flatMap((row) => ['', ...rowLines(row, to, paint)]),
    ...(strongest === null
      ? []
      : [
          '',
          paint.bold('with all that can be dropped'),
          ...wrapClaim(harmless(strongest), '    '),
        ]),
  ];
}

function rowLines(row: NeedsRow, to: number, paint: Paint): string[] {
  const [first = '', ...rest] = wrap(harmless(row.hypothesis), '', '  ');
  const head = `${padEnd(first, to)}  ${paintOf(row.verdict, paint)(row.verdict)}`;
  return [
    ...(rest.length === 0
      ? [head]
      : [first, ...rest, `  ${paintOf(row.verdict, paint)(row.verdict)}`]),
    ...reasonLines(row),
  ];
}

/** Why: the witness on a line, the theorem that holds instead, or how far the search came. */
function reasonLines(row: NeedsRow): string[] {
  const enough = row.steps.find((step) => step.verdict === 'proved' && step.instead !== null);
  const theorem = row.stronger === null ? [] : wrapClaim(harmless(row.stronger), '    ');
  const weaker =
    enough === undefined
      ? []
      : [...wrap(`${harmless(enough.instead ?? '')} is enough:`, '    '), ...theorem];
  switch (row.verdict) {
    case 'needed':
      return [
        ...(row.counterexample === null
          ? []
          : wrap(`fails at ${pointText(row.counterexample)}`, '    ', '  ')),
        ...weaker,
      ];
    case 'not needed':
      return theorem;
    case 'implied':
      return [
        ...wrap('the claim is not defined without it', '    '),
        ...(enough === undefined ? theorem : weaker),
      ];
    case 'undecided':
      return [...wrap(reasonOf(row), '    '), ...weaker];
  }
}

const reasonOf = ({ steps: [dropped] }: NeedsRow): string =>
  dropped === undefined
    ? 'interrupted'
    : harmless(
        dropped.reason ??
          `neither proved nor refuted without it in ${countText(dropped.trials.met)} trials`,
      );

/** A point on a line: `n = 1, A = [0], c = 1`. */
const pointText = ({ at }: Counterexample): string => {
  const parts = [
    ...[...at.dims].map(([name, size]) => `${name} = ${size}`),
    ...[...at.values].flatMap(([name, value]) => valueLines(name, value)),
  ];
  return parts.length === 0 ? 'every point' : parts.join(', ');
};
