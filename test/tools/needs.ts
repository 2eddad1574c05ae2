/**
 * The table of what every theorem of the catalogue needs, proofs/findings/needs.md: `jiti
 * test/tools/needs.ts` works it out again for theorems that are new or read otherwise now, with
 * `--all` for every one, which takes some minutes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import capacity from '../../proofs/capacity.ts';
import dnfa from '../../proofs/dnfa.ts';
import hessian from '../../proofs/hessian.ts';
import order from '../../proofs/order.ts';
import pdlt from '../../proofs/pdlt.ts';
import results from '../../proofs/results.ts';
import submersion from '../../proofs/submersion.ts';
import { claimText, parseClaim } from '../../src/language/index.ts';
import { needs } from '../../src/necessity/index.ts';
import { hypothesesOf } from '../../src/necessity/variants.ts';
import { checkProof, prove, type Lemma, type Proved } from '../../src/prover/index.ts';
import { witnessText } from '../bench/witness-text.ts';

export const needsFile = fileURLToPath(new URL('../../proofs/findings/needs.md', import.meta.url));
const seed = 1;
const trials = 6000;
/** Milliseconds for a variant: trials alone are to end it, whatever else the machine does. */
const time = 120_000;

export const theorems = [order, dnfa, hessian, submersion, capacity, pdlt, results].flatMap(
  ({ name, members }) =>
    members
      .filter((m) => m.expect === 'proved')
      .map((m) => ({ id: `${name}/${m.name}`, claim: m.claim, proof: m.proof })),
);

/** Why neither a proof nor a witness is found, where that is known. */
const remarks: Readonly<Record<string, string>> = {
  'order/root-quotient: c positive': 'implied: sqrt(c) must be defined and not 0',
  'dnfa/approximate-cancellation: W invertible': 'implied: sigma_min(W) must not be 0',
  ...Object.fromEntries(
    ['dnfa/gapless-variance', 'dnfa/gapless-variance-nuclear'].flatMap((id) =>
      ['A symmetric', 'A V = V D'].map((h) => [
        `${id}: ${h}`,
        'needed: at B = A this is order/ky-fan, which needs it',
      ]),
    ),
  ),
  'dnfa/nearest-tight-frame: c positive': 'implied: sqrt(c) must be defined and not 0',
  'dnfa/nearest-tight-frame: N >= m':
    'needed by dnfa/no-tight-frame: without it there is no Y at all',
  'dnfa/tight-frame-coisometry: c positive':
    'needed: X = 0 and c = 0 with N < m, where dnfa/no-tight-frame says that there is no R; a search cannot say so',
};

const verdictOf = (remark: string): string => remark.split(/[ :]/)[0] as string;

/**
 * A hypothesis of a theorem: what became of the claim without it, and the witness against it or why
 * there is none.
 */
interface Row {
  readonly id: string;
  readonly hypothesis: string;
  readonly verdict: string;
  readonly why: string;
}

async function rowsOf(id: string, text: string, proved: Proved): Promise<Row[]> {
  const claim = parseClaim(text);
  const used = new Set(proved.assumed);
  const report = await needs(claim, { seed, trials, time });
  return report.rows.map(({ hypothesis, verdict, counterexample, steps }): Row => {
    const row = (said: string, why: string): Row => ({ id, hypothesis, verdict: said, why });
    if (verdict === 'needed' && counterexample)
      return row('needed', `\`${witnessText(counterexample.at)}\``);
    // no law has a negative variance
    const [, variance] = /^(\w+) nonnegative$/.exec(hypothesis) ?? [];
    if (variance !== undefined && text.includes(`~ normal(0, ${variance}/`))
      return row('implied', 'a variance');
    const remark = remarks[`${id}: ${hypothesis}`];
    if (remark !== undefined) return row(verdictOf(remark), remark);
    // the derivation did without it
    if (verdict !== 'implied' && !used.has(hypothesis)) return row('not needed', '');
    return row(verdict, verdict === 'undecided' ? (steps[0]?.reason ?? '') : '');
  });
}

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** The line that tells a theorem's claim. */
const lineOf = ({ id, claim }: (typeof theorems)[number]): string =>
  `- ${id}: \`${claimText(parseClaim(claim)).replaceAll('\n', ' ')}\`\n`;

