/**
 * Which file of the kernel a fault belongs in: the rules stand in rooms of their own, and a fault
 * is in exactly one place.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { countLoosely } from './loose-text.ts';
import type { Mutant } from './mutants.ts';

const kernel = resolve(import.meta.dirname, '../../src/kernel');
const rules = readdirSync(join(kernel, 'rules')).map((f) => `rules/${f}`);
/** Files of one idea that a name of the table of faults means together. */
const together: Readonly<Record<string, readonly string[]>> = {
  'theorem.ts': ['sequent.ts', ...rules],
  'calculus.ts': ['calculus.ts', 'derivative.ts', 'occurrence.ts'],
  'formula.ts': ['formula.ts', 'binders.ts'],
  'smoothed.ts': ['smoothed.ts', 'by-parts.ts'],
  'layer-means.ts': ['layer-means.ts', 'connected-part.ts'],
  'facts/functions.ts': [
    'facts/functions.ts',
    'facts/sums-and-products.ts',
    'facts/growth.ts',
    'facts/entrywise.ts',
  ],
  'facts/norms.ts': [
    'facts/norms.ts',
    'facts/nuclear-norms.ts',
    'facts/smallest-singular-values.ts',
  ],
};
const texts = new Map<string, string>();
const textOf = (room: string): string => {
  const text = texts.get(room) ?? readFileSync(join(kernel, room), 'utf8');
  texts.set(room, text);
  return text;
};

/**
 * The file that holds the text to be changed; throws where it does not stand in exactly one place.
 */
export function roomOf({ name, file, from }: Mutant): string {
  const rooms = together[file] ?? [file];
  const places = rooms.flatMap((room) =>
    Array<string>(countLoosely(textOf(room), from)).fill(room),
  );
  if (places.length !== 1)
    throw new Error(`${name}: its text stands in ${places.length} places of ${file}`);
  return places[0] as string;
}
