/**
 * Writes proofs/findings/facts-used.md: for each fact and cited theorem a short claim of the tests
 * whose proof uses it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Theorem } from '../../src/kernel/theorem.ts';
import { parseClaim } from '../../src/language/index.ts';
import { prove } from '../../src/prover/prove.ts';
import { rankClaims } from '../prover/rank-claims.ts';
import { strategyCases } from '../prover/strategies.ts';
import { provedClaims } from '../prover/true-claims.ts';

/** Names of the facts and cited theorems in a derivation. */
function factsIn(theorem: Theorem): Set<string> {
  const found = new Set<string>();
  const seen = new Set<Theorem>();
  const visit = (t: Theorem): void => {
    if (seen.has(t)) return;
    seen.add(t);
    const { rule, given, from } = t.derivation;
    const [name] = given;
    if ((rule === 'fact' || rule === 'cite') && typeof name === 'string') found.add(name);
    from.forEach(visit);
  };
  visit(theorem);
  return found;
}

/** The whole of the page. */
export function factsUsed(claims: readonly string[]): string {
  const used = new Map<string, string>();
  for (const text of claims) {
    const proof = prove(parseClaim(text), { time: 1000 });
    for (const name of proof === null ? [] : factsIn(proof.theorem)) {
      const before = used.get(name);
      if (before === undefined || text.length < before.length) used.set(name, text);
    }
  }
  const rows = [...used]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([name, claim]) => `| ${name} | \`${claim.replaceAll('|', '\\|')}\` |`);
  return `# What facts prove

For each fact and cited theorem, a claim whose proof uses it: the shortest one among the claims
of the tests. \`npm run facts-used\` writes this page.

| fact | a claim whose proof uses it |
|---|---|
${rows.join('\n')}
`;
}

if (process.argv[1]?.endsWith('facts-used.ts'))
  writeFileSync(
    join(import.meta.dirname, '../../proofs/findings/facts-used.md'),
    factsUsed([
      ...provedClaims,
      ...rankClaims,
      ...Object.values(strategyCases).flatMap(({ proves }) => proves),
    ]),
  );
