/** Letters for the entries of declared variables. */
import type { Attribute, Declaration } from '../language/index.ts';
import { extent, type Surroundings } from './expand-entries.ts';
import * as g from './grid.ts';
import { NoOpinion } from './no-opinion.ts';
import * as p from './polynomial-text.ts';

type Pattern = 'free' | 'symmetric' | 'antisymmetric' | 'diagonal';

/**
 * Attributes that leave an open set of values: what is a polynomial identity there is one
 * everywhere.
 */
const patterns: Readonly<Partial<Record<Attribute, Pattern>>> = {
  symmetric: 'symmetric',
  psd: 'symmetric',
  pd: 'symmetric',
  antisymmetric: 'antisymmetric',
  diagonal: 'diagonal',
  invertible: 'free',
  positive: 'free',
  nonnegative: 'free',
  nonzero: 'free',
};

const patternOf = (d: Declaration): Pattern => {
  const found = new Set(d.attributes.map((a) => patterns[a] ?? null));
  found.delete('free');
  const [pattern = 'free'] = found;
  if (found.size > 1 || pattern === null)
    throw new NoOpinion(`${d.name} is ${d.attributes.join(' ')}`);
  // an antisymmetric matrix of odd size is never invertible: then the claim says nothing, and
  // neither does this
  if (pattern === 'antisymmetric' && d.attributes.length > 1)
    throw new NoOpinion(`${d.name} is ${d.attributes.join(' ')}`);
  return pattern;
};

/** The entries of each declared name, letters made as they are needed. */
export const unknowns = (
  declarations: readonly Declaration[],
  sizes: ReadonlyMap<string, number>,
): Surroundings['variable'] => {
  const made = new Map<string, g.Grid>();
  let count = 0;
  return (name, member) => {
    const key = `${name} ${member ?? ''}`;
    const known = made.get(key);
    if (known) return known;
    const d = declarations.find((x) => x.name === name);
    if (d?.type.kind !== 'tensor') throw new NoOpinion(`${name} is not a tensor`);
    const at: Surroundings = { sizes, indices: new Map(), variable: () => [] };
    const [m, n] = extent(d.type.shape, at);
    if (d.family && member !== null && (member < 1 || member > extent([d.family.to], at)[0]))
      throw new NoOpinion(`${name}[${member}] lies outside its family`);
    const pattern = patternOf(d);
    const letters = g.build(m, n, () => `x${++count}`);
    const grid = g.build(m, n, (i, j) => {
      const letter = g.entry(letters, i, j);
      if (i === j) return pattern === 'antisymmetric' ? p.zero : letter;
      if (pattern === 'diagonal') return p.zero;
      if (pattern === 'free' || i < j) return letter;
      const mirror = g.entry(letters, j, i);
      return pattern === 'symmetric' ? mirror : p.negative(mirror);
    });
    made.set(key, grid);
    return grid;
  };
};
