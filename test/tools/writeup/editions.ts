/**
 * What is made for the write-up: tables and figures from the records and the catalogue, and the
 * Markdown edition from the LaTeX one.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultDirectories } from '../../../src/catalogue/find-files.ts';
import { readCatalogue, readHere } from '../../../src/catalogue/read-catalogue.ts';
import * as elenchus from '../../../src/index.ts';
import { chanceFigure, findingsFigure, scaleFigure } from './figures.ts';
import { markdownEdition } from './markdown-edition.ts';
import { readRecords } from './records.ts';
import { readReferences } from './references.ts';
import { countsTable } from './statement-counts.ts';
import { coverageTable, findingsTable, slicesTable } from './study-tables.ts';
import { tableLatex, tableMarkdown } from './table.ts';
import type { Table } from './table.ts';

export const directory = join('proofs', 'writeup');
export const latexFile = join(directory, 'notes-cross-examined.tex');
/** In a directory of its own, since each edition has a record next to it. */
export const markdownFile = join(directory, 'markdown', 'notes-cross-examined.md');
/** The tables of all slices, for the findings. */
export const slicesFile = join('proofs', 'findings', 'trained-tables.md');

/** Path and text of each file that is made; run in the root of the repository. */
export async function editions(): Promise<ReadonlyMap<string, string>> {
  const latex = await readFile(latexFile, 'utf8');
  const { entries } = await readCatalogue(defaultDirectories, readHere(elenchus));
  const claimOf = (id: string): string =>
    entries.find((entry) => entry.id === id)?.claim ?? `there is no claim '${id}'`;
  const records = await readRecords();
  const grid = records.get('scale-and-decay');
  if (grid === undefined) throw new Error('there is no record of trained/scale-and-decay');
  const tables: [string, Table][] = [
    ['counts', await countsTable()],
    ['coverage', coverageTable(records)],
    [
      'findings',
      findingsTable(
        grid,
        'findings',
        `The findings of the first study as they were declared before its long run, each with the mean over ${grid.units.done} of its ${grid.units.of} networks and the interval at 95\\,\\%. The sentence is the declared one; “no” means that the interval does not lie where the sentence puts it.`,
      ),
    ],
  ];
  const pictures = new Map([
    [
      'scale',
      scaleFigure(
        grid,
        'The cosine of $W^\\top W$ and $M$ against the scale of the initial weights, in units of the scale of He and others, for four levels of decay: trained networks with intervals at 95\\,\\% (left), and the null with $Q$ rotated (right). The vertical axis runs from 0.2 to 1 in both.',
        'scale',
      ),
    ],
    [
      'chance',
      chanceFigure(
        [...records.values()],
        'The cosine of $W^\\top W$ and $M$ before training, a point for each slice of each study, against the closed form of chance.',
        'chance',
      ),
    ],
    ...[...records].map(([study, record]): [string, string] => [
      `plot-${study}`,
      findingsFigure(
        record,
        `What the declared findings of \\texttt{trained/${study}} rest on: the measured mean with its interval at 95\\,\\% (dot), and the nulls: untrained (ring), $Q$ rotated (square), chance (cross). A row without a name behind it is the cosine of $W^\\top W$ and $M$.`,
        `plot-${study}`,
      ),
    ]),
  ]);
  const made = new Map<string, string>([
    ...tables.map(([name, table]): [string, string] => [`${name}.tex`, tableLatex(table)]),
    ...[...pictures].map(([name, text]): [string, string] => [`${name}.tex`, text]),
  ]);
  return new Map([
    ...[...made].map(([name, text]): [string, string] => [join(directory, name), text]),
    [
      slicesFile,
      [
        '# What the long runs of the studies measured',
        '',
        'Written from the records in `properties/records` by `npm run writeup`.',
        '',
        ...[...records].flatMap(([study, record]) => [
          `## trained/${study}`,
          '',
          `${record.units.done} of ${record.units.of} networks, seed ${record.seed}.`,
          '',
          tableMarkdown(findingsTable(record, study, 'Declared before the run')),
          tableMarkdown(slicesTable(record, study, 'Every slice')),
        ]),
      ].join('\n'),
    ],
    [
      markdownFile,
      markdownEdition(latex, {
        claimOf,
        references: await readReferences(join(directory, 'references.bib')),
        inputs: new Map([
          ...tables.map(([name, table]): [string, string] => [name, tableMarkdown(table)]),
          ...[...pictures.keys()].map((name): [string, string] => [
            name,
            '*(A figure of the LaTeX edition.)*',
          ]),
        ]),
      }),
    ],
  ]);
}
