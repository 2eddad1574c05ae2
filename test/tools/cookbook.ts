/**
 * The table of The Matrix Cookbook's identities, each put to the prover and, where it finds no
 * proof, to the search: `jiti test/tools/cookbook.ts` rewrites it.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseClaim } from '../../src/language/index.ts';
import { prove } from '../../src/prover/prove.ts';
import { searchSync } from '../../src/refuter/search.ts';
import { chapters } from '../prover/cookbook/index.ts';
import { isStated, type Entry } from '../prover/cookbook/entry.ts';
import { matrixClaims } from '../prover/matrix-claims.ts';

export const cookbookFile = fileURLToPath(
  new URL('../../proofs/findings/matrix-cookbook.md', import.meta.url),
);

export type Finding = 'proved' | 'survived' | 'refuted';

/** What the prover says of a claim, and the search where the prover finds nothing. */
export function findingOf(text: string): Finding {
  const claim = parseClaim(text);
  const found = prove(claim, { time: 8000 });
  if (found) return found.axioms.length === 0 ? 'proved' : 'survived';
  const { verdict } = searchSync(claim, { time: 5000, seed: 5, trials: 150 });
  if (verdict !== 'survived' && verdict !== 'refuted') throw new Error(`${verdict}: ${text}`);
  return verdict;
}

const cell = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

/** One line of the table: where, what, and what was found or why it is not stated. */
export const rowOf = (e: Entry, finding: Finding | null): string =>
  `| ${e[0]} | ${e[1]} | ${e.length === 3 ? cell(e[2]) : e[2].replaceAll('|', '\\|')} | ${finding ?? `not stated: ${e[3]}`} |`;

/** The whole file, from what was found of each claim. */
export function cookbookTable(findings: ReadonlyMap<string, Finding>): string {
  const of = (e: Entry): Finding | null => (isStated(e) ? (findings.get(e[2]) as Finding) : null);
  const count = (entries: readonly Entry[], f: Finding): number =>
    entries.filter((e) => of(e) === f).length;
  const share = (entries: readonly Entry[]): string =>
    `${Math.floor((100 * count(entries, 'proved')) / entries.filter(isStated).length)} %`;
  const line = (title: string, entries: readonly Entry[]): string =>
    `| ${[title, entries.length, entries.filter(isStated).length, count(entries, 'proved'), count(entries, 'survived'), count(entries, 'refuted'), share(entries)].join(' | ')} |`;
  const every = chapters.flatMap((c) => c.entries);
  const said = new Set(every.map((e) => e[2]));
  const neighbours = [...new Set(Object.values(matrixClaims).flat())].filter(
    (claim) => !said.has(claim),
  );
  return `# The Matrix Cookbook, put to the kernel

Petersen and Pedersen, The Matrix Cookbook, edition of November 2012: chapters 1,
2, 3, 5, 8, 9 and 10, entry by entry, each in real matrices. An equation's number
stands where it is certain and is left out where it is not. A claim is *proved*
for every dimension by the search for a proof alone, without a cited theorem;
*refuted* by an exact counterexample as it is printed; or it *survived* the search
and nobody has proved it here. What the language does not state has its reason.

| chapter | entries | stated | proved | survived | refuted | proved of stated |
|---|---|---|---|---|---|---|
${[...chapters.map((c) => line(c.title, c.entries)), line('all', every)].join('\n')}

${chapters.map((c) => `## ${c.title}\n\n| section | number | identity | found |\n|---|---|---|---|\n${c.entries.map((e) => rowOf(e, of(e))).join('\n')}\n`).join('\n')}
## Neighbours of our own: ${neighbours.length} proved

${neighbours.map((claim) => `- \`${claim}\``).join('\n')}
`;
}

/** What was found of every claim, by running each. */
export const allFindings = (): Map<string, Finding> =>
  new Map(
    chapters
      .flatMap((c) => c.entries)
      .filter(isStated)
      .map((e) => [e[2], findingOf(e[2])]),
  );

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(cookbookFile, cookbookTable(allFindings()));
