/** Claims in LaTeX documents: comments, and what is printed behind them. */
import { describe, expect, test } from 'vitest';
import { hasClaims, readTex } from '../../src/catalogue/read-tex.ts';
import { claimText, parseClaim } from '../../src/language/index.ts';

const paper = String.raw`\documentclass{article}
\begin{document}
% claim trace expect=proved: A: m×n; B: n×m
%   |- tr(A B) = tr(B A)
The trace is cyclic.

% claim gradient expect=proved: A: n×n symmetric; x: n
\begin{equation}\label{eq:gradient}
  \nabla_x (x^\top A x) = 2 A x . % printed
\end{equation}

% claim least-squares expect=proved:
\begin{align*}
  X \in \R^{n\times d}; y \in \R^n; w \in \R^d \vdash
  \nabla_w \|Xw - y\|^2 &= 2 X^\top (Xw - y)
\end{align*}

% claim swapped expect=refuted: A, B: n×n
\[ AB = BA \]
% claim: we claim nothing of this kind here
% claim that this is prose
\end{document}
`;

describe('a paper', () => {
  const { entries, problems } = readTex('sections/My Paper.tex', paper);

  test('its claims are read, each with its name and its verdict', () => {
    expect(problems).toEqual([]);
    expect(entries.map(({ id, expect: verdict, place }) => [id, verdict, place.line])).toEqual([
      ['my-paper/trace', 'proved', 3],
      ['my-paper/gradient', 'proved', 7],
      ['my-paper/least-squares', 'proved', 12],
      ['my-paper/swapped', 'refuted', 18],
    ]);
  });

  test('what is printed is what is checked', () => {
    expect(entries.map(({ claim }) => claimText(parseClaim(claim)))).toEqual([
      'A: m x n; B: n x m |- tr(A B) = tr(B A)',
      "A: n x n symmetric; x: n |- grad[x](x' A x) = 2 A x",
      "X: n x d; y: n; w: d |- grad[w](norm(X w - y)^2) = 2 X' (X w - y)",
      'A: n x n; B: n x n |- A B = B A',
    ]);
  });

  test('a place in a claim is a place in the file', () => {
    const lines = paper.split('\n');
    for (const { claim, claimStart } of entries) {
      claim.split('\n').forEach((line, i) => {
        const at = line.search(/[A-Za-z\\]/);
        if (at < 0 || claimStart === null) return;
        const column = i === 0 ? claimStart.column - 1 + at : at;
        expect(lines[claimStart.line - 1 + i]?.slice(column, column + 3)).toBe(
          line.slice(at, at + 3),
        );
      });
    }
  });
});

test.each([
  ['% claim a expect=maybe: |- 1 = 1', 'a verdict is one of'],
  ['% claim Big: |- 1 = 1', 'must be small letters'],
  ['% claim a b: |- 1 = 1', "'b' is not understood"],
  ['% claim a: A: n×n\n\\begin{equation} A = A', 'never closed by \\end{equation}'],
  ['% claim a: A: n×n\nSome prose.', 'no formula follows'],
  ['% claim a: |- 1 = 1\n\n% claim a: |- 1 = 1', 'declared twice'],
])('%j is a problem', (text, message) => {
  const { problems } = readTex('p.tex', text);
  expect(problems.map((one) => one.message).join()).toContain(message);
  expect(hasClaims('p.tex', text)).toBe(true);
});

test('a document without claims yields an empty list', () => {
  expect(hasClaims('p.tex', 'Text. % claims are made\n% claim that\n')).toBe(false);
});
