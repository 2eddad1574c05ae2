/** Statements of a told proof as mathematics, and its reasons with the statements in them. */
import { closingBracket } from '../language/closing-bracket.ts';
import { exprLatex, formulaLatex, nameLatex } from '../language/index.ts';
import { readTold, type Known } from '../report/told-formula.ts';
import { latexCode, latexText } from './latex-text.ts';

export function formula(text: string, known: Known): string {
  const f = readTold(text, known);
  if (f !== null) return `$${formulaLatex(f)}$`;
  const term = termLatex(text, known);
  return term === null ? latexCode(text) : `$${term}$`;
}

/** A term as mathematics, without the signs around it; null of a text that is not one. */
export function termLatex(text: string, known: Known): string | null {
  const f = readTold(`${text} = ${text}`, known);
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
  const [, factor = '', place = ''] = /^(.+)( on the (?:left|right))$/.exec(text) ?? [];
  const multiplier = factor === '' ? null : termLatex(factor, known);
  if (multiplier !== null) return `$${multiplier}$${place}`;
  const f = readTold(text, known);
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
