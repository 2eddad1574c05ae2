/** The result of `check` for the terminal. */
import { showPlace } from '../catalogue/file-place.ts';
import type { ClaimEntry, Problem } from '../catalogue/claim-entry.ts';
import type { Explanation } from '../refuter/index.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Why } from '../verdict/why.ts';
import { foundAsDeclared } from '../experiments/outcome.ts';
import type { CheckedExperiment } from './experiment-text.ts';
import type { Paint } from './colour.ts';
import { countText, plural, secondsText } from './numbers-text.ts';
import { proofLines } from './proof-text.ts';
import { namedRows } from './table.ts';
import { verdictLines, verdictPaint } from './verdict-text.ts';
import { columns, harmless } from './width.ts';
import { whyLines } from './why-text.ts';
import { wrap } from './wrap.ts';

/** One claim of the catalogue with what it came to. */
export interface Checked {
  readonly entry: ClaimEntry;
  readonly verdict: Verdict;
  /** Conditions that the entry sets on its counterexample and that fail there, each with why. */
  readonly degenerate?: readonly string[];
  /** What there is to say of a counterexample; null or absent where nobody asked. */
  readonly explanation?: Explanation | null;
  /** Why it is open; absent where nobody asked, or where it is settled. */
  readonly why?: Why;
}

/** Checked against the verdict it declares; a claim that declares none must only make sense. */
export const asDeclared = ({ entry, verdict, degenerate = [] }: Checked): boolean =>
  degenerate.length === 0 &&
  (entry.expect === null ? verdict.verdict !== 'ill-typed' : entry.expect === verdict.verdict);

/**
 * The catalogue, a table for each family: families by name, the claims of each as they were
 * checked; `explain`: with proofs.
 */
export function catalogueLines(
  checked: readonly Checked[],
  paint: Paint,
  explain = false,
): string[] {
  const byFamily = checked.toSorted((a, b) =>
    a.entry.family < b.entry.family ? -1 : Number(a.entry.family > b.entry.family),
  );
  const rows = byFamily.map((one) => ({
    family: one.entry.family,
    name: one.entry.id.slice(one.entry.family.length + 1),
    cells: cells(one, paint),
    more: [
      ...(explain && one.verdict.proof !== null
        ? proofLines(one.verdict.proof, true).map((line) => `      ${line}`)
        : []),
      ...(one.why === undefined ? [] : [...whyLines(one.why, '      ').slice(1), '']),
    ],
  }));
  const lines = namedRows(
    rows,
    [
      { align: 'left' },
      { align: 'left' },
      { align: 'right' },
      { align: 'right' },
      { align: 'left' },
    ],
    '  ',
    columns,
  );
  return rows.flatMap(({ family, more }, i) => [
    ...(family === rows[i - 1]?.family ? [] : [...(i === 0 ? [] : ['']), paint.bold(family)]),
    ...(lines[i] ?? []),
    ...more,
  ]);
}

function cells(one: Checked, paint: Paint): string[] {
  const { entry, verdict } = one;
  const good = asDeclared(one);
  const mark =
    entry.expect === null && good ? paint.dim('·') : good ? paint.green('✓') : paint.red('✗');
  return [
    verdictPaint(verdict.verdict, paint)(verdict.verdict),
    mark,
    verdict.trials.run === 0 ? '' : `${countText(verdict.trials.met)} trials`,
    secondsText(verdict.seconds),
    good || entry.expect === null
      ? ''
      : one.degenerate?.length
        ? 'degenerate'
        : `≠ ${entry.expect}`,
  ];
}

/** `41 claims: 23 proved, 18 refuted; all as declared, in 12 s`. */
export function summaryLines(
  checked: readonly Checked[],
  experiments: readonly CheckedExperiment[],
  problems: number,
  seconds: number,
  paint: Paint,
): string[] {
  const counts = (['proved', 'refuted', 'survived', 'ill-typed', 'gave-up'] as const).flatMap(
    (name) => {
      const count = checked.filter((one) => one.verdict.verdict === name).length;
      return count === 0 ? [] : [`${count} ${name}`];
    },
  );
  const wrong =
    checked.filter((one) => !asDeclared(one)).length +
    experiments.filter((one) => !foundAsDeclared(one.measured)).length;
  const measured =
    experiments.length === 0
      ? ''
      : `${checked.length === 0 ? '' : ', '}${plural(experiments.length, 'experiment')}`;
  const claims = checked.length === 0 && measured !== '' ? '' : plural(checked.length, 'claim');
  const tally = counts.length === 0 ? '' : `: ${counts.join(', ')}`;
  const outcome = [
    wrong === 0 ? (problems === 0 ? 'all as declared' : '') : `${wrong} not as declared`,
    problems === 0 ? '' : `${plural(problems, 'problem')} in the files`,
  ]
    .filter((part) => part !== '')
    .join(', ');
  const colour = wrong === 0 && problems === 0 ? paint.green : paint.red;
  return wrap(
    `${claims}${tally}${measured}; ${colour(outcome)}, in ${secondsText(seconds)}`,
    '',
    '  ',
  );
}

/** What went otherwise than declared, claim by claim. */
export function mismatchLines(checked: readonly Checked[], paint: Paint): string[] {
  return checked
    .filter((one) => !asDeclared(one))
    .flatMap(({ entry, verdict, degenerate = [] }) => [
      '',
      `${paint.red('✗')} ${paint.bold(entry.id)}  ${paint.dim(showPlace(placeInFile(entry, verdict)))}`,
      ...wrap(entry.expect === null ? 'declared nothing' : `declared ${entry.expect}`, '  '),
      ...degenerate.flatMap((why) => wrap(`the counterexample is degenerate: ${why}`, '  ')),
      ...verdictLines(verdict, paint),
    ]);
}

/**
 * Where an ill-typed claim goes wrong in the file that holds it, or where the claim is declared.
 */
export function placeInFile(entry: ClaimEntry, verdict: Verdict): ClaimEntry['place'] {
  if (
    verdict.verdict !== 'ill-typed' ||
    verdict.place === null ||
    verdict.place === undefined ||
    entry.claimStart === null
  )
    return entry.place;
  const { line, column } = verdict.place;
  const { claimStart, place } = entry;
  return {
    file: place.file,
    line: claimStart.line + line - 1,
    column: line === 1 ? claimStart.column + column - 1 : column,
  };
}

/** A file that could not be read as claims: `file:line:column: message`. */
export const problemLines = (problems: readonly Problem[], paint: Paint): string[] =>
  problems.flatMap(({ message, place }) => {
    const shown = message
      .split('\n')
      .map(harmless)
      .filter((line) => line.trim() !== '');
    return [
      `${paint.red('✗')} ${paint.bold(harmless(showPlace(place)))}`,
      ...shown.flatMap((line) => wrap(line, '    ')),
    ];
  });
