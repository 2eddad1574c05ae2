/** A write-up with what it includes, read for citations. */
import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { Problem } from '../catalogue/claim-entry.ts';
import { readText } from '../catalogue/read-text.ts';
import type { Citation } from './citation.ts';
import { readLatex } from './read-latex.ts';
import type { Read } from './read-latex.ts';
import { missingLine } from './missing-line.ts';
import { readTypst } from './read-typst.ts';
import { readMarkdownCitations } from './read-markdown-citations.ts';

export type Form = 'latex' | 'markdown' | 'typst';

/** The form of a write-up by the ending of its name; null for any other. */
export const formOf = (file: string): Form | null =>
  /\.(tex|ltx)$/i.test(file)
    ? 'latex'
    : /\.(md|markdown)$/i.test(file)
      ? 'markdown'
      : /\.typ$/i.test(file)
        ? 'typst'
        : null;

const readers = { latex: readLatex, markdown: readMarkdownCitations, typst: readTypst } as const;

/** Everything that a write-up cites, in its order. */
export interface Document {
  readonly citations: readonly Citation[];
  /** What could not be read as it was meant. */
  readonly problems: readonly Problem[];
  /** Why the write-up itself could not be read; null where it could. */
  readonly unreadable: Problem | null;
  /** The line that loads the package, where the document lacks it; null where it does not. */
  readonly missing: string | null;
}

/** Reads a write-up; a LaTeX or Typst file with those that it inputs. */
export async function readDocument(file: string, form: Form): Promise<Document> {
  const citations: Citation[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const texts: string[] = [];
  const visit = async (path: string): Promise<Problem | null> => {
    seen.add(path);
    const read = await readText(path);
    if ('message' in read) return read;
    texts.push(read.text);
    const { items, problems: more }: Read = readers[form](path, read.text);
    problems.push(...more);
    for (const item of items) {
      if ('kind' in item) {
        citations.push(item);
        continue;
      }
      // Typst looks next to the file that includes, LaTeX next to the document
      const beside = dirname(form === 'typst' ? path : file);
      const included = includedFile(beside, item.name);
      if (included === null)
        problems.push({
          message: `there is no ${item.name} next to ${file}: its citations are not checked`,
          place: item.place,
        });
      else if (!seen.has(included)) {
        const problem = await visit(included);
        if (problem !== null) problems.push(problem);
      }
    }
    return null;
  };
  const unreadable = await visit(file);
  return { citations, problems, unreadable, missing: missingLine(form, texts) };
}

/** As LaTeX looks for it: with .tex behind it first. */
const includedFile = (directory: string, name: string): string | null =>
  [...(extname(name) === '.tex' ? [] : [`${name}.tex`]), name]
    .map((one) => join(directory, one))
    .find((path) => existsSync(path)) ?? null;