/** Lines of the table as the file has them, by theorem, for those whose claims are unchanged. */
function kept(): Map<string, string[]> {
  const filed = readFileSync(needsFile, 'utf8');
  const lines = filed.split('\n');
  const remarked = (id: string, line: string): string => {
    const [, hypothesis = ''] = /^\| \S+ \| `(.*?)` \|/.exec(line) ?? [];
    const remark = remarks[`${id}: ${hypothesis}`];
    return remark === undefined
      ? line
      : rowText({ id, hypothesis, verdict: verdictOf(remark), why: remark });
  };
  return new Map(
    theorems
      .filter((t) => filed.includes(lineOf(t)))
      .map(({ id }) => [
        id,
        lines.filter((l) => l.startsWith(`| ${id} |`)).map((l) => remarked(id, l)),
      ]),
  );
}

async function work(known: ReadonlyMap<string, readonly string[]>): Promise<string[]> {
  const lemmas = new Map<string, Lemma>();
  const rows: string[] = [];
  for (const { id, claim: text, proof } of theorems) {
    const claim = parseClaim(text);
    const proved = proof === null ? prove(claim, { time: 5000 }) : checkProof(claim, proof, lemmas);
    if (!proved) throw new Error(`${id} is not proved`);
    lemmas.set(id, { claim, theorem: proved.theorem });
    const own = known.get(id) ?? (await rowsOf(id, text, proved)).map(rowText);
    rows.push(...own);
    tell(`${id}: ${own.length} hypotheses`);
  }
  return rows;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
const rowText = (r: Row): string =>
  `| ${r.id} | \`${cell(r.hypothesis)}\` | ${r.verdict} | ${cell(r.why)} |`;
const counted = (rows: readonly string[], verdict: string): number =>
  rows.filter((r) => r.includes(`\` | ${verdict} | `)).length;

function table(rows: readonly string[]): string {
  const free = theorems
    .filter(({ claim }) => hypothesesOf(parseClaim(claim)).length === 0)
    .map((t) => t.id);
  return `# What the theorems need

Every hypothesis of every theorem in \`proofs/\`, dropped by itself. *Needed*: the
claim without it is refuted, and here is the witness. *Implied*: without it the
claim is not defined. *Not needed*: the claim is proved without it. *Undecided*:
neither. Theorems of the table of implications are left out: all have the
hypotheses of its one setting. Seed ${seed}, at most ${trials} positions of the search each; \`jiti test/tools/needs.ts\` makes this table,
\`elenchus needs <id>\` one theorem's part of it.

Of ${rows.length} hypotheses of ${theorems.length - free.length} theorems ${counted(rows, 'needed')} are needed, ${counted(rows, 'implied')} implied, ${counted(rows, 'not needed')} not
needed and ${counted(rows, 'undecided')} undecided. ${free.length} theorems have no hypothesis.

| theorem | hypothesis | | witness |
|---|---|---|---|
${rows.join('\n')}

## Without hypotheses

${free.map((id) => `- ${id}`).join('\n')}

## The claims

The table is about these; a test compares them with \`proofs/\`.

${theorems.map(lineOf).join('')}`;
}

/** Theorems whose claims the file does not tell as they are now. */
export const stale = (): string[] => {
  const filed = readFileSync(needsFile, 'utf8');
  return theorems.filter((t) => !filed.includes(lineOf(t))).map((t) => t.id);
};

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(needsFile, table(await work(process.argv.includes('--all') ? new Map() : kept())));
