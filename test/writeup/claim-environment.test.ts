/**
 * The environment elenchusclaim of LaTeX: read as a claim and as a citation, typeset by pdflatex.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readTex } from '../../src/catalogue/read-tex.ts';
import { examine } from '../../src/verdict/examine.ts';
import { latexPackage } from '../../src/writeup/latex-package.ts';
import { readLatex } from '../../src/writeup/read-latex.ts';
import { citedClaim } from '../../src/writeup/record.ts';

const paper = String.raw`\documentclass{article}
\usepackage[utf8]{inputenc}
\usepackage{elenchus}
\begin{document}
\begin{elenchusclaim}[expect=proved]{trace}
  A: m×n; B: n×m |- tr(A B) = tr(B A) % cyclic
\end{elenchusclaim}
See \claim{paper/trace}.
\begin{elenchusclaim}{gradient}
  $A \in \mathbb{R}^{n \times n}$ symmetric; $x \in \mathbb{R}^n$
  |- $\nabla_x (x^\top A x) = 2 A x$
\end{elenchusclaim}
\begin{elenchusclaim}[expect=refuted]{commute}
  A, B: n×n |- A B = B A
\end{elenchusclaim}
\end{document}
`;

describe('the environment elenchusclaim', () => {
  test('is read as claims with their places', () => {
    const { entries, problems } = readTex('paper.tex', paper);
    expect(problems).toEqual([]);
    expect(entries.map(({ id, expect: wanted, place }) => [id, wanted, place.line])).toEqual([
      ['paper/trace', 'proved', 5],
      ['paper/gradient', null, 9],
      ['paper/commute', 'refuted', 13],
    ]);
    expect(entries[0]?.claim.trim()).toBe('A: m×n; B: n×m |- tr(A B) = tr(B A)');
  });
  test('is a citation of its own claim', () => {
    const { items, problems } = readLatex('paper.tex', paper);
    expect(problems).toEqual([]);
    expect(items.map((item) => ('id' in item ? item.id : '')).toSorted()).toEqual([
      'paper/commute',
      'paper/gradient',
      'paper/trace',
      'paper/trace',
    ]);
  });
  test.each([
    [String.raw`\begin{elenchusclaim}{a}` + '\n x', 'never closed'],
    [String.raw`\begin{elenchusclaim} x \end{elenchusclaim}`, 'has no name'],
    [String.raw`\begin{elenchusclaim}{Two Words} x \end{elenchusclaim}`, 'small letters'],
    [
      String.raw`\begin{elenchusclaim}[expect=true]{a} x \end{elenchusclaim}`,
      'a verdict is one of',
    ],
  ])('%s is refused', (text, message) => {
    expect(readTex('paper.tex', text).problems[0]?.message).toContain(message);
  });

  const hasLatex = spawnSync('pdflatex', ['--version']).status === 0;
  test.skipIf(!hasLatex)('is typeset from the record', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'elenchus-environment-'));
    onTestFinished(() => rm(cwd, { recursive: true, force: true }));
    const { entries } = readTex('paper.tex', paper);
    const claims = [];
    for (const entry of entries.slice(0, 2))
      claims.push(citedClaim(entry, await examine(entry.claim, { time: 0.5, seed: 1 }), [], null));
    const record = { format: 1 as const, document: 'paper.tex', version: '0.0.0', claims };
    await writeFile(join(cwd, 'elenchus.sty'), latexPackage(record));
    await writeFile(join(cwd, 'paper.tex'), paper);
    const log = execFileSync(
      'pdflatex',
      ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', 'paper.tex'],
      { cwd, encoding: 'utf8' },
    ).replaceAll('\n', '');
    expect(log).toContain('Output written on paper.pdf (1 page');
    // what the record does not hold is printed as typed, with a warning
    expect(log.match(/Package elenchus Warning/g)).toHaveLength(1);
    expect(log).toContain("'paper/commute' is not among the claims");
  });
});
