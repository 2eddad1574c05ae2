/**
 * NAME.claims.md for a write-up in Markdown: every claim that it cites, with its mathematics
 * between dollar signs.
 */
import { code } from '../report/markdown-code.ts';
import { harmless } from '../report/width.ts';
import { describe, inWords } from './describe.ts';
import { recordText, textHash } from './record.ts';
import type { CitationRecord, CitedClaim } from './record.ts';
import { markdownComment, sealed } from './file-seal.ts';
import type { Piece } from './statement.ts';

export function claimsMarkdown(record: CitationRecord): string {
  const body = [
    `# Claims cited in ${escaped(record.document)}`,
    '',
    ...record.claims.flatMap((cited) => [...claimLines(cited), '']),
  ].join('\n');
  return sealed(
    `${body.trimEnd()}\n\n`,
    markdownComment,
    record.document,
    textHash(recordText(record)),
    record.version,
  );
}

function claimLines(cited: CitedClaim): string[] {
  const { heading, statement, fails, details } = describe(cited);
  return [
    `## ${heading} ${code(cited.id)}`,
    '',
    ...(statement === null
      ? inWords(cited)
        ? [escaped(cited.claim)]
        : ['It reads', '', '```text', ...cited.claim.split('\n').map(harmless), '```']
      : [
          ...(statement.given.length === 0 ? [] : [`Let ${pieces(statement.given)}.`]),
          ...(statement.suppose.length === 0 ? [] : [`Suppose ${pieces(statement.suppose)}.`]),
          cited.verdict === 'proved' ? 'Then' : 'Claimed:',
          '',
          `$$${portable(statement.conclusion)}$$`,
          ...(fails.length === 0 ? [] : ['', `${pieces(fails)}.`]),
        ]),
    '',
    ...details.map(({ label, pieces: parts }) => `- ${label}: ${pieces(parts)}`),
    ...(cited.proof === undefined || cited.proof.length === 0
      ? []
      : ['', 'Proof:', '', '```text', ...cited.proof.map(harmless), '```']),
  ];
}

const pieces = (parts: readonly Piece[]): string =>
  parts
    .map((piece) =>
      'math' in piece
        ? `$${portable(piece.math)}$`
        : 'code' in piece
          ? code(harmless(piece.code))
          : escaped(piece.words),
    )
    .join('');

/** Characters that Markdown would take for its own. */
const escaped = (text: string): string =>
  harmless(text).replaceAll(/[\\`*_[\]<>$#|~]/g, String.raw`\$&`);

/**
 * Some renderers take a backslash before punctuation for an escape of Markdown, and know no
 * \operatorname.
 */
export const portable = (math: string): string =>
  math
    .replaceAll('\\operatorname{', '\\mathrm{')
    .replaceAll('\\\\', '\\cr')
    .replaceAll('\\{', '\\lbrace ')
    .replaceAll('\\}', '\\rbrace ')
    .replaceAll('\\|', '\\Vert ')
    .replaceAll('\\,', '\\thinspace ')
    .replaceAll('\\;', '\\thickspace ')
    .replaceAll('\\!', '')
    .replaceAll('<', '\\lt ')
    .replaceAll('>', '\\gt ');
