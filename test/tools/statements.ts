/**
 * The table of the sources' statements and where each stands, from the catalogue; and the page of
 * the gallery.
 */
import type { Family, Member } from '../../src/catalogue/entry.ts';
import { parts } from './statements-list.ts';

/** A row of the catalogue that settles a statement. */
interface Row {
  readonly id: string;
  readonly verdict: string;
  readonly whole: boolean;
}

const rowsOf = (families: readonly Family[]): ReadonlyMap<string, readonly Row[]> => {
  const found = new Map<string, Row[]>();
  for (const { name, members, experiments } of families)
    for (const member of [...members, ...experiments])
      for (const answer of member.settles) {
        const number = answer.split(' ')[0] ?? answer;
        const row = {
          id: `${name}/${member.name}`,
          verdict: member.kind === 'experiment' ? 'measured' : member.expect,
          whole: !answer.endsWith(' in part'),
        };
        found.set(number, [...(found.get(number) ?? []), row]);
      }
  return found;
};

/** S: settled as it was meant; W: in a weaker or other form; M: no row names it. */
export const standing = (rows: readonly Pick<Row, 'whole'>[]): 'S' | 'W' | 'M' =>
  rows.some((row) => row.whole) ? 'S' : rows.length > 0 ? 'W' : 'M';

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The whole of proofs/findings/statements.md. Throws where a row names an invalid number. */
export function statementsTable(families: readonly Family[]): string {
  const rows = rowsOf(families);
  const numbers = parts.flatMap((p) => p.statements.map((_, i) => `${p.letter}${i + 1}`));
  for (const number of rows.keys())
    if (!numbers.includes(number)) throw new Error(`there is no statement ${number}`);
  const of = (number: string): readonly Row[] => rows.get(number) ?? [];
  const count = (among: readonly string[], which: string): number =>
    among.filter((number) => standing(of(number)) === which).length;
  const counts = (title: string, among: readonly string[]): string =>
    `| ${[title, among.length, count(among, 'S'), count(among, 'W'), count(among, 'M')].join(' | ')} |`;
  const inPart = (letter: string): string[] => numbers.filter((n) => n.startsWith(letter));
  const sections = parts.map(({ title, letter, statements }) => {
    const lines = statements.map((text, i) => {
      const found = of(`${letter}${i + 1}`);
      const ids = found.map(
        ({ id, verdict, whole }) => `${id} (${verdict}${whole ? '' : ', in part'})`,
      );
      return `| ${letter}${i + 1} | ${cell(text)} | ${standing(found)} | ${ids.join(', ')} |`;
    });
    return `## ${title}\n\n| # | statement | stands | rows of the catalogue |\n|---|---|---|---|\n${lines.join('\n')}\n`;
  });
  return `# Where each statement of the sources stands

Written from the catalogue: a row says by \`settles\` which statements it settles, and
the verdicts are those that the rows declare and that every check holds them to.
**S**: settled as it was meant. **W**: in a weaker or other form. **M**: no row names it.
†: the list has this number and not its text; the wording is ours, after the first reading.

| source | statements | S | W | M |
|---|---|---|---|---|
${[...parts.map((p) => counts(p.title, inPart(p.letter))), counts('all', numbers)].join('\n')}

${sections.join('\n')}`;
}

const entryOf = ({ name, claim, expect, source, note }: Member): string =>
  `### ${name}\n\n${note ?? ''}\n\n\`\`\`\n${claim}\n\`\`\`\n\n${expect}. ${source}.\n`;

/** The whole of docs/gallery.md. */
export function galleryPage(proofs: Family, properties: Family): string {
  return `# A gallery

Claims of the field, each with why anyone cares, its verdict and its source. They
stand in \`proofs/gallery.ts\` and \`properties/gallery.ts\`; \`elenchus check\` settles them.

## What holds, for every dimension

${proofs.members.map(entryOf).join('\n')}
## What is often believed, and is refuted

${properties.members.map(entryOf).join('\n')}`;
}
