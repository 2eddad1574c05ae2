/**
 * The Markdown edition of the write-up: the LaTeX that the write-up uses, and nothing more, turned
 * into Markdown.
 */
import { formulaLatex, parseClaim } from '../../../src/language/index.ts';
import { portable } from '../../../src/writeup/claims-markdown.ts';
import { kinds } from '../../../src/writeup/citation.ts';
import { statementOf } from '../../../src/writeup/statement.ts';
import type { Piece } from '../../../src/writeup/statement.ts';
import type { References } from './references.ts';

export interface Sources {
  /** Text of a claim of the catalogue. */
  readonly claimOf: (id: string) => string;
  /** Works that are cited, by their keys. */
  readonly references: References;
  /** Markdown in place of a file that is put in. */
  readonly inputs: ReadonlyMap<string, string>;
}

const kind = kinds.join('|');

/** Throws where a command is left over: such an edition would show LaTeX. */
export function markdownEdition(latex: string, { claimOf, inputs, references }: Sources): string {
  const title =
    /\\title\{([^}]*)\}/.exec(latex)?.[1]?.replaceAll('\\\\', ' ').replaceAll(/\s+/g, ' ') ?? '';
  const [, body = ''] = /\\begin\{document\}([\s\S]*)\\end\{document\}/.exec(latex) ?? [];
  const kept: string[] = [];
  const keep = (text: string): string => `\uE000${kept.push(text) - 1}\uE000`;
  const cited: string[] = [];
  const cite = (keys: string): string =>
    `(${keys
      .split(',')
      .map((one) => {
        const key = one.trim();
        if (!cited.includes(key)) cited.push(key);
        return references.get(key)?.short ?? missing(`\\cite{${key}}`);
      })
      .join('; ')})`;
  let part = 0;
  let below = 0;
  const text = body
    .replaceAll(/\\\[([\s\S]*?)\\\]/g, (_, math: string) =>
      keep(`\n\n$$${portable(math.trim().replaceAll('\n', ' '))}$$\n\n`),
    )
    .replaceAll(/\$([^$]*)\$/g, (_, math: string) =>
      keep(`$${portable(math.replaceAll('\n', ' '))}$`),
    )
    .replaceAll(/\\input\{([\w-]+)\}/g, (_, name: string) =>
      keep(inputs.get(name) ?? missing(`\\input{${name}}`)),
    )
    .replaceAll(new RegExp(String.raw`\\lemma\*\{([^}]*)\}`, 'g'), (_, id: string) =>
      keep(statement(id, claimOf(id))),
    )
    .replaceAll(new RegExp(String.raw`\\(${kind})\{([^}]*)\}`, 'g'), (_, as: string, id: string) =>
      as === 'lemma' ? `[@${id}]` : `[${as} @${id}]`,
    )
    .replaceAll(
      /\\begin\{abstract\}\s*\\noindent([\s\S]*?)\\end\{abstract\}/g,
      (_, abstract: string) => `*${abstract.trim()}*`,
    )
    .replaceAll(
      /\\(sub)?section\{([^}]*)\}(?:\\label\{[^}]*\})?/g,
      (_, sub: string | undefined, name: string) => {
        [part, below] = sub === undefined ? [part + 1, 0] : [part, below + 1];
        return sub === undefined ? `## ${part}. ${name}` : `### ${part}.${below} ${name}`;
      },
    )
    .replaceAll(/\\paragraph\{([^}]*)\}/g, '**$1**')
    .replaceAll(/\\cite\{([^}]*)\}/g, (_, keys: string) => cite(keys))
    .replaceAll(/\\bibliographystyle\{[^}]*\}/g, '')
    .replaceAll(/\\bibliography\{[^}]*\}/g, () =>
      keep(
        [
          '## References',
          '',
          ...cited
            .map((key) => references.get(key)?.full ?? '')
            .toSorted()
            .map((one) => `- ${one}`),
        ].join('\n'),
      ),
    )
    .replaceAll(/\\texttt\{([^}]*)\}/g, '`$1`')
    .replaceAll(/\\clearpage\b/g, '')

    .replaceAll(/\\(?:begin|end)\{(?:itemize|enumerate|description)\}/g, '')
    .replaceAll(/\\item\[([^\]]*)\]/g, '- **$1.**')
    .replaceAll(/\\emph\{([^}]*)\}/g, '*$1*')
    .replaceAll(/(?:Table|Figure)~\\ref\{[\w-]+\}/g, (reference) =>
      reference.startsWith('T') ? 'the table below' : 'the figure of the LaTeX edition',
    )
    .replaceAll(/\\item\b/g, '-')
    .replaceAll(/\\(?:maketitle|noindent)\b/g, '')
    .replaceAll(/``|''/g, '"')
    .replaceAll('--', '–')
    .replaceAll('\\,\\%', ' %')
    .replaceAll('~', ' ');
  const left = /\\[A-Za-z]+/.exec(text);
  if (left !== null) missing(left[0]);
  const full = text.replaceAll(/\uE000(\d+)\uE000/g, (_, i: string) => kept[Number(i)]!);
  return `# ${title}\n\n${sentences(full)}\n`;
}

function missing(what: string): never {
  throw new Error(`the Markdown edition does not know ${what}`);
}

/**
 * Single line ends stay; a sentence that begins with the place of a table begins with a capital.
 */
const sentences = (text: string): string =>
  text
    .replaceAll(/(^|[.:] |\.\n)the (table|figure)/g, '$1The $2')
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

const pieces = (parts: readonly Piece[]): string =>
  parts
    .map((piece) =>
      'math' in piece
        ? `$${portable(piece.math)}$`
        : 'code' in piece
          ? `\`${piece.code}\``
          : piece.words,
    )
    .join('');

function statement(id: string, text: string): string {
  const claim = parseClaim(text);
  const { given, suppose } = statementOf(claim);
  return `> **Lemma** [@${id}]. Let ${pieces(given)}.${suppose.length === 0 ? '' : ` Suppose ${pieces(suppose)}.`} Then\n>\n> $$${portable(formulaLatex(claim.conclusion))}$$`;
}
