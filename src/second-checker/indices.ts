/**
 * Families over an index: `W[l+1]`, `d[l]`, the ends of ranges; an index is a name, a whole number
 * added to it, or a number alone.
 */
import { demand, refuse } from './rational.ts';

export interface Place {
  readonly name: string | null;
  readonly plus: number;
}

/**
 * Reads `l`, `l-1`, `0`; refuses any other text, and a text that is not in the one form that an
 * index has.
 */
export function place(text: string): Place {
  const [, name = null, plus = '0', number] =
    /^(?:([^\s\d+*[\]-][^\s+*[\]-]*)([+-]\d+)?|(-?\d+))$/u.exec(text) ??
    refuse(`no index: ${text}`);
  const found = { name, plus: Number(number ?? plus) };
  demand(
    Math.abs(found.plus) <= 1_000_000 && placeText(found) === text,
    `an index in another form: ${text}`,
  );
  return found;
}
export const placeText = ({ name, plus }: Place): string =>
  name === null ? `${plus}` : plus === 0 ? name : `${name}${plus < 0 ? '' : '+'}${plus}`;

/** The parts of `W[l+1]`; null for a name without an index. */
export function member(text: string): { readonly family: string; readonly at: Place } | null {
  const found = /^([^[\]]+)\[([^[\]]+)\]$/u.exec(text);
  if (!found) return null;
  return { family: found[1] as string, at: place(found[2] as string) };
}

/** An index with a new value for its name. */
export function moved(at: Place, values: ReadonlyMap<string, string>): Place {
  const value = at.name === null ? undefined : values.get(at.name);
  if (value === undefined) return at;
  const to = place(value);
  return { name: to.name, plus: to.plus + at.plus };
}
export const movedText = (text: string, values: ReadonlyMap<string, string>): string =>
  placeText(moved(place(text), values));
/** A name with its index moved; a name without one as it is. */
export function movedName(text: string, values: ReadonlyMap<string, string>): string {
  const found = member(text);
  return found ? `${found.family}[${placeText(moved(found.at, values))}]` : text;
}
