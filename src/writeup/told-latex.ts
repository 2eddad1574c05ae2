/** Statements of a told proof as mathematics, and its reasons with the statements in them. */
import {
  ClaimError,
  exprLatex,
  formulaLatex,
  nameLatex,
  parseFormula,
  type Claim,
  type Declaration,
  type Formula,
} from '../language/index.ts';
import { closingBracket } from '../language/closing-bracket.ts';
import { latexCode, latexText } from './latex-text.ts';

/** A claim, and the names that the proof brings in. */
export interface Known {
  readonly claim: Claim;
  readonly extra: readonly Declaration[];
  /** Indices over which something is stated for all, as `l in 1..L`. */
  readonly ranges: readonly string[];
}

function readAs(text: string, claim: Claim, extra: readonly Declaration[]): Formula | null {
  try {
    return parseFormula(text, claim, extra);
  } catch (error) {
    if (error instanceof ClaimError) return null;
    throw error;
  }
}

/** With the names of the proof, without them where it binds them itself, or under an index. */
function read(text: string, { claim, extra, ranges }: Known): Formula | null {
  const found = readAs(text, claim, extra) ?? readAs(text, claim, []);
  if (found !== null) return found;
  for (const range of ranges) {
    const all = readAs(`forall ${range}. ${text}`, claim, extra);
    if (all?.kind === 'each') return all.body;
  }
  return null;
}

export function formula(text: string, known: Known): string {
  const f = read(text, known);
  if (f !== null) return `$${formulaLatex(f)}$`;
  const term = termLatex(text, known);
  return term === null ? latexCode(text) : `$${term}$`;
}

/** A term as mathematics, without the signs around it; null of a text that is not one. */
export function termLatex(text: string, known: Known): string | null {
  const f = read(`${text} = ${text}`, known);
  return f?.kind === 'relation' ? exprLatex(f.right) : null;
}

/** What stands between the statements of a reason. */
const between = /(, | and |\bsince |\bby |\bhypothesis )/;

function piece(text: string, known: Known): string {
  const whole = /^right - left = (.*)$/.exec(text);
  const sum = whole === null ? null : termLatex(whole[1] ?? '', known);
  if (sum !== null) return `right $-$ left $= ${sum}$`;
  const [, before = '', name = '', by = ''] = /^(.* with )?(\w+) := (.+)$/.exec(text) ?? [];
  const term = by === '' ? null : termLatex(by, known);
  if (term !== null) return `${latexText(before)}$${nameLatex(name)} := ${term}$`;
  const f = read(text, known);
  return f === null ? latexText(text) : `$${formulaLatex(f)}$`;
}

/** `by 'norm of a sum' (S), since T`, with S and T as mathematics. */
export function reasonLatex(text: string, known: Known): string {
  const fact = /'([^']+)' \(/.exec(text);
  if (fact === null)
    return text
      .split(between)
      .map((part, i) => (i % 2 === 1 ? latexText(part) : piece(part, known)))
      .join('');
  const open = fact.index + fact[0].length - 1;
  const close = closingBracket(text, open);
  const before = reasonLatex(text.slice(0, fact.index), known);
  const inside = reasonLatex(text.slice(open + 1, close), known);
  const after = reasonLatex(text.slice(close + 1), known);
  return `${before}${latexText(`'${fact[1]}'`)} (${inside})${after}`;
}
