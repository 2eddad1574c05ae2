/** Documents that do not load what `cite` writes for them. */
import { expect, test } from 'vitest';
import { missingLine } from '../../src/writeup/missing-line.ts';

const bare = '\\documentclass{article}\n\\begin{document}\\lemma{a/b}\\end{document}';
const use = String.raw`\usepackage{elenchus}`;

test.each([
  ['latex', [bare], String.raw`write \usepackage{elenchus} before \begin{document}`],
  ['latex', [bare, `% ${use}`], String.raw`write \usepackage{elenchus} before \begin{document}`],
  ['latex', [bare, use], null],
  ['latex', [bare.replace('\n', '\n\\usepackage[x]{amsmath, elenchus}\n')], null],
  ['latex', ['\\lemma{a/b}'], null],
  ['typst', ['#lemma("a/b")'], 'write #import "elenchus.typ": * at its beginning'],
  ['typst', ['#import "elenchus.typ": *'], null],
  ['markdown', ['[@a/b]'], null],
] as const)('%s %j lacks %j', (form, texts, line) => expect(missingLine(form, texts)).toBe(line));
