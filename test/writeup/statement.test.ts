/** Tests of printing a claim as sentences. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCatalogue, readHere } from '../../src/catalogue/read-catalogue.ts';
import * as elenchus from '../../src/index.ts';
import { ClaimError, formulaLatex, nameLatex, parseClaim } from '../../src/language/index.ts';
import type { Claim } from '../../src/language/index.ts';
import { latexText } from '../../src/writeup/latex-text.ts';
import { piecesLatex } from '../../src/writeup/pieces-latex.ts';
import { assumedPieces, statementOf } from '../../src/writeup/statement.ts';

const root = join(import.meta.dirname, '../..');
const said = (text: string): [string, string, string] => {
  const { given, suppose, conclusion } = statementOf(parseClaim(text));
  return [piecesLatex(given), piecesLatex(suppose), conclusion];
};

describe('a statement in sentences', () => {
  test.each([
    [
      'A, B: n×n symmetric; c: scalar; n >= 2; c > 0 |- A B = c B',
      [
        '$A, B \\in \\mathbb{R}^{n \\times n}$ symmetric and $c \\in \\mathbb{R}$',
        '$n \\geq 2$ and $c > 0$',
        'A B = c B',
      ],
    ],
    [
      'q[i]: m for i in 1..N; phi: activation |- sum[i](q[i]) = phi(q[1])',
      [
        '$q_{i} \\in \\mathbb{R}^{m},\\ i = 1, \\dots, N$ and $\\phi$ acting entry by entry',
        '',
        '\\sum_{i=1}^{N} q_{i} = \\phi\\left(q_{1}\\right)',
      ],
    ],
    [
      'H: k×k psd |- H >>= 0',
      ['$H \\in \\mathbb{R}^{k \\times k}$ positive semidefinite', '', 'H \\succeq 0'],
    ],
  ])('%s', (text, sentences) => expect(said(text)).toEqual(sentences));

  test('random variables stand there with their law', () => {
    const [given] = said(
      'W: m×n ~ normal(0, s/n); s: scalar positive; x: n |- E[|W x|^2] = s m/n |x|^2',
    );
    expect(given).toMatch(/W \\sim \\mathrm\{normal\}/);
  });
  test('nothing of a claim is left out, for the whole catalogue', async () => {
    const { entries } = await readCatalogue(
      [join(root, 'proofs'), join(root, 'properties')],
      readHere(elenchus),
    );
    let looked = 0;
    for (const { id, claim: text } of entries) {
      let claim: Claim;
      try {
        claim = parseClaim(text);
      } catch (error) {
        if (error instanceof ClaimError) continue;
        throw error;
      }
      const { given, suppose, conclusion } = statementOf(claim);
      const all = piecesLatex([...given, { words: ' ' }, ...suppose]);
      for (const { name } of [...claim.declarations, ...claim.random.map((r) => r.declaration)])
        expect(all, id).toContain(nameLatex(name).replace(/\}$/, ''));
      for (const hypothesis of claim.hypotheses)
        expect(all, id).toContain(formulaLatex(hypothesis));
      expect(all.match(/\\sim/g)?.length ?? 0, id).toBeGreaterThanOrEqual(claim.random.length);
      expect(conclusion).toBe(formulaLatex(claim.conclusion));
      looked += 1;
    }
    expect(looked).toBeGreaterThan(50);
  });
  test('what is assumed is mathematics where it can be', () => {
    const claim = parseClaim(
      "W: m×n; p: R^m -> R; h: n; c: scalar nonzero; |h| = 1 |- inv(W W') = 0 and grad[h](p(W h)) = W' grad(p)(W h)",
    );
    expect(
      assumedPieces(claim, [
        "W W' invertible",
        'p smooth',
        'c nonzero',
        '|h| = 1',
        'some words; of another kind',
      ]).map(piecesLatex),
    ).toEqual([
      '$W W^{\\top}$ invertible',
      '$p$ smooth',
      '$c$ nonzero',
      '$\\left\\lvert h \\right\\rvert = 1$',
      '\\texttt{some words; of another kind}',
    ]);
  });
});

test.each([
  ['a_b & 50 % of #1', 'a\\_b \\& 50 \\% of \\#1'],
  ['{x}\\y^~', '\\{x\\}\\textbackslash{}y\\textasciicircum{}\\textasciitilde{}'],
  ['é Łódź ő', "\\'{e} \\L{}\\'{o}d\\'{z} \\H{o}"],
  ['∇φ ⪰ 0', '\\ensuremath{\\nabla}\\ensuremath{\\varphi} \\ensuremath{\\succeq} 0'],
  ['W₁²', 'W\\ensuremath{_{1}}\\ensuremath{^2}'],
  ['漢\u0007x\ny', '[U+6F22] x y'],
])('%j in ASCII', (text, latex) => expect(latexText(text)).toBe(latex));
