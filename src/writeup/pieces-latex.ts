/** Pieces of a sentence as LaTeX. */
import { latexCode, latexText } from './latex-text.ts';
import type { Piece } from './statement.ts';

export const piecesLatex = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) =>
      'math' in piece
        ? `$${piece.math}$`
        : 'code' in piece
          ? latexCode(piece.code)
          : latexText(piece.words),
    )
    .join('');
