/** What is made for the write-up: the tables and the figure from the records, and the Markdown edition from the LaTeX one. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultDirectories } from '../../../src/catalogue/find-files.ts';
import { readCatalogue, readHere } from '../../../src/catalogue/read-catalogue.ts';
import * as elenchus from '../../../src/index.ts';
import { readLatex } from '../../../src/writeup/read-latex.ts';
import { markdownEdition } from './markdown-edition.ts';
import { tableLatex, tableMarkdown } from './table.ts';
import { readTrained, trainedFigure, trainedTable } from './trained.ts';
import { witnessTable } from './witness-table.ts';

export const directory = join('proofs', 'writeup');
export const latexFile = join(directory, 'notes-cross-examined.tex');
/** In a directory of its own, since each edition has a record next to it. */
export const markdownFile = join(directory, 'markdown', 'notes-cross-examined.md');

/** Path and text of each file that is made; run in the root of the repository. */
export async function editions(): Promise<ReadonlyMap<string, string>> {
  const latex = await readFile(latexFile, 'utf8');
  const cited = readLatex(latexFile, latex).items.flatMap((item) =>
    'id' in item && item.kind === 'counterexample' ? [item.id] : [],
  );
  const { entries } = await readCatalogue(defaultDirectories, readHere(elenchus));
  const claimOf = (id: string): string =>
    entries.find((entry) => entry.id === id)?.claim ?? `there is no claim '${id}'`;
  const [witnesses, record] = [await witnessTable(cited), await readTrained()];
  const trained = trainedTable(record);
  return new Map([
    [join(directory, 'witnesses.tex'), tableLatex(witnesses)],
    [join(directory, 'trained.tex'), `${tableLatex(trained)}\n${trainedFigure(record)}`],
    [
      markdownFile,
      markdownEdition(latex, {
        claimOf,
        inputs: new Map([
          ['witnesses', tableMarkdown(witnesses)],
          ['trained', tableMarkdown(trained)],
        ]),
      }),
    ],
  ]);
}
