/** Compares what a write-up cites with the verdicts now, and with the record of its files. */

import { showPlace } from '../catalogue/file-place.ts';
import type { Catalogue } from '../catalogue/read-catalogue.ts';
import type { Citation } from '../writeup/citation.ts';
import { changesSince, citedAsMore, unknownFailure } from '../writeup/failures.ts';
import type { Failure } from '../writeup/failures.ts';
import { readWriteUpFiles } from '../writeup/write-up-files.ts';
import type { WriteUpFiles } from '../writeup/write-up-files.ts';
import { nearest } from './nearest.ts';
import type { SettledCitation } from './settled-citation.ts';

/** Upper limit on the unknown ids whose nearest known one is looked for. */
const mostNear = 1000;

export type Verdicts = ReadonlyMap<string, SettledCitation>;

/**
 * Unknown ids, and claims that are cited as more than they are; what the comparison has said
 * already is left out.
 */
export function wrongNow(
  citations: readonly Citation[],
  verdicts: Verdicts,
  { entries, experiments, problems }: Catalogue,
  said: readonly Failure[],
): Failure[] {
  const known = [...entries, ...experiments].map(({ id }) => id);
  const near = new Map<string, string | null>();
  const nearTo = (id: string): string | null => {
    const found = near.get(id) ?? (near.size < mostNear ? nearestId(id, known) : null);
    near.set(id, found);
    return found;
  };
  const lost = new Set(said.filter(({ what }) => what === 'verdict-lost').map(({ id }) => id));
  return citations.flatMap((citation) => {
    const now = verdicts.get(citation.id);
    if (now !== undefined)
      return lost.has(citation.id) ? [] : (citedAsMore(citation, now.standing) ?? []);
    const why = problems.find(({ message }) => message.includes(`'${citation.id}'`));
    return [
      unknownFailure(
        citation,
        nearTo(citation.id),
        why === undefined ? null : `${showPlace(why.place)}: ${why.message}`,
      ),
    ];
  });
}

/** The nearest id, or the one of the same name in another family. */
const nearestId = (id: string, known: readonly string[]): string | null =>
  nearest(id, known) ?? known.find((one) => one.endsWith(`/${id.split('/').at(-1)}`)) ?? null;

/** What changed since the record was written, and what it holds that is not cited any more. */
export async function compare(
  files: WriteUpFiles,
  citations: readonly Citation[],
  verdicts: Verdicts,
  again: string,
): Promise<{ failures: Failure[]; notes: string[] }> {
  const { record, failures } = await readWriteUpFiles(files, again);
  if (record === null) return { failures, notes: [] };
  const first = [
    ...new Map(citations.toReversed().map((citation) => [citation.id, citation])).values(),
  ].toReversed();
  const changes = first.flatMap((citation) => {
    const now = verdicts.get(citation.id);
    return now === undefined ? [] : [changesSince(record, citation, now.standing)];
  });
  const unused = record.claims
    .filter(({ id }) => !first.some((citation) => citation.id === id))
    .map(({ id }) => `'${id}' is in ${files.record} and not cited any more`);
  return {
    failures: [...failures, ...changes.flatMap((one) => one.failures)],
    notes: [...changes.flatMap((one) => one.better), ...unused],
  };
}

/** Failures of files first, then as the write-up has its citations. */
export const byPlace = (citations: readonly Citation[]) => {
  const key = ({ file, line, column }: Citation['place']): string => `${line}:${column}:${file}`;
  const order = new Map(
    citations.map(({ place }, i): [string, number] => [key(place), i]).toReversed(),
  );
  const at = ({ place }: Failure): number => order.get(key(place)) ?? -1;
  return (a: Failure, b: Failure): number => at(a) - at(b);
};
