/** The plan of a campaign: its parts, and the slices that each part is cut into. */
import type { Expectation } from '../catalogue/entry.ts';
import type { Form } from '../experiments/form.ts';
import { sha256Hex } from '../numbers/sha-256.ts';
import { canonicalJson } from '../records/checksum.ts';
import type { Shard } from '../refuter/index.ts';

/** A claim whose stream of points is drawn as far as its budget goes. */
export interface HuntPart {
  readonly kind: 'hunt';
  /** Unique in the plan. */
  readonly key: string;
  /** Id in the catalogue; null for a claim that the campaign file states. */
  readonly id: string | null;
  /** Normalised text. */
  readonly claim: string;
  readonly hash: string;
  readonly seed: number;
  readonly points: number;
  /** Points of one slice. */
  readonly slice: number;
  /** The verdict that the catalogue declares; null where there is none. */
  readonly declared: Expectation | null;
}

/** An experiment, its units spread over slices. */
export interface ExperimentPart {
  readonly kind: 'experiment';
  readonly key: string;
  readonly id: string;
  readonly statement: string;
  /**
   * The file that declares it, below the directory of the catalogue, and the SHA-256 of its text.
   */
  readonly file: string;
  readonly source: string;
  readonly form: Form;
  readonly seed: number;
  readonly units: readonly string[];
  readonly slices: number;
}

export type Part = HuntPart | ExperimentPart;

export interface Plan {
  readonly name: string;
  /** Version and build of elenchus: another one draws other points. */
  readonly build: string;
  readonly parts: readonly Part[];
  /**
   * SHA-256 of all of it: states and results of another plan are not mixed with those of this one.
   */
  readonly hash: string;
}

/** Some work that anybody can do alone: a range of a stream, or some units. */
export type Slice =
  | {
      readonly kind: 'hunt';
      readonly part: string;
      readonly index: number;
      readonly claim: string;
      readonly hash: string;
      readonly id: string | null;
      readonly seed: number;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: 'experiment';
      readonly part: string;
      readonly index: number;
      readonly id: string;
      readonly file: string;
      readonly source: string;
      readonly form: Form;
      readonly seed: number;
      readonly units: readonly string[];
    };

export const planOf = (name: string, build: string, parts: readonly Part[]): Plan => ({
  name,
  build,
  parts,
  hash: sha256Hex(canonicalJson({ name, build, parts })),
});

export const sliceCount = (part: Part): number =>
  part.kind === 'hunt' ? Math.ceil(part.points / part.slice) : part.slices;

/**
 * Points of one slice where the file names none: two hundred slices, none too short and none too
 * long.
 */
export const usualSlice = (points: number): number =>
  Math.min(20_000, Math.max(1000, Math.ceil(points / 200)));

/**
 * The slice of a part at an index. Units go to the slices in turn, so that each slice sees every
 * kind of unit.
 */
export function sliceAt(part: Part, index: number): Slice {
  if (part.kind === 'hunt') {
    const { key, claim, hash, id, seed, slice, points } = part;
    const [from, to] = [index * slice, Math.min(points, (index + 1) * slice)];
    return { kind: 'hunt', part: key, index, claim, hash, id, seed, from, to };
  }
  const { key, id, file, source, form, seed, units, slices } = part;
  const own = units.filter((_, i) => i % slices === index);
  return { kind: 'experiment', part: key, index, id, file, source, form, seed, units: own };
}

/** `frontier/mi-29/12`: unique in the plan. */
export const sliceName = ({ part, index }: Pick<Slice, 'part' | 'index'>): string =>
  `${part}/${index}`;

/** Is the slice one of those of this shard? */
export const inShard = (shard: Shard | null, index: number): boolean =>
  shard === null || index % shard.count === shard.index;
