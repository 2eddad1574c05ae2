/** A counterexample as Markdown, for an issue tracker. */
import type { Explanation, ExplainedFormula } from '../refuter/index.ts';
import type { Counterexample } from '../verdict/verdict.ts';
import { code } from './markdown-code.ts';
import { legend, markedLines, shownText } from './explanation-text.ts';

/** What a write-up of a counterexample tells. */
export interface Issue {
  readonly id: string | null;
  readonly claim: string;
  readonly hash: string;
  readonly assumed: readonly string[];
  readonly counterexample: Counterexample;
  readonly explanation: Explanation;
  /** Other claims that the witness refutes, with the verdict they declare. */
  readonly also: readonly { readonly id: string; readonly expect: string | null }[];
  /** Path of the record. */
  readonly record: string;
  readonly version: string;
}

/** A counterexample as Markdown that can be pasted as an issue. */
export function issueMarkdown({
  id,
  claim,
  hash,
  assumed,
  counterexample,
  explanation,
  also,
  record,
  version,
}: Issue): string {
  const { at, left, right, fails } = counterexample;
  const stars = legend(explanation.free);
  const dims = [...at.dims].map(([name, size]) => `${name} = ${size}`).join(', ');
  const values = [...at.values].flatMap(([name, value]) =>
    markedLines(name, value, explanation.free.get(name) ?? []),
  );
  const { difference } = explanation.conclusion;
  return [
    `# Counterexample to ${id === null ? 'a claim' : code(id)}`,
    '',
    'The claim',
    '',
    ...fenced(claim.split(/(?=\|- )/)),
    '',
    'is refuted, exactly, at',
    '',
    ...fenced([...(dims === '' ? [] : [dims]), ...values, ...(stars === null ? [] : ['', stars])]),
    '',
    '## The hypotheses hold',
    '',
    ...(assumed.length + explanation.hypotheses.length === 0 ? ['None.'] : []),
    ...explanation.attributes.map((text) => `- ${code(text)}`),
    ...explanation.hypotheses.map((h) => `- ${code(h.text)}${valuesOf(h)}`),
    '',
    '## The conclusion fails',
    '',
    ...fenced([
      // only relations have two sides
      fails,
      ...(left === null ? [] : ['', `left         ${shownText(left)}`]),
      ...(right === null ? [] : [`right        ${shownText(right)}`]),
      ...(difference === null ? [] : [`difference   ${shownText(difference)}`]),
    ]),
    '',
    '## What else it refutes',
    '',
    ...othersRefuted(also),
    '',
    '## Replay',
    '',
    ...fenced([`npx elenchus replay ${record}`], 'sh'),
    '',
    `Statement ${code(hash.slice(0, 12))}, elenchus ${version}.`,
    '',
  ].join('\n');
}

const othersRefuted = (also: Issue['also']): string[] =>
  also.length === 0
    ? ['No other claim of the catalogue.']
    : also.map(({ id, expect }) => `- ${code(id)}${expect === null ? '' : `, declared ${expect}`}`);

function valuesOf({ left, right }: ExplainedFormula): string {
  if (left === null) return '';
  if (right === null) return `: ${code(shownText(left))}`;
  const [l, r] = [shownText(left), shownText(right)];
  return l === r ? `: both sides ${code(l)}` : `: left ${code(l)}, right ${code(r)}`;
}

const fenced = (lines: readonly string[], language = 'text'): string[] => [
  `\`\`\`${language}`,
  ...lines.map((line) => line.trimEnd()),
  '```',
];
