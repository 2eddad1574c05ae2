/** Reads the record of a write-up's citations; refuses any other file. */
import { isKind } from './citation.ts';
import { recordFormat } from './record.ts';
import type { CitationRecord, CitedClaim } from './record.ts';

/** A file that is not a record of citations; the message says why, in a clause. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
}

/** Throws `RecordError`. */
export function parseRecord(text: string): CitationRecord {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new RecordError(
      `it is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (!isObject(json) || !('claims' in json) || !('document' in json))
    throw new RecordError('it is not a record of citations');
  if (json['format'] !== recordFormat)
    throw new RecordError(
      `its format is ${JSON.stringify(json['format'])}, and this version reads ${recordFormat}`,
    );
  if (
    !Array.isArray(json['claims']) ||
    !json['claims'].every(isCited) ||
    typeof json['document'] !== 'string'
  )
    throw new RecordError('it was edited, and is not a record of citations any more');
  return json as unknown as CitationRecord;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const texts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** What comparing needs is looked at. */
const isCited = (value: unknown): value is CitedClaim =>
  isObject(value) &&
  ['id', 'claim', 'verdict', 'file'].every((key) => typeof value[key] === 'string') &&
  (value['hash'] === null || typeof value['hash'] === 'string') &&
  texts(value['assumed']) &&
  texts(value['axioms']) &&
  Array.isArray(value['kinds']) &&
  value['kinds'].every((kind) => typeof kind === 'string' && isKind(kind));
