/**
 * Families over an index: `d[l]` is a dimension for each whole number l, `W[l]` a variable for each. An index is written
 * `3`, `l`, `l+1`, `l-1`: a name that ranges over the positive whole numbers, as every dimension does, and a whole number
 * added to it. One index has one text, so `l+1-1` is `l`. Families are over all whole numbers; a statement says itself
 * which of them it is about.
 */

/** `name` null: the number alone. */
export interface At {
  readonly name: string | null;
  readonly offset: number;
}

const plain = /^[\p{L}_#][^\s:,;(){}<>|[\]+^!~*-]*$/u;
const most = 1_000_000;

/** A name that an index may have. One that every object inherits, as __proto__, would be lost as the key of a power. */
export const isIndexName = (x: unknown): x is string =>
  typeof x === 'string' && !(x in Object.prototype) && plain.test(x);

/** The index that a text writes; null where it is none, or not in its one form. */
export function readIndex(text: string): At | null {
  const found = /^(?:(0|-?[1-9][0-9]{0,6})|([^+-]+)([+-][1-9][0-9]{0,6})?)$/u.exec(text);
  if (!found) return null;
  const [, number, name, offset] = found;
  const at: At =
    number === undefined
      ? { name: name as string, offset: Number(offset ?? 0) }
      : { name: null, offset: Number(number) };
  return (at.name === null || isIndexName(at.name)) && Math.abs(at.offset) <= most ? at : null;
}

export const indexText = ({ name, offset }: At): string =>
  name === null ? `${offset}` : offset === 0 ? name : `${name}${offset > 0 ? '+' : ''}${offset}`;

/** `W[l+1]` as its family and its index; null for a name without an index. */
export function readMember(text: string): { readonly family: string; readonly at: At } | null {
  const open = text.indexOf('[');
  if (open < 0 || !text.endsWith(']')) return null;
  const at = readIndex(text.slice(open + 1, -1));
  const family = text.slice(0, open);
  return at && isIndexName(family) ? { family, at } : null;
}

/** What names of indices become: an index, or (where no index can stand) a dimension `d[l]`. */
export type Indices = ReadonlyMap<string, string>;

/** The index with its name replaced; null where what replaces it is no index. */
export function shift(at: At, by: Indices): At | null {
  const value = at.name === null ? undefined : by.get(at.name);
  if (value === undefined) return at;
  const to = readIndex(value);
  if (to === null || Math.abs(to.offset + at.offset) > most) return null;
  return { name: to.name, offset: to.offset + at.offset };
}
