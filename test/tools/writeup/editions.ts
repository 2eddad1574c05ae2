/**
 * What is made for the write-up: tables and figures from the records and the catalogue, and the
 * Markdown edition from the LaTeX one.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultDirectories } from '../../../src/catalogue/find-files.ts';
import { readCatalogue, readHere } from '../../../src/catalogue/read-catalogue.ts';
import * as elenchus from '../../../src/index.ts';
import { chanceFigure, scaleFigure } from './figures.ts';
import { markdownEdition } from './markdown-edition.ts';
import { readRecords } from './records.ts';
import type { StudyRecord } from './records.ts';
import { readReferences } from './references.ts';
import { countsTable } from './statement-counts.ts';
import { coverageTable, excessTable, findingsTable, slicesTable } from './study-tables.ts';
import { tableLatex, tableMarkdown } from './table.ts';
import type { Table } from './table.ts';

export const directory = join('proofs', 'writeup');
/** The first line of a table or figure, so that nobody edits it by hand. */
const writtenBy = '% written by npm run writeup\n';

export const latexFile = join(directory, 'notes-cross-examined.tex');
/** In a directory of its own, since each edition has a record next to it. */
export const markdownFile = join(directory, 'markdown', 'notes-cross-examined.md');
/** The tables of all slices, for the findings. */
export const slicesFile = join('proofs', 'findings', 'trained-tables.md');

const replicatesOf = ({ quantities }: StudyRecord): number =>
  Math.max(...quantities.map(({ n }) => n));

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
        `The findings of the first study as they were declared before its long run, each with its declared bound, the mean over ${replicatesOf(grid)} whole replicates and the interval at 95\\,\\%. “Found” means that the whole interval meets the bound; “rising” is found if the first interval lies below the second.`,
      ),
    ],
    [
      'digits',
      excessTable(
        [...records].filter(([study]) => study.includes('digits')).map(([, record]) => record),
        'digits',
        'Declared findings on handwritten digits: the excess of the cosine over a rotated $Q$, with its declared bound. The last column, of which nothing was declared, is the excess over the same network before training.',
      ),
    ],
  ];
  const pictures = new Map([
    [
      'scale',
      scaleFigure(
        grid,
        'The cosine of $W^\\top W$ and $M$ against the scale of the initial weights, in units of the scale of He and others, for four levels of decay (none, weak, middle, strong): trained networks with intervals at 95\\,\\%, cut at 1 (left), and the null with $Q$ rotated (right). The vertical axes begin at 0.5; levels are drawn a little apart.',
        'scale',
      ),
    ],
    [
      'chance',
      chanceFigure(
        [...records.values()],
        'The cosine of $W^\\top W$ and $M$ before training, with intervals at 95\\,\\%, against the closed form of N1: a point for each slice of each study, slices with equal values drawn once. The axes begin at 0.4.',
        'chance',
      ),
    ],
  ]);
  const made = new Map<string, string>(
    [...tables.map(([name, table]) => [name, tableLatex(table)] as const), ...pictures].map(
      ([name, text]): [string, string] => [`${name}.tex`, `${writtenBy}${text}`],
    ),
  );
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
