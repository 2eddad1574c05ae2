/**
 * A told proof as the body of a proof environment: a line each, statements as mathematics, reasons
 * in brackets.
 */
import { ClaimError, parseClaim, type Claim } from '../language/index.ts';
import { splitReason } from '../report/proof-text.ts';
import { toldRanges, type Known } from '../report/told-formula.ts';
import { toldNames } from '../report/told-names.ts';
import { toldSentence, type SentencePart } from '../report/told-sentence.ts';
import { latexCode, latexText } from './latex-text.ts';
import { formula, reasonLatex, termLatex } from './told-latex.ts';

const signs: Readonly<Record<string, string>> = {
  '=': '=',
  '<=': String.raw`\le`,
  '>=': String.raw`\ge`,
  '<': '<',
  '>': '>',
};

/** A further link of a chain. */
function link(sign: string, text: string, known: Known): string {
  const term = termLatex(text, known);
  return term === null
    ? `$${signs[sign] ?? '='}$ ${latexCode(text)}`
    : `$${signs[sign] ?? sign} ${term}$`;
}

/** `u: m and v: n` by their names. */
const takenNames = (declarations: string, known: Known): string =>
  declarations
    .split(' and ')
    .map((one) => one.split(':')[0] ?? '')
    .map((name) => `$${termLatex(name, known) ?? latexText(name)}$`)
    .join(' and ');

/** `Let v be in R^n.` */
function letLatex(name: string, shape: string, known: Known): string {
  const sizes = shape
    .replace(/^\((.*)\)$/, '$1')
    .split('×')
    .map(latexText);
  const power = shape === '' ? '' : `^{${sizes.join(String.raw` \times `)}}`;
  return `Let $${termLatex(name, known) ?? latexText(name)} \\in \\mathbb{R}${power}$.`;
}

const inText = (text: string, known: Known): string => termLatex(text, known) ?? latexText(text);

/** A part of a sentence: `i in 1..L` is i in {1, …, L}. */
function partLatex(part: SentencePart, known: Known): string {
  if (part.kind === 'range') {
    const [index, from, to] = [part.index, part.from, part.to].map((x) => inText(x, known));
    return String.raw`$${index} \in \{${from}, \dots, ${to}\}$`;
  }
  if (part.kind === 'prose') return latexText(part.text);
  return part.kind === 'term' ? `$${inText(part.text, known)}$` : formula(part.text, known);
}

function body(text: string, known: Known): string {
  if (text === '=>' || text === '<=')
    return text === '=>' ? String.raw`$\Rightarrow$` : String.raw`$\Leftarrow$`;
  const sentence = toldSentence(text);
  if (sentence !== null) return sentence.map((part) => partLatex(part, known)).join('');
  const taken = /^Take (.+?) such that (.+)$/.exec(text);
  if (taken)
    return `Take ${takenNames(taken[1] ?? '', known)} such that ${formula(taken[2] ?? '', known)}`;
  const bound = /^Let (\S+) be in R(?:\^(\S+))?\.$/.exec(text);
  if (bound) return letLatex(bound[1] ?? '', bound[2] ?? '', known);
  if (/^(?:Let |Take |This is a contradiction)/.test(text)) return latexText(text);
  const goesOn = /^(=|<=|>=|<|>) (.*)$/.exec(text);
  return goesOn ? link(goesOn[1] ?? '', goesOn[2] ?? '', known) : formula(text, known);
}

/** Lines `\elc@step{depth}{statement}{reason}`; null where the claim cannot be read. */
export function proofLatex(claimText: string, lines: readonly string[]): string | null {
  let claim: Claim;
  try {
    claim = parseClaim(claimText);
  } catch (error) {
    if (error instanceof ClaimError) return null;
    throw error;
  }
  const known = { claim, extra: toldNames(lines, claim), ranges: toldRanges(lines) };
  let depth = 0;
  return lines
    .map((raw) => {
      const [statement, reason] = splitReason(raw);
      const [, label = '', text = ''] = /^(\(\d+\) )?(.*)$/.exec(statement.trim()) ?? [];
      const isLink = /^(?:=|<=|>=|<|>) ./.test(text);
      if (!isLink) depth = Math.floor((statement.length - statement.trimStart().length) / 2);
      const indent = 1.5 * depth + (isLink ? 2 : 0);
      const said = `${label}${body(text, known)}`;
      return `\\elc@step{${indent}}{${said}}{${reasonLatex(reason, known)}}`;
    })
    .join('%\n   ');
}
