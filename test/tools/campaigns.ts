/**
 * The page of campaigns that were run, proofs/findings/campaigns.md, from what they left: `jiti
 * test/tools/campaigns.ts DIRECTORY…`, each with the `results.json` that `campaign export` wrote and
 * the `log.jsonl` of the campaign. The text between the tables is in campaigns-text.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Hunt {
  readonly part: string;
  readonly claim: string;
  readonly verdict: string;
  readonly declared: string | null;
  readonly asDeclared: boolean;
  readonly points: { readonly complete: number; readonly of: number };
  readonly trials: { readonly run: number; readonly met: number };
  readonly nearest: { readonly violation: number } | null;
  readonly reason: string | null;
}
interface Experiment {
  readonly part: string;
  readonly units: { readonly done: number; readonly of: number };
  readonly quantities: readonly {
    readonly name: string;
    readonly value: number;
    readonly low: number;
    readonly high: number;
  }[];
}
interface Results {
  readonly campaign: string;
  readonly slices: { readonly done: number; readonly of: number; readonly lost: number };
  readonly hunts: readonly Hunt[];
  readonly experiments: readonly Experiment[];
}
type Event = Readonly<Record<string, unknown>>;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
const grouped = (n: number): string => String(n).replaceAll(/\B(?=(\d{3})+$)/g, ' ');
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** What a log says of how the campaign went. */
const history = (events: readonly Event[]): string => {
  const count = (name: string): number => events.filter(({ event }) => event === name).length;
  const workers = new Set(
    events.filter(({ event }) => event === 'slice').map(({ worker }) => String(worker)),
  );
  const [first, last] = [events[0], events.at(-1)].map((e) => Date.parse(String(e?.['at'])));
  const minutes = Math.round(((last ?? 0) - (first ?? 0)) / 60_000);
  return (
    `${minutes} minutes from the first event to the last; results of ${workers.size} worker processes; ` +
    `coordinators that ended and were resumed: ${count('resume')}; losses of Redis: ${count('away')}; ` +
    `results refused: ${count('refused-result')}; unequal: ${count('unequal')}.`
  );
};

const byVerdict = (hunts: readonly Hunt[]): string => {
  const found = new Map<string, number>();
  for (const { verdict } of hunts) found.set(verdict, (found.get(verdict) ?? 0) + 1);
  return [...found]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([verdict, n]) => `${verdict} ${n}`)
    .join(', ');
};

const huntTable = (hunts: readonly Hunt[]): string =>
  [
    '| claim | points without a gap | trials | verdict | nearest |',
    '| --- | --- | --- | --- | --- |',
    ...hunts.map(
      (h) =>
        `| ${cell(h.part)} | ${grouped(h.points.complete)} of ${grouped(h.points.of)} | ` +
        `${grouped(h.trials.run)} | ${h.verdict} | ${h.nearest === null ? '' : h.nearest.violation.toExponential(1).replace('-', '−')} |`,
    ),
  ].join('\n');

const huntsText = (hunts: readonly Hunt[]): string => {
  const points = hunts.map((h) => h.points.complete);
  const least = hunts.filter((h) => h.verdict !== 'refuted').map((h) => h.points.complete);
  const odd = hunts.filter((h) => !h.asDeclared || h.verdict === 'gave-up');
  return [
    `${hunts.length} claims: ${byVerdict(hunts)}. ${grouped(sum(hunts.map((h) => h.trials.run)))} trials, ` +
      `${grouped(sum(hunts.map((h) => h.trials.met)))} of which met the hypotheses, at ` +
      `${grouped(sum(points))} points of the streams without a gap` +
      (hunts.some((h) => h.verdict === 'hunting')
        ? '.'
        : `; at least ${grouped(Math.min(...least))} points of each claim that was not refuted.`),
    '',
    `Refuted though declared otherwise: ${hunts.filter((h) => h.verdict === 'refuted' && !h.asDeclared).length}.`,
    '',
    ...odd.map((h) => `- ${h.part}: ${h.verdict}${h.reason === null ? '' : `. ${h.reason}`}`),
  ].join('\n');
};

const experimentText = ({ part, units, quantities }: Experiment): string =>
  [
    `${part}: ${units.done} of ${units.of} units.`,
    '',
    '| quantity | mean | 95 % interval |',
    '| --- | --- | --- |',
    ...quantities
      .slice(0, 12)
      .map(
        (q) =>
          `| ${cell(q.name)} | ${q.value.toFixed(3)} | ${q.low.toFixed(3)} to ${q.high.toFixed(3)} |`,
      ),
  ].join('\n');

/** A campaign's section: long lists of hunts are shown by their sums. */
const section = (directory: string): string => {
  const results = JSON.parse(readFileSync(join(directory, 'results.json'), 'utf8')) as Results;
  const events = readFileSync(join(directory, 'log.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line) as Event);
  const { campaign, slices, hunts, experiments } = results;
  const lost = slices.lost === 0 ? '' : `, ${slices.lost} lost`;
  return [
    `## ${campaign}`,
    '',
    `${grouped(slices.done)} of ${grouped(slices.of)} slices${lost}. ${history(events)}`,
    '',
    ...(hunts.length === 0 ? [] : [huntsText(hunts), '']),
    ...(hunts.length === 0 || hunts.length > 40 ? [] : [huntTable(hunts), '']),
    ...experiments.map((one) => `${experimentText(one)}\n`),
  ].join('\n');
};

const text = readFileSync(new URL('campaigns-text.md', import.meta.url), 'utf8');
writeFileSync(
  new URL('../../proofs/findings/campaigns.md', import.meta.url),
  `${text}\n${process.argv.slice(2).map(section).join('\n')}`,
);
