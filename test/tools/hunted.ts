/**
 * The hunts of open questions, proofs/findings/hunted.json, from what they left: `jiti
 * test/tools/hunted.ts DIRECTORY…`, each with records of `elenchus hunt`; and the table of them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a hunt that found nothing came to. */
export interface Hunted {
  readonly id: string;
  readonly seed: number;
  readonly trials: number;
  readonly minutes: number;
  /** Relative to the sides; null where no climb measured it. */
  readonly nearest: number | null;
}

interface HuntRecord {
  readonly id: string | null;
  readonly seed: number;
  readonly seconds: number;
  readonly counts: {
    readonly run: number;
    readonly nearest: { readonly violation: number } | null;
  };
  readonly found: object | null;
}

/** Rows of the tables in campaigns.md: claim, points, trials, verdict, nearest. */
export const huntedInCampaigns = (page: string): Hunted[] =>
  [...page.matchAll(/^\| (frontier\/\S+) \| [^|]+ \| ([\d ]+) \| survived \| ([^|]*)\|$/gm)].map(
    ([, id = '', trials = '', nearest = '']) => ({
      id,
      seed: 1,
      trials: Number(trials.replaceAll(' ', '')),
      minutes: 0,
      nearest: nearest.trim() === '' ? null : Number(nearest.trim().replace('−', '-')),
    }),
  );

const grouped = (n: number): string => String(n).replaceAll(/\B(?=(\d{3})+$)/g, ' ');
const size = (x: number | null): string =>
  x === null ? 'not measured' : x === 0 ? '0' : x.toExponential(1).replaceAll('-', '−');

/** The rows of the page: each question with all that was hunted for it. */
export const huntedTable = (ids: readonly string[], hunts: readonly Hunted[]): string =>
  [
    '| claim | trials | nearest |',
    '| --- | --- | --- |',
    ...ids.map((id) => {
      const own = hunts.filter((h) => h.id === id);
      const near = own.flatMap(({ nearest }) => (nearest === null ? [] : [nearest]));
      const trials = own.reduce((sum, h) => sum + h.trials, 0);
      return `| ${id} | ${grouped(trials)} | ${size(near.length === 0 ? null : Math.max(...near))} |`;
    }),
  ].join('\n');

const read = (file: string): Hunted[] => {
  const { id, seed, seconds, counts, found } = JSON.parse(readFileSync(file, 'utf8')) as HuntRecord;
  if (id === null || found !== null) return [];
  const nearest = counts.nearest?.violation ?? null;
  return [{ id, seed, trials: counts.run, minutes: Number((seconds / 60).toFixed(1)), nearest }];
};

const directories = process.argv[1]?.endsWith('hunted.ts') ? process.argv.slice(2) : [];
if (directories.length > 0) {
  const hunts = directories
    .flatMap((d) => readdirSync(d).map((f) => join(d, f)))
    .flatMap(read)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const to = new URL('../../proofs/findings/hunted.json', import.meta.url);
  writeFileSync(to, `[\n${hunts.map((h) => `  ${JSON.stringify(h)}`).join(',\n')}\n]\n`);
}
