/** A verdict for the terminal. */
import { complexValues } from './complex-values.ts';
import { matrixText } from './matrix-text.ts';
import type { Explanation } from '../refuter/index.ts';
import { coverageText } from './coverage-text.ts';
import { hypothesisLines, legend, subjectOf, markedLines, shownText } from './explanation-text.ts';
import { countText, plural, secondsText } from './numbers-text.ts';
import { proofLines } from './proof-text.ts';
import { section } from './section.ts';
import { harmless, padEnd } from './width.ts';
import { wrap, wrapClaim } from './wrap.ts';
import { illTypedLines } from './ill-typed-text.ts';
import type { Counterexample, Trials, Verdict, VerdictName } from '../verdict/verdict.ts';
import type { Paint } from './colour.ts';

/** The verdict's colour: green is earned by a proof alone. */
export const verdictPaint = (name: VerdictName, paint: Paint): ((text: string) => string) =>
  ({
    proved: paint.green,
    survived: paint.yellow,
    refuted: paint.red,
    'ill-typed': paint.magenta,
    'gave-up': paint.yellow,
  })[name];

/**
 * A verdict for the terminal: the word first, then the claim, then what it rests on. Lines of at
 * most 80 columns.
 */
export function verdictLines(
  verdict: Verdict,
  paint: Paint,
  explanation: Explanation | null = null,
  whole = true,
): string[] {
  const head = headLine(verdict, paint);
  if (verdict.verdict === 'ill-typed') return [...head, '', ...illTypedLines(verdict)];
  return [
    ...head,
    '',
    ...wrapClaim(harmless(verdict.claim), '  '),
    ...block(body(verdict, paint, explanation, whole)),
  ];
}

/** The first line alone, as with --quiet. */
export function headLine(verdict: Verdict, paint: Paint): string[] {
  const [first = '', ...rest] = wrap(
    `${padEnd(verdict.verdict, 9)} ${summary(verdict)}`,
    '',
    ' '.repeat(10),
  );
  const word = verdict.verdict;
  return [verdictPaint(word, paint)(paint.bold(word)) + first.slice(word.length), ...rest];
}

function summary(verdict: Verdict): string {
  const { trials, seconds } = verdict;
  const time = secondsText(seconds);
  switch (verdict.verdict) {
    case 'proved':
      return `for every dimension, by the kernel, in ${plural(verdict.proof?.steps ?? 0, 'step')}; ${time}`;
    case 'refuted':
      return `by an exact counterexample${trials.run > 0 ? `, ${plural(trials.run, 'trial')}` : ''}; ${time}`;
    case 'survived':
      return (
        `${countText(trials.met)} of ${plural(trials.run, 'trial')} met the ` +
        `hypotheses${open(trials)}; ${time}; not a proof`
      );
    case 'gave-up':
      return (
        `undecided; ${countText(trials.met)} of ${plural(trials.run, 'trial')} met the ` +
        `hypotheses${open(trials)}; ${time}`
      );
    case 'ill-typed':
      return 'the claim is not well-formed';
  }
}

/** Trials of which nothing could be decided exactly. */
const open = ({ undecided = 0 }: Trials): string =>
  undecided === 0 ? '' : `, ${countText(undecided)} undecided`;

function body(
  verdict: Verdict,
  paint: Paint,
  explanation: Explanation | null,
  whole: boolean,
): string[][] {
  const { assumed, axioms, proof, counterexample, message } = verdict;
  return [
    because(message, paint),
    section('read', (verdict.notes ?? []).map(harmless), paint.dim),
    section('assumed', assumed.map(harmless), paint.dim),
    section('axioms', axioms.map(harmless), paint.dim),
    section('proof', proof === null ? [] : proofLines(proof, whole), paint.dim),
    ...(counterexample === null
      ? coverageSections(verdict, paint)
      : counterexampleSections(verdict.claim, counterexample, explanation, paint)),
  ];
}

/** The reason; what stands below its first line is laid out already, as a caret under a step. */
function because(message: string | null, paint: Paint): string[] {
  const [first, ...rest] = (message ?? '').trimEnd().split('\n');
  if (first === undefined || first === '') return [];
  return [
    ...section('because', [harmless(first)], paint.dim),
    ...rest.flatMap((line) => wrap(line.split(/\t/).map(harmless).join('  '), '  ')),
  ];
}

/** What a search that found nothing looked at. */
function coverageSections({ verdict, coverage, nearest }: Verdict, paint: Paint): string[][] {
  if (verdict !== 'survived' || coverage === undefined) return [];
  const { reached, never } = coverageText(coverage);
  const lines = (text: string | null): string[] => (text === null ? [] : [text]);
  return [
    [
      ...section('reached', lines(reached), paint.dim),
      ...section('never', lines(never), paint.dim),
      ...section('nearest', nearest === undefined ? [] : [nearestText(nearest)], paint.dim),
    ],
  ];
}

/** `violation -3.1e-4 at n = 3`: how near a climb came. */
function nearestText({ violation, sizes }: NonNullable<Verdict['nearest']>): string {
  const where = Object.entries(sizes).map(([name, size]) => `${name} = ${size}`);
  const place = where.length === 0 ? '' : ` at ${where.join(', ')}`;
  return `violation ${violation === 0 ? '0' : violation.toExponential(1)}${place}, relative to the sides`;
}

/** Only relations have two sides to print. */
const sideLines = (side: unknown): string[] => (side === null ? [] : [shownText(side)]);

function counterexampleSections(
  claim: string,
  { at, left, right, fails }: Counterexample,
  explanation: Explanation | null,
  paint: Paint,
): string[][] {
  const dims = [...at.dims].map(([name, size]) => `${name} = ${size}`).join(', ');
  const complex = complexValues(claim, at.values).map(([name, v]) => `${name} = ${matrixText(v)}`);
  const values = [...at.values].flatMap(([name, value]) =>
    markedLines(name, value, explanation?.free.get(name) ?? []),
  );
  const stars = explanation === null ? null : legend(explanation.free);
  const difference = explanation?.conclusion.difference ?? null;
  return [
    section(
      'at',
      [...(dims === '' ? [] : [dims]), ...complex, ...values, ...(stars === null ? [] : [stars])],
      paint.dim,
    ),
    section('holds', explanation === null ? [] : hypothesisLines(explanation), paint.dim),
    [
      ...section('fails', [harmless(fails)], paint.dim),
      ...section(right === null ? subjectOf(fails) : 'left', sideLines(left), paint.dim),
      ...section('right', sideLines(right), paint.dim),
      ...section('differ by', difference === null ? [] : [shownText(difference)], paint.dim),
    ],
    section('why', (explanation?.reasons ?? []).map(harmless), paint.dim),
  ];
}

/** Sections with an empty line before each. */
const block = (sections: readonly (readonly string[])[]): string[] =>
  sections.flatMap((lines) => (lines.length === 0 ? [] : ['', ...lines]));
