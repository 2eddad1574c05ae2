/**
 * A told proof as the body of a proof environment: a line each, statements as mathematics, reasons
 * in brackets.
 */
import {
  ClaimError,
  exprLatex,
  formulaLatex,
  parseClaim,
  parseFormula,
  type Claim,
  type Declaration,
} from '../language/index.ts';
import { splitReason } from '../report/proof-text.ts';
import { latexCode, latexText } from './latex-text.ts';
import { toldNames } from '../report/told-names.ts';

const signs: Readonly<Record<string, string>> = {
  '=': '=',
  '<=': String.raw`\le`,
  '>=': String.raw`\ge`,
  '<': '<',
  '>': '>',
};

/** A claim, and the names that the proof brings in. */
interface Known {
  readonly claim: Claim;
  readonly extra: readonly Declaration[];
}

const read = (text: string, { claim, extra }: Known) => {
  try {
    return parseFormula(text, claim, extra);
  } catch (error) {
    if (error instanceof ClaimError) return null;
    throw error;
  }
};

function formula(text: string, known: Known): string {
  const f = read(text, known);
  return f === null ? latexCode(text) : `$${formulaLatex(f)}$`;
}

/** A further link of a chain. */
function link(sign: string, term: string, known: Known): string {
  const f = read(`${term} = ${term}`, known);
  return f?.kind === 'relation'
    ? `$${signs[sign] ?? sign} ${exprLatex(f.right)}$`
    : `$${signs[sign] ?? '='}$ ${latexCode(term)}`;
}

function body(text: string, known: Known): string {
  if (text === '=>' || text === '<=')
    return text === '=>' ? String.raw`$\Rightarrow$` : String.raw`$\Leftarrow$`;
  const supposed = /^(Suppose (?:not, so )?|Case )(.*)([.:])$/.exec(text);
  if (supposed) return `${supposed[1]}${formula(supposed[2] ?? '', known)}${supposed[3]}`;
  const taken = /^Take (\S+)(?:: \S+)? such that (.+)$/.exec(text);
  if (taken) return `Take ${latexCode(taken[1] ?? '')} such that ${formula(taken[2] ?? '', known)}`;
  if (/^(?:Let |Take |By induction|Base, |Step, |This is a contradiction)/.test(text))
    return latexText(text);
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
  const known = { claim, extra: toldNames(lines, claim) };
  let depth = 0;
  return lines
    .map((raw) => {
      const [statement, reason] = splitReason(raw);
      const [, label = '', text = ''] = /^(\(\d+\) )?(.*)$/.exec(statement.trim()) ?? [];
      const isLink = /^(?:=|<=|>=|<|>) ./.test(text);
      if (!isLink) depth = Math.floor((statement.length - statement.trimStart().length) / 2);
      return `\\elc@step{${1.5 * depth + (isLink ? 2 : 0)}}{${label}${body(text, known)}}{${latexText(reason)}}`;
    })
    .join('%\n   ');
}
