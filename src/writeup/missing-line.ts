/** Whether a document loads what `cite` writes for it. */

const comments = { latex: /(?<!\\)%.*$/gm, typst: /\/\/.*$/gm } as const;
const loading = {
  latex: /\\(?:usepackage|RequirePackage)\s*(?:\[[^\]]*\])?\s*\{[^}]*\belenchus\b[^}]*\}/,
  typst: /\bimport\s+"[^"]*elenchus\.typ"/,
} as const;

/**
 * What to write into a document whose texts, its own and those that it includes, do not load the
 * package; null where nothing is missing. A part of a document, without a class, needs nothing.
 */
export function missingLine(
  form: 'latex' | 'markdown' | 'typst',
  texts: readonly string[],
): string | null {
  if (form === 'markdown') return null;
  const read = texts.map((text) => text.replaceAll(comments[form], ''));
  if (read.some((text) => loading[form].test(text))) return null;
  if (form === 'typst') return 'write #import "elenchus.typ": * at its beginning';
  return read.some((text) => /\\documentclass\b/.test(text))
    ? String.raw`write \usepackage{elenchus} before \begin{document}`
    : null;
}
