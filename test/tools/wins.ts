/**
 * `npm run wins`: what each strategy of the prover wins and costs on the true claims of the tests,
 * the fifty identities and the Matrix Cookbook. Writes test/prover/wins.md. A win is a goal whose
 * proof by the strategy stands in the derivation of the claim; work is counted, so that the table
 * is the same on every machine.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ansatz from '../../proofs/ansatz.ts';
import capacity from '../../proofs/capacity.ts';
import dnfa from '../../proofs/dnfa.ts';
import frontier from '../../proofs/frontier.ts';
import gallery from '../../proofs/gallery.ts';
import hessian from '../../proofs/hessian.ts';
import implications from '../../proofs/implications.ts';
import minima from '../../proofs/minima.ts';
import order from '../../proofs/order.ts';
import pdlt from '../../proofs/pdlt.ts';
import results from '../../proofs/results.ts';
import rootsOfMatrices from '../../proofs/roots-of-matrices.ts';
import submersion from '../../proofs/submersion.ts';
import width from '../../proofs/width.ts';
import type { Theorem } from '../../src/kernel/theorem.ts';
import { strategies } from '../../src/prover/registry.ts';
import { algebraClaims } from '../prover/algebra-claims.ts';
import { analysisClaims } from '../prover/analysis-claims.ts';
import { isStated } from '../prover/cookbook/entry.ts';
import { chapters } from '../prover/cookbook/index.ts';
import { trueOfEntries } from '../prover/entry-claims.ts';
import { trueMeans } from '../prover/expectations.ts';
import { identities } from '../prover/identities.ts';
import { trueLayerMeans } from '../prover/layer-means.ts';
import { matrixClaims } from '../prover/matrix-claims.ts';
import { rankClaims } from '../prover/rank-claims.ts';
import { searched, stepsOf, type Searched } from '../prover/searched.ts';
import { strategyCases } from '../prover/strategies.ts';
import { provedClaims } from '../prover/true-claims.ts';

const catalogue = [
  ansatz,
  capacity,
  dnfa,
  frontier,
  gallery,
  hessian,
  implications,
  minima,
  order,
  pdlt,
  results,
  rootsOfMatrices,
  submersion,
  width,
];

export const lists: Readonly<Record<string, readonly string[]>> = {
  'true claims': provedClaims,
  ranks: rankClaims,
  analysis: analysisClaims,
  entries: trueOfEntries,
  'kinds of matrices': Object.values(matrixClaims).flat(),
  algebra: Object.values(algebraClaims).flat(),
  means: trueMeans,
  'means of layers': trueLayerMeans,
  catalogue: catalogue.flatMap(({ members }) =>
    members.filter((m) => m.expect === 'proved').map((m) => m.claim),
  ),
  'of one strategy each': Object.values(strategyCases).flatMap(({ proves, shares }) => [
    ...proves,
    ...shares,
  ]),
  'fifty identities': identities,
  'Matrix Cookbook': chapters.flatMap(({ entries }) =>
    entries.filter(isStated).map(([, , claim]) => claim),
  ),
};

interface Row {
  wins: number;
  claims: number;
  proved: number;
  tried: number;
  work: number;
}

export interface Wins {
  readonly rows: ReadonlyMap<string, Row>;
  readonly lists: readonly { title: string; claims: number; proved: number; work: number }[];
}

/** Goes through the lists; a claim in two of them counts in the first. */
export function winsOf(all: Readonly<Record<string, readonly string[]>>): Wins {
  const rows = new Map<string, Row>(
    strategies.map((s) => [s.name, { wins: 0, claims: 0, proved: 0, tried: 0, work: 0 }]),
  );
  const seen = new Set<string>();
  const totals = Object.entries(all).map(([title, texts]) => {
    const total = { title, claims: 0, proved: 0, work: 0 };
    for (const text of texts) {
      if (seen.has(text)) continue;
      seen.add(text);
      const run = searched(text, strategies);
      total.claims += 1;
      total.proved += run.theorem === null ? 0 : 1;
      total.work += run.work;
      enter(run, rows);
    }
    return total;
  });
  return { rows, lists: totals };
}

function enter({ tried, theorem }: Searched, rows: ReadonlyMap<string, Row>): void {
  const steps = theorem === null ? new Set<Theorem>() : stepsOf(theorem);
  const winners = new Set<string>();
  for (const { strategy, work, proof } of tried) {
    const row = rows.get(strategy);
    if (row === undefined) continue;
    row.tried += 1;
    row.work += work;
    row.proved += proof === null ? 0 : 1;
    if (proof === null || !steps.has(proof)) continue;
    row.wins += 1;
    winners.add(strategy);
  }
  for (const name of winners) rows.get(name)!.claims += 1;
}

const thousands = (n: number): string =>
  Math.round(n / 1000)
    .toLocaleString('en')
    .replaceAll(',', ' ');

export function winsPage({ rows, lists: totals }: Wins): string {
  const sorted = [...rows].toSorted((a, b) => b[1].claims - a[1].claims || b[1].wins - a[1].wins);
  const sum = (f: (t: (typeof totals)[number]) => number): number =>
    totals.reduce((s, t) => s + f(t), 0);
  return `# What the strategies win

\`npm run wins\` writes this page. It proves the claims of each list; a claim in two lists counts in
the first. Work is counted in thousands of units, which are the same on every machine.

| list | claims | proved | work |
|---|---|---|---|
${totals.map((t) => `| ${t.title} | ${t.claims} | ${t.proved} | ${thousands(t.work)} |`).join('\n')}
| in all | ${sum((t) => t.claims)} | ${sum((t) => t.proved)} | ${thousands(sum((t) => t.work))} |

A strategy wins a claim when a goal that it proved stands in the derivation of the claim. Work
holds that of its subgoals, so that the work of one strategy is part of that of another.

| strategy | claims won | goals won | goals proved | goals tried | work |
|---|---|---|---|---|---|
${sorted
  .map(
    ([name, r]) =>
      `| ${name} | ${r.claims} | ${r.wins} | ${r.proved} | ${r.tried} | ${thousands(r.work)} |`,
  )
  .join('\n')}
`;
}

if (process.argv[1]?.endsWith('wins.mjs')) {
  const page = winsPage(winsOf(lists));
  writeFileSync(join(import.meta.dirname, '../../test/prover/wins.md'), page);
}
