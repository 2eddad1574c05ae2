/**
 * elenchus.sty for a write-up: the commands and the claims that it cites. Compiles without
 * elenchus, in pure ASCII.
 */
import { describe, inWords } from './describe.ts';
import { latexCode, latexText } from './latex-text.ts';
import { latexMacros } from './latex-macros.ts';
import { piecesLatex } from './pieces-latex.ts';
import { proofLatex } from './proof-latex.ts';
import { recordText, textHash } from './record.ts';
import type { CitationRecord, CitedClaim } from './record.ts';
import { latexComment, sealed } from './file-seal.ts';

export function latexPackage(record: CitationRecord): string {
  const body = [latexMacros, ...record.claims.map(claimLatex), '\\endinput', ''].join('\n');
  return sealed(body, latexComment, record.document, textHash(recordText(record)), record.version);
}

function claimLatex(cited: CitedClaim): string {
  const { heading, details } = describe(cited);
  return [
    `\\elc@claim{${cited.id}}{${printedId(cited)}}{${cited.verdict}}{${heading}}%`,
    `  {${statementLatex(cited)}}%`,
    `  {${details.map(({ label, pieces }) => `\\elc@detail{${label}}{${piecesLatex(pieces)}}`).join('%\n   ')}}`,
    ...proofOf(cited),
    '',
  ].join('\n');
}

function proofOf({ id, claim, proof }: CitedClaim): string[] {
  const text = proof === undefined ? null : proofLatex(claim, proof);
  return text === null ? [] : [`\\elc@proof{${id}}{%`, `   ${text}}`];
}

/**
 * A finding is printed with the beginning of its hash, which covers the numbers that it rests on.
 */
const printedId = ({ id, verdict, hash }: CitedClaim): string => {
  const name = id.replaceAll(/([/.-])(?=.)/g, '$1\\allowbreak{}');
  return (verdict === 'found' || verdict === 'not found') && hash !== null
    ? `${name} [${hash.slice(0, 8)}]`
    : name;
};

/** One line a part, so that a change of the statement is a small change of the file. */
function statementLatex(cited: CitedClaim): string {
  const { statement, fails } = describe(cited);
  if (statement === null)
    return inWords(cited) ? latexText(cited.claim) : `It reads ${latexCode(cited.claim)}.`;
  const { given, suppose, conclusion } = statement;
  return [
    ...(given.length === 0 ? [] : [`Let ${piecesLatex(given)}.`]),
    ...(suppose.length === 0 ? [] : [`Suppose ${piecesLatex(suppose)}.`]),
    `${cited.verdict === 'proved' ? 'Then' : 'Claimed:'}\\elc@display{${conclusion}}`,
    ...(fails.length === 0 ? [] : [`${piecesLatex(fails)}.`]),
  ].join('\n   ');
}
