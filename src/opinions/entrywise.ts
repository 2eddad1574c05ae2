/**
 * A second opinion on polynomial equations: both sides written out entry by entry at small sizes
 * and expanded by a computer algebra package.
 */
import type { Claim, Declaration, Formula } from '../language/index.ts';
import { entries, sizeOf, type Surroundings } from './expand-entries.ts';
import { expandsToZero, longest } from './expands-to-zero.ts';
import * as g from './grid.ts';
import { NoOpinion } from './no-opinion.ts';
import * as p from './polynomial-text.ts';
import { unknowns } from './unknowns.ts';

export interface Opinion {
  readonly says: 'agrees' | 'disagrees' | 'no opinion';
  /** The sizes that were looked at, smallest first. */
  readonly sizes: readonly ReadonlyMap<string, number>[];
  /** Where it disagrees: sizes and entry. */
  readonly where: string | null;
}

const most = 3;
/** Characters of texts after which no further size is begun: ten take a millisecond. */
const enough = 4000;

/** With more dimensions there are too many sizes. */
const mostDims = 5;

/** All sizes from 1 to 3, those of smallest sum first. */
const allSizes = (dims: readonly string[]): ReadonlyMap<string, number>[] => {
  let found: number[][] = [[]];
  for (let i = 0; i < dims.length; i++)
    found = found.flatMap((f) => Array.from({ length: most }, (_, s) => [...f, s + 1]));
  const total = (f: readonly number[]): number => f.reduce((a, b) => a + b, 0);
  return found
    .toSorted((a, b) => total(a) - total(b))
    .map((f) => new Map(dims.map((d, i) => [d, f[i] as number])));
};

interface Difference {
  readonly what: string;
  readonly text: string;
}

function* differences(
  f: Formula,
  declarations: readonly Declaration[],
  at: Surroundings,
): Iterable<Difference> {
  switch (f.kind) {
    case 'relation': {
      if (f.relation !== '=' || f.left.kind === 'kernel')
        throw new NoOpinion(`the relation ${f.relation}`);
      const grid = g.zip(entries(f.left, at), entries(f.right, at), p.subtract);
      for (const [i, row] of grid.entries())
        for (const [j, text] of row.entries()) yield { what: `entry ${i + 1}, ${j + 1}`, text };
      return;
    }
    case 'and':
      yield* differences(f.left, declarations, at);
      yield* differences(f.right, declarations, at);
      return;
    case 'forall': {
      if (f.variables.some((v) => declarations.some((d) => d.name === v.name)))
        throw new NoOpinion('a name that hides another');
      const inner = unknowns([...declarations, ...f.variables], at.sizes);
      yield* differences(f.body, [...declarations, ...f.variables], { ...at, variable: inner });
      return;
    }
    case 'each':
      for (let i = 1; i <= sizeOf(f.range.to, at); i++)
        yield* differences(f.body, declarations, {
          ...at,
          indices: new Map(at.indices).set(f.range.index, i),
        });
      return;
    default:
      throw new NoOpinion(`a conclusion of the kind ${f.kind}`);
  }
}

const sizesText = (sizes: ReadonlyMap<string, number>): string =>
  [...sizes].map(([name, size]) => `${name} = ${size}`).join(', ');

const none: Opinion = { says: 'no opinion', sizes: [], where: null };

/**
 * Expands both sides of the conclusion at sizes 1 to 3, for claims without hypotheses whose
 * conclusion is made of polynomial equations. Never in a trusted path: it can only object.
 */
export const entrywise = async (claim: Claim): Promise<Opinion> => {
  const dims = claim.dims.filter((d) => !/^\d/.test(d));
  if (claim.hypotheses.length > 0 || dims.length > mostDims) return none;
  const seen: ReadonlyMap<string, number>[] = [];
  let written = 0;
  try {
    for (const sizes of allSizes(dims)) {
      if (seen.length > 0 && written > enough) break;
      const at: Surroundings = {
        sizes,
        indices: new Map(),
        variable: unknowns(claim.declarations, sizes),
      };
      const found = [...differences(claim.conclusion, claim.declarations, at)];
      written += found.reduce((sum, { text }) => sum + text.length, 0);
      if (found.some(({ text }) => text.length > longest)) continue;
      for (const { what, text } of found) {
        if (!(await expandsToZero(text)))
          return {
            says: 'disagrees',
            sizes: [...seen, sizes],
            where: [sizesText(sizes), what].filter((w) => w !== '').join(': '),
          };
      }
      seen.push(sizes);
    }
  } catch (error) {
    if (error instanceof NoOpinion) return none;
    throw error;
  }
  return seen.length === 0 ? none : { says: 'agrees', sizes: seen, where: null };
};
