/** The table of claims in the manner of The Matrix Cookbook, by section, from the lists that the tests prove: `jiti test/tools/cookbook.ts` rewrites it. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { matrixClaims } from '../prover/matrix-claims.ts';
import { notProved, outside } from '../prover/matrix-not-proved.ts';

export const cookbookFile = fileURLToPath(new URL('../../proofs/findings/matrix-cookbook.md', import.meta.url));

const cell = (text: string): string => `\`${text}\``;

/** The whole file. */
export function cookbookTable(): string {
  const proved = Object.values(matrixClaims).flat().length;
  const share = Math.floor((100 * proved) / (proved + notProved.length));
  const sections = Object.entries(matrixClaims).map(([heading, claims]) => `## ${heading}: ${claims.length} proved\n\n${claims.map((c) => `- ${cell(c)}`).join('\n')}\n`);
  return `# The Matrix Cookbook, put to the kernel

Petersen and Pedersen, The Matrix Cookbook, 2012. Claims of its chapters 1, 2, 3,
5, 9 and 10 as elenchus states them, with neighbours of our own, under the heading
of the section that each belongs to; the Cookbook's numbers of equations are not
given, since not each was certain, and not every entry has its claim. ${proved} claims are proved for every dimension
by the search for a proof alone (\`test/prover/proved.test.ts\` proves each again),
${notProved.length} are not proved yet: ${share} % of the claims listed here are.
Chapter 8, Gaussians, is in \`test/prover/expectation.test.ts\`: more than 65 claims
on moments, all proved.

## Not proved yet

${notProved.map(({ claim, why }) => `- ${cell(claim)}: ${why}`).join('\n')}

## Not to be stated in the language

${outside.map((line) => `- ${line}`).join('\n')}

${sections.join('\n')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(cookbookFile, cookbookTable());
