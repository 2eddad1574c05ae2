/**
 * Documents changed at one place: every number, text, list and mark of a document, by a seeded draw
 * of what it becomes.
 */
import type { Mutable } from './documents.ts';

type Path = readonly (string | number)[];
/** Paths of all values and lists of a document. */
export function places(x: unknown, path: Path = []): Path[] {
  const below = Array.isArray(x)
    ? x.flatMap((y, i) => places(y, [...path, i]))
    : typeof x === 'object' && x !== null
      ? Object.entries(x).flatMap(([k, y]) => places(y, [...path, k]))
      : [];
  return typeof x === 'object' && x !== null && !Array.isArray(x) ? below : [path, ...below];
}

const at = (document: unknown, path: Path): unknown =>
  path.reduce((x, k) => (x as Mutable)[k], document);

/** Small and reproducible: xorshift. */
export function generator(seed: number): (below: number) => number {
  let s = (seed * 2654435761 + 1) >>> 0;
  return (below) => {
    s ^= s << 13;
    s >>>= 0;
    s ^= s >>> 17;
    s ^= s << 5;
    s >>>= 0;
    return s % below;
  };
}

/** A copy with the value at the path changed, never to what it was. */
export function forged(document: Mutable, path: Path, draw: (below: number) => number): Mutable {
  const copy = JSON.parse(JSON.stringify(document)) as Mutable;
  const holder = at(copy, path.slice(0, -1)) as Mutable;
  const key = path.at(-1) as string;
  const old = holder[key];
  holder[key] = changed(old, document, draw);
  return copy;
}

function changed(old: unknown, document: Mutable, draw: (below: number) => number): unknown {
  if (typeof old === 'boolean') return !old;
  if (typeof old === 'number')
    return [old + 1, old - 1, 0, old + 2, -old, old + 3].filter((x) => x !== old)[draw(4)];
  if (old === null) return 'n';
  if (Array.isArray(old)) {
    const list = [...(old as unknown[])];
    const i = draw(Math.max(1, list.length));
    const kind = draw(3);
    if (kind === 0 || list.length === 0)
      return [...list.slice(0, i), ...list.slice(i + 1), ...(list.length === 0 ? [0] : [])];
    if (kind === 1 || list.length === 1) return [...list, list[i]];
    const j = (i + 1 + draw(list.length - 1)) % list.length;
    [list[i], list[j]] = [list[j], list[i]];
    return list;
  }
  const text = old as string;
  if (/^-?\d+(\/\d+)?$/.test(text))
    return [`-${text}`.replace('--', ''), '2', '0', '1/2', '-3'].filter((x) => x !== text)[draw(4)];
  const others = [...new Set(JSON.stringify(document).match(/"[^"]*"/g) ?? [])]
    .map((t) => t.slice(1, -1))
    .filter((t) => t !== text);
  return draw(3) === 0 ? `${text}x` : others[draw(others.length)];
}
