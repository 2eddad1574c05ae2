/**
 * Families over an index: `d[l]` is a dimension for each whole number l, `W[l]` a variable for
 * each. An index is written `3`, `l`, `l+1`, `l-1`: a name that ranges over the positive whole
 * numbers, as every dimension does, and a whole number added to it. One index has one text, so
 * `l+1-1` is `l`. Families are over all whole numbers; a statement says itself which of them it is
 * about.
 */

import { text, textOrNull, own, whole } from './entry.ts';

/** `name` null: the number alone. */
export interface At {
  readonly name: string | null;
  readonly offset: number;
}

const plain = /^[\p{L}_#][^\s:,;(){}<>|[\]+^!~*-]*$/u;
const most = 1_000_000;

/** A name that an index may have. */
export const isIndexName = (x: unknown): x is string => typeof x === 'string' && plain.test(x);

/** The index that a text writes; null where it is not one, or not in its one form. */
export function readIndex(given: string): At | null {
  const found = /^(?:(0|-?[1-9][0-9]{0,6})|([^+-]+)([+-][1-9][0-9]{0,6})?)$/u.exec(text(given));
  if (!found) return null;
  const [, number, name, offset] = found;
  const at: At =
    number === undefined
      ? { name: name as string, offset: Number(offset ?? 0) }
      : { name: null, offset: Number(number) };
  return (at.name === null || isIndexName(at.name)) && Math.abs(at.offset) <= most ? at : null;
}

export function indexText(at: At): string {
  const [name, offset] = [textOrNull(own(at, 'name')), whole(own(at, 'offset'))];
  if (name === null) return `${offset}`;
  return offset === 0 ? name : `${name}${offset > 0 ? '+' : ''}${offset}`;
}

/** `W[l+1]` as its family and its index; null for a name without an index. */
export function readMember(given: string): { readonly family: string; readonly at: At } | null {
  const name = text(given);
  const open = name.indexOf('[');
  if (open < 0 || !name.endsWith(']')) return null;
  const at = readIndex(name.slice(open + 1, -1));
  const family = name.slice(0, open);
  return at && isIndexName(family) ? { family, at } : null;
}

/** What names of indices become: an index, or (where no index can stand) a dimension `d[l]`. */
export type Indices = ReadonlyMap<string, string>;

/** The index with its name replaced; null where what replaces it is not an index. */
export function shift(given: At, by: Indices): At | null {
  const at: At = { name: textOrNull(own(given, 'name')), offset: whole(own(given, 'offset')) };
  const value = at.name === null ? undefined : by.get(at.name);
  if (value === undefined) return at;
  const to = readIndex(value);
  if (to === null || Math.abs(to.offset + at.offset) > most) return null;
  return { name: to.name, offset: to.offset + at.offset };
}
