/**
 * What a write-up cites is settled: its claims are examined, its experiments run in their short
 * form.
 */
import type { Catalogue } from '../catalogue/read-catalogue.ts';
import { filedFor } from '../records/file-witness.ts';
import { citedClaim, citedExperiment } from '../writeup/record.ts';
import { experimentStanding } from '../writeup/standing.ts';
import { examineEntries } from './examine-entries.ts';
import { measureAll } from './measure-all.ts';
import type { Options } from './options.ts';
import { recordedFinding } from './recorded-finding.ts';
import type { Output } from './output.ts';
import type { SettledCitation } from './settled-citation.ts';
import { measuringPool, startFor } from './start.ts';
import type { Start } from './start.ts';

/** The ids that the catalogue has, in the order given; null where it was interrupted. */
export async function settleCitations(
  ids: readonly string[],
  catalogue: Catalogue,
  options: Options,
  output: Output,
  start: Start,
): Promise<SettledCitation[] | null> {
  const { entries, experiments } = catalogue;
  const order = new Map(ids.map((id, i) => [id, i]));
  const claims = entries.filter(({ id }) => order.has(id));
  const measurements = experiments.filter(({ id }) => order.has(id));
  const findings: SettledCitation[] = [];
  for (const id of ids) {
    const entry = experiments.find((one) => id.startsWith(`${one.id}.`));
    const found = entry && (await recordedFinding(entry, id.slice(entry.id.length + 1)));
    if (found) findings.push({ id, ...found });
  }
  const checked =
    claims.length === 0
      ? []
      : await startFor(claims.length, options, start).then((examiner) =>
          examineEntries(claims, catalogue, options, output, examiner),
        );
  const measured =
    measurements.length === 0 || checked.length < claims.length
      ? []
      : await measureAll(measurements, options, output, await measuringPool(options, start));
  if (checked.length + measured.length < claims.length + measurements.length) return null;
  const settled: SettledCitation[] = [
    ...checked.map(
      ({ entry, verdict }): SettledCitation => ({
        id: entry.id,
        standing: verdict,
        async record(kinds) {
          const filed = verdict.counterexample === null ? [] : await filedFor(entry.id);
          return citedClaim(
            entry,
            verdict,
            kinds,
            filed.find(({ hash }) => hash === verdict.hash)?.path ?? null,
          );
        },
      }),
    ),
    ...measured.map(({ entry, measured: found }): SettledCitation => {
      const standing = experimentStanding(entry, found);
      return {
        id: entry.id,
        standing,
        record: async (kinds) => citedExperiment(entry, standing, found, kinds),
      };
    }),
  ];
  return [...settled, ...findings].toSorted(
    (a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0),
  );
}
