/** A table as LaTeX, which may run over pages, and as Markdown. */
import { portable } from '../../../src/writeup/claims-markdown.ts';
import { latexText } from '../../../src/writeup/latex-text.ts';
import { piecesLatex } from '../../../src/writeup/pieces-latex.ts';
import type { Piece } from '../../../src/writeup/statement.ts';

/** A piece of a sentence, or a citation of a counterexample. */
export type Cell = readonly (Piece | { readonly cited: string })[];

export interface Table {
  readonly label: string;
  readonly caption: string;
  readonly columns: readonly string[];
  /**
   * Share of the line's width of a column that may be broken; null for one that is as wide as its
   * entries.
   */
  readonly widths: readonly (string | null)[];
  readonly rows: readonly (readonly Cell[])[];
}

const cellLatex = (cell: Cell): string =>
  cell
    .map((piece) => ('cited' in piece ? `\\counterexample{${piece.cited}}` : piecesLatex([piece])))
    .join('');

export function tableLatex(table: Table): string {
  const { label, caption, columns, widths, rows } = table;
  const layout = widths
    .map((width) =>
      width === null ? 'l' : `>{\\raggedright\\arraybackslash}p{${width}\\linewidth}`,
    )
    .join('');
  const line = (cells: readonly string[]): string => `${cells.join(' & ')} \\\\`;
  const lines = rows.map((row) => line(row.map(cellLatex)));
  // A table without a broken column is short, and floats.
  if (widths.every((width) => width === null)) {
    return [
      `\\begin{table}[t]\\centering\\small\\setlength\\tabcolsep{4pt}\\caption{${caption}\\label{${label}}}`,
      '\\smallskip',
      `\\begin{tabular}{@{}${layout}@{}}`,
      line(columns.map(latexText)),
      '\\hline',
      ...lines,
      '\\hline',
      '\\end{tabular}\\end{table}',
      '',
    ].join('\n');
  }
  return [
    // The column's head says what each id is.
    `{\\small\\renewcommand\\elenchuscounterexamplename{\\hspace*{-0.33em}}\\renewcommand\\arraystretch{1.1}\\setlength\\tabcolsep{4pt}`,
    `\\begin{longtable}{@{}${layout}@{}}`,
    `\\caption{${caption}\\label{${label}}}\\\\`,
    line(columns.map(latexText)),
    '\\hline\\endfirsthead',
    line(columns.map(latexText)),
    '\\hline\\endhead',
    ...lines,
    '\\hline',
    '\\end{longtable}}',
    '',
  ].join('\n');
}

const cellMarkdown = (cell: Cell): string =>
  cell
    .map((piece) =>
      'cited' in piece
        ? `[counterexample @${piece.cited}]`
        : 'math' in piece
          ? `$${portable(piece.math)}$`
          : 'code' in piece
            ? `\`${piece.code}\``
            : piece.words,
    )
    .join('');

export function tableMarkdown({ caption, columns, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    `*${caption}*`,
    '',
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(row.map(cellMarkdown))),
    '',
  ].join('\n');
}
