/**
 * What comes into the kernel from outside: each value is read once, told by `typeof`, and copied.
 * An object of a caller may have getters, be a proxy or change later, and a prototype may have been
 * given properties: none of that is seen after the copy, since only own properties are read, and
 * only strings, whole numbers, bigints and booleans are kept.
 */
import { fail } from './refuse.ts';

/** How a value that is not what was wanted is named: never by its own methods. */
const kindOf = (x: unknown): string =>
  x === null ? 'null' : Array.isArray(x) ? 'a list' : typeof x;
const wrong = (wanted: string, x: unknown): never => fail(`${wanted} is wanted, not ${kindOf(x)}`);

export const text = (x: unknown): string => (typeof x === 'string' ? x : wrong('a text', x));
export const bigint = (x: unknown): bigint => (typeof x === 'bigint' ? x : wrong('a bigint', x));
export const truth = (x: unknown): boolean =>
  typeof x === 'boolean' ? x : wrong('a yes or no', x);
export const whole = (x: unknown): number =>
  typeof x === 'number' && Number.isSafeInteger(x) ? x : wrong('a whole number', x);
export const textOrNull = (x: unknown): string | null => (x === null ? null : text(x));

/** A list: its own iterator is run once, and each element is looked at in the copy. */
export function list<T>(x: unknown, each: (x: unknown) => T): T[] {
  if (!Array.isArray(x)) return wrong('a list', x);
  const copy: unknown[] = [...x];
  return copy.map((v) => each(v));
}
export const texts = (x: unknown): string[] => list(x, text);
export const wholes = (x: unknown): number[] => list(x, whole);

/** The value of an own property; undefined where there is none, whatever a prototype has. */
export const own = (x: unknown, key: string): unknown =>
  typeof x === 'object' && x !== null
    ? Object.hasOwn(x, key)
      ? (x as Record<string, unknown>)[key]
      : undefined
    : wrong('an object', x);

/** Texts by texts: a Map, run through once. */
export function mapping(x: unknown): Map<string, string> {
  if (!(x instanceof Map)) return wrong('a Map', x);
  const pairs = [...(x as Iterable<unknown>)].map((pair): [string, string] => {
    const [from, to] = list(pair, text);
    return [from ?? fail('a pair of texts is wanted'), to ?? fail('a pair of texts is wanted')];
  });
  return new Map(pairs);
}
