/** The record of a counterexample. */
import { sha256Hex } from '../numbers/sha-256.ts';
import { canonicalJson } from './checksum.ts';
import type { Counterexample } from '../verdict/verdict.ts';
import { assignmentJson } from './value-json.ts';
import type { Json } from './value-json.ts';

/** Grows when the form of the record changes; a reader refuses what it does not know. */
export const witnessFormat = 1;

/** Who found it: nothing that replaying needs, and nothing about the machine. */
export interface Provenance {
  readonly seed: number;
  readonly version: string;
}

/** A filed counterexample. `claim` and the values suffice to check it again. */
export interface Witness {
  readonly format: typeof witnessFormat;
  /** Id in the catalogue, or null for a claim that was typed. */
  readonly id: string | null;
  /** Normalised text. */
  readonly claim: string;
  /** Hash of the statement when it was filed. */
  readonly hash: string;
  readonly dims: Readonly<Record<string, number>>;
  readonly values: Readonly<Record<string, Json>>;
  readonly left: Json;
  readonly right: Json;
  /** The relation that fails, in the words of the claim. */
  readonly fails: string;
  readonly provenance: Provenance;
}

export function makeWitness(
  id: string | null,
  claim: string,
  hash: string,
  found: Counterexample,
  provenance: Provenance,
): Witness {
  const { dims, values } = assignmentJson(found.at);
  const { left, right, fails } = found;
  return {
    format: witnessFormat,
    id,
    claim,
    hash,
    dims,
    values,
    left: asJson(left),
    right: asJson(right),
    fails,
    provenance,
  };
}

/** The sides come as the search's own text or lists of it; bigints become strings. */
export const asJson = (value: unknown): Json =>
  JSON.parse(
    JSON.stringify(value ?? null, (_, part: unknown) =>
      typeof part === 'bigint' ? part.toString() : part,
    ),
  );

/**
 * SHA-256 of everything but the provenance, keys sorted: the same find by another seed has the same
 * name.
 */
export function contentHash(witness: Witness): string {
  const { provenance: _, ...content } = witness;
  return sha256Hex(canonicalJson(content));
}

/**
 * `<family>--<name>--<12 digits of the content's hash>.json`; a typed claim is filed under `typed`.
 */
export const witnessName = (witness: Witness): string =>
  `${(witness.id ?? 'typed').replaceAll('/', '--')}--${contentHash(witness).slice(0, 12)}.json`;

/** The file's text: one key a line, so that a matrix stays readable. */
export function witnessText(witness: Witness): string {
  const lines = Object.entries(witness).map(
    ([key, part]) =>
      `  ${JSON.stringify(key)}: ${key === 'values' ? valuesText(witness.values) : JSON.stringify(part)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

function valuesText(values: Witness['values']): string {
  const lines = Object.entries(values).map(
    ([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`;
}
