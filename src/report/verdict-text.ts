import { valueLines } from './value-text.ts';
import { matrixText } from './matrix-text.ts';
import { countText, plural, secondsText } from './numbers-text.ts';
import { alignReasons, section } from './section.ts';
import { harmless, padEnd } from './width.ts';
import { wrap, wrapClaim } from './wrap.ts';
import { illTypedLines } from './ill-typed-text.ts';
import { asJson } from '../records/witness.ts';
import type { Counterexample, Verdict, VerdictName } from '../verdict/verdict.ts';
import type { Paint } from './colour.ts';

/** The verdict's colour: green is earned by a proof alone. */
export const verdictPaint = (name: VerdictName, paint: Paint): ((text: string) => string) =>
  ({ proved: paint.green, survived: paint.yellow, refuted: paint.red, 'ill-typed': paint.magenta, 'gave-up': paint.yellow })[name];

/** A verdict for the terminal: the word first, then the claim, then what it rests on. Lines of at most 80 columns. */
export function verdictLines(verdict: Verdict, paint: Paint): string[] {
  const head = headLine(verdict, paint);
  if (verdict.verdict === 'ill-typed') return [...head, '', ...illTypedLines(verdict)];
  return [...head, '', ...wrapClaim(harmless(verdict.claim), '  '), ...block(body(verdict, paint))];
}

/** The first line alone, as with --quiet. */
export function headLine(verdict: Verdict, paint: Paint): string[] {
  const [first = '', ...rest] = wrap(`${padEnd(verdict.verdict, 9)} ${summary(verdict)}`, '', ' '.repeat(10));
  const word = verdict.verdict;
  return [verdictPaint(word, paint)(paint.bold(word)) + first.slice(word.length), ...rest];
}

function summary(verdict: Verdict): string {
  const { trials, seconds } = verdict;
  const time = secondsText(seconds);
  switch (verdict.verdict) {
    case 'proved': return `for every dimension, by the kernel, in ${plural(verdict.proof?.steps ?? 0, 'step')}; ${time}`;
    case 'refuted': return `by an exact counterexample${trials.run > 0 ? `, ${plural(trials.run, 'trial')}` : ''}; ${time}`;
    case 'survived': return `${countText(trials.met)} of ${plural(trials.run, 'trial')} met the hypotheses; ${time}; not a proof`;
    case 'gave-up': return `undecided; ${countText(trials.met)} of ${plural(trials.run, 'trial')} met the hypotheses; ${time}`;
    case 'ill-typed': return 'the claim has no meaning as it stands';
  }
}

function body(verdict: Verdict, paint: Paint): string[][] {
  const { assumed, axioms, proof, counterexample, message } = verdict;
  return [
    because(message, paint),
    section('assumed', assumed.map(harmless), paint.dim),
    section('axioms', axioms.map(harmless), paint.dim),
    section('proof', proof === null ? [] : alignReasons(proof.derivation.map(stepText)), paint.dim),
    ...(counterexample === null ? [] : counterexampleSections(counterexample, paint)),
  ];
}

/** The reason; what stands below its first line is laid out already, as a caret under a step. */
function because(message: string | null, paint: Paint): string[] {
  const [first, ...rest] = (message ?? '').trimEnd().split('\n');
  if (first === undefined || first === '') return [];
  return [...section('because', [harmless(first)], paint.dim), ...rest.flatMap((line) => wrap(line.split(/\t/).map(harmless).join('  '), '  '))];
}

/** Leading spaces of a step are its layout, and are kept. */
const stepText = (step: string): string => harmless(step).trimEnd();

function counterexampleSections({ at, left, right, fails }: Counterexample, paint: Paint): string[][] {
  const dims = [...at.dims].map(([name, size]) => `${name} = ${size}`).join(', ');
  const values = [...at.values].flatMap(([name, value]) => valueLines(name, value));
  return [
    section('at', [...(dims === '' ? [] : [dims]), ...values], paint.dim),
    [
      ...section('fails', [harmless(fails)], paint.dim),
      ...section('left', [harmless(matrixText(asJson(left)))], paint.dim),
      ...section('right', [harmless(matrixText(asJson(right)))], paint.dim),
    ],
  ];
}

/** Sections with an empty line before each. */
const block = (sections: readonly (readonly string[])[]): string[] => sections.flatMap((lines) => (lines.length === 0 ? [] : ['', ...lines]));
