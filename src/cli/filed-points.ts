/** The points of filed counterexamples, for a search that tries them again. */
import { uncounted } from '../numbers/counted-work.ts';
import type { FiledPoint } from '../refuter/phases/filed.ts';

const points = new Map<string, FiledPoint | null>();

/**
 * The points of filed witnesses, each file read once; what cannot be read is left to `replay` to
 * complain of.
 */
export async function filedPoints(files: readonly string[]): Promise<readonly FiledPoint[]> {
  if (files.length === 0) return [];
  const { pointOf } = await import('../records/point-of.ts');
  const { readRecordFileSync } = await import('../records/read-record-file.ts');
  const { parseClaim } = await import('../language/index.ts');
  const read = (file: string): FiledPoint | null =>
    uncounted(() => pointOf(() => readRecordFileSync(file), parseClaim));
  return files.flatMap((file) => {
    const known = points.get(file);
    const point = known === undefined ? read(file) : known;
    points.set(file, point);
    return point === null ? [] : [point];
  });
}
