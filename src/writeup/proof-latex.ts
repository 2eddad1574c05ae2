/**
 * A told proof as the body of a proof environment: a line each, statements as mathematics, reasons
 * in brackets.
 */
import { ClaimError, parseClaim, type Claim } from '../language/index.ts';
import { splitReason } from '../report/proof-text.ts';
import { toldNames } from '../report/told-names.ts';
import { latexCode, latexText } from './latex-text.ts';
import { formula, reasonLatex, termLatex, type Known } from './told-latex.ts';

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

function body(text: string, known: Known): string {
  if (text === '=>' || text === '<=')
    return text === '=>' ? String.raw`$\Rightarrow$` : String.raw`$\Leftarrow$`;
  const supposed = /^(Suppose (?:not, so )?|Case )(.*)([.:])$/.exec(text);
  if (supposed) return `${supposed[1]}${formula(supposed[2] ?? '', known)}${supposed[3]}`;
  const taken = /^Take (.+?) such that (.+)$/.exec(text);
  if (taken)
    return `Take ${takenNames(taken[1] ?? '', known)} such that ${formula(taken[2] ?? '', known)}`;
  const bound = /^Let (\S+) be in R(?:\^(\S+))?\.$/.exec(text);
  if (bound) return letLatex(bound[1] ?? '', bound[2] ?? '', known);
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
  const ranges = lines.flatMap((line) =>
    [...line.matchAll(/\b(?:forall|Let|on) (\w+) (?:be )?in (1\.\.[^\s.:,]+)/g)].map(
      ([, name, range]) => `${name} in ${range}`,
    ),
  );
  const known = { claim, extra: toldNames(lines, claim), ranges: [...new Set(ranges)] };
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
