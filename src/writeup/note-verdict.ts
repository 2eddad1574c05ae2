/**
 * The verdict under a claim in a note; the same in every run, so that writing it twice changes
 * nothing.
 */
import { shownText } from '../report/explanation-text.ts';
import { code } from '../report/markdown-code.ts';
import { plural } from '../report/numbers-text.ts';
import { valueLines } from '../report/value-text.ts';
import { harmless } from '../report/width.ts';
import type { Counterexample, Verdict } from '../verdict/verdict.ts';

/** A block quote in Markdown, a line each: the verdict's word first, then what it rests on. */
export function noteVerdict(verdict: Verdict): string[] {
  const [first, ...rest] = (verdict.message ?? '').trimEnd().split('\n');
  const laidOut = rest.length > 0;
  const because = first === undefined || first === '' || laidOut ? '' : `: ${harmless(first)}`;
  const lines = [
    `**${verdict.verdict}**${says(verdict)}${because}`,
    ...(verdict.counterexample === null ? [] : counterexampleLines(verdict.counterexample)),
    ...(laidOut
      ? ['', '```text', ...[first ?? '', ...rest].map((line) => harmless(line).trimEnd()), '```']
      : []),
  ];
  return lines.map((line) => `> ${line}`.trimEnd());
}

function says({ verdict, proof, assumed, axioms, place }: Verdict): string {
  switch (verdict) {
    case 'proved':
      return [
        `, for every dimension, in ${plural(proof?.steps ?? 0, 'step')}`,
        ...(assumed.length === 0 ? [] : [`; assumed: ${assumed.map(code).join(', ')}`]),
        ...(axioms.length === 0 ? [] : [`; it rests on ${axioms.map(code).join(', ')}`]),
      ].join('');
    case 'refuted':
      return ', by an exact counterexample';
    case 'survived':
      return ' the search; this is not a proof';
    case 'ill-typed':
      return place === null || place === undefined
        ? ''
        : `, at line ${place.line}, column ${place.column} of the block`;
    case 'gave-up':
      return '';
  }
}

function counterexampleLines({ at, left, right, fails }: Counterexample): string[] {
  const dims = [...at.dims].map(([name, size]) => `${name} = ${size}`).join(', ');
  const values = [...at.values].flatMap(([name, value]) => valueLines(name, value));
  return [
    '',
    ...[...(dims === '' ? [] : [dims]), ...values].map((text) => `- ${code(harmless(text))}`),
    '',
    `There ${code(harmless(fails))} fails: left ${code(shownText(left))}, right ${code(shownText(right))}.`,
  ];
}
