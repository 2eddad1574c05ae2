/** A checksum over a record's content: a record that was edited or damaged is refused. */
import { sha256Hex } from '../numbers/sha-256.ts';

/** SHA-256 of the record without its checksum, keys sorted. */
export function checksumOf(record: object): string {
  const content = Object.entries(record).filter(([key]) => key !== 'checksum');
  return sha256Hex(canonicalJson(Object.fromEntries(content)));
}

/** JSON with sorted keys and without white space. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const sorted = Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${sorted.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
