/**
 * `npm run facts-used`: for each fact and cited theorem a short claim of the tests whose proof uses
 * it, and the claims of the catalogue that do. Writes proofs/findings/facts-used.md and
 * src/reference/uses-table.ts. The catalogue's derivations come from `elenchus check --proofs
 * dist/derivations`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Theorem } from '../../src/kernel/theorem.ts';
import { parseClaim } from '../../src/language/index.ts';
import { prove } from '../../src/prover/prove.ts';
import type { Use } from '../../src/reference/use.ts';
import { wrap } from '../../src/report/wrap.ts';
import { rankClaims } from '../prover/rank-claims.ts';
import { strategyCases } from '../prover/strategies.ts';
import { provedClaims } from '../prover/true-claims.ts';

const root = join(import.meta.dirname, '../..');

/** Names of the facts and cited theorems in a derivation. */
export function factsIn(theorem: Theorem): Set<string> {
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

/** The shortest of the claims whose proof uses a fact, by the name of the fact. */
export function shortestClaims(claims: readonly string[]): Map<string, string> {
  const used = new Map<string, string>();
  for (const text of claims) {
    const proof = prove(parseClaim(text), { time: 1000 });
    for (const name of proof === null ? [] : factsIn(proof.theorem)) {
      const before = used.get(name);
      if (before === undefined || text.length < before.length) used.set(name, text);
    }
  }
  return used;
}

interface Written {
  readonly steps: readonly { readonly rule: string; readonly given: readonly unknown[] }[];
}
/** Ids of the catalogue's claims whose derivation uses a fact, by the name of the fact. */
export function provedWith(folder: string): Map<string, string[]> {
  const used = new Map<string, string[]>();
  for (const file of readdirSync(folder)
    .filter((f) => f.endsWith('.json'))
    .sort()) {
    const { steps } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Written;
    const names = steps
      .filter(({ rule }) => rule === 'fact' || rule === 'cite')
      .map(({ given: [name] }) => textOf(name));
    const id = file.replace(/\.json$/, '').replace('.', '/');
    for (const name of new Set(names)) used.set(name, [...(used.get(name) ?? []), id]);
  }
  return used;
}
const textOf = (given: unknown): string =>
  typeof given === 'string' ? given : String((given as { text?: unknown }).text);

const widest = 110;
/** The claim after "=", the ids of the catalogue after "in"; a claim too wide for a line is left out. */
export const usesText = (uses: ReadonlyMap<string, Use>): string =>
  [...uses]
    .flatMap(([name, { proofs, shortest }]) => [
      ...(shortest === null
        ? [name]
        : `${name} = ${shortest}`.length <= widest
          ? [`${name} = ${shortest}`]
          : [name, ...(shortest.length <= widest ? [`  = ${shortest}`] : [])]),
      ...(proofs.length === 0 ? [] : wrap(proofs.join(' '), '  in ', '', widest)),
    ])
    .map((line) => `${line}\n`)
    .join('');
export const usesModule = (uses: ReadonlyMap<string, Use>): string =>
  `/**
 * Which claims facts and cited theorems prove: name, the shortest claim of the tests, ids of the
 * catalogue. Written by \`npm run facts-used\`.
 */
export const usesTable = \`
${usesText(uses).replaceAll(/[\\`$]/g, String.raw`\$&`)}\`;
`;

export const usesPage = (uses: ReadonlyMap<string, Use>): string => {
  const rows = [...uses].map(
    ([name, { proofs, shortest }]) =>
      `| ${name} | ${shortest === null ? '' : `\`${shortest.replaceAll('|', '\\|')}\``} | ${proofs.length} |`,
  );
  return `# What facts prove

For each fact and cited theorem, a claim whose proof uses it: the shortest one among the claims
of the tests; and the number of claims of the catalogue whose proof does. \`npm run facts-used\`
writes this page.

| fact | a claim whose proof uses it | in the catalogue |
|---|---|---|
${rows.join('\n')}
`;
};

/** Both, by name. */
export function joined(
  shortest: ReadonlyMap<string, string>,
  proofs: ReadonlyMap<string, readonly string[]>,
): Map<string, Use> {
  const names = [...new Set([...shortest.keys(), ...proofs.keys()])].toSorted((a, b) =>
    a.localeCompare(b),
  );
  return new Map(
    names.map((name) => [
      name,
      { proofs: proofs.get(name) ?? [], shortest: shortest.get(name) ?? null },
    ]),
  );
}

if (process.argv[1]?.endsWith('facts-used.ts')) {
  const claims = [
    ...provedClaims,
    ...rankClaims,
    ...Object.values(strategyCases).flatMap(({ proves }) => proves),
  ];
  const uses = joined(shortestClaims(claims), provedWith(join(root, 'dist/derivations')));
  writeFileSync(join(root, 'proofs/findings/facts-used.md'), usesPage(uses));
  writeFileSync(join(root, 'src/reference/uses-table.ts'), usesModule(uses));
}
