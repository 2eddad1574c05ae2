/**
 * elenchus.typ for a write-up in Typst: functions that print what the record NAME.claims.json
 * holds, and refuse what it does not.
 */
import { basename, extname } from 'node:path';
import { accepts, kinds, printedAs } from './citation.ts';
import { describe } from './describe.ts';
import { sealed, typstComment } from './file-seal.ts';
import { recordText, textHash, type CitationRecord } from './record.ts';
import type { Piece } from './statement.ts';

const string = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
const array = (items: readonly string[]): string =>
  items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
const words = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => ('words' in piece ? piece.words : 'code' in piece ? piece.code : ''))
    .join('');

/** The tables that the functions of the module look in. */
function tables(record: CitationRecord): string {
  const stem = basename(record.document, extname(record.document));
  const details = record.claims.map((cited) => {
    const { heading, details: all } = describe(cited);
    const lines = all
      .filter(({ pieces }) => pieces.every((piece) => !('math' in piece)))
      .map(({ label, pieces }) => string(`${label}: ${words(pieces)}.`));
    return `  ${string(cited.id)}: (heading: ${string(heading)}, details: ${array(lines)}),`;
  });
  return `
#let elenchus-record = json(${string(`${stem}.claims.json`)})
#let elenchus-names = (${kinds.map((kind) => `${kind}: ${string(printedAs[kind])}`).join(', ')})
#let elenchus-accepts = (
${kinds.map((kind) => `  ${kind}: ${array(accepts[kind].map(string))},`).join('\n')}
)
#let elenchus-details = (
${details.length === 0 ? '  :' : details.join('\n')}
)
`;
}

const dims =
  'found.counterexample.dims.pairs().map(p => raw(p.at(0) + " = " + str(p.at(1)))).join(", ")';
const values = 'found.counterexample.values.map(v => v.text.map(raw).join(", ")).join(", ")';
const fails = '#raw(found.counterexample.fails) does not hold';

/** The functions in Typst, the same for every document. */
const functions = `
// The claim of an id; stops where it is not there, or has not earned the name.
#let elenchus-claim(kind, id) = {
  let found = elenchus-record.claims.find(one => one.id == id)
  if found == none { panic("'" + id + "' is not among the claims of this file: run elenchus cite") }
  if found.verdict not in elenchus-accepts.at(kind) {
    panic("'" + id + "' is " + found.verdict + ", so it is not a " + kind)
  }
  found
}

#let elenchus-cite(kind, id) = {
  let found = elenchus-claim(kind, id)
  [#elenchus-names.at(kind)~#raw(found.id)]
}

#let elenchus-statement(kind, id, details: false) = {
  let found = elenchus-claim(kind, id)
  let said = elenchus-details.at(id)
  block(width: 100%, above: 1em, below: 1em)[
    *#said.heading* #raw(found.id). #raw(found.claim, lang: "elenchus", block: true)
    #if found.counterexample != none [
      It fails at #${dims}#if found.counterexample.dims.len() > 0 [, ]#${values}, where ${fails}.
    ]
    #if details { text(size: 0.85em)[#said.details.join(" ")] }
  ]
}
`;

/** `#lemma("id")` and its like, one for each kind, and all statements at once. */
const byKind = `
${kinds
  .map(
    (kind) =>
      `#let ${kind}(id) = elenchus-cite(${string(kind)}, id)\n#let ${kind}-statement(id) = ` +
      `elenchus-statement(${string(kind)}, id)`,
  )
  .join('\n')}

// Every claim that the text cites.
#let elenchus-statements() = for one in elenchus-record.claims {
  elenchus-statement("claim", one.id, details: true)
}
`;

export const typstModule = (record: CitationRecord): string =>
  sealed(
    `${tables(record)}${functions}${byKind}\n`,
    typstComment,
    record.document,
    textHash(recordText(record)),
    record.version,
  );
